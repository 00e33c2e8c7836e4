"""
Paper, ink and light for the drawn news pictures, on Pillow alone.

Scenes think on a sheet of 1600 × 1067 units, whatever size is asked for; the sheet is inked at
twice the final size and reduced once, which is what smooths every edge. Knows no subject.
"""

from functools import cache, lru_cache
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageOps

WIDTH, HEIGHT = 1600, 1067
OVERSAMPLING = 2
NOISE_EDGE = 512


def rgb(colour):
    """The three channels of a hex string or a ready tuple."""
    return ImageColor.getrgb(colour)[:3] if isinstance(colour, str) else tuple(colour[:3])


def mix(one, other, share):
    """The colour that lies the given share (0 to 1) of the way from one to the other."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))


def veil(colour, opacity):
    """The colour as a translucent ink."""
    return (*rgb(colour), round(255 * opacity))


def smooth(points, rounds=2):
    """A closed outline with its corners cut, so that cloth and hair fall softly."""
    for _ in range(rounds):
        pairs = zip(points, [*points[1:], points[0]], strict=True)
        points = [
            (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
            for (x0, y0), (x1, y1) in pairs
            for share in (0.25, 0.75)
        ]
    return points


@cache
def _noise_tile():
    """Uniform noise, one grain to a pixel of the finished picture; the same on every machine."""
    grain = Random("paper").randbytes(NOISE_EDGE * NOISE_EDGE)  # noqa: S311 - paper, no secret
    return Image.frombytes("L", (NOISE_EDGE, NOISE_EDGE), grain)


@lru_cache(maxsize=2)
def _noise(size, magnified):
    """Noise that covers the given size; magnified so that grains survive the final reduction."""
    tile = _noise_tile()
    edge = NOISE_EDGE * magnified
    tile = tile.resize((edge, edge), Image.Resampling.NEAREST)
    sheet = Image.new("L", size)
    for x in range(0, size[0], edge):
        for y in range(0, size[1], edge):
            sheet.paste(tile, (x, y))
    return sheet


def _ramp(towards):
    """A ramp of 256 steps that grows towards the named side."""
    ramp = Image.linear_gradient("L")
    turn = {
        "up": Image.Transpose.FLIP_TOP_BOTTOM,
        "left": Image.Transpose.ROTATE_270,
        "right": Image.Transpose.ROTATE_90,
    }
    return ramp.transpose(turn[towards]) if towards in turn else ramp


class Canvas:
    """One sheet in work. All measures are in units of the 1600 × 1067 sheet."""

    def __init__(self, seed, size, units=(WIDTH, HEIGHT)):
        self.random = Random(seed)  # noqa: S311 - the same seed must draw the same picture
        self.size = size
        self.units = units
        self.scale = OVERSAMPLING * max(size[0] / units[0], size[1] / units[1])
        self.image = Image.new("RGB", tuple(round(edge * self.scale) for edge in units))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def _scaled(self, points):
        return [(x * self.scale, y * self.scale) for x, y in points]

    def _box(self, x0, y0, x1, y1):
        """Whole pixels of a box of units, kept inside the sheet."""
        width, height = self.image.size
        left, right = (min(max(round(x * self.scale), 0), width) for x in (x0, x1))
        top, bottom = (min(max(round(y * self.scale), 0), height) for y in (y0, y1))
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def poly(self, points, colour):
        """A filled polygon."""
        self.pen.polygon(self._scaled(points), fill=colour)

    def rect(self, x0, y0, x1, y1, colour):
        """A filled upright box."""
        self.poly([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour)

    def disc(self, x, y, radius, colour, height=None):
        """A filled circle, or an ellipse where its half height is given."""
        tall = radius if height is None else height
        (left, top), (right, bottom) = self._scaled(
            [(x - radius, y - tall), (x + radius, y + tall)]
        )
        self.pen.ellipse((left, top, max(right, left), max(bottom, top)), fill=colour)

    def stroke(self, points, colour, width, round_ends=False):
        """A line through the points; round ends suit limbs and twigs, but not thin wires."""
        pixels = max(1, round(width * self.scale))
        self.pen.line(self._scaled(points), fill=colour, width=pixels, joint="curve")
        if round_ends:
            for x, y in (points[0], points[-1]):
                self.disc(x, y, width / 2, colour)

    def wash(self, stops, box=(0, 0, WIDTH, HEIGHT), mask=None):
        """Fill a box with a vertical gradient through (colour, share of the height) stops."""
        left, top, right, bottom = self._box(*box)
        strip = Image.new("RGB", (1, 512))
        for (one, start), (other, end) in zip(stops, stops[1:], strict=False):
            first, last = round(start * 511), round(end * 511)
            for y in range(first, last + 1):
                strip.putpixel((0, y), mix(one, other, (y - first) / max(last - first, 1)))
        strip = strip.resize((1, bottom - top), Image.Resampling.BILINEAR)
        self.image.paste(strip.resize((right - left, bottom - top)), (left, top), mask)

    def shade(self, points, colour, towards="down", strength=0.6, reach=1.0):
        """
        Stipple a shape with ink that thickens towards one side, as a screen printer shades.

        Reach is the share of the shape that takes ink at all.
        """
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top, right, bottom = self._box(min(xs), min(ys), max(xs), max(ys))
        size = (right - left, bottom - top)
        shape = Image.new("L", size)
        outline = [(x * self.scale - left, y * self.scale - top) for x, y in points]
        ImageDraw.Draw(shape).polygon(outline, fill=round(255 * strength))
        floor = 255 * (1 - reach)
        ramp = _ramp(towards).point(lambda v: max(0, round((v - floor) / max(reach, 0.01))))
        ramp = ramp.resize(size, Image.Resampling.BILINEAR)
        grain = _noise(self.image.size, OVERSAMPLING).crop((left, top, right, bottom))
        dots = ImageChops.subtract(ramp, grain).point(lambda v: min(255, round(v * 2.6)))
        self.image.paste(rgb(colour), (left, top, right, bottom), ImageChops.multiply(dots, shape))

    def shade_box(self, x0, y0, x1, y1, colour, towards="down", strength=0.6, reach=1.0):
        """Stipple an upright box."""
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
        self.shade(corners, colour, towards, strength, reach)

    def glow(self, x, y, radius, colour, strength=0.7, height=None):
        """Light that fades out from a point; an ellipse where its half height is given."""
        tall = radius if height is None else height
        wide, high = round(2 * radius * self.scale), round(2 * tall * self.scale)
        light = ImageOps.invert(Image.radial_gradient("L"))
        light = light.point(lambda v: round(255 * strength * max(0, (v - 75) / 180) ** 1.7))
        light = light.resize((max(wide, 2), max(high, 2)), Image.Resampling.BILINEAR)
        corner = (round((x - radius) * self.scale), round((y - tall) * self.scale))
        self.image.paste(
            rgb(colour), (*corner, corner[0] + light.width, corner[1] + light.height), light
        )

    def mist(self, y0, y1, colour, strength=0.7):
        """A level band of haze, densest in its middle."""
        left, top, right, bottom = self._box(0, y0, self.units[0], y1)
        band = Image.linear_gradient("L").resize((1, 256), Image.Resampling.BOX)
        band = band.point(lambda v: round(strength * max(0, 255 - abs(v - 128) * 2)))
        band = band.resize((1, bottom - top), Image.Resampling.BILINEAR)
        band = band.resize((right - left, bottom - top))
        self.image.paste(rgb(colour), (left, top, right, bottom), band)

    def ripple(self, y0, y1, sway, x0=0, x1=WIDTH):
        """Break what is drawn on water into rows that slide sideways, wider towards the viewer."""
        left, top, right, bottom = self._box(x0, y0, x1, y1)
        y = top
        while y < bottom:
            depth = (y - top) / max(bottom - top, 1)
            rows = max(2, round((2 + 9 * depth) * self.scale / 2))
            shift = round(self.random.uniform(-1, 1) * sway * (0.25 + depth) * self.scale)
            strip = self.image.crop((left, y, right, min(y + rows, bottom)))
            self.image.paste(strip, (left + shift, y))
            y += rows

    def reflect(self, waterline, depth, tint, strength=0.5, sway=5, squash=1.0, span=(0, WIDTH)):
        """Mirror what stands above the waterline into the water below it, tinted, fading out."""
        left, top, right, bottom = self._box(span[0], waterline, span[1], waterline + depth)
        source = round(top - (bottom - top) / squash)
        above = self.image.crop((left, max(source, 0), right, top))
        size = (right - left, bottom - top)
        above = ImageOps.flip(above).resize(size, Image.Resampling.BILINEAR)
        water = Image.new("RGB", above.size, rgb(tint))
        fade = _ramp("up").point(lambda v: min(255, v * 2)).resize(size, Image.Resampling.BILINEAR)
        self.image.paste(Image.blend(above, water, strength), (left, top), fade)
        self.ripple(waterline, waterline + depth, sway, *span)

    def print(self, grain=5, edge="#000000", vignette=0.16):
        """Reduce the sheet, darken its corners a little, lay the paper's grain on it, crop."""
        sheet = self.image.reduce(OVERSAMPLING)
        corners = Image.radial_gradient("L").resize((64, 64))
        corners = corners.point(lambda v: round(255 * vignette * max(0, (v - 120) / 135) ** 1.5))
        sheet.paste(rgb(edge), (0, 0), corners.resize(sheet.size, Image.Resampling.BILINEAR))
        noise = _noise(sheet.size, 1).point(lambda v: round(128 + (v - 127.5) / 127.5 * grain))
        noise = Image.merge("RGB", (noise,) * 3)
        sheet = ImageChops.add(sheet, noise, scale=1, offset=-128)
        if sheet.size == tuple(self.size):
            return sheet
        return ImageOps.fit(sheet, self.size, Image.Resampling.LANCZOS)
