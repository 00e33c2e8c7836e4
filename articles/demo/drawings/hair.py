"""Hair of a flat portrait, behind and before the face, on a sheet of 640 units."""

from math import cos, pi, sin

from .canvas import mix, smooth, veil


def oval(x, y, wide, tall, start=0.0, end=2 * pi, steps=40):
    """Points along an ellipse; angles run clockwise from the right."""
    turns = (start + (end - start) * n / steps for n in range(steps + 1))
    return [(x + wide * cos(turn), y + tall * sin(turn)) for turn in turns]


def back_hair(c, cut, ink):
    """What of the hair lies behind the face."""
    if cut == "long":
        c.poly(
            [
                *oval(320, 262, 132, 150, pi, 2 * pi),
                (478, 520),
                (400, 560),
                (240, 560),
                (162, 520),
            ],
            ink,
        )
    elif cut == "bob":
        c.poly(
            [
                *oval(320, 262, 136, 148, pi, 2 * pi),
                (466, 392),
                (420, 412),
                (220, 412),
                (174, 392),
            ],
            ink,
        )
    elif cut == "curls":
        for n in range(26):
            turn = pi * 0.86 + n * pi * 1.28 / 25
            c.disc(320 + 128 * cos(turn), 262 + 132 * sin(turn), 44 + 8 * (n % 3), ink)
    elif cut == "bun":
        c.disc(342, 106, 56, ink, 50)
        c.poly(oval(320, 256, 118, 134), ink)


def _brow_curls(c, ink, light):
    """Curls round the brow, each with its own glint."""
    for n in range(10):
        turn = pi * 1.1 + n * pi * 0.8 / 9
        c.disc(320 + 92 * cos(turn), 246 + 98 * sin(turn), 34, ink)
        c.disc(312 + 100 * cos(turn), 236 + 104 * sin(turn), 12, light)


def front_hair(c, cut, ink):
    """What of the hair lies on the brow."""
    light = veil(mix(ink, "#ffffff", 0.4), 0.5)
    if cut in ("bob", "long"):
        c.poly(
            [
                *oval(320, 258, 118, 136, pi, 2 * pi),
                (430, 306),
                (398, 214),
                (300, 196),
                (232, 240),
                (212, 310),
            ],
            ink,
        )
        c.stroke(oval(310, 262, 96, 112, pi * 1.15, pi * 1.5, 12), light, 7, True)
    elif cut == "short":
        c.poly(
            smooth(
                [
                    (206, 286),
                    (200, 196),
                    (236, 124),
                    (318, 104),
                    (406, 120),
                    (442, 196),
                    (434, 286),
                    (418, 214),
                    (372, 184),
                    (282, 196),
                    (236, 186),
                    (218, 222),
                ]
            ),
            ink,
        )
        c.stroke([(256, 160), (310, 138), (372, 150)], light, 7, True)
    elif cut == "spiky":
        top = [(206, 262)]
        for n in range(8):
            top += [
                (204 + n * 32, 176 - 42 * sin(pi * n / 7)),
                (228 + n * 28, 116 - 26 * sin(pi * n / 7) + (n % 2) * 16),
            ]
        c.poly([*top, (436, 262), (412, 206), (330, 186), (240, 204)], ink)
    elif cut == "curls":
        _brow_curls(c, ink, light)
    elif cut == "bun":
        c.poly(
            [
                *oval(320, 256, 116, 134, pi, 2 * pi),
                (424, 250),
                (372, 176),
                (320, 160),
                (262, 182),
                (216, 256),
            ],
            ink,
        )
        c.stroke([(262, 166), (306, 146), (352, 150)], light, 6, True)
    else:
        for side in (-1, 1):
            c.disc(320 + side * 106, 268, 20, ink, 44)
