"""Halls where people sit in rows: the theatre and the council."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import HAIRS, SKINS, bust, person


def theatre_stage(c):
    """Opening night from the stalls: one actress, a paper moon, rows of heads."""
    c.wash((("#1a0a18", 0), ("#3a0f24", 0.6), ("#1a0810", 1)))
    left, right, top, floor = 330, 1270, 170, 700
    c.wash(
        (("#122a52", 0), ("#2a5a86", 0.55), ("#e8a06a", 0.9), ("#f4c487", 1)),
        (left, top, right, floor),
    )
    for _ in range(60):
        c.disc(
            c.random.uniform(left, right),
            c.random.uniform(top, 430),
            c.random.uniform(1.5, 3.5),
            veil("#fff3cf", 0.8),
        )
    c.glow(1010, 330, 210, "#ffe9b0", 0.5)
    c.stroke([(1010, top), (1010, 270)], veil("#0c1a30", 0.8), 2.5)
    moon = [(1010 + 74 * sin(t * pi / 16), 330 - 74 * cos(t * pi / 16)) for t in range(17)]
    moon += [(1010 + 34 * sin(t * pi / 16), 330 - 74 * cos(t * pi / 16)) for t in range(16, -1, -1)]
    c.poly(moon, "#ffe7a8")
    for base, ink, swing in ((560, "#4a4f86", 40), (610, "#3a3a6c", 30), (655, "#2a2850", 24)):
        edge = [(left + n * 47, base - swing * abs(sin(n * 0.7 + base))) for n in range(21)]
        c.poly([*edge, (right, floor), (left, floor)], ink)
    for x, wide, tall in ((420, 110, 190), (560, 90, 150), (1120, 100, 170)):
        c.poly(
            [
                (x, 690),
                (x, 690 - tall * 0.62),
                (x + wide / 2, 690 - tall),
                (x + wide, 690 - tall * 0.62),
                (x + wide, 690),
            ],
            "#1c1a3c",
        )
        c.rect(x + wide * 0.36, 690 - tall * 0.5, x + wide * 0.62, 690 - tall * 0.28, "#ffd27a")
    c.poly([(left, 690), (right, 690), (1400, 790), (200, 790)], "#a8663c")
    for n in range(15):
        c.stroke([(left + n * 67, 690), (200 + n * 86, 790)], veil("#5a2c1c", 0.5), 2.5)
    c.poly([(620, 20), (660, 20), (880, 742), (560, 742)], veil("#fff0c0", 0.2))
    c.poly([(632, 20), (650, 20), (800, 742), (630, 742)], veil("#fff6d8", 0.2))
    c.disc(715, 744, 150, veil("#fff0c0", 0.5), 24)
    person(
        c,
        715,
        750,
        245,
        "#f4efe2",
        "#3a2030",
        "#f0c6a4",
        "#3a1c14",
        gesture="wide",
        skirt=True,
        stride=0.06,
    )
    c.poly([(688, 640), (742, 640), (786, 744), (640, 744)], "#f4efe2")
    c.shade([(688, 640), (742, 640), (786, 744), (640, 744)], "#a88aa0", "right", 0.6, 0.7)
    person(c, 1040, 735, 190, "#27315c", "#15162c", gesture="reach", facing=-1)
    for side in (-1, 1):
        edge = 800 + side * 470
        for n in range(9):
            x = edge + side * (n * 46 - 40)
            ink = mix("#b31f30", "#4a0a1c", (n % 2) * 0.45 + n * 0.03)
            fold = [
                (x - side * 26, 120),
                (x + side * 40, 120),
                (x + side * 46, 800),
                (x - side * (34 - 10 * (n % 2)), 800),
            ]
            c.poly(fold, ink)
            c.shade(fold, "#2a0410", "right" if n % 2 else "left", 0.7, 0.6)
        c.stroke([(edge - side * 70, 560), (edge + side * 360, 600)], "#e0ac4c", 12)
    for n in range(12):
        x = 130 + n * 122
        swag = [(x - 70 + 140 * t / 12, 150 + 84 * sin(pi * t / 12)) for t in range(13)]
        c.poly([(x - 70, 60), *swag, (x + 70, 60)], mix("#a81c2e", "#5a0c1e", (n % 2) * 0.4))
        c.stroke(swag, "#e0ac4c", 7)
    c.wash((("#2a0a16", 0), ("#5c1424", 1)), (0, 0, WIDTH, 96))
    c.rect(0, 92, WIDTH, 104, "#d9a347")
    c.rect(0, 786, WIDTH, 812, "#6e3a24")
    c.rect(0, 784, WIDTH, 790, "#f2c070")
    for n in range(17):
        c.glow(60 + n * 94, 788, 60, "#ffdf9c", 0.6, 34)
    c.rect(0, 806, WIDTH, HEIGHT, "#22080f")
    for row, (y, size) in enumerate(((860, 84), (936, 112), (1040, 150))):
        count = round(WIDTH / size / 0.98)
        for n in range(count + 2):
            x = (n + (row % 2) * 0.5) * size * 1.06 + c.random.uniform(-6, 6)
            shade = 0.16 * (2 - row)
            rim = mix("#1c0b16", "#7a3038", shade)
            if c.random.random() < 0.88:
                c.disc(x, y - size * 0.6, size * 0.183, "#e8a05c", size * 0.236)
                bust(
                    c,
                    x,
                    y + 4,
                    size * 0.84,
                    mix(rim, "#0a0610", 0.3),
                    mix("#12060c", rim, 0.35),
                    mix("#3a1a1a", rim, 0.4),
                )
            c.disc(
                x, y + size * 0.42, size * 0.47, mix("#3c0c1a", "#8c2030", shade * 2), size * 0.34
            )
    return c.print(5, "#080208", 0.4)


def council_hall(c):
    """The council sits: curved benches, tall windows, one speaker in the light."""
    c.wash((("#54371f", 0), ("#8a5f34", 0.5), ("#c08a4c", 1)))
    for n in range(7):
        x = 130 + n * 205
        c.rect(x - 50, 70, x + 90, 460, "#3a2517")
        c.wash((("#d8e6dc", 0), ("#fdf3cf", 1)), (x - 42, 80, x + 82, 450))
        for bar in (0, 40):
            c.stroke([(x + bar, 80), (x + bar, 450)], "#5a3d24", 5)
        for bar in (170, 260, 350):
            c.stroke([(x - 42, bar), (x + 82, bar)], "#5a3d24", 5)
        c.poly([(x - 80, 60), (x - 30, 60), (x - 46, 300), (x - 74, 470)], "#2f6a5c")
        c.poly([(x + 70, 60), (x + 120, 60), (x + 114, 470), (x + 86, 300)], "#2f6a5c")
        c.shade_box(x - 80, 60, x - 40, 470, "#12352f", "left", 0.6)
    c.rect(0, 44, WIDTH, 66, "#d9ac62")
    c.wash((("#7d5129", 0), ("#5a381d", 1)), (0, 470, WIDTH, 560))
    for n in range(28):
        c.stroke([(n * 60, 474), (n * 60, 556)], "#42280f", 3)
    c.wash((("#9a4436", 0), ("#6b2a28", 1)), (0, 556, WIDTH, HEIGHT))
    for n in range(7):
        x = 130 + n * 205
        c.poly(
            [(x - 42, 80), (x + 82, 80), (x + 470, HEIGHT), (x + 180, HEIGHT)],
            veil("#fff0c0", 0.085),
        )
        c.poly(
            [(x + 90, 620), (x + 200, 620), (x + 430, HEIGHT), (x + 220, HEIGHT)],
            veil("#ffd9a0", 0.12),
        )
    c.poly([(420, 520), (880, 520), (930, 640), (370, 640)], "#6b4220")
    c.shade([(420, 520), (880, 520), (930, 640), (370, 640)], "#2a1608", "down", 0.5, 0.7)
    c.rect(410, 510, 890, 524, "#d9a55c")
    for n, x in enumerate((480, 560, 650, 740, 820)):
        c.rect(x - 34, 376, x + 34, 512, "#7a2a2a")
        c.disc(x, 484, 36, c.random.choice(("#2c3448", "#3c3a3c", "#5c4a5c")), 50)
        c.poly([(x - 9, 444), (x + 9, 444), (x, 480)], "#f2ead8")
        c.disc(x, 418, 19, SKINS[n % 4], 24)
        c.disc(x, 404, 20, HAIRS[n % 5], 15)
    c.rect(410, 510, 890, 540, "#8a5a2c")
    person(
        c,
        1080,
        690,
        300,
        "#1f4a55",
        "#20202c",
        "#e2b08c",
        "#4b3426",
        gesture="reach",
        facing=-1,
        stride=0.05,
    )
    desk = [(960, 560), (1060, 548), (1076, 700), (952, 700)]
    c.poly(desk, "#b67a3c")
    c.shade(desk, "#4a260e", "left", 0.8, 0.8)
    c.stroke([(950, 558), (1070, 545)], "#e8bd78", 12)
    c.stroke([(1010, 552), (1020, 500), (1038, 492)], "#1c1a20", 4, True)
    for row, (radius, y, size) in enumerate(((560, 690, 66), (760, 780, 92), (1010, 905, 128))):

        def curve(angle, lift, radius=radius, y=y):
            return 760 + radius * 1.1 * sin(angle), y + 46 - radius * 0.17 * (
                1 - cos(angle)
            ) * 1.2 - lift

        seats = 9
        for n in range(seats):
            angle = (n - (seats - 1) / 2) * 0.28
            x, top = curve(angle, size * 0.4)
            if row == 2 and n == 3:
                continue
            coat = c.random.choice(
                ("#2c3448", "#463642", "#27504c", "#6b4a34", "#7a3234", "#54606a")
            )
            bust(c, x, top, size * 0.95, coat, c.random.choice(HAIRS), c.random.choice(SKINS))
            c.shade_box(
                x - size * 0.47,
                top - size * 0.4,
                x + size * 0.47,
                top + size * 0.4,
                "#120a08",
                "left",
                0.6,
                0.6,
            )
        bench = [curve(-1.3 + n * 0.13, 0) for n in range(21)]
        front = [(x, at + size * 0.95) for x, at in bench]
        c.poly([*bench, *reversed(front)], mix("#9a6530", "#5c3514", row * 0.3))
        c.shade([*bench, *reversed(front)], "#2a1406", "down", 0.6, 0.6)
        c.stroke(bench, "#eebf78", 7 + row * 3)
    c.rect(0, 1010, WIDTH, HEIGHT, "#2a1408")
    for x, tilt in ((520, 10), (870, -14), (1180, 6)):
        c.poly([(x, 960 + tilt / 3), (x + 100, 956), (x + 116, 976), (x + 6, 982)], "#f4ead2")
    return c.print(5, "#180a04", 0.35)
