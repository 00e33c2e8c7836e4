"""
Structural similarity of two pictures, as published: Z. Wang et al., 2004, on luminance.

Windows of 11 × 11 px under a Gaussian of σ 1.5, K1 = 0.01, K2 = 0.03, L = 255. Pillow alone, so
that no test needs a library of numbers.
"""

import math

from PIL import Image, ImageMath

RADIUS = 5
SIGMA = 1.5
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

_RAW = [math.exp(-(step**2) / (2 * SIGMA**2)) for step in range(-RADIUS, RADIUS + 1)]
WEIGHTS = [one / sum(_RAW) for one in _RAW]


def likeness(one: Image.Image, other: Image.Image) -> float:
    """The mean structural similarity of two pictures of one size; 1.0 means equal."""
    x, y = (image.convert("L").convert("F") for image in (one, other))
    mean_x, mean_y = _blurred(x), _blurred(y)
    spread_x, spread_y, common = (
        _of(lambda a, b, c, d: a - c * d, _blurred(_of(lambda a, b: a * b, p, q)), p, m, n)
        for p, q, m, n in ((x, x, mean_x, mean_x), (y, y, mean_y, mean_y), (x, y, mean_x, mean_y))
    )
    above = _of(lambda m, n, s: (m * n * 2 + C1) * (s * 2 + C2), mean_x, mean_y, common)
    below = _of(
        lambda m, n, s, t: (m * m + n * n + C1) * (s + t + C2), mean_x, mean_y, spread_x, spread_y
    )
    index = _of(lambda a, b: a / b, above, below)
    return index.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))


def _of(reckoning, *images):
    """Images of floating numbers, reckoned with pixel by pixel."""
    names = "abcdefgh"[: len(images)]
    given = dict(zip(names, images, strict=True))
    return ImageMath.lambda_eval(lambda all_: reckoning(*(all_[name] for name in names)), **given)


def _blurred(image):
    """Each pixel the weighted mean of its window, where that lies inside the picture."""
    return _summed(_summed(image, 1, 0), 0, 1)


def _summed(image, across, down):
    wide, high = image.width - 2 * RADIUS * across, image.height - 2 * RADIUS * down
    total = Image.new("F", (wide, high))
    for step, weight in enumerate(WEIGHTS):
        left, top = step * across, step * down
        part = image.crop((left, top, left + wide, top + high))
        total = _of(lambda a, b, weight=weight: a + b * weight, total, part)
    return total
