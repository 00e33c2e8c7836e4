"""Where a page can be shared: plain addresses that nobody asks before the reader's click."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@dataclass(frozen=True)
class Way:
    """One way to pass a page on; `mark` says which without words."""

    mark: str
    name: str
    address: str


@register.simple_tag
def ways_to_share(address, title):
    """The ways for a page's absolute address and its title, as readers know them."""
    both = f"{title} {address}"
    return [
        Way("telegram", "Telegram", _ask("https://t.me/share/url", url=address, text=title)),
        Way("facebook", "Facebook", _ask("https://www.facebook.com/sharer/sharer.php", u=address)),
        Way("x", "X", _ask("https://x.com/intent/post", text=title, url=address)),
        Way("whatsapp", "WhatsApp", _ask("https://wa.me/", text=both)),
        # Mail programs take a plus sign for a plus sign (RFC 6068).
        Way("mail", _("E-mail"), f"mailto:?subject={quote(title)}&body={quote(both)}"),
    ]


def _ask(base, **values):
    return f"{base}?{urlencode(values)}"
