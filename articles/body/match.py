"""Gives the blocks of newer copy the ids of the blocks they continue."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from articles.body.blocks import Block, new_id, numbered
from articles.body.inline import text_of

# From here on two paragraphs are one that was edited.
_SIMILAR = 0.6
# How far a changed block is looked for, and how much of it is compared: both bound the work.
_NEIGHBOURS = 5
_WORDS_COMPARED = 300


def keep_ids(new: Sequence[Block], old: Sequence[Block]) -> tuple[Block, ...]:
    """
    The new blocks, numbered like the old ones: equal content keeps its id wherever it moved, and
    so does changed content of the same type in the same place. Everything else gets a new id.
    """
    counterparts = _equal(new, old)
    taken = set(counterparts.values())
    place = -1
    result = []
    for index, block in enumerate(new):
        counterpart = counterparts.get(index)
        if counterpart is None:
            nearby = range(place + 1, min(place + 1 + _NEIGHBOURS, len(old)))
            counterpart = next(
                (i for i in nearby if i not in taken and _is_edited(block, old[i])), None
            )
        if counterpart is None:
            result.append(replace(block, id=new_id()))
            continue
        taken.add(counterpart)
        place = counterpart
        result.append(replace(block, id=old[counterpart].id))
    return numbered(result)


def _content(block: Block) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return block.type, block.html, tuple(sorted(block.attributes.items()))


def _equal(new: Sequence[Block], old: Sequence[Block]) -> dict[int, int]:
    """
    Which new block is the same as which old one, by their positions; of several equal ones the
    first is first.
    """
    waiting: dict[object, deque[int]] = defaultdict(deque)
    for index, block in enumerate(old):
        waiting[_content(block)].append(index)
    found = {}
    for index, block in enumerate(new):
        if same := waiting.get(_content(block)):
            found[index] = same.popleft()
    return found


def _is_edited(new: Block, old: Block) -> bool:
    if new.type != old.type:
        return False
    words, before = (text_of(block.html).split()[:_WORDS_COMPARED] for block in (new, old))
    if not words and not before:
        # Two references to different things are not one that was edited.
        return False
    matcher = SequenceMatcher(None, words, before, autojunk=False)
    return matcher.quick_ratio() >= _SIMILAR and matcher.ratio() >= _SIMILAR
