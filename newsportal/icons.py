"""Draws the logo as the icons of an installed paper; the same shapes as static/logo.svg."""

from pathlib import Path

from PIL import Image, ImageDraw

PAPER, INK, LIVE = "#fffdf9", "#17191c", "#a8201a"
# The logo's own square, and how often finer than the icon it is drawn.
SIDE = 32
FINER = 4
# Systems cut maskable icons to their own shapes: what matters stays within the inner 80 %.
MASKABLE_SCALE = 0.7
ICONS = {
    "icon-192.png": (192, 0.92),
    "icon-512.png": (512, 0.92),
    "maskable-512.png": (512, MASKABLE_SCALE),
    "touch-180.png": (180, MASKABLE_SCALE),
}


def draw_icons(folder: Path) -> None:
    """Write every icon into the folder."""
    for name, (size_px, scale) in ICONS.items():
        draw_icon(size_px, scale).save(folder / name, optimize=True)


def draw_icon(size_px: int, scale: float) -> Image.Image:
    """The logo on paper, filling so much of a square of this side."""
    side = size_px * FINER
    image = Image.new("RGB", (side, side), PAPER)
    pen = ImageDraw.Draw(image)
    unit = side * scale / SIDE
    shift = side * (1 - scale) / 2

    def at(x: float, y: float) -> tuple[float, float]:
        return shift + x * unit, shift + y * unit

    def disc(x: float, y: float, radius: float, colour: str) -> None:
        pen.ellipse([at(x - radius, y - radius), at(x + radius, y + radius)], fill=colour)

    disc(16, 16, 14.75, INK)
    disc(16, 16, 12.25, PAPER)
    for step in range(1201):
        disc(*_meridian(step / 1200), 1.25, INK)
    pen.rectangle([at(2.5, 14.75), at(29.5, 17.25)], fill=INK)
    disc(21.5, 16, 3.6, LIVE)
    return image.resize((size_px, size_px), Image.Resampling.LANCZOS).quantize(
        64, dither=Image.Dither.NONE
    )


def _meridian(t: float) -> tuple[float, float]:
    """A point of the curve from pole to pole: M16 2.5 C9 9 9 23 16 29.5."""
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    points = ((16, 2.5), (9, 9), (9, 23), (16, 29.5))
    return (
        sum(weight * x for weight, (x, _y) in zip(weights, points, strict=True)),
        sum(weight * y for weight, (_x, y) in zip(weights, points, strict=True)),
    )
