"""
Turns paragraphs that begin with a bold label word into the typed blocks they announce.

What is said is never thrown away: a label with nothing to announce stays a paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.body import labels
from articles.body.blocks import Block, BlockType
from articles.body.inline import text_of, without_beginning
from articles.body.labels import Label
from articles.body.markup import tokens

# A quotation that is still open after so many paragraphs has lost its closing mark.
_LONGEST_QUOTE = 12

_COLON = re.compile(r"\s*[:：]")
_CLOSING = {'"': '"', "«": "»", "„": "“”", "“": "”", "»": "«", "‹": "›"}
_BOLD = re.compile("</?strong[^>]*>")
_FOLLOWERS = {
    BlockType.BACKGROUND: (BlockType.LIST, BlockType.PARAGRAPH),
    BlockType.READ_ALSO: (BlockType.LIST, BlockType.PARAGRAPH),
    BlockType.QUOTE: (BlockType.QUOTE, BlockType.PARAGRAPH),
    BlockType.SOURCE: (BlockType.PARAGRAPH, BlockType.LIST),
    BlockType.DETAILS: (BlockType.PARAGRAPH, BlockType.LIST),
}
_HEADED = (BlockType.BACKGROUND, BlockType.READ_ALSO)


def _bold_beginning(html: str) -> str:
    """The words in bold with which a run begins."""
    bold, depth = "", 0
    for token in tokens(html):
        if token.kind == "text":
            if not depth:
                break
            bold += token.value
        elif token.value == "strong":
            depth += 1 if token.kind == "start" else -1
        elif token.value == "br" and bold:
            break
    return bold


def _label(block: Block, language_code: str) -> tuple[Label | None, str]:
    """The label with which a block begins, and what stands after it."""
    if block.type == BlockType.SUBHEADING:
        label = labels.recognise(text_of(block.html).strip().rstrip(":"), language_code)
        return (label if label and label.type in _HEADED else None), ""
    if block.type != BlockType.PARAGRAPH:
        return None, ""
    text = text_of(block.html)
    bold = _bold_beginning(block.html)
    if not bold and re.fullmatch(r"[^:]{1,40}:\s*", text):
        # Saved pages print the word over an advertisement plainly.
        label = labels.recognise(text.strip()[:-1], language_code)
        return (label if label and label.type == BlockType.AD_BREAK else None), ""
    head, colon, _ = bold.partition(":")
    length = len(head) + len(colon)
    if not colon and (match := _COLON.match(text, len(bold))):
        length, colon = match.end(), ":"
    label = labels.recognise(head, language_code)
    rest = text[length:].strip()
    if not label or (not colon and (label.speaker or rest[:1].islower())):
        # "Details of the deal" in bold is how a sentence begins.
        return None, ""
    if label.type == BlockType.AD_BREAK and rest:
        return None, ""
    return label, without_beginning(block.html, length)


def _stays_open(text: str, mark: str, was_open: bool) -> bool:
    """
    Whether a quotation begun with the mark goes on. One that opens a further paragraph anew does
    not count.
    """
    if was_open:
        text = text.lstrip().removeprefix(mark)
    closed = sum(map(text.count, _CLOSING[mark]))
    if mark == '"':
        return was_open != (closed % 2 == 1)
    return was_open + text.count(mark) > closed


class _Labeller:
    def __init__(self, blocks: Sequence[Block], language_code: str) -> None:
        self._blocks = blocks
        self._language_code = language_code
        self._next = 0

    def all(self) -> tuple[Block, ...]:
        result = []
        while self._next < len(self._blocks):
            block = self._blocks[self._next]
            self._next += 1
            label, html = _label(block, self._language_code)
            result.append((label and self._typed(block, label, html)) or block)
        return tuple(result)

    def _plain(self, *types: BlockType) -> Block | None:
        """The next block, if it is of such a type and has no label of its own."""
        block = next(iter(self._blocks[self._next : self._next + 1]), None)
        if block and block.type in types and not _label(block, self._language_code)[0]:
            return block
        return None

    def _announced(self, label: Label) -> Block | None:
        """The block that a label on a line of its own announces."""
        block = self._plain(*_FOLLOWERS[label.type])
        if block and label.type == BlockType.READ_ALSO and "<a " not in block.html:
            return None
        return block

    def _typed(self, block: Block, label: Label, html: str) -> Block | None:
        """
        The block that the label makes of its paragraph and what follows, or None if it has
        nothing to announce.
        """
        if label.type == BlockType.AD_BREAK:
            return Block(label.type, block.id)
        inner = self._content(label, html)
        if not inner:
            return None
        attributes = {k: v for k, v in block.attributes.items() if k in ("lang", "dir")}
        if label.type == BlockType.QUOTE:
            attributes["speaker"] = label.speaker
            inner += self._continued(text_of(inner).lstrip())
        return replace(block, type=label.type, html=inner, attributes=attributes)

    def _content(self, label: Label, html: str) -> str:
        follower = None
        if not html:
            follower = self._announced(label)
        elif label.type == BlockType.BACKGROUND and text_of(html).endswith(":"):
            follower = self._plain(BlockType.LIST)
        if label.type == BlockType.READ_ALSO:
            html = _BOLD.sub("", html)
        inner = f"<p>{html}</p>" if html else ""
        if follower:
            self._next += 1
            inner += _as_content(follower)
        return inner

    def _continued(self, text: str) -> str:
        """The further paragraphs of a quotation that its first one leaves open."""
        mark, position, taken = text[:1], self._next, ""
        is_open = mark in _CLOSING and _stays_open(text, mark, False)
        while is_open and self._next - position < _LONGEST_QUOTE:
            follower = self._plain(BlockType.PARAGRAPH)
            if not follower:
                break
            taken += _as_content(follower)
            is_open = _stays_open(text_of(follower.html), mark, True)
            self._next += 1
        if is_open:
            self._next, taken = position, ""
        return taken


def _as_content(block: Block) -> str:
    """A block as it is written inside a container."""
    if block.type == BlockType.PARAGRAPH:
        return f"<p>{block.html}</p>"
    if block.type == BlockType.LIST:
        tag = "ol" if "ordered" in block.attributes else "ul"
        return f"<{tag}>{block.html}</{tag}>"
    return block.html


def recognise(blocks: Sequence[Block], language_code: str) -> tuple[Block, ...]:
    return _Labeller(blocks, language_code).all()
