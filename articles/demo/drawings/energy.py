"""Where the region's current comes from and goes: turbines and pylons."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, radians, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import child, person
from .nature import (
    bar_cloud,
    foliage,
    grass,
    hills,
    ridge,
)


def _turbine(c, x, y, height, turn, lit="#ffffff", dark="#b9ccd2"):
    """A wind turbine; blades turned by the given degrees."""
    wide = height * 0.016
    hub = (x, y - height)
    c.poly(
        [
            (x - wide * 1.5, y),
            (x - wide * 0.6, hub[1]),
            (x + wide * 0.6, hub[1]),
            (x + wide * 1.5, y),
        ],
        lit,
    )
    c.poly([(x, y), (x, hub[1]), (x + wide * 0.6, hub[1]), (x + wide * 1.5, y)], dark)
    for n in range(3):
        angle = radians(turn + n * 120)
        dx, dy = cos(angle), sin(angle)
        length = height * 0.52

        def blade(far, aside, dx=dx, dy=dy, length=length):
            return (
                hub[0] + dx * far * length - dy * aside * length,
                hub[1] + dy * far * length + dx * aside * length,
            )

        c.poly([blade(0, -0.02), blade(0.2, -0.06), blade(1, 0), blade(0, 0.02)], lit)
        c.poly([blade(0, 0.02), blade(1, 0), blade(0.25, 0)], dark)
    c.disc(*hub, height * 0.026, lit)
    c.disc(hub[0] + wide * 0.3, hub[1] + wide * 0.3, height * 0.013, dark)


def wind_turbines(c):
    """A fresh morning on the ridge: turbines, mist in the valleys, a cyclist with a child."""
    c.wash((("#7fc4c9", 0), ("#bfe3d2", 0.5), ("#fdf3c8", 1)), (0, 0, WIDTH, 640))
    c.glow(1270, 250, 520, "#fffbe0", 0.8)
    for x, y in ((400, 120), (980, 90), (700, 240), (1350, 330)):
        bar_cloud(c, x, y, 460, 42, veil("#ffffff", 0.6), 8)
    layers = (
        (520, 40, "#b4dcc8"),
        (590, 46, "#93cbae"),
        (680, 50, "#6fb48f"),
        (790, 46, "#4d9a72"),
    )
    stands = (
        ((300, 240, 12), (420, 220, 50), (1060, 230, 80), (1180, 250, 30)),
        ((700, 350, 95), (1330, 380, 20)),
        ((1000, 470, 64),),
        ((430, 600, 22),),
    )
    for (level, swing, ink), towers in zip(layers, stands, strict=True):
        shape = ridge(c, level, swing)
        for x, height, turn in towers:
            foot = min(shape, key=lambda point, x=x: abs(point[0] - x))[1]
            _turbine(
                c, x, foot + 12, height, turn, mix("#ffffff", ink, 0.1), mix("#8fb3bd", ink, 0.2)
            )
        area = [*shape, (WIDTH + 20, HEIGHT + 20), (-20, HEIGHT + 20)]
        c.poly(area, ink)
        c.shade(area, mix(ink, "#f7f3b0", 0.6), "up", 0.6, 0.5)
        for n in range(0, len(shape) - 1, 4):
            x, y = shape[n]
            if c.random.random() < 0.4 and level > 560:
                foliage(
                    c,
                    x,
                    y + 26,
                    26,
                    18,
                    (mix(ink, "#0b4a3c", 0.5), mix(ink, "#0b4a3c", 0.2)),
                    26,
                    6,
                )
        c.mist(level + 30, level + 130, "#f4f7da", 0.42)
    c.poly([(690, 860), (760, 858), (1240, 1080), (560, 1080)], "#f0e6c0")
    c.shade([(690, 860), (760, 858), (1240, 1080), (560, 1080)], "#b9a877", "down", 0.5)
    grass(c, 0, WIDTH, 880, 1080, ("#2f7d5a", "#3d8f68", "#7dbb78", "#c9d77a"), 620, 34)
    for _ in range(130):
        x, y = c.random.uniform(0, WIDTH), c.random.uniform(900, 1060)
        if not 620 < x < 1240:
            c.disc(x, y, c.random.uniform(3, 7), c.random.choice(("#ffffff", "#f6c945", "#e8637a")))
    for x, y, size in ((1130, 800, 26), (1200, 822, 30), (1080, 836, 30), (1270, 790, 22)):
        c.disc(x, y, size, "#fdf8e6", size * 0.62)
        c.disc(x - size * 0.95, y - size * 0.3, size * 0.3, "#3c3a36", size * 0.24)
        for leg in (-0.5, -0.2, 0.3, 0.6):
            c.stroke([(x + size * leg, y + size * 0.4), (x + size * leg, y + size)], "#3c3a36", 3)
    x, y = 770, 962
    for wheel in (-52, 52):
        c.pen.ellipse(
            [v * c.scale for v in (x + wheel - 34, y - 68, x + wheel + 34, y)],
            outline="#1f3f44",
            width=round(5 * c.scale),
        )
    c.stroke([(x - 52, y - 34), (x - 20, y - 84), (x + 40, y - 84), (x + 52, y - 34)], "#d9452f", 6)
    c.stroke([(x - 20, y - 84), (x, y - 34), (x + 40, y - 84)], "#d9452f", 6)
    c.stroke([(x + 52, y - 34), (x + 36, y - 108), (x + 60, y - 112)], "#1f3f44", 5)
    person(c, x - 22, y - 8, 190, "#2f6fa0", "#27343f", hat="#f2dfae", gesture="reach", lean=0.3)
    child(c, 905, 1004, 124, "#f0b429", "#385a70", gesture="up", facing=-1, stride=0.16)
    return c.print(5, "#12443c", 0.14)


def _pylon(c, x, y, height, ink):
    """A lattice pylon; the ends of its arms, left and right, top to bottom."""
    wide = height * 0.13
    thin = max(height * 0.009, 1.1)
    c.stroke(
        [(x - wide, y), (x - wide * 0.25, y - height * 0.55), (x, y - height)], ink, thin * 1.7
    )
    c.stroke(
        [(x + wide, y), (x + wide * 0.25, y - height * 0.55), (x, y - height)], ink, thin * 1.7
    )
    levels = [wide * (1 - 0.75 * n / 5) for n in range(6)]
    for n in range(5):
        low, high = y - height * 0.11 * n, y - height * 0.11 * (n + 1)
        for side in (-1, 1):
            c.stroke([(x + side * levels[n], low), (x - side * levels[n + 1], high)], ink, thin)
        c.stroke([(x - levels[n + 1], high), (x + levels[n + 1], high)], ink, thin)
    ends = []
    for share, reach in ((0.9, 0.13), (0.76, 0.2), (0.62, 0.15)):
        arm = y - height * share
        for side in (-1, 1):
            tip = (x + side * height * reach, arm)
            c.poly([(x, arm - height * 0.045), tip, (x, arm)], veil(ink, 0.25))
            c.stroke([(x, arm - height * 0.045), tip, (x, arm)], ink, thin * 1.2)
            c.stroke([tip, (tip[0], arm + height * 0.035)], ink, thin * 1.6)
            ends.append((tip[0], arm + height * 0.035))
    return ends


def power_lines(c):
    """Pylons march over violet hills; two linemen set out."""
    c.wash(
        (("#2b1f4f", 0), ("#6a3a7c", 0.35), ("#d0648c", 0.65), ("#ffb08f", 0.88), ("#ffe2b0", 1)),
        (0, 0, WIDTH, 760),
    )
    c.glow(420, 690, 560, "#ffe9b4", 0.6, 330)
    for y, ink in ((90, "#4a2c64"), (190, "#8b4a80"), (300, "#d97a92"), (400, "#f5a08f")):
        for _ in range(2):
            bar_cloud(c, c.random.uniform(0, WIDTH), y, 620, 40, veil(ink, 0.5), 8)
    spots = ((470, 672, 110), (560, 704, 170), (700, 748, 290), (1010, 960, 800))
    ranges = ((660, 34, "#c9788f"), (690, 26, "#97577f"), (735, 26, "#6a3f70"))
    lines = []
    for (x, y, height), (level, swing, ink) in zip(spots, ranges, strict=False):
        hills(c, level, swing, ink)
        lines.append(_pylon(c, x, y, height, mix(ink, "#2a1840", 0.45)))
        c.mist(level - 10, level + 90, "#ffbd9a", 0.34)
    edge = ridge(c, 905, 30)
    shape = [*edge, (WIDTH + 20, HEIGHT + 10), (-20, HEIGHT + 10)]
    c.poly(shape, "#2a1840")
    c.shade(shape, "#6d3768", "up", 0.5, 0.6)
    lines.append(_pylon(c, *spots[-1], "#1c1130"))
    lines.append([(1010 + (x - 1010) * 2.6 + 900, y - 260) for x, y in lines[-1]])
    for near, far in zip(lines[1:], lines, strict=False):
        for one, other in zip(far, near, strict=True):
            sag = abs(other[0] - one[0]) * 0.12 + 10
            wire = [
                (
                    one[0] + (other[0] - one[0]) * s / 14,
                    one[1] + (other[1] - one[1]) * s / 14 + sag * sin(pi * s / 14),
                )
                for s in range(15)
            ]
            c.stroke(wire, "#1c1130", 1.3 + max(0, other[0] - 700) / 500)
    grass(c, 0, WIDTH, 900, 1080, ("#1c1130", "#3a2150", "#52305f"), 420, 40)
    person(c, 520, 956, 128, "#f08a3c", "#1c1130", hat="#ffd66b", gesture="carry")
    person(c, 452, 962, 132, "#f08a3c", "#1c1130", hat="#ffd66b", stride=0.16)
    return c.print(5, "#120a24", 0.3)
