"""The Lunva: the long bridge at dawn and the flood."""

from math import pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import boat, person
from .nature import bar_cloud, bare_tree, birds, foliage, forest_edge, hills, rain, reeds, ripples
from .space import Camera


def _truss(c, camera, sign, ink, light):
    """A bridge of five bowstring spans that recedes to the left; sign -1 draws its reflection."""

    def at(along, height):
        return camera.at(56 - 24 * along, sign * height, 66 + 265 * along)

    def bar(points, width, colour):
        near = [at(*point) for point in points]
        thick = camera.size(width, 66 + 265 * points[0][0])
        c.stroke(near, colour, max(thick, 1.2), True)

    for n in range(6):
        start = n / 5
        c.poly(
            [
                at(start - 0.008, 0),
                at(start + 0.012, 0),
                at(start + 0.012, 13),
                at(start - 0.008, 13),
            ],
            mix(ink, light, 0.1),
        )
    c.poly([at(-0.06, 12.6), at(1, 12.6), at(1, 15), at(-0.06, 15)], ink)
    c.stroke([at(-0.06, 15), at(1, 15)], light, 2.5)
    for n in reversed(range(5)):
        arch = [(n / 5 + share / 90, 15 + 13 * sin(pi * share / 18)) for share in range(19)]
        for along, height in arch[1:-1:2]:
            bar([(along, 15), (along, height)], 0.25, ink)
        for one, other in zip(arch[1:-2:2], arch[3::2], strict=False):
            bar([(one[0], 15), other], 0.16, ink)
        for one, other in zip(arch, arch[1:], strict=False):
            bar([one, other], 1.0, ink)
            bar([(one[0], one[1] + 0.5), (other[0], other[1] + 0.5)], 0.22, light)


def bridge_dawn(c):
    """The long truss bridge at sunrise, an angler in the mist below it."""
    water, sun_x = 640, 585
    c.wash(
        (("#2c4766", 0), ("#62819a", 0.3), ("#c9a79a", 0.62), ("#f3bd8c", 0.86), ("#ffdca0", 1)),
        (0, 0, WIDTH, water),
    )
    c.glow(sun_x, 560, 620, "#ffd591", 0.85, 420)
    for y, wide, ink in (
        (150, 900, "#8d97a8"),
        (250, 700, "#c6a19c"),
        (330, 800, "#e6b097"),
        (410, 500, "#f2c39c"),
    ):
        bar_cloud(c, c.random.uniform(420, 900), y, wide, 46, veil(ink, 0.45), 12)
    c.disc(sun_x, 548, 47, "#fff3d0")
    hills(c, 575, 40, "#c39a94", water)
    c.mist(560, 660, "#f7c9a0", 0.8)
    forest_edge(c, hills(c, 606, 18, "#83767f", water + 8), "#83767f", 24)
    c.mist(600, 690, "#f3c3a0", 0.7)
    c.wash(
        (("#f0bd92", 0), ("#a98f91", 0.25), ("#4a6076", 0.65), ("#1e3449", 1)),
        (0, water, WIDTH, HEIGHT),
    )
    c.glow(sun_x, water, 190, "#ffe6b0", 0.8, 460)
    camera = Camera(300, 620, 1400, 6)
    _truss(c, camera, -1, "#4d5268", "#6f6a76")
    c.ripple(water, HEIGHT, 9)
    ripples(c, water + 6, 1050, "#ffe2b4", 170, 300, 900, 0.6, 70)
    ripples(c, 680, 1060, "#16283c", 120, 0, WIDTH, 0.35, 110)
    _truss(c, camera, 1, "#20293d", "#e59a6c")
    c.mist(620, 700, "#f6cba2", 0.5)
    c.disc(690, 874, 190, veil("#14202f", 0.5), 12)
    person(
        c,
        640,
        858,
        120,
        "#18222f",
        "#131b26",
        "#2a2326",
        "#131b26",
        hat="#131b26",
        gesture="reach",
        stride=0.05,
    )
    c.stroke([(668, 778), (880, 690)], "#18222f", 3)
    c.stroke([(880, 690), (890, 862)], veil("#ffe2b4", 0.7), 1.2)
    boat(c, 690, 876, 300, "#131c28", "#d98f66")
    reeds(c, -20, 420, HEIGHT + 10, 330, "#101b27", 70)
    reeds(c, 1180, 1640, HEIGHT + 10, 170, "#101b27", 60)
    birds(c, 1010, 250, 70, "#2b3a50")
    return c.print(5, "#0c1826", 0.3)


