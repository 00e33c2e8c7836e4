"""The kind as the first word of an address."""

from articles.models import Kind


class KindConverter:
    """Matches the kinds there are, and no other word."""

    regex = "|".join(Kind.values)

    def to_python(self, value):
        return Kind(value)

    def to_url(self, value):
        return str(value)
