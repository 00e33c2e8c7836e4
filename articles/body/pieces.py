"""The parts into which markup falls while it is read, and how they are gathered into blocks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from articles.body import allowlist
from articles.body.blocks import Block, BlockType
from articles.body.markup import Token, start_tag


@dataclass(eq=False)
class Holder:
    """A container block that collects pieces."""

    type: BlockType
    attributes: dict[str, str]


@dataclass
class Piece:
    """One paragraph, heading, list, table or reference, and the container it stands in."""

    type: BlockType
    html: str
    attributes: dict[str, str] = field(default_factory=dict)
    holder: Holder | None = None
    role: str = ""

    def markup(self) -> str:
        """As it is written inside a container."""
        plain = {key: value for key, value in self.attributes.items() if key in ("lang", "dir")}
        if self.type == BlockType.LIST:
            tag = "ol" if "ordered" in self.attributes else "ul"
            if start := self.attributes.get("start"):
                plain["start"] = start
            return f"{start_tag(tag, plain)}{self.html}</{tag}>"
        if self.type == BlockType.TABLE:
            return self.html
        html = f"<strong>{self.html}</strong>" if self.type == BlockType.SUBHEADING else self.html
        return html and f"{start_tag('p', plain)}{html}</p>"


def attributes_of(tag: str, token: Token) -> dict[str, str]:
    """A block's attributes as Block names them."""
    kept = allowlist.attributes(tag, token.attributes.items())
    kept.pop("data-block", None)
    return {name.removeprefix("data-"): value for name, value in kept.items()}


def gathered(pieces: Iterable[Piece]) -> Iterator[Block]:
    for holder, together in groupby(pieces, key=lambda piece: piece.holder):
        if holder is None:
            for piece in together:
                yield Block(
                    piece.type, piece.attributes.get("id", ""), piece.html, _rest(piece.attributes)
                )
            continue
        inside = list(together)
        block = Block(
            holder.type,
            holder.attributes.get("id", ""),
            "".join(piece.markup() for piece in inside),
            _rest(holder.attributes),
        )
        if block.is_empty and block.html:
            # An embed without an address is only its words.
            for piece in inside:
                yield Block(piece.type, "", piece.html, _rest(piece.attributes))
        else:
            yield block


def _rest(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if name != "id"}
