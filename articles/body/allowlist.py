"""
The one allow-list of the story's text: every way in and the way out pass through clean().

Keeps meaning, drops looks: no classes, styles or ids, nothing that runs or loads. Data attributes
stay only on the block they describe, and only with a value of the expected form.
"""

import re
from collections.abc import Callable, Iterable

import nh3

from articles.body.markup import BLOCKS, balanced, escape, names, start_tag, tokens

INLINE = names("a abbr br cite code em q s span strong sub sup")
TABLE = names("table caption thead tbody tfoot tr th td")
TAGS = INLINE | TABLE | names("p h2 ul ol li div blockquote")

# Which typed block each element may be.
BLOCK_TAGS = {
    "p": {"paragraph"},
    "h2": {"subheading"},
    "ul": {"list"},
    "ol": {"list"},
    "blockquote": {"quote"},
    "div": {
        *("source", "details", "background", "read-also"),
        *("picture", "embed", "table", "ad-break"),
    },
}

_SPACED = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# Illegal in XML 1.0, no text in any script, or (U+202D, U+202E) able to print words backwards.
# The marks and isolates that right-to-left text needs stay.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff]")

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\<>\"][^\s\\<>\"]*", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"{_WEB_ADDRESS.pattern}|mailto:[^\s\\<>\"]+@[^\s\\<>\"]+|tel:[+0-9][-0-9().+]*|/(?![/\\])[^\s\\<>\"]*",
    re.IGNORECASE,
)
_TAB_OR_LINE = re.compile("[\t\n\r]")

LONGEST_ADDRESS = 2_000
LONGEST_WORDS = 300


def strip_controls(text: str) -> str:
    """Remove what no reader sees and no XML parser takes; kinds of line ends become a space."""
    return _UNWANTED.sub("", _SPACED.sub(" ", text))


def _address(form: re.Pattern[str]) -> Callable[[str], str | None]:
    def check(value: str) -> str | None:
        value = _TAB_OR_LINE.sub("", value).strip().replace(" ", "%20")
        return value if len(value) <= LONGEST_ADDRESS and form.fullmatch(value) else None

    return check


def _form(pattern: str) -> Callable[[str], str | None]:
    form = re.compile(pattern, re.ASCII)
    return lambda value: value if form.fullmatch(value) else None


def _words(value: str) -> str:
    return " ".join(value.split())[:LONGEST_WORDS].rstrip()


web_address = _address(_WEB_ADDRESS)

_EVERYWHERE: dict[str, Callable[[str], str | None]] = {
    "lang": _form(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}"),
    "dir": _form("ltr|rtl|auto"),
}
_NUMBERED = {"data-id": _form("[a-z0-9]{1,24}")}
_CELL = {"colspan": _form("[1-9][0-9]?"), "rowspan": _form("[1-9][0-9]?")}
_CHECKS: dict[str, dict[str, Callable[[str], str | None]]] = {
    "a": {"href": _address(_ADDRESS), "hreflang": _EVERYWHERE["lang"]},
    "abbr": {"title": _words},
    "ol": {"start": _form("-?[0-9]{1,6}")},
    "td": _CELL,
    "th": {**_CELL, "scope": _form("row|col|rowgroup|colgroup")},
    "blockquote": {
        "data-speaker": _words,
        "data-person": _form(r"[\w:.-]{1,80}"),
        "data-source": web_address,
        "data-date": _form("[0-9]{4}-[01][0-9]-[0-3][0-9](T[0-9:]{5,8}(Z|[+-][0-9:]{5})?)?"),
    },
    "div": {
        "data-story": _form("[1-9][0-9]{0,11}"),
        "data-picture": _form(r"[\w.-]{1,80}"),
        "data-address": web_address,
    },
}
ATTRIBUTES = {
    tag: {
        **_EVERYWHERE,
        **_CHECKS.get(tag, {}),
        **({"data-block": _form("|".join(sorted(BLOCK_TAGS[tag])))} if tag in BLOCK_TAGS else {}),
        **(_NUMBERED if tag in BLOCK_TAGS else {}),
    }
    for tag in TAGS
}


def attribute(tag: str, name: str, value: str) -> str | None:
    """The value as it may stay on the element, or None."""
    check = ATTRIBUTES.get(tag, {}).get(name)
    return check(strip_controls(value)) if check else None


def attributes(tag: str, found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Those attributes of an element that may stay, in a fixed order."""
    checked = ((name, attribute(tag, name, value)) for name, value in sorted(found))
    return {name: value for name, value in checked if value is not None}


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(checks) for tag, checks in ATTRIBUTES.items()},
    attribute_filter=attribute,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def _pass(html: str) -> str:
    """
    Write the well-nested, known part of the markup and let nh3 judge it as a browser would read
    it.
    """
    written = []
    for token in balanced(tokens(html)):
        if token.kind == "text":
            written.append(escape(token.value))
        elif token.value not in TAGS:
            # Words of two unknown blocks must not run together.
            written.append("\n" if token.value in BLOCKS or token.value == "hr" else "")
        elif token.kind == "end":
            written.append(f"</{token.value}>")
        else:
            kept = attributes(token.value, token.attributes.items())
            written.append(start_tag(token.value, kept))
    return strip_controls(_CLEANER.clean(strip_controls("".join(written))))


def clean(html: str) -> str:
    """
    Return what may be stored and shown. clean(clean(x)) == clean(x), also where a browser
    rearranges the markup.

    What does not come to rest after a few passes is nobody's copy: its words are kept without any
    markup.
    """
    result = _pass(strip_controls(html))
    for _ in range(4):
        again = _pass(result)
        if again == result:
            return result
        result = again
    return escape("".join(token.value for token in tokens(result) if token.kind == "text"))
