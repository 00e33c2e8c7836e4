"""The town under snow."""

from math import sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import child, person
from .nature import bare_tree, forest_edge, hills


def _snowy_house(c, x, y, wide, tall, wall, smoke=True):
    """A gabled house in snow, lit from within; y is its foot."""
    roof, depth = tall * 0.62, wide * 0.62
    c.rect(x, y - tall, x + wide, y, wall)
    c.shade_box(x, y - tall, x + wide, y, "#2c3560", "left", 0.5, 0.8)
    c.poly([(x, y - tall), (x + wide / 2, y - tall - roof), (x + wide, y - tall)], wall)
    side = mix(wall, "#2b3566", 0.5)
    c.rect(x + wide, y - tall, x + wide + depth, y - 6, side)
    eave = wide * 0.07
    slope = [
        (x + wide / 2, y - tall - roof - 8),
        (x + wide / 2 + depth, y - tall - roof - 8),
        (x + wide + depth + eave, y - tall + eave),
        (x + wide + eave, y - tall + eave),
    ]
    c.poly(slope, "#dfe8f6")
    c.shade(slope, "#8b9fd0", "down", 0.7, 0.8)
    c.stroke(
        [
            (x - eave, y - tall + eave),
            (x + wide / 2, y - tall - roof - 5),
            (x + wide + eave, y - tall + eave),
        ],
        "#ffffff",
        wide * 0.07,
        True,
    )
    for row in range(max(1, round(tall / 90))):
        for column in range(2):
            wx, wy = x + wide * (0.2 + column * 0.36), y - tall * 0.86 + row * 74
            ink = "#ffd27a" if c.random.random() < 0.7 else "#3b4674"
            c.rect(wx - 3, wy - 3, wx + wide * 0.23 + 3, wy + 47, "#f3ecdf")
            c.rect(wx, wy, wx + wide * 0.23, wy + 44, ink)
            c.stroke([(wx + wide * 0.115, wy), (wx + wide * 0.115, wy + 44)], "#f3ecdf", 2.5)
            c.stroke([(wx - 5, wy + 48), (wx + wide * 0.23 + 5, wy + 48)], "#ffffff", 5)
    cx, cy = x + wide / 2 + depth * 0.6, y - tall - roof * 0.9
    c.rect(cx, cy - tall * 0.26, cx + wide * 0.13, cy + 18, "#8a5552")
    c.rect(cx - 3, cy - tall * 0.28, cx + wide * 0.13 + 3, cy - tall * 0.24, "#ffffff")
    if smoke:
        for n in range(16):
            c.disc(
                cx + n * 9 + c.random.gauss(0, 5),
                cy - tall * 0.3 - n * 14 - sin(n / 2) * 8,
                8 + n * 2.1,
                veil("#fbe6e6", 0.2),
            )


def winter_town(c):
    """Snowed roofs in blue shade under a rose sky; the street below still awake."""
    c.wash(
        (("#7fa3d6", 0), ("#c9b8dc", 0.4), ("#f7c6c2", 0.75), ("#ffe4c4", 1)), (0, 0, WIDTH, 620)
    )
    c.glow(330, 520, 480, "#fff0d0", 0.7)
    hills(c, 500, 50, "#c3b6d8", light="#f7dfe0")
    forest_edge(c, hills(c, 545, 26, "#9aa0cc"), "#9aa0cc", 30)
    c.mist(500, 640, "#f6d8d6", 0.6)
    for n in range(13):
        x = -60 + n * 136
        _snowy_house(
            c,
            x,
            650 + c.random.uniform(-14, 20),
            64,
            c.random.uniform(56, 90),
            "#b9aecb",
            n % 3 == 0,
        )
    tower = 985
    c.rect(tower - 58, 250, tower + 58, 760, "#c9a9a6")
    c.shade_box(tower - 58, 250, tower + 58, 760, "#3d4479", "right", 0.8, 0.85)
    c.rect(tower - 70, 240, tower + 70, 262, "#f4f3fa")
    c.poly([(tower - 64, 242), (tower, 106), (tower + 64, 242)], "#47548c")
    c.poly([(tower - 64, 242), (tower, 106), (tower - 14, 242)], "#f1f5fd")
    c.stroke([(tower, 108), (tower, 74)], "#3b4674", 4)
    c.disc(tower, 330, 40, "#fff2cf")
    c.disc(tower, 330, 34, "#fdf8ea")
    c.stroke([(tower, 330), (tower, 304)], "#3b3a5a", 5, True)
    c.stroke([(tower, 330), (tower + 18, 338)], "#3b3a5a", 5, True)
    for y in (420, 520):
        c.rect(tower - 14, y, tower + 14, y + 50, "#3b4674")
    for x, y, wide, tall, wall in (
        (60, 800, 150, 150, "#d8a48c"),
        (320, 770, 140, 120, "#9fb3c9"),
        (590, 790, 160, 160, "#c98f7c"),
        (1110, 810, 170, 170, "#d9bb8f"),
        (1400, 790, 150, 140, "#a8b7a8"),
    ):
        _snowy_house(c, x, y, wide, tall, wall)
    ground = [(0, 800), (500, 782), (900, 800), (1620, 792), (1620, 1080), (0, 1080)]
    c.poly(ground, "#dce6f6")
    c.shade(ground, "#8fa5d8", "down", 0.6, 0.7)
    c.poly([(760, 800), (850, 800), (1240, 1080), (380, 1080)], "#eef2fa")
    c.shade([(760, 800), (850, 800), (1240, 1080), (380, 1080)], "#b3bfe2", "right", 0.7)
    for side in (-1, 1):
        for n in range(3):
            x, y = 805 + side * (90 + n * 130), 820 + n * 78
            tall = 120 + n * 70
            c.glow(x, y - 4, 60 + n * 44, "#ffd78a", 0.55, 20 + n * 12)
            c.stroke([(x, y), (x, y - tall)], "#2c335c", 4 + n * 1.5)
            c.glow(x, y - tall, 50 + n * 24, "#ffdf9c", 0.85)
            c.disc(x, y - tall, 8 + n * 4, "#fff6dc")
    for x, y, tall, coat in (
        (770, 850, 66, "#3f4f8c"),
        (838, 872, 76, "#8c3a4a"),
        (690, 930, 112, "#2f5e6c"),
    ):
        c.disc(x + tall * 0.3, y, tall * 0.4, veil("#6f83bd", 0.5), tall * 0.05)
        person(c, x, y, tall, coat, "#2a2c48", hat=c.random.choice(("#c8452f", "#f2efe6")))
    child(c, 792, 966, 96, "#d9503c", "#2a2c48", gesture="reach", facing=-1, hat="#f4c45a")
    c.stroke([(766, 905), (700, 950), (640, 962)], "#5a3a2c", 3)
    c.stroke([(590, 966), (660, 966), (676, 954)], "#8a4a2c", 7, True)
    c.rect(596, 946, 660, 954, "#b06a3a")
    bare_tree(c, 1400, 1080, 660, "#30355f", depth=7)
    for _ in range(320):
        c.disc(
            c.random.uniform(0, WIDTH),
            c.random.uniform(0, HEIGHT),
            c.random.uniform(1, 5),
            veil("#ffffff", c.random.uniform(0.4, 0.95)),
        )
    return c.print(5, "#1c2350", 0.2)
