"""The lighthouse in a storm."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .nature import (
    bar_cloud,
    rain,
)


def _wave(c, y, height, length, ink, foam, shift):
    """A row of rolling waves with curled, foaming crests."""
    edge = []
    for n in range(-2, 170):
        x = n * 10
        swell = sin((x + shift) / length * 2 * pi)
        edge.append((x, y - height * (abs(swell) ** 0.6 if swell > 0 else swell * 0.5)))
    shape = [*edge, (WIDTH + 120, HEIGHT + 20), (-40, HEIGHT + 20)]
    c.poly(shape, ink)
    c.shade(shape, mix(ink, "#020a14", 0.7), "down", 0.7, 0.8)
    c.stroke(edge, foam, 5)
    for x, top in edge:
        if top < y - height * 0.6:
            for _ in range(7):
                c.disc(
                    x + c.random.gauss(0, 16),
                    top + c.random.expovariate(1 / 12),
                    c.random.uniform(1.5, 7),
                    veil(foam, 0.85),
                )
        elif c.random.random() < 0.5:
            c.stroke([(x, top + 14), (x + 40, top + 34), (x + 90, top + 36)], veil(foam, 0.28), 3)


def lighthouse(c):
    """The light on the rock, a storm, and one small ship that sees it."""
    c.wash(
        (("#0c1b33", 0), ("#173a55", 0.45), ("#3d7380", 0.7), ("#8fb5a4", 1)), (0, 0, WIDTH, 640)
    )
    for n in range(13):
        bar_cloud(
            c,
            c.random.uniform(0, WIDTH),
            30 + n * 34,
            820,
            90,
            veil("#08142a" if n < 9 else "#24505f", 0.24),
            10,
        )
    light = (1085, 236)
    for spread, ink in ((120, 0.13), (78, 0.16), (40, 0.26)):
        c.poly([light, (-60, 250 - spread * 1.6), (-60, 290 + spread * 2.4)], veil("#fff0b0", ink))
        c.poly([light, (1660, 190 - spread), (1660, 230 + spread)], veil("#fff0b0", ink * 0.8))
    c.glow(*light, 300, "#ffedb0", 0.75)
    c.rect(-10, 600, WIDTH + 10, 720, "#2c6270")
    c.poly([(395, 612), (560, 606), (535, 648), (415, 648)], "#15202f")
    c.rect(505, 570, 540, 610, "#c9c2a4")
    c.stroke([(450, 610), (450, 540)], "#15202f", 4)
    c.disc(452, 541, 5, "#ffd36b")
    for n in range(3):
        c.rect(510 + n * 10, 578, 515 + n * 10, 586, "#ffd36b")
    _wave(c, 668, 22, 250, "#255a6b", "#bfd9cc", 60)
    _wave(c, 724, 40, 390, "#1b4a5e", "#d6e6d8", 300)
    rock = [
        (800, 900),
        (842, 800),
        (900, 770),
        (925, 700),
        (1000, 672),
        (1060, 640),
        (1140, 648),
        (1190, 690),
        (1262, 716),
        (1300, 790),
        (1390, 830),
        (1440, 930),
    ]
    c.poly(rock, "#131c2b")
    c.shade(rock, "#587a80", "left", 0.7, 0.6)
    for _ in range(26):
        x, y = c.random.uniform(880, 1350), c.random.uniform(700, 880)
        c.poly(
            [
                (x, y),
                (x + c.random.uniform(20, 70), y + 14),
                (x + 10, y + c.random.uniform(20, 60)),
            ],
            veil(c.random.choice(("#0b1220", "#3b5562")), 0.6),
        )

    def half(y):
        return 40 + (y - 280) * 0.085

    for n in range(5):
        y0, y1 = 280 + n * 74, 280 + (n + 1) * 74
        band = [
            (1085 - half(y0), y0),
            (1085 + half(y0), y0),
            (1085 + half(y1), y1),
            (1085 - half(y1), y1),
        ]
        c.poly(band, "#f1e6cc" if n % 2 == 0 else "#d2492f")
    tower = [(1085 - 40, 280), (1085 + 40, 280), (1085 + half(650), 650), (1085 - half(650), 650)]
    c.shade(tower, "#1b2a40", "right", 0.85, 0.8)
    for y in (330, 440, 560):
        c.rect(1068, y, 1084, y + 34, "#1b2436")
    c.rect(1030, 270, 1140, 284, "#1b2436")
    for n in range(12):
        c.stroke([(1032 + n * 9.6, 270), (1032 + n * 9.6, 248)], "#1b2436", 2.4)
    c.stroke([(1030, 248), (1140, 248)], "#1b2436", 4)
    c.rect(1056, 206, 1114, 270, "#fff2bd")
    for x in (1056, 1075, 1095, 1114):
        c.stroke([(x, 206), (x, 270)], "#1b2436", 4)
    c.poly([(1046, 208), (1085, 158), (1124, 208)], "#d2492f")
    c.disc(1085, 156, 7, "#1b2436")
    c.poly([(1180, 704), (1180, 640), (1222, 606), (1264, 640), (1264, 720)], "#e2d8bf")
    c.poly([(1168, 646), (1222, 596), (1276, 646)], "#8f3526")
    c.rect(1200, 656, 1222, 684, "#ffd36b")
    for _ in range(230):
        turn, far = c.random.uniform(pi, 2 * pi), c.random.expovariate(1 / 52)
        c.disc(
            850 + far * cos(turn) * 1.3,
            850 + far * sin(turn) * 2.2,
            c.random.uniform(1.5, 7),
            veil("#f2f6e8", 0.75),
        )
    _wave(c, 838, 62, 560, "#12384c", "#e8f1e4", 120)
    _wave(c, 970, 74, 760, "#0c2a3d", "#f2f6ea", 520)
    rain(c, "#dfeee8", 330, -30, 60, 0.2)
    return c.print(5, "#030a14", 0.35)
