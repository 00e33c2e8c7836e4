"""
Reads markup into blocks: our own canonical HTML and, as far as its elements tell, any other.

Nothing is recursive, so that no depth of nesting can exhaust the stack. Label words are
recognised later (labelled).
"""

from collections.abc import Callable, Iterable, Iterator

from articles.body import allowlist
from articles.body.blocks import Block, BlockType, numbered
from articles.body.embeds import PLAYERS, classes_of, player_address, social_address
from articles.body.inline import NAMES, Run, text_of
from articles.body.markup import BLOCKS, HEADINGS, VOID, Token, balanced, start_tag, tokens
from articles.body.nested import Nested
from articles.body.pieces import Holder, Piece, attributes_of, gathered

# The agency's vignette and dateline stand in the item's own fields too.
_DROPPED_CLASSES = frozenset({"dat", "dateline", "vignette"})
_CREDIT_CLASSES = frozenset({"byline", "credit", "photographer", "source"})
_EMOJI_CLASSES = frozenset({"emoji", "wp-smiley"})
# Containers whose content is not words of the story.
_LEAVES = frozenset({BlockType.PICTURE, BlockType.AD_BREAK})


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._run = Run()
        self._ends: list[Callable[[], None]] = []
        self._holders: list[Holder] = []
        self._kind = BlockType.PARAGRAPH
        self._attributes: dict[str, str] = {}
        self._role = ""
        self._nested: Nested | None = None
        self._is_preformatted = False

    def read(self, stream: Iterable[Token]) -> None:
        skipped = 0
        for token in stream:
            if skipped:
                skipped += (token.kind == "start" and token.value not in VOID) - (
                    token.kind == "end"
                )
            elif token.kind == "start" and self._is_dropped(token):
                skipped = 1
            elif self._nested:
                self._feed_nested(token)
            elif token.kind == "text":
                self._text(token.value)
            elif token.kind == "end":
                self._ends.pop()()
            else:
                self._start(token)
        self._cut()

    def _is_dropped(self, token: Token) -> bool:
        if token.value in VOID:
            return False
        if not _DROPPED_CLASSES.isdisjoint(classes_of(token)):
            self._cut()
            return True
        if token.value == "div" and token.attributes.get("data-block") in _LEAVES:
            self._cut()
            self._reference(BlockType(token.attributes["data-block"]), token)
            return True
        if token.value in PLAYERS:
            self._player(token)
            return True
        return False

    # What begins

    def _start(self, token: Token) -> None:
        name = token.value
        if name in NAMES:
            self._run.start(token)
            self._ends.append(self._run.end)
        elif name == "br":
            self._run.line_break()
        elif name == "img":
            self._picture(token)
        elif name in VOID:
            if name == "hr":
                self._cut()
        elif name in ("ul", "ol", "table"):
            self._cut()
            self._nested = Nested(name)
            self._nested_root = token
        elif name in BLOCKS:
            self._cut()
            self._ends.append(self._block(token))
        else:
            self._ends.append(_nothing)

    def _block(self, token: Token) -> Callable[[], None]:
        """Open a block-level element and say what its end does."""
        name = token.value
        if name == "figure":
            begun = len(self.pieces)
            return lambda: self._end_figure(begun)
        if name == "pre":
            self._is_preformatted = True
        elif name in HEADINGS:
            self._kind = BlockType.SUBHEADING
        block_type = self._holder_type(token)
        if block_type:
            holder = Holder(block_type, attributes_of(name, token))
            if address := social_address(token):
                holder = Holder(BlockType.EMBED, {"address": address})
            self._holders.append(holder)
            return self._end_holder
        if name == "p" or name in HEADINGS:
            self._attributes = attributes_of("h2" if name in HEADINGS else "p", token)
        if name == "figcaption" or not _CREDIT_CLASSES.isdisjoint(classes_of(token)):
            self._role = "caption" if name == "figcaption" else "credit"
        return self._end_block

    def _holder_type(self, token: Token) -> BlockType | None:
        if token.value == "blockquote":
            return BlockType.QUOTE
        given = token.attributes.get("data-block")
        if token.value == "div" and given in allowlist.BLOCK_TAGS["div"]:
            return BlockType(given)
        return None

    # What ends

    def _end_block(self) -> None:
        self._cut()
        self._kind, self._role, self._attributes = BlockType.PARAGRAPH, "", {}
        self._is_preformatted = False

    def _end_holder(self) -> None:
        self._end_block()
        holder = self._holders.pop()
        if not self._holders and (not self.pieces or self.pieces[-1].holder is not holder):
            self.pieces.append(Piece(BlockType.PARAGRAPH, "", holder=holder))

    def _end_figure(self, begun: int) -> None:
        """The words of a figure belong to its first picture, if it has one."""
        self._cut()
        inside = self.pieces[begun:]
        pictures = [piece for piece in inside if piece.type == BlockType.PICTURE]
        if not pictures:
            return
        for piece in inside:
            if piece.type == BlockType.PARAGRAPH and piece.html:
                role = piece.role or "caption"
                said = pictures[0].attributes.get(role, "")
                pictures[0].attributes[role] = f"{said} {text_of(piece.html)}".strip()
        self.pieces[begun:] = [piece for piece in inside if piece.type != BlockType.PARAGRAPH]

    # What stands between

    def _text(self, text: str) -> None:
        lines = text.split("\n") if self._is_preformatted else [text]
        for number, line in enumerate(lines):
            if number:
                self._run.line_break()
            if self._run.breaks and line.strip():
                # Two line breaks are how old systems write a paragraph; a heading has but one line.
                if self._kind == BlockType.SUBHEADING:
                    self._run.breaks = 0
                    self._run.text(" ")
                elif self._run.breaks > 1:
                    self._cut()
            self._run.text(line)

    def _cut(self) -> None:
        if html := self._run.cut():
            self._add(Piece(self._kind, html, self._attributes, role=self._role))
            # Of a split paragraph the first part keeps the id.
            self._attributes = {k: v for k, v in self._attributes.items() if k != "id"}

    def _add(self, piece: Piece) -> None:
        piece.holder = self._holders[0] if self._holders else None
        self.pieces.append(piece)

    def _reference(self, block_type: BlockType, token: Token, **attributes: str) -> None:
        attributes |= attributes_of("div", token)
        # A reference parts the container it stands in.
        self.pieces.append(Piece(block_type, "", attributes))

    def _picture(self, token: Token) -> None:
        found = token.attributes
        alt = " ".join(found.get("alt", "").split())
        if not _EMOJI_CLASSES.isdisjoint(classes_of(token)):
            self._run.text(alt)
        elif found.get("src") and not {found.get("width"), found.get("height")} & {"0", "1"}:
            self._cut()
            self._reference(BlockType.PICTURE, Token("start", "div"), src=found["src"], alt=alt)

    def _player(self, token: Token) -> None:
        self._cut()
        if address := player_address(token):
            self._reference(BlockType.EMBED, Token("start", "div"), address=address)

    def _feed_nested(self, token: Token) -> None:
        assert self._nested  # noqa: S101 - narrows the type; the caller has looked
        if token.kind == "start" and token.value == "img":
            self._picture(token)
        if not self._nested.feed(token):
            return
        name = self._nested_root.value
        attributes = attributes_of(name, self._nested_root)
        html = self._nested.html
        if name == "table":
            inner = {key: value for key, value in attributes.items() if key in ("lang", "dir")}
            html = html and f"{start_tag('table', inner)}{html}</table>"
        elif name == "ol":
            attributes["ordered"] = "ordered"
        if html:
            kind = BlockType.TABLE if name == "table" else BlockType.LIST
            self._add(Piece(kind, html, attributes))
        self._nested = None


def _nothing() -> None:
    """An element that makes no difference ends."""


def _legible(stream: Iterable[Token]) -> Iterator[Token]:
    """The tokens without what a character reference smuggled in."""
    for token in stream:
        is_text = token.kind == "text"
        yield Token("text", allowlist.strip_controls(token.value)) if is_text else token


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of any markup."""
    reader = _Reader()
    reader.read(_legible(balanced(tokens(allowlist.strip_controls(html)))))
    return numbered(block for block in gathered(reader.pieces) if not block.is_empty)


def read(html: str) -> tuple[Block, ...]:
    """The blocks of a stored text."""
    return blocks_of(allowlist.clean(html))
