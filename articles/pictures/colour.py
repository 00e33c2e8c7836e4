"""
Colours of any file as screens show them: eight bits of sRGB on white paper.

Works in strips, so that of a large picture never two copies stand in memory.
"""

import io
from typing import Any

from PIL import Image, ImageCms

STRIP_PX = 256

_SRGB = ImageCms.createProfile("sRGB")
# The colour space of a profile that fits a mode; any other profile is a mistake of the file's.
_SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}


def on_paper(image: Image.Image, factor: int = 1) -> Image.Image:
    """
    A decoded picture in sRGB, smaller by a whole factor; what is transparent becomes white.

    Of 16 bits the upper 8 are kept. A colour profile that cannot be used counts as none.
    """
    profile = image.info.get("icc_profile")
    transform = _to_srgb(profile, _plain_mode(image)) if profile else None
    if image.mode == "RGB" and factor == 1 and transform is None and not _is_clear(image):
        return image
    size = -(-image.width // factor), -(-image.height // factor)
    paper = Image.new("RGB", size, "white")
    height = max(STRIP_PX // factor, 1) * factor
    for top in range(0, image.height, height):
        strip = image.crop((0, top, image.width, min(top + height, image.height)))
        paper.paste(*_strip(strip, factor, transform, (0, top // factor)))
    return paper


def _strip(
    strip: Image.Image, factor: int, transform: Any, place: tuple[int, int]
) -> tuple[Image.Image, tuple[int, int], Image.Image | None]:
    """What to paste, where, and through which mask."""
    is_clear = _is_clear(strip)
    plain = strip.convert("RGBA") if is_clear else _plain(strip)
    if factor > 1:
        plain = plain.reduce(factor)
    mask = plain.getchannel("A") if is_clear else None
    if is_clear:
        plain = plain.convert("RGB")
    if transform is None:
        return plain.convert("RGB"), place, mask
    coloured = ImageCms.applyTransform(plain, transform)
    return coloured or plain, place, mask


def _is_clear(image: Image.Image) -> bool:
    return image.has_transparency_data and not image.mode.startswith("I")


def _plain_mode(image: Image.Image) -> str:
    """The mode in which a picture's colours meet its profile."""
    if image.mode in ("L", "CMYK") and not _is_clear(image):
        return image.mode
    return "L" if image.mode.startswith("I") or image.mode == "1" else "RGB"


def _plain(strip: Image.Image) -> Image.Image:
    if strip.mode.startswith("I"):
        return strip.point(lambda value: value / 256).convert("L")
    mode = _plain_mode(strip)
    return strip if strip.mode == mode else strip.convert(mode)


def _to_srgb(profile: bytes, mode: str) -> Any:
    """A transform from a file's profile; None where there is nothing to do, or no way to do it."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        described = ImageCms.getProfileDescription(source)
        if source.profile.xcolor_space.strip() != _SPACES[mode] or described.startswith("sRGB"):
            return None
        return ImageCms.buildTransform(
            source,
            _SRGB,
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
