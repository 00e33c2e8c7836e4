"""
What stands before the story proper in outside copy: its headline, a vignette, and the lead once
more.
"""

from collections.abc import Sequence

from articles.body.blocks import Block, BlockType
from articles.body.inline import text_of
from articles.body.text import letters

_WORDS = (BlockType.PARAGRAPH, BlockType.SUBHEADING)
_LONGEST_VIGNETTE = 60
# A shorter lead could be the beginning of any paragraph.
_SHORTEST_CUT_LEAD = 40


def without_headline(blocks: Sequence[Block], headline: str) -> tuple[Block, ...]:
    """The blocks without a first line, or a heading anywhere, that only repeats the headline."""
    wanted = letters(headline)
    first = next((block for block in blocks if block.type != BlockType.PICTURE), None)

    def repeats(block: Block) -> bool:
        is_candidate = block.type == BlockType.SUBHEADING or (
            block is first and block.type == BlockType.PARAGRAPH
        )
        return is_candidate and letters(text_of(block.html)) == wanted

    return tuple(block for block in blocks if not (wanted and repeats(block)))


def _is_vignette(block: Block) -> bool:
    text = text_of(block.html).strip()
    return block.type in _WORDS and len(text) <= _LONGEST_VIGNETTE and text[-1:] not in '.!?…:”»"'


def split_lead(blocks: Sequence[Block], lead: str) -> tuple[str, tuple[Block, ...]]:
    """
    The lead of a story and its text without it.

    What agencies call a description is often the beginning of the text, cut off by length: then
    the first paragraph, whole, is the lead. Short lines before it (a vignette, a dateline) go
    with it.
    """
    wanted = letters(lead)
    pictures: list[Block] = []
    for index, block in enumerate(blocks[:4] if wanted else ()):
        if block.type == BlockType.PICTURE:
            pictures.append(block)
            continue
        words = letters(text_of(block.html)) if block.type == BlockType.PARAGRAPH else ""
        is_cut = len(wanted) >= _SHORTEST_CUT_LEAD and words.startswith(wanted)
        runs_on = len(words) >= _SHORTEST_CUT_LEAD and _continues(blocks[index:], wanted)
        if words == wanted or is_cut or (runs_on and wanted.startswith(words)):
            whole = lead if words == wanted else text_of(block.html)
            return whole, (*pictures, *blocks[index + 1 :])
        if not _is_vignette(block):
            break
    return lead, tuple(blocks)


def _continues(blocks: Sequence[Block], wanted: str) -> bool:
    """Whether the lead is the beginning of these blocks, run together."""
    return "".join(letters(text_of(block.html)) for block in blocks[:4]).startswith(wanted)


def without_lead(blocks: Sequence[Block], lead: str) -> tuple[Block, ...]:
    """
    The blocks without what the lead says already; nothing goes that is not in the lead as it
    stands.
    """
    whole_lead, rest = split_lead(blocks, lead)
    return rest if letters(lead).startswith(letters(whole_lead)) else tuple(blocks)
