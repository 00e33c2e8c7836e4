"""Clothes and features of a flat portrait, on a sheet of 640 units."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import mix, smooth, veil
from .hair import oval


def clothes(c, collar, coat, skin):
    """Shoulders and what closes them at the neck."""
    body = smooth(
        [
            (58, 760),
            (76, 540),
            (150, 482),
            (262, 444),
            (378, 444),
            (490, 482),
            (564, 540),
            (582, 760),
        ]
    )
    c.poly(body, coat)
    c.shade(body, mix(coat, "#000000", 0.6), "left", 0.65, 0.6)
    c.poly([(272, 370), (368, 370), (376, 470), (320, 490), (264, 470)], mix(skin, "#6a2f22", 0.18))
    c.shade([(272, 370), (368, 370), (372, 440), (268, 440)], mix(skin, "#4a1a14", 0.5), "up", 0.7)
    if collar == "turtleneck":
        c.poly(
            smooth([(258, 408), (382, 408), (400, 500), (320, 520), (240, 500)], 2),
            mix(coat, "#ffffff", 0.1),
        )
        for n in range(7):
            c.stroke([(268 + n * 17, 420), (262 + n * 19, 482)], veil("#000000", 0.16), 4)
    elif collar == "shirt":
        shirt = "#f6f0e2"
        c.poly([(268, 440), (372, 440), (320, 530)], mix(skin, "#6a2f22", 0.26))
        c.poly(
            [(262, 440), (320, 520), (378, 440), (420, 470), (340, 660), (300, 660), (220, 470)],
            shirt,
        )
        for side in (-1, 1):
            c.poly(
                [
                    (320 + side * 56, 426),
                    (320, 512),
                    (320 + side * 60, 548),
                    (320 + side * 92, 462),
                ],
                mix(shirt, "#8a9aa8", 0.22),
            )
            c.poly(
                [
                    (320 + side * 92, 458),
                    (320 + side * 130, 470),
                    (320 + side * 40, 660),
                    (320 + side * 14, 660),
                ],
                mix(coat, "#ffffff", 0.12),
            )
    elif collar == "blouse":
        c.poly([(264, 452), (320, 560), (376, 452)], mix(skin, "#6a2f22", 0.1))
        for n in range(11):
            turn = pi * n / 10
            c.disc(320 + 74 * cos(turn), 470 + 70 * sin(turn), 9, "#f6ead0")
    else:
        c.stroke(oval(320, 446, 66, 46, 0.1, pi - 0.1, 16), mix(coat, "#ffffff", 0.28), 16, True)


def face(c, skin, hair, glasses, beard):
    """Head, ears, features."""
    dark = mix(skin, "#5a1f18", 0.55)
    for side in (-1, 1):
        c.disc(320 + side * 108, 290, 20, mix(skin, "#8a3a2a", 0.2), 30)
    head = [
        *oval(320, 262, 108, 126, pi, 2 * pi),
        (426, 318),
        (398, 378),
        (352, 412),
        (288, 412),
        (242, 378),
        (214, 318),
    ]
    head = smooth(head, 2)
    c.poly(head, skin)
    c.shade(head, mix(skin, "#9a3a2a", 0.6), "right", 0.55, 0.55)
    for side in (-1, 1):
        c.disc(320 + side * 62, 334, 24, veil("#e0624a", 0.24), 18)
    if beard == "beard":
        c.poly(
            smooth(
                [
                    (210, 270),
                    (234, 330),
                    (272, 338),
                    (320, 328),
                    (368, 338),
                    (406, 330),
                    (430, 270),
                    (424, 366),
                    (382, 424),
                    (320, 446),
                    (258, 424),
                    (216, 366),
                ]
            ),
            hair,
        )
    elif beard == "stubble":
        c.shade(
            [(216, 310), (424, 310), (396, 384), (352, 412), (288, 412), (244, 384)],
            mix(hair, skin, 0.3),
            "down",
            0.6,
            0.8,
        )
    for side in (-1, 1):
        x = 320 + side * 46
        c.disc(x, 284, 15, "#fbf6ea", 9.5)
        c.disc(x + 2, 284, 8.5, "#2a2224")
        c.disc(x + 5, 281, 2.6, "#ffffff")
        c.stroke(
            oval(x, 286, 17, 13, pi * 1.08, pi * 1.92, 10), mix(hair, "#1a1210", 0.6), 4.5, True
        )
        c.stroke(
            oval(x, 262, 27, 14, pi * 1.16, pi * 1.84, 10), mix(hair, "#2a1a14", 0.35), 8, True
        )
    c.stroke([(326, 282), (336, 326), (314, 332)], dark, 5, True)
    c.stroke(oval(320, 352, 34, 20, pi * 0.16, pi * 0.84, 12), mix("#b5413c", dark, 0.3), 7, True)
    if beard == "moustache":
        c.poly(
            smooth(
                [
                    (320, 334),
                    (366, 342),
                    (394, 366),
                    (350, 364),
                    (320, 354),
                    (290, 364),
                    (246, 366),
                    (274, 342),
                ]
            ),
            hair,
        )
    if glasses:
        for side in (-1, 1):
            x = 320 + side * 48
            if glasses == "round":
                rim = oval(x, 286, 38, 36)
            else:
                rim = [(x - 40, 260), (x + 40, 260), (x + 36, 312), (x - 36, 312), (x - 40, 260)]
            c.poly(rim, veil("#dff2f4", 0.24))
            c.stroke(rim, "#2a2024", 7)
            c.stroke([(x + side * 38, 276), (320 + side * 108, 272)], "#2a2024", 6)
        c.stroke([(308, 280), (332, 280)], "#2a2024", 7)
