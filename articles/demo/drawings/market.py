"""The bread stall on a market morning."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import child, person


def market_bread(c):
    """The bread stall on a market morning, loaves up close, baker and buyer across the counter."""
    c.wash((("#9cc4d4", 0), ("#d5e2dc", 0.6), ("#f0dfc0", 1)))
    for x, tall, ink in (
        (-30, 560, "#d9b48c"),
        (230, 640, "#c98f74"),
        (520, 540, "#e6cfa4"),
        (770, 610, "#b9a58c"),
        (1050, 560, "#d6a988"),
        (1330, 650, "#c9b498"),
    ):
        top = 740 - tall
        c.rect(x, top, x + 290, 760, mix(ink, "#c9d9dc", 0.35))
        c.poly([(x - 8, top), (x + 145, top - 90), (x + 298, top)], mix("#a8604c", "#c9d9dc", 0.35))
        for row in range(3):
            for column in range(3):
                c.rect(
                    x + 44 + column * 80,
                    top + 60 + row * 130,
                    x + 80 + column * 80,
                    top + 128 + row * 130,
                    "#7f9fae",
                )
    c.mist(300, 800, "#f7e9cc", 0.5)
    for x, tall, coat, facing in (
        (170, 250, "#7a8fa8", 1),
        (260, 236, "#b07a70", -1),
        (1430, 260, "#6f8f88", -1),
    ):
        person(c, x, 780, tall, coat, "#6a6a78", facing=facing, gesture="carry")
    c.rect(330, 190, 346, 820, "#6b4a34")
    c.rect(1270, 190, 1286, 820, "#6b4a34")
    c.rect(346, 330, 1270, 780, "#7a4c34")
    c.shade_box(346, 330, 1270, 780, "#2f1a18", "up", 0.6, 0.8)
    for shelf in (450, 570):
        c.rect(366, shelf, 1250, shelf + 14, "#c08a58")
        for n in range(15):
            x = 400 + n * 60
            ink = c.random.choice(("#d08a3c", "#b56a2a", "#e0a856"))
            c.disc(x, shelf - 20, 27, ink, 22)
            c.shade_box(x - 27, shelf - 42, x + 27, shelf, "#4a2410", "down", 0.4, 0.6)
            c.stroke([(x - 12, shelf - 28), (x + 4, shelf - 20)], "#f4d9a0", 4)
    person(
        c,
        560,
        960,
        520,
        "#f6efdf",
        "#3a4a5c",
        "#e2b08c",
        "#4b3426",
        gesture="reach",
        facing=1,
        hat=None,
        stride=0.05,
    )
    c.poly([(526, 560), (600, 560), (612, 800), (516, 800)], "#2f5f86")
    c.poly([(526, 476), (530, 442), (560, 430), (596, 440), (598, 476)], "#fdfaf0")
    person(
        c,
        1030,
        990,
        500,
        "#c8452f",
        "#2f3a4c",
        "#f0c6a4",
        "#7a5232",
        gesture="reach",
        facing=-1,
        skirt=True,
        stride=0.05,
    )
    c.disc(1035, 512, 40, "#e8b53c", 40)
    child(c, 1170, 980, 320, "#3f7f6c", "#2f3a4c", facing=-1, gesture="carry")
    loaf = [
        (690 + 76 * cos(t * pi / 10), 640 - 36 * sin(t * pi / 10) if t <= 10 else 640 + 14)
        for t in range(11)
    ]
    c.poly([(614, 644), *reversed(loaf), (766, 644), (750, 664), (630, 664)], "#c97c30")
    for n in range(3):
        c.stroke([(650 + n * 34, 622), (668 + n * 34, 640)], "#f7dca0", 7, True)
    for n in range(13):
        left, wide = 290 + n * 79, 79
        ink = "#2f5f86" if n % 2 == 0 else "#fbf4e2"
        c.poly(
            [
                (left + 22 - n * 3.4, 120),
                (left + wide + 18 - n * 3.4, 120),
                (left + wide, 290),
                (left, 290),
            ],
            ink,
        )
        c.disc(left + wide / 2, 290, wide / 2, ink, 30)
    c.shade([(290, 120), (1310, 120), (1318, 320), (290, 320)], "#1a2a44", "down", 0.4, 0.5)
    c.rect(-10, 790, WIDTH + 10, HEIGHT, "#a8703f")
    c.shade_box(-10, 790, WIDTH + 10, HEIGHT, "#4a2612", "down", 0.6, 0.7)
    c.rect(-10, 786, WIDTH + 10, 800, "#e6b878")

    def bread(x, y, wide, tall, ink, cuts):
        c.disc(x + wide * 0.1, y + tall * 0.9, wide * 1.02, veil("#2f140a", 0.5), tall * 0.32)
        shape = [
            (
                x + wide * cos(t * pi / 24),
                y + tall * (-sin(t * pi / 24) if t <= 24 else 0.55 * -sin(t * pi / 24)),
            )
            for t in range(49)
        ]
        c.poly(shape, ink)
        c.shade(shape, "#4a1e08", "down", 0.6, 0.6)
        c.shade(shape, "#fbe3ac", "up", 0.4, 0.4)
        for n in range(cuts):
            at = x + wide * ((n + 0.5) / cuts - 0.5) * 1.4
            c.poly(
                [
                    (at - wide * 0.1, y - tall * 0.7),
                    (at + wide * 0.02, y - tall * 0.6),
                    (at + wide * 0.16, y + tall * 0.05),
                    (at + wide * 0.02, y - tall * 0.1),
                ],
                "#f8e2b0",
            )

    for x, y, wide, tall, ink, cuts in (
        (180, 900, 150, 92, "#c07a34", 3),
        (430, 880, 110, 74, "#8a4a22", 2),
        (1440, 890, 160, 96, "#8f4e24", 3),
        (1190, 880, 120, 80, "#d2954a", 2),
        (310, 1000, 190, 100, "#d2954a", 4),
        (1330, 1010, 200, 104, "#c07a34", 4),
    ):
        bread(x, y, wide, tall, ink, cuts)
    basket = [(590, 900), (1070, 900), (1030, 1080), (630, 1080)]
    for n in range(7):
        lean = (n - 3) * 22
        x = 650 + n * 62
        c.stroke(
            [(x, 960), (x + lean, 800 - 14 * (n % 2))],
            mix("#c9833a", "#8a4a1c", (n % 3) * 0.3),
            54,
            True,
        )
        for k in range(4):
            share = k / 4
            bx, by = x + lean * (share + 0.1), 940 - 140 * share
            c.stroke([(bx - 14, by - 12), (bx + 14, by + 2)], "#f4d79a", 7, True)
    c.poly(basket, "#b9854c")
    for row in range(6):
        y = 906 + row * 30
        for n in range(20):
            x = 586 + row * 7 + n * (24.6 - row * 0.7)
            c.disc(
                x + (row % 2) * 12,
                y + 10,
                14,
                mix("#d9a868", "#7a4a24", 0.55 * ((n + row) % 2)),
                12,
            )
    c.stroke([(584, 900), (1076, 900)], "#e6bd80", 22, True)
    return c.print(5, "#2f140a", 0.22)
