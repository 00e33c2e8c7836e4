"""
Draws a text for readers, once, when it is published: labels, typography, links, and holes for
what changes later.

Headings fit a page whose only h1 is the headline. Nothing here is loaded from a third party.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from articles.body.blocks import REFERENCES, Block, BlockType
from articles.body.holes import Hole
from articles.body.labels import printed
from articles.body.markup import escape, start_tag
from articles.body.reading import read
from newsportal.languages.typography import typeset_html

# A shorter text has no automatic ad break, a longer one has two.
SHORTEST_FOR_AD = 7
SHORTEST_FOR_TWO_ADS = 16

_BEFORE_AD = frozenset(
    {BlockType.PARAGRAPH, BlockType.LIST, BlockType.SOURCE, BlockType.DETAILS, BlockType.TABLE}
)
_AFTER_AD = frozenset({BlockType.PARAGRAPH, BlockType.DETAILS})
_SIMPLE: dict[BlockType, tuple[str, dict[str, str]]] = {
    BlockType.PARAGRAPH: ("p", {}),
    BlockType.TABLE: ("div", {"class": "table"}),
}
_OUTSIDE_LINK = re.compile(r'(<a [^>]*href="https?://[^>]*)>', re.IGNORECASE)
_FIRST_PARAGRAPH = re.compile(r"<p((?: [^>]*)?)>")


def render(text: str | Iterable[Block], language_code: str, *, ad_breaks: bool = False) -> str:
    """
    HTML for the reader's page; `holes.fill` completes it.

    With `ad_breaks`, a text without a break of its own gets one near its third, a long one
    another near two thirds.
    """
    blocks = read(text) if isinstance(text, str) else tuple(text)
    places = _ad_places(blocks) if ad_breaks else []
    drawn = []
    for index, block in enumerate(blocks):
        drawn.append(_draw(block, language_code))
        if index + 1 in places:
            # The name stays when the page is drawn again: no block id is that short.
            drawn.append(str(Hole("ad-break", f"ad{places.index(index + 1) + 1}", "")))
    html = typeset_html("\n".join(filter(None, drawn)), language_code)
    return _OUTSIDE_LINK.sub(r'\1 rel="noopener">', html)


def _draw(block: Block, language_code: str) -> str:
    plain = {key: value for key, value in block.attributes.items() if key in ("lang", "dir")}
    if block.type in _SIMPLE:
        tag, attributes = _SIMPLE[block.type]
        return f"{start_tag(tag, attributes | plain)}{block.html}</{tag}>"
    match block.type:
        case BlockType.SUBHEADING:
            return f"{start_tag('h2', {'id': f'b-{block.id}', **plain})}{block.html}</h2>"
        case BlockType.LIST:
            return _list(block, plain)
        case BlockType.QUOTE:
            return _quote(block, language_code, plain)
        case BlockType.BACKGROUND:
            return _background(block, language_code, plain)
        case BlockType.EMBED:
            return _embed(block, plain)
        case BlockType.SOURCE | BlockType.DETAILS:
            return _run_in(block, language_code, plain)
    return _reference(block, language_code, plain)


def _reference(block: Block, language_code: str, plain: dict[str, str]) -> str:
    if block.type == BlockType.READ_ALSO and not block.attributes.get("story"):
        return _run_in(block, language_code, plain)
    is_missing = block.type == BlockType.PICTURE and not block.attributes.get("picture")
    return "" if is_missing else _hole(block)


def _list(block: Block, plain: dict[str, str]) -> str:
    tag = "ol" if "ordered" in block.attributes else "ul"
    if start := block.attributes.get("start"):
        plain = {"start": start, **plain}
    return f"{start_tag(tag, plain)}{block.html}</{tag}>"


def _background(block: Block, language_code: str, plain: dict[str, str]) -> str:
    label = escape(printed(block.type, language_code))
    start = start_tag("section", {"class": "background", **plain})
    return f'{start}<h2 class="label">{label}</h2>{block.html}</section>'


def _hole(block: Block) -> str:
    ref = block.attributes.get(REFERENCES.get(block.type, ""), "")
    return str(Hole(block.type.value, block.id, ref))


def _label(words: str) -> str:
    return f'<strong class="label">{escape(words)}:</strong>'


def _run_in(block: Block, language_code: str, plain: dict[str, str]) -> str:
    """The label in bold at the beginning of the first paragraph."""
    label = _label(printed(block.type, language_code))
    attributes = {"class": block.type.value, **plain}
    if first := _FIRST_PARAGRAPH.match(block.html):
        start = start_tag("p", attributes).removesuffix(">")
        return f"{start}{'' if plain else first[1]}>{label} {block.html[first.end() :]}"
    return f"{start_tag('p', attributes)}{label}</p>{block.html}"


def _quote(block: Block, language_code: str, plain: dict[str, str]) -> str:
    source = block.attributes.get("source", "")
    cite = {"cite": source} if source else {}
    speaker = block.attributes.get("speaker")
    if speaker is None:
        attributes = {"class": "quote", **cite, **plain}
        return f"{start_tag('blockquote', attributes)}{block.html}</blockquote>"
    label = _label(printed(block.type, language_code, speaker))
    return (
        f"{start_tag('figure', {'class': 'quote'})}<figcaption>{label}</figcaption>"
        f"{start_tag('blockquote', {**cite, **plain})}{block.html}</blockquote></figure>"
    )


def _embed(block: Block, plain: dict[str, str]) -> str:
    """
    The copy of an embed's words and a plain link; whether more is shown is decided with the
    reader's consent.
    """
    address = block.attributes.get("address", "")
    host = urlsplit(address).netloc.removeprefix("www.")
    link = f"<p>{start_tag('a', {'href': address})}{escape(host)}</a></p>"
    start = start_tag("aside", {"class": "embed", **plain})
    return f"{start}{block.html}{link}{_hole(block)}</aside>"


def _ad_places(blocks: Sequence[Block]) -> list[int]:
    """
    After how many blocks an ad break stands.

    Never near the beginning or the end, nor beside a heading, a quote or another hole.
    """
    if len(blocks) < SHORTEST_FOR_AD or any(block.type == BlockType.AD_BREAK for block in blocks):
        return []
    allowed = [
        index
        for index in range(2, len(blocks) - 1)
        if blocks[index - 1].type in _BEFORE_AD and blocks[index].type in _AFTER_AD
    ]
    thirds = (1, 2) if len(blocks) >= SHORTEST_FOR_TWO_ADS else (1,)
    places: list[int] = []
    for third in thirds:
        wanted = len(blocks) * third / 3
        apart = [place for place in allowed if all(abs(place - other) >= 3 for other in places)]
        if apart:
            places.append(min(apart, key=lambda place: abs(place - wanted)))
    return sorted(places)
