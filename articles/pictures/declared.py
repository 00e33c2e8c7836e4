"""
Which renditions a picture has: only these can be asked for. Pure; knows no model.

Widths follow the layout: each place's width in CSS px from 320 to 1920 px of screen, at one, two
and three device pixels, in steps of at most a half.
"""

import hashlib
import json
from dataclasses import astuple, dataclass

from articles.pictures.darkroom import Notice, Print
from articles.pictures.geometry import WHOLE, Box, rendition_size

# Raised when the darkroom would make other files of the same picture: their addresses change.
DARKROOM = 1

# A picture narrower than a width has its own as the last one, where that gains so much.
WORTH_ITS_OWN = 1.25


@dataclass(frozen=True)
class Declared:
    """The widths, px, and formats that one cut is kept in."""

    widths: tuple[int, ...]
    extensions: tuple[str, ...] = ("avif", "webp", "jpg")


DECLARED = {
    # In an article, in feeds, behind the links of the light form.
    WHOLE: Declared((360, 720, 1080, 1440, 2000)),
    # The lead of a front page.
    "wide": Declared((360, 720, 1080, 1440, 2000)),
    # All other stories of a front page.
    "classic": Declared((240, 360, 480, 720, 1080, 1440)),
    # Portraits.
    "square": Declared((144, 288, 384)),
    # Social networks take no other format for sure.
    "share": Declared((1200,), ("jpg",)),
}


def widths(shape: str, box: Box) -> list[int]:
    """The widths, px, of a cut; none is wider than the part of the picture that it shows."""
    declared = DECLARED[shape].widths
    fitting = [width for width in declared if width <= box.width]
    is_between = box.width < declared[-1]
    if not fitting or (is_between and box.width >= fitting[-1] * WORTH_ITS_OWN):
        fitting.append(box.width)
    return fitting


def prints(shape: str, box: Box) -> dict[str, Print]:
    """All renditions of a cut, by the name of their file."""
    found = {}
    for width in widths(shape, box):
        size = rendition_size(box.width, box.height, width)
        for extension in DECLARED[shape].extensions:
            found[f"{width}.{extension}"] = Print(box, *size, extension)
    return found


def cut_name(shape: str, box: Box, notice: Notice) -> str:
    """
    The name of a cut, which is another one for any other content.

    Its eight digits come of all that a rendition depends on besides the original.
    """
    depends_on = json.dumps([DARKROOM, astuple(box), astuple(notice)])
    return f"{shape}-{hashlib.sha256(depends_on.encode()).hexdigest()[:8]}"
