"""Which addresses editors may set into readers' pages: those of the web, and paths of this site."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def check_web_address(field: str, address: str) -> None:
    """Raise ValidationError at the field unless the address is empty, of the web, or a path."""
    if address and not address.startswith(("https://", "http://", "/")):
        raise ValidationError({field: _("Begin with https:// or with a slash.")})
