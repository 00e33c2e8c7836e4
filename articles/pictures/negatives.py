"""
Opens a file by its content and decodes it, under the limits of what is taken in.

Called in the lab, where a decoder that goes wrong harms nobody.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from PIL import AvifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from articles.pictures.colour import on_paper
from articles.pictures.intake import (
    FORMATS,
    MOST_HEIGHT,
    MOST_PIXELS,
    Content,
    UnusablePicture,
    refuse_at_sight,
)

# Imported here, so that Pillow does not look for all the others.
PLUGINS = (AvifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin)

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Of these an upright picture is as wide as the stored one is high.
_LYING = (5, 6, 7, 8)
# What Pillow says of a PNG whose text or profile unpacks to more than a megabyte.
_OVERFULL = ("Decompressed data too large", "Too much memory used in text chunks")


class Negative:
    """An opened file: the size of the upright picture is known, no pixel is decoded."""

    def __init__(self, file: BinaryIO, content: Content) -> None:
        """Raises UnusablePicture."""
        found = refuse_at_sight(content)
        if found == "WEBP":
            # The decoder makes room for the canvas as soon as it is asked for its size.
            _measure(*_webp_size(content[:32]))
        with _damage():
            self._image = Image.open(file, formats=FORMATS)
        _measure(self._image.width, self._image.height)
        if found == "PNG":
            # Its EXIF may stand behind the pixels, and Pillow reads these when asked for it.
            with _damage():
                self._image.load()
        # A JPEG may hold further pictures for devices (MPF); the first one is the photograph.
        if getattr(self._image, "n_frames", 1) > 1 and self._image.format != "MPO":
            raise UnusablePicture("animated")
        self._orientation = self._read_orientation()
        self.width, self.height = self._image.size
        if self._orientation in _LYING:
            self.width, self.height = self.height, self.width
        if self.height > MOST_HEIGHT:
            raise UnusablePicture("too-large")

    @property
    def info(self) -> dict[Any, Any]:
        """What Pillow found beside the pixels; gone when these are decoded."""
        return self._image.info

    @property
    def exif(self) -> Image.Exif:
        """Empty where it is broken."""
        try:
            return self._image.getexif()
        except Exception:
            return Image.Exif()

    def decode(self, factor: int = 1) -> Image.Image:
        """
        The upright picture in RGB, smaller by a whole factor or a little less; only once.

        Raises UnusablePicture where the file does not reach to its end.
        """
        image: Image.Image = self._image
        with _damage():
            # JPEG can be decoded at a half, a quarter and an eighth for a fraction of the time.
            before = image.width
            self._image.draft(None, (max(image.width // factor, 1), max(image.height // factor, 1)))
            if image.format == "WEBP":
                image = _webp_frame(image)
            image.load()
            done = max(round(before / image.width), 1)
            small = on_paper(image, max(factor // done, 1))
            turn = _TURNS.get(self._orientation)
            upright = small if turn is None else small.transpose(turn)
        # Pillow would write a JPEG's comment into everything that is made of it.
        upright.info.clear()
        return upright

    def _read_orientation(self) -> int:
        orientation = self.exif.get(_ORIENTATION, 1)
        return orientation if orientation in _TURNS else 1


def _measure(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise UnusablePicture("too-large")


def _webp_size(head: bytes) -> tuple[int, int]:
    """Width and height by the head of a WebP file; nothing where it says none."""
    if head[12:16] == b"VP8X":
        return (
            int.from_bytes(head[24:27], "little") + 1,
            int.from_bytes(head[27:30], "little") + 1,
        )
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return (
        int.from_bytes(head[26:28], "little") & 0x3FFF,
        int.from_bytes(head[28:30], "little") & 0x3FFF,
    )


def _webp_frame(image: Any) -> Image.Image:
    """
    The first frame of a WebP file.

    As Pillow's own `load`, but the decoder's canvases go before an image is made: of 40
    megapixels this spares 160 MB.
    """
    decoder, image._decoder = image._decoder, None
    frame = decoder.get_next()
    if frame is None:
        raise OSError("broken WebP file")
    del decoder
    # Bytes and image share their memory.
    decoded = Image.frombuffer(image.rawmode, image.size, frame[0], "raw", image.rawmode, 0, 1)
    decoded.info = image.info
    return decoded


@contextmanager
def _damage() -> Iterator[None]:
    """Whatever a decoder raises, as the reason that an editor understands."""
    try:
        with warnings.catch_warnings():
            # Oddities of metadata; the size is measured before a pixel is decoded.
            warnings.simplefilter("ignore")
            yield
    except UnusablePicture:
        raise
    except MemoryError as error:
        raise UnusablePicture("costly") from error
    except Image.DecompressionBombError as error:
        raise UnusablePicture("too-large") from error
    except Exception as error:
        is_overfull = str(error).startswith(_OVERFULL)
        raise UnusablePicture("overfull" if is_overfull else "damaged") from error
