"""The kitchen garden in June."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import person
from .nature import foliage, forest_edge, hills
from .space import Camera


def garden(c):
    """A kitchen garden in June: raised beds, a glasshouse, a gardener with her can."""
    c.wash((("#bfe6d4", 0), ("#f4f6d0", 0.6), ("#f9e9b4", 1)), (0, 0, WIDTH, 460))
    c.glow(330, 140, 420, "#fffbe0", 0.8)
    forest_edge(c, hills(c, 360, 24, "#8fc6a0"), "#8fc6a0", 46)
    for x, y, wide in ((140, 400, 190), (420, 420, 150), (1480, 380, 220)):
        foliage(c, x, y, wide, wide * 0.7, ("#2f7d58", "#57a35f", "#a3cc68"), 110, 17)
    house = [(820, 480), (820, 290), (930, 200), (1040, 290), (1040, 480)]
    flank = [(1040, 480), (1040, 290), (930, 200), (1250, 200), (1360, 290), (1360, 480)]
    c.poly(flank, "#a8dcd0")
    c.poly(house, "#c9efe2")
    c.shade(flank, "#f9fff0", "up", 0.7)
    for n in range(9):
        x = 1040 + n * 40
        c.stroke([(x, 480), (x, 290), (x - 110, 200)], "#f8f6ea", 5)
    for edge in (
        [(1040, 385), (1360, 385)],
        [(1040, 290), (1360, 290)],
        [(930, 200), (1250, 200)],
        [*house, house[0]],
        [(930, 200), (930, 480)],
        [(820, 385), (1040, 385)],
    ):
        c.stroke(edge, "#f8f6ea", 6)
    for n in range(24):
        foliage(c, 1060 + n * 12.4, 450 - (n % 3) * 26, 18, 26, ("#3f8a56", "#7ab55c"), 6, 7)
    for n in range(30):
        c.disc(1060 + n * 10, 400 + (n * 37) % 66, 5, "#e8503c")
    c.wash((("#a5c95e", 0), ("#6fae52", 0.4), ("#2f7d4c", 1)), (0, 478, WIDTH, HEIGHT))
    camera = Camera(700, 330, 950, 3.2)

    def bed(x0, z0, x1, z1):
        c.poly([(x + 26, y + 12) for x, y in camera.floor(x0, z0, x1, z1)], veil("#1d5a3c", 0.45))
        c.poly(camera.front(z0, x0, 0, x1, 0.45), "#b0744a")
        c.shade(camera.front(z0, x0, 0, x1, 0.45), "#5a3020", "down", 0.7)
        inner, outer = (x1, x0) if x1 < 0 else (x0, x1)
        c.poly(camera.side(inner, 0, z0, 0.45, z1), "#8c5636")
        c.poly(camera.floor(x0, z0, x1, z1, 0.45), "#d99a66")
        c.poly(camera.floor(x0 + 0.1, z0 + 0.1, x1 - 0.1, z1 - 0.1, 0.45), "#5a3a2a")

    def cabbage(x, z, inks):
        sx, sy = camera.at(x, 0.5, z)
        size = camera.size(0.32, z)
        for ring, ink in enumerate(inks):
            for leaf in range(7):
                turn = leaf * 2 * pi / 7 + ring
                far = size * (0.66 - ring * 0.24)
                c.disc(
                    sx + far * cos(turn),
                    sy - ring * size * 0.16 + far * 0.5 * sin(turn),
                    size * (0.56 - ring * 0.12),
                    mix(ink, "#0f4a38", 0.12 * (leaf % 2)),
                    size * (0.42 - ring * 0.08),
                )

    c.poly(
        [*camera.floor(-0.9, 19, 0.9, 19)[:2], camera.at(1.0, 0, 3.6), camera.at(-1.0, 0, 3.6)],
        "#f0ddb0",
    )
    c.shade(
        [*camera.floor(-0.9, 19, 0.9, 19)[:2], camera.at(1.0, 0, 3.6), camera.at(-1.0, 0, 3.6)],
        "#b98f5c",
        "down",
        0.6,
    )
    for z in (15.5, 11, 7.4, 4.4):
        for side in (-1, 1):
            x0, x1 = (1.2, 5.4) if side > 0 else (-5.4, -1.2)
            deep = z * 0.3
            bed(x0, z, x1, z + deep)
            kind = (round(z) + side) % 4
            for back in range(3):
                at = z + deep * (0.8 - back * 0.3)
                for n in range(7):
                    x = x0 + 0.4 + n * 0.57
                    sx, sy = camera.at(x, 0.45, at)
                    tall = camera.size(1.0, at)
                    if kind in (0, 2):
                        cabbage(
                            x,
                            at,
                            ("#2f8068", "#5fae86", "#b8dba0")
                            if kind
                            else ("#4a3f7a", "#7d5a9a", "#c99ac0"),
                        )
                    elif kind == 1:
                        c.stroke([(sx, sy), (sx, sy - tall * 1.5)], "#c9a06c", max(tall * 0.04, 2))
                        foliage(
                            c,
                            sx,
                            sy - tall * 0.75,
                            tall * 0.26,
                            tall * 0.7,
                            ("#2a7048", "#58a050"),
                            14,
                            tall * 0.1,
                        )
                        for _ in range(5):
                            c.disc(
                                sx + c.random.gauss(0, tall * 0.14),
                                sy - tall * c.random.uniform(0.3, 1.3),
                                tall * 0.075,
                                c.random.choice(("#e5432f", "#e5432f", "#f2a03c")),
                            )
                    else:
                        for _ in range(9):
                            tip = (
                                sx + c.random.gauss(0, tall * 0.2),
                                sy - tall * c.random.uniform(0.4, 0.9),
                            )
                            c.stroke([(sx, sy), tip], "#3a8a56", max(tall * 0.03, 1.5))
                            c.disc(
                                *tip,
                                tall * 0.07,
                                c.random.choice(("#f26a8a", "#f9c84a", "#ffffff", "#b06ad0")),
                            )
        if z == 11:
            gx, gy = camera.at(0.1, 0, 9.4)
            tall = camera.size(1.75, 9.4)
            c.disc(gx + 30, gy, 60, veil("#6b4a24", 0.4), 8)
            person(
                c,
                gx,
                gy,
                tall,
                "#e0567a",
                "#3a5a7a",
                gesture="carry",
                hat="#f7e3a4",
                skirt=True,
                facing=1,
            )
            can = (gx + tall * 0.24, gy - tall * 0.44)
            c.rect(can[0], can[1] - 14, can[0] + 46, can[1] + 34, "#2f7f9c")
            c.stroke([(can[0] + 44, can[1] + 26), (can[0] + 96, can[1] - 16)], "#2f7f9c", 9)
            c.stroke(
                [(can[0], can[1] + 20), (can[0] - 8, can[1] - 26), (can[0] + 30, can[1] - 20)],
                "#2f7f9c",
                6,
            )
            for n in range(9):
                c.stroke(
                    [
                        (can[0] + 98, can[1] - 18 + n),
                        (can[0] + 120 + n * 5, can[1] + 12),
                        (can[0] + 130 + n * 7, can[1] + 60),
                    ],
                    veil("#ffffff", 0.6),
                    2,
                )
    for _ in range(9):
        x, y = c.random.uniform(300, 1300), c.random.uniform(520, 760)
        for side in (-1, 1):
            c.disc(x + side * 8, y, 8, c.random.choice(("#fff6d8", "#f9c84a", "#f29ab0")), 11)
        c.stroke([(x, y - 9), (x, y + 9)], "#3a2a2a", 3)
    return c.print(5, "#12442c", 0.18)
