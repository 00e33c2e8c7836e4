"""Open country: the harvest and the storks above the village."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .nature import (
    birds,
    cumulus,
    foliage,
    forest_edge,
    hills,
    poplar,
)


def wheat_field(c):
    """Harvest at noon under heaped clouds."""
    c.wash((("#1f6fb0", 0), ("#5aa6d0", 0.5), ("#cfe6e0", 1)), (0, 0, WIDTH, 600))
    cumulus(c, 470, 430, 760, "#fffaf0", "#b9cfdc", 13)
    cumulus(c, 1240, 330, 520, "#fffaf0", "#b9cfdc", 10)
    cumulus(c, 930, 530, 420, "#f4f5ee", "#c3d6dd", 9)
    hills(c, 560, 12, "#7fa6a0", 640)
    forest_edge(c, hills(c, 582, 8, "#4f8272", 640), "#4f8272", 26)
    c.wash(
        (("#f7d774", 0), ("#efb93c", 0.25), ("#d98f1f", 0.7), ("#a95f12", 1)),
        (0, 592, WIDTH, HEIGHT),
    )
    for n in range(46):
        x = -2600 + n * 150
        c.poly(
            [(760 + (x - 760) * 0.06, 594), (x, HEIGHT + 20), (x + 52, HEIGHT + 20)],
            veil("#8f5510", 0.3),
        )
    c.poly([(640, 600), (720, 600), (560, HEIGHT), (-240, HEIGHT)], "#f3da92")
    c.shade([(640, 600), (720, 600), (560, HEIGHT), (-240, HEIGHT)], "#b9822c", "down", 0.6, 0.8)
    for n in range(7):
        x = -190 + n * 110
        c.poly([(652 + n * 9, 604), (x, HEIGHT), (x + 26, HEIGHT)], veil("#c08a35", 0.55))
    for x, y, size in ((250, 812, 62), (505, 664, 30), (390, 652, 24), (330, 716, 44)):
        c.disc(x + size * 0.9, y + size * 0.5, size * 1.5, veil("#7a4510", 0.4), size * 0.3)
        c.rect(x, y - size * 0.5, x + size * 1.1, y + size * 0.5, "#e0a63e")
        c.disc(x + size * 1.1, y, size * 0.3, "#e0a63e", size * 0.5)
        c.disc(x, y, size * 0.36, "#f7dc8c", size * 0.5)
        c.disc(x, y, size * 0.18, "#d99d38", size * 0.26)
    for _ in range(170):
        far = c.random.random()
        c.disc(
            1130 + far * 420,
            742 - far * 120 + c.random.gauss(0, 26 + 26 * far),
            18 + 46 * far,
            veil("#f6dfa4", 0.1),
        )
    x, y = 850, 770
    c.disc(x + 100, y + 14, 330, veil("#6a3a0c", 0.5), 22)
    body = [
        (x - 60, y - 170),
        (x + 270, y - 170),
        (x + 310, y - 110),
        (x + 290, y - 46),
        (x - 30, y - 36),
        (x - 90, y - 90),
    ]
    c.poly(body, "#c8372d")
    c.shade(body, "#6b141c", "down", 0.75, 0.7)
    c.rect(x + 40, y - 200, x + 220, y - 168, "#e0574a")
    c.poly([(x - 84, y - 90), (x - 64, y - 214), (x + 26, y - 214), (x + 26, y - 90)], "#1f3440")
    c.poly([(x - 74, y - 100), (x - 58, y - 200), (x - 20, y - 200), (x - 34, y - 100)], "#8cc3d0")
    c.rect(x - 76, y - 226, x + 36, y - 210, "#f0e3c4")
    c.stroke([(x + 120, y - 196), (x + 40, y - 262), (x - 40, y - 268)], "#a82c26", 24)
    c.disc(x + 6, y - 40, 66, "#241a16")
    c.disc(x + 6, y - 40, 30, "#e9c04f")
    c.disc(x + 232, y - 28, 44, "#241a16")
    c.disc(x + 232, y - 28, 18, "#e9c04f")
    c.poly(
        [
            (x - 60, y - 90),
            (x - 200, y - 110),
            (x - 290, y - 40),
            (x - 300, y + 4),
            (x - 60, y - 16),
        ],
        "#8e2822",
    )
    c.shade(
        [
            (x - 60, y - 90),
            (x - 200, y - 110),
            (x - 290, y - 40),
            (x - 300, y + 4),
            (x - 60, y - 16),
        ],
        "#3c0c10",
        "right",
        0.7,
    )
    for n in range(6):
        turn = n * pi / 3 + 0.3
        c.stroke(
            [(x - 236, y - 62), (x - 236 + 66 * cos(turn), y - 62 + 66 * sin(turn))], "#f0d27c", 6
        )
        c.disc(x - 236 + 66 * cos(turn), y - 62 + 66 * sin(turn), 8, "#8e2822")
    for row in range(7):
        base, tall = 900 + row * 30, 90 + row * 14
        for _ in range(74):
            px = c.random.uniform(-20, WIDTH + 20)
            if px < 620 - row * 66:
                continue
            tip = (px + c.random.uniform(4, 26), base - tall * c.random.uniform(0.7, 1.1))
            ink = c.random.choice(("#f9d670", "#e8a92e", "#c9831c", "#fbe49a"))
            c.stroke([(px, base + 60), tip], mix(ink, "#6b3b0a", 0.35), 2.4)
            c.stroke([tip, (tip[0] + 6, tip[1] - 26)], ink, 9, True)
    birds(c, 1130, 250, 90, "#27506c", 6)
    return c.print(5, "#4a2204", 0.2)


def _stork(c, x, y, size, facing=1, bill=0.12, crouch=False):
    """A white stork; y is where it stands, bill the rise of its beak."""

    def at(forward, up):
        return (x + facing * size * forward, y - size * up)

    lift = 0.1 if crouch else 0.42
    if not crouch:
        for leg in (-0.03, 0.06):
            c.stroke(
                [at(leg, 0), at(leg + 0.015, 0.22), at(leg, 0.44)], "#d8452e", size * 0.026, True
            )
    body = [
        at(-0.34, lift + 0.02),
        at(-0.1, lift - 0.05),
        at(0.14, lift + 0.04),
        at(0.24, lift + 0.2),
        at(0.16, lift + 0.34),
        at(-0.05, lift + 0.28),
    ]
    c.poly(body, "#fbf8ee")
    c.disc(*at(0.06, lift + 0.16), size * 0.2, "#fbf8ee", size * 0.16)
    c.poly(
        [
            at(-0.44, lift - 0.04),
            at(-0.05, lift - 0.02),
            at(0.1, lift + 0.12),
            at(-0.04, lift + 0.2),
        ],
        "#1c2026",
    )
    for n in range(4):
        c.stroke(
            [at(-0.4 + n * 0.06, lift - 0.025), at(-0.06 + n * 0.03, lift + 0.12)],
            "#3a4048",
            size * 0.008,
        )
    c.stroke(
        [at(0.18, lift + 0.24), at(0.25, lift + 0.38), at(0.2, lift + 0.52), at(0.22, lift + 0.6)],
        "#fbf8ee",
        size * 0.09,
        True,
    )
    head = at(0.225, lift + 0.61)
    c.disc(*head, size * 0.068, "#fbf8ee", size * 0.058)
    tip = at(0.6, lift + 0.6 + bill)
    c.poly([at(0.27, lift + 0.64), tip, at(0.27, lift + 0.575)], "#dd4b30")
    c.disc(*at(0.25, lift + 0.625), size * 0.013, "#1c2026")
    c.shade(body, "#8fb0bd", "down", 0.5, 0.6)


def stork_nest(c):
    """Two storks and their young on a pole above the village roofs."""
    c.wash((("#3fa7b5", 0), ("#8fd0cc", 0.5), ("#f3ead0", 1)))
    c.glow(380, 880, 700, "#fff3cf", 0.6)
    for x, y, wide in ((350, 330, 520), (1240, 560, 440), (1180, 200, 300), (240, 640, 330)):
        cumulus(c, x, y, wide, "#fffdf4", "#c9e2dc", 9)
    hills(c, 880, 24, "#9cc7a8")
    forest_edge(c, hills(c, 910, 18, "#72ad8c"), "#72ad8c", 34)
    for x, y, wide, roof in (
        (90, 960, 260, "#c65a3c"),
        (430, 985, 210, "#a9452f"),
        (1180, 965, 280, "#c65a3c"),
        (1460, 985, 240, "#8f3b2c"),
    ):
        c.poly(
            [
                (x - wide * 0.5, y),
                (x - wide * 0.34, y - 80),
                (x + wide * 0.34, y - 80),
                (x + wide * 0.5, y),
            ],
            roof,
        )
        c.shade(
            [
                (x - wide * 0.5, y),
                (x - wide * 0.34, y - 80),
                (x + wide * 0.34, y - 80),
                (x + wide * 0.5, y),
            ],
            "#5a1f1c",
            "right",
            0.5,
        )
        c.rect(x - wide * 0.42, y, x + wide * 0.42, HEIGHT, "#f4ead2")
        c.rect(x - 26, y + 24, x + 26, HEIGHT, "#3f6f78")
        c.rect(x + wide * 0.12, y - 112, x + wide * 0.22, y - 60, "#7a4a3a")
    for x in (300, 620, 1010, 1370):
        foliage(c, x, 1040, 90, 90, ("#2f7458", "#4b9166", "#86b868"), 70, 13)
    poplar(c, 1300, 1070, 330, "#2f7458", "#5da070")
    c.rect(846, 640, 878, HEIGHT, "#4a3328")
    c.shade_box(846, 640, 878, HEIGHT, "#1f1410", "right", 0.8)
    c.stroke([(720, 690), (1000, 690)], "#4a3328", 16)
    for x in (735, 985):
        c.rect(x - 8, 662, x + 8, 690, "#dfe9e4")
        c.stroke([(x, 664), (x + (x - 860) * 6, 610)], "#2b2a2a", 2.4)
    for back in (True, False):
        if not back:
            _stork(c, 770, 562, 350, 1, 0.22)
            for n in range(3):
                _stork(c, 842 + n * 44, 588, 130 + n * 14, -1, 0.16 + n * 0.08, crouch=True)
            _stork(c, 1040, 582, 330, -1, -0.1, crouch=True)
        for _ in range(190):
            x, y = c.random.gauss(868, 110), c.random.uniform(575, 660)
            wide = 250 * (1 - (y - 575) / 220)
            x = min(max(x, 868 - wide), 868 + wide)
            tilt = c.random.uniform(-16, 16)
            reach = c.random.uniform(26, 80)
            ink = c.random.choice(("#3a261c", "#5c3d28", "#83603e", "#b08a58", "#2a1a14"))
            c.stroke([(x - reach, y - tilt), (x + reach, y + tilt)], ink, c.random.uniform(2.5, 6))
    birds(c, 520, 150, 60, "#2f6f80", 4, 16)
    return c.print(5, "#0d4450", 0.16)
