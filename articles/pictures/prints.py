"""
From a decoded picture to its prints: cut, made smaller, encoded. Pillow only.

A print carries the notice and nothing else of the file it was made from.
"""

import io
from typing import Any

from PIL import Image

from articles.pictures import exposure

# How much larger than a print the picture must be of which it is made without a visible loss.
GAP = 2

# Speed 6 costs half as much time again as 7, for 10 % fewer bytes at the same likeness; the
# tuning for structural similarity gives detail its bytes (measured, decision 14). One thread, so
# that a storm of prints leaves readers their processors.
_ENCODERS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"speed": 6, "max_threads": 1, "advanced": {"tune": "ssim"}}),
    "webp": ("WEBP", {"method": 4}),
    "jpg": ("JPEG", {"optimize": True, "progressive": True}),
}


def factor_for(size: tuple[int, int], prints: list[dict[str, Any]]) -> int:
    """By how much a picture of a size may be made smaller before the prints are made of it."""
    room = min(min(one["box"][2] / one["width"], one["box"][3] / one["height"]) for one in prints)
    return max(int(min(room / GAP, *size)), 1)


def make(
    image: Image.Image, size: tuple[int, int], prints: list[dict[str, Any]], packet: bytes
) -> list[bytes]:
    """
    The prints of a picture as bytes, in the order asked for.

    `image` is the picture as it was decoded; the boxes of the prints are in px of `size`.
    """
    across, down = image.width / size[0], image.height / size[1]
    qualities = exposure.qualities(image, {one["extension"] for one in prints}, encoded)
    done: dict[int, bytes] = {}
    largest: tuple[list[int], Image.Image] | None = None
    paper: tuple[tuple[Any, ...], Image.Image] | None = None
    # The largest of a box first: smaller ones are made of it.
    order = sorted(range(len(prints)), key=lambda at: (prints[at]["box"], -prints[at]["width"]))
    for at in order:
        one = prints[at]
        what = (one["box"], one["width"], one["height"])
        if paper is None or paper[0] != what:
            wanted = (one["width"], one["height"])
            if (
                largest is not None
                and largest[0] == one["box"]
                and largest[1].width >= GAP * wanted[0]
            ):
                paper = what, largest[1].resize(wanted, Image.Resampling.LANCZOS)
            else:
                left, top, wide, high = one["box"]
                box = left * across, top * down, (left + wide) * across, (top + high) * down
                smaller = image.resize(wanted, Image.Resampling.LANCZOS, box=box, reducing_gap=3)
                paper = what, smaller
                if largest is None or largest[0] != one["box"]:
                    largest = one["box"], smaller
        extension = one["extension"]
        done[at] = encoded(paper[1], extension, qualities[extension], packet)
    return [done[at] for at in range(len(prints))]


def encoded(image: Image.Image, extension: str, quality: int, packet: bytes = b"") -> bytes:
    """A picture as the bytes of a format, with an XMP packet if there is one."""
    image_format, options = _ENCODERS[extension]
    words: dict[str, Any] = {"xmp": packet} if packet else {}
    buffer = io.BytesIO()
    image.save(buffer, image_format, quality=quality, **options, **words)
    return buffer.getvalue()
