"""
Rewrites one list or one table with everything in it; what does not belong there becomes lines of
its cells.
"""

from collections.abc import Mapping

from articles.body import allowlist
from articles.body.inline import NAMES, Run
from articles.body.markup import BLOCKS, VOID, Token, start_tag

DEEPEST_LIST = 5

_LISTS = frozenset({"ul", "ol"})
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_PARENTS = {
    "ul": frozenset({"ul", "ol", "li"}),
    "ol": frozenset({"ul", "ol", "li"}),
    "li": _LISTS,
    "caption": frozenset({"table"}),
    **dict.fromkeys(_ROW_GROUPS, frozenset({"table"})),
    "tr": frozenset({"table"}) | _ROW_GROUPS,
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
}
# What words that stand outside any cell are put into.
_FOUNDLING = {
    **dict.fromkeys(_LISTS, ("<li>", "</li>")),
    **dict.fromkeys(_ROW_GROUPS | {"table"}, ("<tr><td>", "</td></tr>")),
    "tr": ("<td>", "</td>"),
}


class Nested:
    """
    Everything between the tags of one outermost list or table. `feed` says when the end has come.
    """

    def __init__(self, name: str) -> None:
        self._run = Run()
        self._parts: list[str] = []
        self._structure = [name]
        self._ends: list[
            str | None
        ] = []  # for every open element: what closes it; None for inline ones
        self._foundling = ""
        self._is_empty = True

    def feed(self, token: Token) -> bool:
        if token.kind == "text":
            self._text(token.value)
        elif token.kind == "end":
            return self._end()
        elif token.value in NAMES:
            self._ends.append(None)
            self._run.start(token)
        elif token.value in VOID:
            if token.value in ("br", "hr"):
                self._run.line_break()
        else:
            self._start(token)
        return False

    def _text(self, text: str) -> None:
        around = _FOUNDLING.get(self._structure[-1])
        if around and text.strip() and not self._foundling:
            self._parts.append(around[0])
            self._foundling = around[1]
        self._run.text(text)

    def _settle(self) -> None:
        """Write the words collected so far, before a tag of the structure."""
        words = self._run.cut()
        self._is_empty = self._is_empty and not words
        self._parts += filter(None, (words, self._foundling))
        self._foundling = ""

    def _start(self, token: Token) -> None:
        name = token.value
        too_deep = name in _LISTS and len(self._structure) >= 2 * DEEPEST_LIST
        if too_deep or self._structure[-1] not in _PARENTS.get(name, ()):
            self._ends.append("")
            if name in BLOCKS:
                self._run.line_break()
            return
        self._settle()
        closing = f"</{name}>"
        if name in _LISTS and self._structure[-1] in _LISTS:
            # A list directly in a list belongs to the item before it.
            if self._parts and self._parts[-1] == "</li>":
                self._parts.pop()
            else:
                self._parts.append("<li>")
            closing += "</li>"
            self._structure.append("li")
        self._structure.append(name)
        self._parts.append(start_tag(name, allowlist.attributes(name, _plain(token.attributes))))
        self._ends.append(closing)

    def _end(self) -> bool:
        if not self._ends:
            self._settle()
            return True
        closing = self._ends.pop()
        if closing is None:
            self._run.end()
        elif not closing:
            self._run.line_break()
        else:
            self._settle()
            self._structure.pop()
            if closing.endswith("l></li>"):
                self._structure.pop()
                self._parts += closing.removesuffix("</li>"), "</li>"
            else:
                self._parts.append(closing)
        return False

    @property
    def html(self) -> str:
        """The inner markup, or nothing if there is not a word in it."""
        return "" if self._is_empty else "".join(self._parts)


def _plain(attributes: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a list or cell inside another may keep: it is no block of its own."""
    return [(name, value) for name, value in attributes.items() if not name.startswith("data-")]
