"""
Reads any markup as a stream of well-nested tokens, in linear time.

The tokens follow the HTML standard's tokenizer. The nesting is only as clever as newsroom copy
needs: a browser's tree builder takes quadratic time for a hundred thousand nested elements, so it
never meets more than DEEPEST of them. Judges nothing: what may stay is the allow-list's business.
"""

import html as entities
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

DEEPEST = 40


def names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = names("area base br col embed hr img input link meta param source track wbr")
# Their content is no text of the page, or no markup.
RAW = names("iframe noembed noframes noscript plaintext script style textarea title xmp")
HEADINGS = names("h1 h2 h3 h4 h5 h6")
BLOCKS = HEADINGS | names(
    "address article aside audio blockquote body button caption center dd details dialog dir div "
    "dl dt fieldset figcaption figure footer form head header hgroup hr html iframe legend li "
    "main menu nav ol optgroup option p pre search section summary table tbody td textarea tfoot "
    "th thead title tr ul video"
)

_CELLS = frozenset({"td", "th", "caption"})
_TABLE = frozenset({"table", "tbody", "thead", "tfoot", "tr"}) | _CELLS
# A start tag on the left ends an open element of the first set, unless one of the second stands
# between.
_RIVALS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "a": (frozenset({"a"}), frozenset()),
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (_CELLS, frozenset({"table"})),
    "th": (_CELLS, frozenset({"table"})),
    "tr": (_CELLS | {"tr"}, frozenset({"table"})),
    **dict.fromkeys(
        ("caption", "thead", "tbody", "tfoot"), (_TABLE - {"table"}, frozenset({"table"}))
    ),
    **dict.fromkeys(HEADINGS, (HEADINGS, _CELLS | {"li", "blockquote", "div", "section"})),
}

_NAME = re.compile(r"/?([a-zA-Z][^ \t\n\r\f/>]*)")
_ATTRIBUTE = re.compile(
    r"[ \t\n\r\f/]*([^ \t\n\r\f/>][^ \t\n\r\f/>=]*)"
    r"(?:[ \t\n\r\f]*=[ \t\n\r\f]*(?:\"([^\"]*)\"|'([^']*)'|([^ \t\n\r\f>]*)))?"
)
_TAG_END = re.compile(r"[ \t\n\r\f/]*>")
_COMMENT_END = re.compile(r"--!?>")
_RAW_END = {name: re.compile(rf"</{name}(?=[ \t\n\r\f/>])", re.IGNORECASE) for name in RAW}
# int() refuses thousands of digits; no character has more than seven.
_HUGE_REFERENCE = re.compile(r"&#[0-9]{8,};?")


class Token(NamedTuple):
    kind: Literal["start", "end", "text"]
    value: str
    attributes: Mapping[str, str] = {}


def unescape(text: str) -> str:
    return entities.unescape(_HUGE_REFERENCE.sub("\ufffd", text)) if "&" in text else text


