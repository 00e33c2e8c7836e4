"""The scullers and the match under floodlights."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, veil
from .figures import person, shadow
from .space import Camera


def rowing(c):
    """A quadruple scull from straight above, cutting across the sheet."""
    c.wash((("#0f6f7c", 0), ("#0a5a6c", 0.5), ("#07405a", 1)))
    c.glow(1150, 160, 900, "#3fb3ac", 0.55)
    for _ in range(900):
        x, y = c.random.uniform(-50, 1650), c.random.uniform(-20, HEIGHT)
        ink = c.random.choice(("#1c8790", "#0b4d62", "#2f9c9c"))
        c.disc(x, y, c.random.uniform(12, 60), veil(ink, 0.28), c.random.uniform(1, 4))
    angle = -0.42
    along, across = (cos(angle), sin(angle)), (-sin(angle), cos(angle))

    def at(u, v, lift=0):
        return (
            770 + u * along[0] + v * across[0] + lift,
            560 + u * along[1] + v * across[1] + lift,
        )

    for side in (-1, 1):
        for n in range(5):
            spread = 26 + n * 26
            c.poly(
                [at(520, 0), at(-1100, side * spread * 5.2), at(-1100, side * (spread * 5.2 + 26))],
                veil("#bfeee4", 0.16 - n * 0.022),
            )
    seats = [-210 + n * 128 for n in range(4)]
    for stroke in range(2):
        for seat in seats:
            for side in (-1, 1):
                u, v = seat - 90 - stroke * 560, side * 232
                for ring in range(3):
                    x, y = at(u, v)
                    size = 12 + ring * 12 + stroke * 9
                    c.disc(x, y, size, veil("#e4fff6", 0.22 - stroke * 0.05), size * 0.62)

    def hull(lift, ink, wide=1.0):
        steps = [n / 24 for n in range(25)]
        edge = [(-470 + 960 * s, wide * 27 * sin(pi * s) ** 0.55) for s in steps]
        c.poly(
            [*[at(u, v, lift) for u, v in edge], *[at(u, -v, lift) for u, v in reversed(edge)]], ink
        )

    hull(34, veil("#022536", 0.55))
    for seat in seats:
        for side in (-1, 1):
            c.stroke(
                [at(seat + 18, side * 36, 34), at(seat - 70, side * 240, 34)],
                veil("#022536", 0.45),
                6,
            )
    hull(0, "#f6ead0")
    hull(0, "#d9a45c", 0.62)
    c.poly([at(490, 0), at(380, 13), at(380, -13)], "#e6503a")
    for seat in seats:
        for side in (-1, 1):
            c.stroke([at(seat + 6, 0), at(seat + 18, side * 52)], "#dfe6e2", 4)
            c.stroke([at(seat + 42, side * 12), at(seat - 70, side * 240)], "#f2efe4", 6, True)
            c.poly(
                [
                    at(seat - 54, side * 212),
                    at(seat - 82, side * 208),
                    at(seat - 102, side * 262),
                    at(seat - 66, side * 266),
                ],
                "#e6503a",
            )
            c.stroke(
                [at(seat - 14, side * 17), at(seat + 10, side * 30), at(seat + 42, side * 12)],
                "#e5ae86",
                13,
                True,
            )
            c.stroke([at(seat - 6, side * 8), at(seat + 62, side * 9)], "#15303f", 13, True)
        c.disc(*at(seat - 16, 0), 25, "#e6503a")
        c.disc(*at(seat - 20, 0), 22, "#f3694d")
        c.disc(*at(seat - 4, 0), 14, "#e5ae86")
        c.disc(*at(seat - 8, 0), 14, c.random.choice(("#33231d", "#6d4526", "#1d1a1c", "#b98b4a")))
    for n in range(11):
        u = -760 + n * 190
        x, y = at(u, 455)
        c.disc(x + 9, y + 12, 15, veil("#022536", 0.5))
        c.disc(x, y, 15, "#f4c64a")
        c.disc(x - 4, y - 4, 6, "#fff0bc")
    return c.print(5, "#01222f", 0.3)


def football_pitch(c):
    """A night match from the stand: mown stripes, four shadows to a player, a shot at goal."""
    camera = Camera(640, 130, 1250, 15)
    c.wash((("#071018", 0), ("#10242b", 1)), (0, 0, WIDTH, 400))
    for _ in range(1500):
        x, y = c.random.uniform(0, WIDTH), c.random.uniform(60, 300)
        ink = c.random.choice(("#24444a", "#38585a", "#6f7f74", "#a8553c", "#d9b25a", "#16303a"))
        c.disc(x, y, c.random.uniform(3, 7), veil(ink, 0.8))
    c.shade_box(0, 40, WIDTH, 320, "#050c12", "up", 0.9, 0.9)
    for n in range(9):
        left = n * 178 - 10
        c.rect(left, 300, left + 176, 338, ("#c8452f", "#e8e0c4", "#2f7f86", "#e2a93a")[n % 4])
        c.shade_box(left, 300, left + 176, 338, "#10242b", "right", 0.5)
    c.wash((("#2c8f4e", 0), ("#1f7a44", 0.5), ("#12592f", 1)), (0, 338, WIDTH, HEIGHT))
    for n in range(-8, 10, 2):
        c.poly(
            [
                camera.at(n * 5, 0, 90),
                camera.at(n * 5 + 5, 0, 90),
                camera.at(n * 5 + 5, 0, 15),
                camera.at(n * 5, 0, 15),
            ],
            veil("#6fc469", 0.28),
        )
    c.glow(780, 640, 800, "#a8e48a", 0.35, 420)
    for _ in range(900):
        x, y = c.random.uniform(0, WIDTH), c.random.uniform(345, HEIGHT)
        c.stroke([(x, y), (x + 2, y - 4 - (y - 340) / 90)], veil("#0d4a28", 0.4), 1.6)
    white = "#f2f6e4"

    def line(*points, width=0.14):
        for (x0, z0), (x1, z1) in zip(points, points[1:], strict=False):
            c.stroke(
                [camera.at(x0, 0, z0), camera.at(x1, 0, z1)],
                white,
                camera.size(width, (z0 + z1) / 2),
            )

    line((-60, 76), (23, 76), (23, 15))
    line((23, 62), (11.5, 62), (11.5, 30), (23, 30))
    line((23, 54), (17.5, 54), (17.5, 38), (23, 38))
    arc = [(11.5 - 4.4 * sin(pi * n / 12), 46 + 7.2 * (n - 6) / 6) for n in range(13)]
    line(*arc)
    c.disc(*camera.at(14.6, 0, 46), 5, white, 3)
    goal = [
        camera.at(23, 0, 50),
        camera.at(23, 3.4, 50),
        camera.at(23, 3.4, 42),
        camera.at(23, 0, 42),
    ]
    back = [
        camera.at(26, 0, 50),
        camera.at(25, 3.4, 50),
        camera.at(25, 3.4, 42),
        camera.at(26, 0, 42),
    ]
    for n in range(13):
        share = n / 12
        rows = []
        for corner in (0, 1):
            rows.append(
                tuple((back[corner][i] * (1 - share) + back[3 - corner][i] * share) for i in (0, 1))
            )
        c.stroke(rows, veil(white, 0.4), 1.5)
        top = tuple(goal[1][i] * (1 - share) + goal[2][i] * share for i in (0, 1))
        c.stroke([top, rows[1]], veil(white, 0.4), 1.5)
        low = tuple(back[0][i] * (1 - share) + back[1][i] * share for i in (0, 1))
        high = tuple(back[3][i] * (1 - share) + back[2][i] * share for i in (0, 1))
        c.stroke([low, high], veil(white, 0.4), 1.5)
    c.stroke([*goal], white, 7, True)
    reds, blues = ("#d9432f", "#f6efdc"), ("#f0c43c", "#1b2f52")
    team = (
        (8.5, 41, reds, "wide", 1, 0.24),
        (16.0, 51, blues, "reach", -1, 0.2),
        (3.5, 47, reds, "down", 1, 0.2),
        (11.2, 44.5, blues, "reach", -1, 0.22),
        (-3, 56, reds, "down", 1, 0.16),
        (17.3, 40, blues, "wide", -1, 0.18),
        (-8.5, 45, blues, "down", 1, 0.2),
        (8.2, 60, reds, "cheer", 1, 0.2),
        (-1.5, 35.5, reds, "hips", 1, 0.14),
        (6.2, 35, blues, "down", 1, 0.2),
        (21.6, 45.8, ("#35c4c0", "#173a44"), "cheer", -1, 0.26),
    )
    for x, z, (shirt, shorts), gesture, facing, stride in sorted(team, key=lambda one: -one[1]):
        sx, sy = camera.at(x, 0, z)
        tall = camera.size(2.6, z)
        for slant in (-0.7, 0.7):
            shadow(c, sx, sy, tall, veil("#05301a", 0.3), slant)
        person(
            c, sx, sy, tall, shirt, shorts, gesture=gesture, facing=facing, stride=stride, lean=0.12
        )
        for foot in (-stride, stride):
            c.stroke(
                [
                    (sx + facing * tall * foot * 0.85, sy - tall * 0.12),
                    (sx + facing * tall * foot, sy - tall * 0.03),
                ],
                shirt,
                tall * 0.07,
                True,
            )
    bx, by = camera.at(14.4, 1.6, 42.5)
    gx, gy = camera.at(14.4, 0, 42.5)
    c.disc(gx, gy, 9, veil("#05301a", 0.5), 4)
    for n in range(7):
        c.disc(bx - n * 16, by + n * 7, 11 - n, veil("#ffffff", 0.3 - n * 0.04))
    c.disc(bx, by, 12, "#ffffff")
    c.disc(bx + 3, by + 3, 5, "#2a3a40")
    for x in (250, 1190):
        for row in range(2):
            for n in range(4):
                c.disc(x + n * 34, 96 + row * 28, 11, "#fffbe4")
        c.glow(x + 50, 110, 330, "#f4ffe0", 0.7)
        c.poly(
            [(x - 20, 130), (x + 120, 130), (x + 560, HEIGHT), (x - 420, HEIGHT)],
            veil("#efffd8", 0.05),
        )
    for n in range(14):
        x = n * 128 + c.random.uniform(-24, 24)
        size = c.random.uniform(38, 50)
        ink = c.random.choice(("#08141b", "#0d1d24", "#122730"))
        c.disc(x, 1046, size * 1.5, ink, size)
        c.disc(x, 986, size * 0.6, ink, size * 0.75)
        if n in (4, 9):
            for side in (-1, 1):
                c.stroke(
                    [(x + side * 50, 1040), (x + side * 74, 960), (x + side * 56, 890)],
                    ink,
                    24,
                    True,
                )
    return c.print(5, "#02070a", 0.35)
