"""
The places that a rendered text leaves open: pictures, pointers to other stories, embeds and ad
breaks.

They are filled when the page is made, so that a retitled or withdrawn neighbour is right
everywhere. A hole is a comment; the allow-list lets none through and escapes "<", so no copy can
forge one.
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, unquote

_HOLE = re.compile(r"<!--hole:([a-z-]+):([a-z0-9]+):([A-Za-z0-9%._~]*)-->")


class Hole(NamedTuple):
    kind: str
    block_id: str
    ref: str

    def __str__(self) -> str:
        # quote() leaves hyphens alone, but a comment must not contain two.
        ref = quote(self.ref, safe="").replace("-", "%2D")
        return f"<!--hole:{self.kind}:{self.block_id}:{ref}-->"


def _hole(match: re.Match[str]) -> Hole:
    return Hole(match[1], match[2], unquote(match[3]))


def holes(rendered: str) -> list[Hole]:
    return [_hole(match) for match in _HOLE.finditer(rendered)]


def fill(rendered: str, draw: Callable[[Hole], str]) -> str:
    """Put what `draw` returns, trusted HTML or nothing, in the place of each hole."""
    return _HOLE.sub(lambda match: draw(_hole(match)), rendered)
