"""Pictures of the corpus: a sky, a sun and two hills in as many colours as there are pictures."""

import colorsys
import io
import random

from PIL import Image, ImageDraw

WIDTH_PX, HEIGHT_PX = 720, 405


def drawing(number):
    """A picture file's bytes; the same number gives the same picture."""
    chance = random.Random(f"{number} drawing")  # noqa: S311 -- no secret
    image = Image.linear_gradient("L").resize((WIDTH_PX, HEIGHT_PX))
    hue = chance.random()
    image = _coloured(image, _colour(hue, 0.9), _colour(hue + 0.12, 0.55))
    pencil = ImageDraw.Draw(image)
    sun, radius = (chance.randrange(WIDTH_PX), chance.randrange(60, 200)), chance.randrange(24, 60)
    pencil.circle(sun, radius, fill=_colour(hue + 0.5, 0.95))
    for lightness in (0.4, 0.25):
        peak = chance.randrange(WIDTH_PX)
        top, width = chance.randrange(190, 330), chance.randrange(500, 1100)
        pencil.ellipse((peak - width, top, peak + width, top + 500), fill=_colour(hue, lightness))
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()


def _colour(hue, lightness):
    parts = colorsys.hls_to_rgb(hue % 1, lightness, 0.45)
    return tuple(round(255 * part) for part in parts)


def _coloured(grey, top, bottom):
    image = Image.new("RGB", grey.size, top)
    image.paste(Image.new("RGB", grey.size, bottom), mask=grey)
    return image
