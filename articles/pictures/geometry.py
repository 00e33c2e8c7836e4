"""
Shapes and sizes of renditions, computed from plain numbers.

A focal point and a crop by hand are shares of the picture's sides, so that they mean the same
in every size.
"""

from dataclasses import dataclass

# What a picture is cut to, as width to height. `share` is the card of social networks.
SHAPES = {
    "wide": (16, 9),
    "classic": (4, 3),
    "square": (1, 1),
    "portrait": (4, 5),
    "share": (1200, 630),
}
# Not cut at all.
WHOLE = "whole"


@dataclass(frozen=True)
class Box:
    """A part of a picture, in px of the upright original."""

    left: int
    top: int
    width: int
    height: int


def cut(
    width: int,
    height: int,
    shape: str,
    focal: tuple[float, float] = (0.5, 0.5),
    by_hand: list[float] | None = None,
) -> Box:
    """
    The part of a picture that a shape shows.

    The largest that fits, its middle as near to the focal point as the edges allow. `by_hand` is
    an editor's [left, top, width, height] in shares; it is brought to the shape's proportion
    inside itself.
    """
    if shape == WHOLE:
        return Box(0, 0, width, height)
    if by_hand is not None:
        left, top, wide, high = by_hand
        outer = Box(
            min(round(left * width), width - 1),
            min(round(top * height), height - 1),
            max(1, min(round(wide * width), width - round(left * width))),
            max(1, min(round(high * height), height - round(top * height))),
        )
        return _fitted(outer, SHAPES[shape], (0.5, 0.5))
    return _fitted(Box(0, 0, width, height), SHAPES[shape], focal)


def _fitted(outer: Box, proportion: tuple[int, int], focal: tuple[float, float]) -> Box:
    """The largest box of a proportion inside another one, about a point of it."""
    across, down = proportion
    wide = min(outer.width, max(1, round(outer.height * across / down)))
    high = min(outer.height, max(1, round(outer.width * down / across)))
    left = min(max(round(outer.width * focal[0] - wide / 2), 0), outer.width - wide)
    top = min(max(round(outer.height * focal[1] - high / 2), 0), outer.height - high)
    return Box(outer.left + left, outer.top + top, wide, high)


def rendition_size(width: int, height: int, wanted: int) -> tuple[int, int]:
    """Width and height of a rendition; the height is never rounded to nothing."""
    return wanted, max(1, round(height * wanted / width))
