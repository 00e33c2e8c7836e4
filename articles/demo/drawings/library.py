"""The reading room at dusk."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import person
from .space import Camera


def library(c):
    """The reading room at dusk: shelves in perspective, green lamps, one late reader."""
    camera = Camera(620, 500, 900, 2.0)
    c.wash((("#0f2420", 0), ("#1d3a30", 0.5), ("#12241f", 1)))
    for n in range(9):
        z = 34 - n * 3.6
        for side in (-1, 1):
            x = side * 5.2
            near = max(z - 3.4, 2.2)
            fade = min(1, z / 40)
            c.poly(camera.side(x, 0, z, 9.5, near), mix("#2a1a10", "#3a4a38", fade * 0.5))
            for shelf in range(9):
                low = 0.25 + shelf * 1.0
                at = z - 0.15
                while at > near + 0.2:
                    thick = c.random.uniform(0.16, 0.42)
                    ink = c.random.choice(
                        (
                            "#7a2f26",
                            "#b0752e",
                            "#2f5a4a",
                            "#8c5a34",
                            "#31485a",
                            "#c9a25c",
                            "#5a2438",
                            "#46602f",
                        )
                    )
                    c.poly(
                        camera.side(
                            x, low, at, low + c.random.uniform(0.6, 0.86), max(at - thick, near)
                        ),
                        mix(ink, "#101c18", 0.25 + 0.4 * fade),
                    )
                    at -= thick + 0.03
            c.poly(camera.front(near, x, 0, x + side * 0.9, 9.5), "#4a2e18")
            c.stroke(
                [camera.at(x, 0, near), camera.at(x, 9.5, near)], "#b87f42", camera.size(0.08, near)
            )
    back = camera.front(36, -5.2, 0, 5.2, 10)
    c.poly(back, "#3b2a1c")
    (x0, y1), (x1, y0) = back[0], back[2]
    middle = (x0 + x1) / 2
    arch = [(middle - 84, y1 - 40), (middle - 84, y0 + 90)]
    arch += [(middle - 84 * cos(pi * t / 14), y0 + 90 - 70 * sin(pi * t / 14)) for t in range(15)]
    arch += [(middle + 84, y1 - 40)]
    c.poly(arch, "#f6b56a")
    c.shade(arch, "#fff0c0", "down", 0.9)
    for n in (-28, 28):
        c.stroke([(middle + n, y0 + 30), (middle + n, y1 - 40)], "#3b2a1c", 5)
    c.stroke([(middle - 84, 480), (middle + 84, 480)], "#3b2a1c", 5)
    c.glow(middle, 460, 420, "#ffcf8a", 0.6)
    c.poly(
        [
            (0, HEIGHT),
            (0, 940),
            *camera.floor(-5.2, 36, 5.2, 36)[:2],
            (WIDTH, 940),
            (WIDTH, HEIGHT),
        ],
        "#5c3a20",
    )
    for n in range(-8, 9):
        c.stroke(
            [camera.at(n * 0.66, 0, 36), camera.at(n * 0.66, 0, 2.6)], veil("#2a170a", 0.5), 2.5
        )
    c.poly(
        [
            camera.at(-1.2, 0, 36),
            camera.at(1.2, 0, 36),
            camera.at(2.6, 0, 3.2),
            camera.at(-2.6, 0, 3.2),
        ],
        veil("#ffc983", 0.34),
    )
    for z in (22, 14, 9):
        for side in (-1, 1):
            x0, x1 = side * 1.7, side * 4.0
            c.poly(camera.front(z, min(x0, x1), 0, max(x0, x1), 0.95), "#2a1709")
            c.poly(camera.floor(x0, z, x1, z + 3, 0.95), "#8c5a2e")
            c.poly(camera.floor(x0, z, x1, z + 0.06, 0.95), "#d9a05c")
            lamp = camera.at(side * 2.8, 1.62, z + 1.2)
            size = camera.size(0.32, z)
            c.glow(lamp[0], lamp[1] + size * 1.2, size * 4.4, "#ffe9a0", 0.65, size * 2.6)
            c.stroke([camera.at(side * 2.8, 0.95, z + 1.2), lamp], "#c9a04c", max(size * 0.16, 2))
            c.poly(
                [
                    (lamp[0] - size, lamp[1] + size * 0.4),
                    (lamp[0] - size * 0.6, lamp[1] - size * 0.4),
                    (lamp[0] + size * 0.6, lamp[1] - size * 0.4),
                    (lamp[0] + size, lamp[1] + size * 0.4),
                ],
                "#2f9a68",
            )
            c.rect(
                lamp[0] - size,
                lamp[1] + size * 0.36,
                lamp[0] + size,
                lamp[1] + size * 0.5,
                "#fff3b8",
            )
    person(c, *camera.at(0.5, 0, 17), camera.size(1.72, 17), "#1c1512", "#1c1512", gesture="carry")
    top = 860
    c.poly(
        [(640, top - 60), (WIDTH + 10, top - 60), (WIDTH + 10, HEIGHT), (520, HEIGHT)], "#a86a34"
    )
    c.shade(
        [(640, top - 60), (WIDTH + 10, top - 60), (WIDTH + 10, HEIGHT), (520, HEIGHT)],
        "#3a1c0a",
        "down",
        0.8,
    )
    c.stroke([(640, top - 60), (WIDTH + 10, top - 60)], "#eeb86c", 8)
    c.glow(960, 800, 420, "#ffe9a8", 0.7, 230)
    coat = [
        (1090, 812),
        (1100, 700),
        (1130, 640),
        (1180, 612),
        (1260, 612),
        (1310, 650),
        (1336, 812),
    ]
    c.poly(coat, "#7d2f38")
    c.shade(coat, "#24080f", "right", 0.8, 0.8)
    c.poly([(1180, 620), (1214, 650), (1250, 620), (1230, 570), (1190, 570)], "#d89a72")
    c.disc(1196, 520, 54, "#e8b088", 64)
    c.disc(1222, 492, 62, "#2a1a18", 56)
    c.disc(1272, 500, 30, "#2a1a18", 30)
    c.poly([(1146, 520), (1134, 540), (1148, 546)], "#e8b088")
    c.disc(1164, 518, 17, veil("#fff6d0", 0.35))
    c.stroke([(1147, 516), (1181, 516), (1226, 508)], "#2a1a18", 4)
    c.stroke([(1120, 690), (1080, 780), (1010, 800)], "#7d2f38", 40, True)
    c.disc(1000, 800, 20, "#e8b088", 15)
    c.poly([(830, 826), (930, 800), (950, 836), (846, 868)], "#fdf3d4")
    c.poly([(930, 800), (1040, 812), (1060, 850), (950, 836)], "#f0dfb4")
    for n in range(4):
        c.stroke([(856 + n * 5, 834 + n * 8), (926 + n * 5, 814 + n * 7)], "#b59a6c", 2)
        c.stroke([(950 + n * 4, 813 + n * 7), (1030 + n * 5, 820 + n * 8)], "#b59a6c", 2)
    c.stroke([(780, 850), (800, 700), (840, 660)], "#d9a84c", 9, True)
    c.disc(780, 854, 50, "#b5842f", 12)
    c.poly([(790, 690), (830, 630), (940, 630), (980, 690)], "#2f9a68")
    c.shade([(790, 690), (830, 630), (940, 630), (980, 690)], "#0f4a36", "left", 0.7)
    c.rect(794, 688, 976, 700, "#fff6c4")
    for n, ink in enumerate(("#31485a", "#b0752e", "#7a2f26")):
        c.rect(1370 - n * 8, 780 - n * 34, 1560 - n * 14, 812 - n * 34, ink)
        c.rect(1540 - n * 14, 784 - n * 34, 1562 - n * 14, 808 - n * 34, "#f2e6c4")
    return c.print(5, "#040c0a", 0.38)
