"""
How strongly a format may press a picture: the quality at which it still looks like itself.

One quality for all would waste bytes on skies and smear grain. So a picture is pressed once or
twice at a middling size, and the quality that reaches the likeness aimed at is kept (decision 14).
"""

import io
import math
from collections.abc import Callable

from PIL import Image, ImageMath

# Structural similarity to the uncompressed rendition (Wang et al., 2004), in blocks of 8 × 8 px,
# which is some thousandths above the same in windows.
LIKENESS = 0.962
# Of the picture on which the quality is tried, in px: a lead picture on a phone.
PROBE_WIDTH, PROBE_HEIGHT = 720, 720

# Per format the lowest quality, the first to try, the highest: above it grain costs more than it
# is worth. A light picture gets at least the second one: its bytes are few, and this measure does
# not see the steps in its skies and the smear in its shadows.
QUALITIES = {"avif": (48, 58, 74), "webp": (64, 78, 92), "jpg": (68, 78, 92)}
LIGHT_BITS_PER_PIXEL = 0.7
# AVIF takes ten times as long as the others: it is tried once, near where WebP has ended.
MOST_TRIES = {"avif": 1, "webp": 3, "jpg": 2}
_AVIF_BELOW_WEBP = 15

# How the logarithm of what is lost falls with each step of quality, until it is measured.
_USUAL_SLOPE = -0.05
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_BLOCK = 8

Press = Callable[[Image.Image, str, int], bytes]


def qualities(image: Image.Image, extensions: set[str], press: Press) -> dict[str, int]:
    """The quality for an RGB picture in each format; `press` encodes it at one."""
    probe = image.copy()
    probe.thumbnail((PROBE_WIDTH, PROBE_HEIGHT), Image.Resampling.LANCZOS, reducing_gap=3)
    # Less than two blocks are not worth the measuring.
    if min(probe.size) < 2 * _BLOCK:
        return {extension: QUALITIES[extension][1] for extension in extensions}
    found = {}
    if "avif" in extensions:
        webp = _quality(probe, "webp", QUALITIES["webp"][1], press)
        found = {"webp": webp, "avif": _quality(probe, "avif", webp - _AVIF_BELOW_WEBP, press)}
    for extension in extensions - found.keys():
        found[extension] = _quality(probe, extension, QUALITIES[extension][1], press)
    return found


def _quality(probe: Image.Image, extension: str, first: int, press: Press) -> int:
    lowest, usual, highest = QUALITIES[extension]
    grey = probe.convert("L").convert("F")
    aim, slope = math.log(1 - LIKENESS), _USUAL_SLOPE
    tried = min(max(first, lowest), highest)
    losses: dict[int, float] = {}
    for _ in range(MOST_TRIES[extension]):
        if tried in losses:
            break
        content = press(probe, extension, tried)
        if len(content) * 8 < LIGHT_BITS_PER_PIXEL * probe.width * probe.height:
            lowest = usual
        with Image.open(io.BytesIO(content)) as pressed:
            losses[tried] = _loss(grey, pressed.convert("L").convert("F"))
        if len(losses) > 1:
            one, other = sorted(losses)[:2]
            # Noise of the measure must not send the search away.
            measured = (losses[other] - losses[one]) / (other - one)
            slope = min(max(measured, 3 * _USUAL_SLOPE), _USUAL_SLOPE / 3)
        wanted = tried + math.ceil((aim - losses[tried]) / slope)
        tried = min(max(wanted, lowest), highest)
    return tried


def _loss(one: Image.Image, other: Image.Image) -> float:
    """The logarithm of what is missing to the full likeness of two grey pictures of one size."""
    mean, mean_other = one.reduce(_BLOCK), other.reduce(_BLOCK)
    square, square_other = (_times(one, one).reduce(_BLOCK), _times(other, other).reduce(_BLOCK))
    both = _times(one, other).reduce(_BLOCK)
    index = ImageMath.lambda_eval(
        lambda of: (
            (of["m"] * of["n"] * 2 + _C1)
            * ((of["b"] - of["m"] * of["n"]) * 2 + _C2)
            / (
                (of["m"] * of["m"] + of["n"] * of["n"] + _C1)
                * (of["s"] - of["m"] * of["m"] + of["t"] - of["n"] * of["n"] + _C2)
            )
        ),
        m=mean,
        n=mean_other,
        s=square,
        t=square_other,
        b=both,
    )
    likeness = index.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return math.log(max(1 - likeness, 1e-6))


def _times(one: Image.Image, other: Image.Image) -> Image.Image:
    product: Image.Image = ImageMath.lambda_eval(lambda of: of["a"] * of["b"], a=one, b=other)
    return product
