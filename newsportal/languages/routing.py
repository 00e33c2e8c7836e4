"""
The prefix of an edition as a part of URL patterns.

Matching takes the prefix off the address (the middleware has already told the request its
language); reversing asks for `language`, so that no address depends on the language of the
moment: `reverse("articles:front", kwargs={"language": language})`.
"""

from django.urls.resolvers import RegexPattern, URLResolver

from . import editions


class EditionConverter:
    """Writes a Language as its prefix with a slash; the edition without a prefix as nothing."""

    regex = "(?:[a-z-]+/)?"

    def to_url(self, language):
        return f"{language.prefix}/" if language.prefix else ""


class EditionPattern(RegexPattern):
    """Matches the prefix of a launched edition, or nothing where one edition has none."""

    def __init__(self):
        super().__init__(f"^(?P<language>{EditionConverter.regex})")
        self.converters = {"language": EditionConverter()}

    def match(self, path):
        language = editions.prefix_of(path)
        if language is not None:
            prefix = EditionConverter().to_url(language)
            # Without its slash a prefix is no page: the address is completed first.
            return (path.removeprefix(prefix), (), {}) if path.startswith(prefix) else None
        if any(not one.prefix for one in editions.launched()):
            return path, (), {}
        return None


def edition_patterns(*patterns):
    """The patterns behind every edition's prefix."""
    return [URLResolver(EditionPattern(), list(patterns))]
