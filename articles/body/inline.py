"""
Collects words and their inline markup into one tidy run: nothing empty, no doubled space, always
well nested.
"""

import re

from articles.body import allowlist
from articles.body.markup import Token, escape, start_tag, tokens

# What agencies, word processors and old systems write, and what is meant.
NAMES = {
    **{name: name for name in allowlist.INLINE - {"br"}},
    **dict.fromkeys(("b",), "strong"),
    **dict.fromkeys(("i", "dfn", "var"), "em"),
    **dict.fromkeys(("del", "strike"), "s"),
    **dict.fromkeys(("kbd", "samp", "tt"), "code"),
}
# Without an attribute they say nothing.
_BARE = frozenset({"<a>", "<span>"})
_SPACES = re.compile(r"[ \t\n\r]+")
_EDGE = " \t\n\r\xa0"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"


class Run:
    """
    A run of text. Tags are written only when words follow and closed at each cut.

    An element that stays open over a cut goes on in the next run, as in
    `<b><p>one</p><p>two</p></b>`.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open: list[
            tuple[str, str]
        ] = []  # element, its start tag or "" if it is not to be written
        self._written = 0
        self._gap = ""
        self._is_visible = False
        self.breaks = 0

    def start(self, token: Token) -> None:
        name = NAMES[token.value]
        tag = start_tag(name, allowlist.attributes(name, token.attributes.items()))
        if tag in _BARE or any(tag == other for _, other in self._open):
            tag = ""
        self._open.append((name, tag))

    def end(self) -> None:
        name, tag = self._open.pop()
        if len(self._open) < self._written:
            self._written -= 1
            self._parts.append(f"</{name}>" if tag else "")

    def line_break(self) -> None:
        self.breaks += 1

    def text(self, text: str) -> None:
        words = text.strip(_EDGE)
        before = text[: len(text) - len(text.lstrip(_EDGE))]
        self._widen(before)
        if not words:
            return
        if self._parts:
            self._parts.append("<br>" if self.breaks else escape(self._gap))
        self._gap, self.breaks = "", 0
        for name_and_tag in self._open[self._written :]:
            self._parts.append(name_and_tag[1])
        self._written = len(self._open)
        self._parts.append(escape(_SPACES.sub(" ", words)))
        self._is_visible = self._is_visible or bool(words.strip(_INVISIBLE))
        self._widen(text[len(before) + len(words) :])

    def _widen(self, spaces: str) -> None:
        """One space stands for many; a non-breaking one among them prevails."""
        if spaces:
            self._gap = "\xa0" if "\xa0" in spaces + self._gap else " "

    def cut(self) -> str:
        """The run so far; the next one begins empty, inside the same elements."""
        for name, tag in reversed(self._open[: self._written]):
            self._parts.append(f"</{name}>" if tag else "")
        html = "".join(self._parts) if self._is_visible else ""
        self._parts, self._written, self._gap, self.breaks = [], 0, "", 0
        self._is_visible = False
        return html


def text_of(html: str) -> str:
    """The words of a piece of clean markup; a line break or the edge of a block is a line end."""
    return "".join(
        token.value if token.kind == "text" else "" if token.value in NAMES else "\n"
        for token in tokens(html)
    )


def without_beginning(html: str, length: int) -> str:
    """A clean inline run without its first characters of text."""
    run = Run()
    for token in tokens(html):
        if token.kind == "text":
            run.text(token.value[length:])
            length = max(0, length - len(token.value))
        elif token.value == "br":
            run.line_break()
        elif token.kind == "start":
            run.start(token)
        else:
            run.end()
    return run.cut()