def escape(text: str) -> str:
    """Escape as browsers serialise text: what nh3 writes back is the same to the letter."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\xa0", "&nbsp;")


def start_tag(name: str, attributes: Mapping[str, str] | None = None) -> str:
    written = "".join(
        f' {key}="{escape(value).replace(chr(34), "&quot;")}"'
        for key, value in (attributes or {}).items()
    )
    return f"<{name}{written}>"


def _attributes(html: str, position: int) -> tuple[dict[str, str], int]:
    """
    The attributes of a tag and where it ends, or -1 if it never does. The first of two equal
    names counts.
    """
    found: dict[str, str] = {}
    while not (end := _TAG_END.match(html, position)):
        match = _ATTRIBUTE.match(html, position)
        if not match:
            return found, -1
        name, *values = match.groups()
        found.setdefault(name.lower(), unescape(next((value for value in values if value), "")))
        position = match.end()
    return found, end.end()


def _end_of_declaration(html: str, position: int) -> int:
    """
    Where a comment or another "<!", "<?" or "</" without a name ends, which stands before the
    position.
    """
    if html.startswith("!--", position):
        # "<!-->" and "<!--->" are complete comments.
        end = _COMMENT_END.search(html, position + 1)
        return end.end() if end else len(html)
    return html.find(">", position) + 1 or len(html)


def _end_of_content(html: str, position: int, name: str) -> int:
    """Where markup goes on after a start tag: at once, or where a RAW element ends."""
    if name not in RAW:
        return position
    end = _RAW_END[name].search(html, position)
    return end.start() if end else len(html)


def tokens(html: str) -> Iterator[Token]:
    """
    The tags and texts of a document in their order; comments and the content of RAW elements are
    left out.
    """
    position = 0
    while (start := html.find("<", position)) >= 0:
        if start > position:
            yield Token("text", unescape(html[position:start]))
        position = start + 1
        tag = _NAME.match(html, position)
        if not tag and html[position : position + 1] in tuple("!?/"):
            position = _end_of_declaration(html, position)
            continue
        if not tag:
            yield Token("text", "<")
            continue
        attributes, position = _attributes(html, tag.end())
        if position < 0:
            # A tag that never ends is no tag: somebody wrote "a<b".
            yield Token("text", unescape(html[start:]))
            return
        name = tag[1].lower()
        if tag[0].startswith("/"):
            yield Token("end", name)
            continue
        yield Token("start", name, attributes)
        position = _end_of_content(html, position, name)
    if html[position:]:
        yield Token("text", unescape(html[position:]))


def _depth_of(
    open_names: list[str], wanted: frozenset[str], barriers: frozenset[str]
) -> int | None:
    """Where the outermost wanted element stands that no barrier hides."""
    found = None
    for depth in range(len(open_names) - 1, -1, -1):
        if open_names[depth] in wanted:
            found = depth
        elif open_names[depth] in barriers:
            break
    return found


def _innermost(open_names: list[str], name: str) -> int | None:
    """
    Where the element stands that an end tag closes; one of the name is open.

    Only a table's own tags close what is outside its cells.
    """
    depth = len(open_names) - 1
    while open_names[depth] != name:
        if open_names[depth] in _CELLS and name not in _TABLE:
            return None
        depth -= 1
    return depth


class _Balancer:
    """The elements that are open, and what each tag does to them."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._counts: Counter[str] = Counter()

    def close_to(self, depth: int | None) -> Iterator[Token]:
        while depth is not None and len(self._names) > depth:
            self._counts[self._names[-1]] -= 1
            yield Token("end", self._names.pop())

    def start(self, token: Token) -> Iterator[Token]:
        name = token.value
        if self._counts["p"] and name in BLOCKS:
            yield from self.close_to(_depth_of(self._names, frozenset({"p"}), _CELLS))
        if rivals := _RIVALS.get(name):
            yield from self.close_to(_depth_of(self._names, *rivals))
        if name in VOID:
            yield token
        elif len(self._names) < DEEPEST:
            self._names.append(name)
            self._counts[name] += 1
            yield token
        elif name in BLOCKS:
            # Too deep to be kept, but it still parts the words before from the words after.
            yield Token("start", "hr")

    def end(self, token: Token) -> Iterator[Token]:
        name = token.value
        if self._counts[name] and (depth := _innermost(self._names, name)) is not None:
            yield from self.close_to(depth)
        elif name in BLOCKS:
            yield Token("start", "hr")
        elif name == "br":
            yield Token("start", "br")


def balanced(stream: Iterable[Token]) -> Iterator[Token]:
    """The same stream with every element closed where it belongs, at most DEEPEST open at once."""
    balancer = _Balancer()
    for token in stream:
        if token.kind == "text":
            yield token
        elif token.kind == "start":
            yield from balancer.start(token)
        else:
            yield from balancer.end(token)
    yield from balancer.close_to(0)
