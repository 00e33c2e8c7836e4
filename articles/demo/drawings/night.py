"""Under the stars: the train on the viaduct and the observatory."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, veil
from .figures import child, person
from .nature import bare_tree, cumulus, forest_edge, grass, hills, ridge, spruce


def train_night(c):
    """A lit train crosses a viaduct under the moon."""
    c.wash((("#060b22", 0), ("#101f47", 0.5), ("#27477a", 0.85), ("#3f6a94", 1)))
    for _ in range(420):
        y = c.random.random() ** 1.5 * 620
        c.disc(
            c.random.uniform(0, WIDTH),
            y,
            c.random.uniform(0.6, 2.2),
            veil("#e8f0ff", c.random.uniform(0.2, 0.95)),
        )
    c.glow(430, 236, 420, "#a9c8f0", 0.6)
    c.disc(430, 236, 78, "#f3eed2")
    for x, y, size in ((404, 214, 15), (452, 258, 20), (452, 204, 9)):
        c.disc(x, y, size, veil("#cfc9ab", 0.7))
    cumulus(c, 1150, 330, 460, "#3a5686", "#223a68", 9)
    hills(c, 600, 70, "#1d3a66", light="#4f7aa6")
    forest_edge(c, hills(c, 690, 40, "#132a4f"), "#132a4f", 44)
    c.mist(640, 800, "#6d97b8", 0.5)

    def deck(x):
        return 560 + (x - 800) * -0.05

    for n in range(9):
        left, right = -40 + n * 205, 130 + n * 205
        mid = (left + right) / 2
        arch = [
            (left + (right - left) * s / 16, 820 - 150 * sin(pi * s / 16) - (mid - 800) * 0.05)
            for s in range(17)
        ]
        shape = [
            (left - 35, HEIGHT),
            (left - 35, deck(left)),
            (right + 35, deck(right)),
            (right + 35, HEIGHT),
            (right, HEIGHT),
            *reversed(arch),
            (left, HEIGHT),
        ]
        c.poly(shape, "#1a2340")
        c.shade(
            [(left - 35, deck(left)), (left, deck(left)), (left, HEIGHT), (left - 35, HEIGHT)],
            "#7f9cc0",
            "up",
            0.6,
            0.9,
        )
        c.stroke(arch, "#41587f", 5)
    c.poly(
        [
            (-20, deck(-20) - 4),
            (1620, deck(1620) - 4),
            (1620, deck(1620) + 24),
            (-20, deck(-20) + 24),
        ],
        "#2b3a5e",
    )
    c.stroke([(-20, deck(-20) - 4), (1620, deck(1620) - 4)], "#6f8db5", 3)
    for car in range(4):
        left, wide = 1150 - (car + 1) * 352 + 20, 340
        right = left + wide

        def at(x, up):
            return x, deck(x) - 10 - up

        c.poly(
            [
                at(left, 6),
                at(right, 6),
                at(right, 104),
                at(right - 10, 114),
                at(left + 10, 114),
                at(left, 104),
            ],
            "#7a2634",
        )
        c.poly([at(left, 6), at(right, 6), at(right, 30), at(left, 30)], "#3c1426")
        c.poly([at(left, 92), at(right, 92), at(right, 98), at(left, 98)], "#e0b45c")
        for n in range(7):
            x = left + 22 + n * 44
            c.poly([at(x, 44), at(x + 32, 44), at(x + 32, 84), at(x, 84)], "#ffd98a")
            c.poly([at(x, 44), at(x + 32, 44), at(x + 32, 52), at(x, 52)], "#e8a24f")
            if c.random.random() < 0.6:
                c.disc(*at(x + 16, 62), 7, "#4a2a2c", 9)
                c.poly([at(x + 5, 44), at(x + 27, 44), at(x + 23, 56), at(x + 9, 56)], "#4a2a2c")
        for wheel in (50, 100, 240, 290):
            c.disc(*at(left + wheel, 4), 13, "#0b1024")
    nose = [at(1160, 6), at(1424, 6), at(1432, 40), at(1404, 96), at(1370, 116), at(1160, 116)]
    c.poly(nose, "#8c2c3a")
    c.shade(nose, "#30101f", "down", 0.8, 0.7)
    c.poly([at(1340, 66), at(1400, 66), at(1384, 102), at(1340, 102)], "#ffe2a0")
    for n in range(4):
        c.rect(1190 + n * 34, deck(1190) - 96, 1212 + n * 34, deck(1190) - 66, "#2a1022")
    for wheel in (1200, 1250, 1350, 1396):
        c.disc(*at(wheel, 4), 14, "#0b1024")
    lamp = at(1424, 36)
    c.poly([lamp, (1700, 420), (1700, 600)], veil("#fff0bd", 0.28))
    c.glow(*lamp, 150, "#fff3c8", 0.95)
    c.disc(*lamp, 10, "#ffffff")
    for n in range(9):
        x = n * 205 + 20
        c.stroke([(x, deck(x)), (x, deck(x) - 200)], "#0f1838", 6)
        c.stroke([(x, deck(x) - 190), (x + 50, deck(x) - 176)], "#0f1838", 4)
    c.stroke([(-20, deck(-20) - 172), (1620, deck(1620) - 172)], "#0f1838", 2.5)
    field = ridge(c, 930, 22)
    shape = [*field, (WIDTH + 20, HEIGHT + 20), (-20, HEIGHT + 20)]
    c.poly(shape, "#0a1430")
    c.shade(shape, "#3f6f9c", "up", 0.7, 0.8)
    c.rect(560, 872, 640, 930, "#16203f")
    c.poly([(546, 876), (600, 834), (654, 876)], "#0c142e")
    c.rect(586, 890, 610, 914, "#ffcf7a")
    c.glow(598, 902, 70, "#ffcf7a", 0.5)
    person(c, 760, 962, 104, "#1c2a50", "#0d1530", gesture="up")
    child(c, 806, 964, 74, "#3a3052", "#0d1530", gesture="up")
    bare_tree(c, 330, 1000, 420, "#060d24", depth=6)
    return c.print(5, "#02040e", 0.35)


def observatory(c):
    """Stars wheel round the pole above an open dome; two watchers with a small telescope."""
    c.wash(
        (("#0a1030", 0), ("#2a1f58", 0.4), ("#6a3a78", 0.72), ("#d9787a", 1)), (0, 0, WIDTH, 860)
    )
    pole = (560, 330)
    for n in range(300):
        radius = 22 + (n % 240) * 5
        start, sweep = c.random.uniform(0, 2 * pi), c.random.uniform(0.12, 0.62)
        ink = veil(
            c.random.choice(("#ffffff", "#bfe4f0", "#ffe0b0", "#d9b8f0")),
            c.random.uniform(0.25, 0.9),
        )
        arc = [
            (
                pole[0] + radius * cos(start + sweep * t / 16),
                pole[1] + radius * sin(start + sweep * t / 16),
            )
            for t in range(17)
        ]
        c.stroke(arc, ink, c.random.uniform(1.2, 3.4))
    c.disc(*pole, 5, "#ffffff")
    hills(c, 800, 40, "#4a2f66", light="#a85a80")
    hills(c, 850, 34, "#2c2250")
    c.mist(790, 900, "#c9788a", 0.35)
    hill = [
        (x, 905 - 140 * cos((x - 1000) / 640) if abs(x - 1000) < 1000 else 905)
        for x in range(-20, 1641, 20)
    ]
    c.poly([*hill, (1620, 1080), (-20, 1080)], "#141234")
    x, base, radius = 1010, 772, 190
    c.rect(x - 170, base - 150, x + 170, base + 20, "#d9c9cf")
    c.shade_box(x - 170, base - 150, x + 170, base + 20, "#241c48", "right", 0.9, 0.95)
    c.rect(x - 196, base - 172, x + 196, base - 146, "#efe2da")
    c.shade_box(x - 196, base - 172, x + 196, base - 146, "#241c48", "right", 0.8)
    dome = [
        (x - radius * cos(pi * t / 40), base - 172 - radius * sin(pi * t / 40)) for t in range(41)
    ]
    c.poly(dome, "#eadfe2")
    c.shade(dome, "#1c1640", "right", 0.95, 0.95)
    c.poly(
        [
            (x - 120, base - 176),
            (x - 52, base - 176),
            (x - 30, base - 352),
            (x - 84, base - 338),
            (x - 122, base - 300),
        ],
        "#1a1236",
    )
    c.poly(
        [
            (x - 112, base - 180),
            (x - 60, base - 180),
            (x - 44, base - 330),
            (x - 84, base - 322),
            (x - 112, base - 290),
        ],
        "#e0704a",
    )
    c.glow(x - 80, base - 240, 150, "#ff9a5c", 0.6)
    c.poly(
        [(x - 70, base - 190), (x - 40, base - 204), (x - 128, base - 372), (x - 160, base - 356)],
        "#f5ead2",
    )
    c.shade(
        [(x - 70, base - 190), (x - 40, base - 204), (x - 128, base - 372), (x - 160, base - 356)],
        "#4a3560",
        "right",
        0.7,
    )
    c.rect(x - 30, base - 90, x + 20, base + 20, "#1a1236")
    c.rect(x - 24, base - 84, x + 14, base + 20, "#ffb066")
    c.glow(x - 6, base - 30, 130, "#ffb066", 0.55)
    for n in (70, 120):
        c.rect(x + n, base - 100, x + n + 20, base - 60, "#2a1f4c")
    for sx, tall in (
        (1290, 170),
        (1350, 220),
        (1420, 150),
        (740, 120),
        (700, 90),
        (1500, 240),
        (1570, 190),
    ):
        spruce(c, sx, 800 + abs(sx - 1000) * 0.16, tall, "#0c0c28")
    c.poly(
        [(x - 24, base + 14), (x + 14, base + 14), (780, 1080), (560, 1080)], veil("#d9787a", 0.28)
    )
    grass(c, 0, WIDTH, 900, 1080, ("#0c0c28", "#22204c", "#3a2f60"), 380, 34)
    person(c, 420, 985, 170, "#3a4f86", "#0c0c28", gesture="up", hat="#c8506a")
    child(c, 500, 990, 116, "#c8506a", "#0c0c28", gesture="cheer")
    c.stroke([(560, 990), (590, 890), (630, 990)], "#0c0c28", 6)
    c.stroke([(590, 900), (590, 985)], "#0c0c28", 5)
    c.stroke([(546, 930), (660, 830)], "#e8dfe0", 20)
    c.stroke([(546, 930), (570, 909)], "#0c0c28", 14)
    return c.print(5, "#05061a", 0.35)