def _house_in_water(c, x, y, wide, tall, wall, roof):
    """The upper storey of a flooded house and its mirror image."""
    ridge = tall * 0.75
    dark = mix(wall, "#2d3026", 0.4)
    side = wide * 0.55
    c.poly([(x, y), (x, y - tall), (x + wide, y - tall), (x + wide, y)], wall)
    c.poly(
        [
            (x + wide, y),
            (x + wide, y - tall),
            (x + wide + side / 2, y - tall - ridge * 0.95),
            (x + wide + side, y - tall),
            (x + wide + side, y),
        ],
        dark,
    )
    slope = [
        (x - 12, y - tall + 6),
        (x + side / 2 - 8, y - tall - ridge),
        (x + wide + side / 2, y - tall - ridge),
        (x + wide, y - tall + 6),
    ]
    c.poly(slope, roof)
    c.shade(slope, mix(roof, "#000000", 0.5), "right", 0.5)
    for n in range(1, 5):
        share = n / 5
        row = y - tall + 6 - (ridge + 6) * share
        shift = (side / 2) * share
        c.stroke([(x - 12 + shift, row), (x + wide + shift, row)], veil("#2a1712", 0.28), 2)
    for n in range(2):
        window = x + wide * (0.2 + 0.4 * n)
        c.rect(window, y - tall * 0.72, window + wide * 0.18, y - tall * 0.16, "#e9e2cc")
        c.rect(window + 3, y - tall * 0.7, window + wide * 0.18 - 3, y - tall * 0.2, "#39423d")
    c.rect(
        x + wide * 0.62,
        y - tall - ridge * 1.35,
        x + wide * 0.76,
        y - tall - ridge * 0.8,
        mix(roof, "#3a2a24", 0.6),
    )
    c.reflect(y, tall * 1.1, "#7c7048", 0.55, 6, 0.7, (x - 14, x + wide + side + 6))
    c.disc(x + wide * 0.75, y + 2, wide * 0.95, veil("#e3dab8", 0.35), 5)


def river_flood(c):
    """A street under brown water; rescuers row a family past the roofs."""
    water = 350
    c.wash((("#6e7b78", 0), ("#9ba39a", 0.55), ("#cfccb4", 1)), (0, 0, WIDTH, water))
    for n in range(9):
        bar_cloud(c, c.random.uniform(0, WIDTH), 40 + n * 27, 900, 80, veil("#56635f", 0.16), 9)
    hills(c, 300, 30, "#93a097", water)
    forest_edge(c, hills(c, 330, 14, "#75857a", water + 4), "#75857a", 26)
    c.wash(
        (("#c5bd98", 0), ("#a8996c", 0.3), ("#7c7048", 0.7), ("#514a31", 1)),
        (0, water, WIDTH, HEIGHT),
    )
    c.mist(320, 400, "#d6d2ba", 0.7)
    for x, y, size in ((220, 400, 0.42), (520, 388, 0.36), (830, 394, 0.4), (1290, 402, 0.46)):
        _house_in_water(c, x, y, 150 * size, 95 * size, "#cdc4a4", "#8d6a55")
    for n in range(7):
        z = 1 + n * 0.55
        x, y = 330 + 460 / z, water + 330 / z
        tall = 520 / z
        c.stroke([(x + tall * 0.05, y), (x, y - tall)], "#3b3a30", 12 / z)
        c.stroke([(x - 50 / z, y - tall * 0.9), (x + 50 / z, y - tall * 0.93)], "#3b3a30", 8 / z)
    for x, y, tall in ((90, 520, 250), (1420, 470, 210), (700, 440, 130)):
        foliage(
            c,
            x,
            y - tall * 0.4,
            tall * 0.42,
            tall * 0.34,
            ("#46523a", "#5c6a45", "#788456"),
            70,
            tall * 0.055,
        )
    _house_in_water(c, 880, 560, 250, 150, "#e2d6b0", "#a4502f")
    _house_in_water(c, 150, 640, 190, 90, "#b9c0ad", "#7d3f2d")
    ripples(c, 380, 1060, "#e6dcb6", 420, opacity=0.42)
    ripples(c, 600, 1060, "#39341f", 170, opacity=0.4, length=120)
    c.disc(700, 862, 300, veil("#2c2817", 0.55), 22)
    for x, height, coat, pose in (
        (560, 190, "#e8752a", "reach"),
        (690, 150, "#4e6a78", "down"),
        (760, 110, "#c9b23c", "carry"),
        (850, 188, "#e8752a", "work"),
    ):
        person(
            c,
            x,
            862,
            height,
            coat,
            "#2b2f2c",
            gesture=pose,
            stride=0.05,
            facing=-1 if x > 800 else 1,
        )
    c.stroke([(420, 905), (625, 730)], "#d8c48e", 7)
    boat(c, 700, 872, 520, "#2f4a4a", "#d8d2b4")
    for n in range(8):
        c.stroke(
            [(420 - n * 14, 884 + n * 4), (330 - n * 30, 892 + n * 9)], veil("#efe6c4", 0.4), 3
        )
    bare_tree(c, 1330, 1090, 560, "#2b2a20", depth=7)
    rain(c, "#eef0e4", 260)
    return c.print(5, "#20200f", 0.25)
