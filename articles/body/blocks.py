"""
The typed, numbered blocks of which a story's text is made, and how they are written down.

A block's `html` is its clean inner markup: inline words in a paragraph or subheading, items in a
list, paragraphs and lists in the others. `attributes` holds what its data attributes say, without
the prefix, and `lang` and `dir`.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from articles.body import allowlist
from articles.body.markup import start_tag

# Crockford's base 32: nothing in it is taken for something else when read aloud or typed.
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


class BlockType(StrEnum):
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LIST = "list"
    SOURCE = "source"
    DETAILS = "details"
    QUOTE = "quote"
    BACKGROUND = "background"
    READ_ALSO = "read-also"
    PICTURE = "picture"
    EMBED = "embed"
    TABLE = "table"
    AD_BREAK = "ad-break"


# Blocks that refer to something outside the text: left open when it is rendered, filled when the
# page is made.
REFERENCES = {
    BlockType.PICTURE: "picture",
    BlockType.READ_ALSO: "story",
    BlockType.EMBED: "address",
}


@dataclass(frozen=True, slots=True)
class Block:
    """
    One block of the text.

    Attributes by type: list: ordered, start; quote: speaker, person, source, date; read-also:
    story; picture: picture; embed: address. A quote with `speaker`, even an empty one, is printed
    with its label; one without is set apart silently. A picture without `picture` stands for one
    still to be fetched (src, alt, caption, credit): it is never written down.
    """

    type: BlockType
    id: str = ""
    html: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_empty(self) -> bool:
        """Whether neither words nor a reference give it a reason to be."""
        if self.type in (BlockType.PICTURE, BlockType.EMBED):
            return not (self.attributes.get(REFERENCES[self.type]) or self.attributes.get("src"))
        if self.type == BlockType.READ_ALSO and self.attributes.get("story"):
            return False
        return not self.html and self.type != BlockType.AD_BREAK


def new_id() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """
    Give an id to each block that has none, and a new one to each copy: the first of two keeps it.
    """
    taken = {""}
    result = []
    for block in blocks:
        while block.id in taken:
            block = replace(block, id=new_id())
        taken.add(block.id)
        result.append(block)
    return tuple(result)


def _tag(block: Block) -> str:
    match block.type:
        case BlockType.PARAGRAPH:
            return "p"
        case BlockType.SUBHEADING:
            return "h2"
        case BlockType.LIST:
            return "ol" if "ordered" in block.attributes else "ul"
        case BlockType.QUOTE:
            return "blockquote"
    return "div"


def _markup(block: Block) -> str:
    tag = _tag(block)
    found = [("data-block", block.type.value), ("data-id", block.id)]
    for name, value in block.attributes.items():
        plain = name in ("lang", "dir", "start")
        found.append((name if plain else f"data-{name}", value))
    return f"{start_tag(tag, allowlist.attributes(tag, found))}{block.html}</{tag}>"


def write(blocks: Iterable[Block]) -> str:
    """
    The canonical HTML of a text: clean, and no two blocks of one id. Pictures still to be fetched
    are left out.
    """
    kept = (
        block
        for block in blocks
        if block.type != BlockType.PICTURE or block.attributes.get("picture")
    )
    return allowlist.clean("".join(_markup(block) for block in numbered(kept)))
