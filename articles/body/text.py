"""The words of a story without its markup: for search, summaries and counting."""

import re
from collections.abc import Iterable

from articles.body.blocks import Block, BlockType
from articles.body.inline import text_of

_SILENT = frozenset({BlockType.AD_BREAK, BlockType.READ_ALSO, BlockType.PICTURE})
_WORD = re.compile(r"[\w’'ʼ\u0300-\u036f-]+")
_LINES = re.compile(r"[ \t\r]*\n\s*")


def plain_text(blocks: Iterable[Block]) -> str:
    """
    What the story says; a blank line between blocks. Labels, ads and pointers to other stories
    are not its words.
    """
    texts = (text_of(block.html) for block in blocks if block.type not in _SILENT)
    return "\n\n".join(_LINES.sub("\n", text).strip() for text in texts)


def word_count(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in _WORD.findall(text))


def summary(text: str, length: int) -> str:
    """
    The beginning of a text in one line of at most so many characters, cut between words and
    marked by "…".
    """
    text = " ".join(text[: 4 * length + 1_000].split())
    if len(text) <= length:
        return text
    room = text[: max(length, 1)]
    words = room.rpartition(" ")[0] or room[:-1]
    return words.rstrip(' ,.;:–—-([«„“"') + "…"


def letters(text: str) -> str:
    """A text reduced to what two copies of it share: no case, no spaces, no punctuation."""
    return "".join(filter(str.isalnum, text.casefold()))
