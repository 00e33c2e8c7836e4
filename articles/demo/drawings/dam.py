"""The old stone dam in its gorge."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, veil
from .figures import person
from .nature import forest_edge, hills, ripples, spruce


def old_dam(c):
    """A stone dam in a gorge, spilling over; two people on its crest."""
    c.wash((("#bfe0d2", 0), ("#eef0d4", 0.4), ("#d8e6c8", 1)))
    hills(c, 250, 60, "#a3cbb8", light="#d9ecd0")
    forest_edge(c, hills(c, 320, 50, "#72ab98"), "#72ab98", 40)
    crest, foot = 400, 800
    for side in (-1, 1):
        slope = [
            (800 + side * x, y)
            for x, y in (
                (1000, 210),
                (790, 300),
                (640, 372),
                (540, 520),
                (500, 700),
                (470, 860),
                (1000, 1000),
            )
        ]
        c.poly(slope, "#3f7f6e")
        c.shade(slope, "#123f40", "down", 0.8, 0.9)
        for n in range(26):
            x = 560 + n * 18
            spruce(
                c,
                800 + side * x,
                480 - (x - 560) * 0.5 + c.random.uniform(-20, 30),
                c.random.uniform(70, 130),
                c.random.choice(("#2f6e60", "#25605a")),
            )

    def rim(share):
        return 180 + 1180 * share, crest + 46 * sin(pi * share)

    wall = [rim(n / 30) for n in range(31)]
    c.poly([*wall, (1360, foot), (180, foot)], "#b9b491")
    c.shade([*wall, (1360, foot), (180, foot)], "#4e6a5c", "left", 0.75, 0.75)
    for row in range(1, 15):
        course = [(x, y + row * 27 - 2 * row * sin(pi * n / 30)) for n, (x, y) in enumerate(wall)]
        c.stroke(course, veil("#54604c", 0.4), 1.6)
        for n in range(row % 2, 30, 2):
            x, y = course[n]
            c.stroke([(x, y), (x, y + 26)], veil("#54604c", 0.3), 1.4)
    for n in range(7):
        share = 0.17 + n * 0.113
        x, y = rim(share)
        arch = [(x - 46, foot), (x - 46, y + 75)]
        arch += [(x - 46 * cos(pi * t / 10), y + 75 - 46 * sin(pi * t / 10)) for t in range(11)]
        c.poly([*arch, (x + 46, foot)], "#2d5a55")
        for _ in range(46):
            at = x + c.random.uniform(-40, 40)
            top, bend = y + 52 + abs(at - x) * 0.5, (at - x) * 0.22
            ink = c.random.choice(("#ffffff", "#e3f1e6", "#a9d3c8", "#6faea5"))
            c.stroke(
                [(at, top), (at + bend, foot + c.random.uniform(-20, 60))],
                veil(ink, 0.8),
                c.random.uniform(2, 8),
            )
    c.poly([*[(x, y - 22) for x, y in wall], *reversed([(x, y + 10) for x, y in wall])], "#d9d2ab")
    for n in range(61):
        x, y = rim(n / 60)
        c.stroke([(x, y - 22), (x, y - 50)], "#33504a", 3)
    c.stroke([(x, y - 50) for x, y in wall], "#33504a", 4)
    x, y = rim(0.72)
    c.rect(x - 70, y - 180, x + 70, y - 14, "#e8dcb4")
    c.shade_box(x - 70, y - 180, x + 70, y - 14, "#7d7a5c", "right", 0.7, 0.8)
    c.poly([(x - 90, y - 176), (x, y - 250), (x + 90, y - 176)], "#9c4a35")
    for n in (-40, 10):
        c.rect(x + n, y - 140, x + n + 30, y - 70, "#2f4a48")
    x, y = rim(0.34)
    person(c, x, y - 20, 82, "#c9532f", "#2d3a3c", gesture="hips")
    person(c, x + 54, y - 20, 78, "#e6b23a", "#2d3a3c", facing=-1, gesture="reach")
    c.wash(
        (("#bfe0d6", 0), ("#5fa39a", 0.3), ("#1f5f60", 0.7), ("#123f45", 1)),
        (0, foot, WIDTH, HEIGHT),
    )
    for _ in range(260):
        x, y = c.random.uniform(230, 1320), foot + c.random.random() ** 2 * 130
        c.disc(x, y, c.random.uniform(8, 36), veil("#ffffff", 0.3), c.random.uniform(4, 12))
    c.mist(720, 860, "#eef6ec", 0.75)
    ripples(c, 850, 1060, "#d8efe4", 230, opacity=0.55)
    for side in (-1, 1):
        for _ in range(34):
            reach = c.random.random()
            x = 800 + side * (470 + 390 * reach + c.random.uniform(0, 60))
            y = 1090 - 520 * reach - c.random.uniform(0, 90)
            ink = c.random.choice(("#0f3b3a", "#15494a", "#1e5a52"))
            spruce(c, x, y, c.random.uniform(190, 330), ink, veil("#5c9a78", 0.3))
    return c.print(5, "#08282a", 0.25)
