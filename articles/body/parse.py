"""
Turns outside copy, HTML or plain text, into the story's blocks.

Not a word that a reader could see is lost, except what repeats the headline or the lead. Pictures
come as blocks without a key (src, alt, caption, credit) for the importer to fetch; `write` leaves
out those it could not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from articles.body.allowlist import clean, strip_controls
from articles.body.blocks import Block, BlockType, numbered
from articles.body.labelled import recognise
from articles.body.markup import escape
from articles.body.opening import without_headline, without_lead
from articles.body.reading import blocks_of

_BULLET = re.compile(r"([•‣▪●·*-])[ \t\xa0]+(?=\S)")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")
# Copy wrapped at a fixed width breaks in the middle of a sentence.
_SHORTEST_WRAPPED = 40


def from_html(
    html: str, language_code: str, headline: str = "", lead: str = ""
) -> tuple[Block, ...]:
    """
    The blocks of any HTML, a fragment or a whole document. Canonical HTML comes back unchanged,
    with its ids.
    """
    return _finished(blocks_of(html), language_code, headline, lead)


def from_text(
    text: str, language_code: str, headline: str = "", lead: str = ""
) -> tuple[Block, ...]:
    """
    The blocks of plain text: a paragraph a line, bullets as lists, lines of dialogue ("– ") as
    they are.
    """
    lines = strip_controls(_LINE_ENDS.sub("\n", text)).split("\n")
    return _finished(_paragraphs_and_lists(_unwrapped(lines)), language_code, headline, lead)


def _finished(
    blocks: Iterable[Block], language_code: str, headline: str, lead: str
) -> tuple[Block, ...]:
    opened = without_lead(without_headline(tuple(blocks), headline), lead)
    return numbered(
        replace(block, html=clean(block.html)) for block in recognise(opened, language_code)
    )


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    """The lines without surplus spaces, those broken in mid-sentence joined again."""
    collected: list[str] = []
    length = 0
    for line in (" ".join(line.split()) for line in lines):
        if length >= _SHORTEST_WRAPPED and line[:1].islower():
            collected.append(line)
        else:
            yield " ".join(collected)
            collected = [line]
        length = len(line) if line[-1:].isalnum() or line[-1:] == "," else 0
    yield " ".join(collected)


def _paragraphs_and_lists(lines: Iterable[str]) -> Iterator[Block]:
    items: list[str] = []
    for line in filter(None, lines):
        if _BULLET.match(line):
            items.append(line)
            continue
        yield from _list(items)
        items = []
        yield Block(BlockType.PARAGRAPH, html=escape(line))
    yield from _list(items)


def _list(lines: list[str]) -> Iterator[Block]:
    """A list; but one line alone after a hyphen is somebody speaking."""
    if len(lines) == 1 and lines[0].startswith("-"):
        yield Block(BlockType.PARAGRAPH, html=escape(lines[0]))
    elif lines:
        items = "".join(f"<li>{escape(_BULLET.sub('', line, count=1))}</li>" for line in lines)
        yield Block(BlockType.LIST, html=items)
