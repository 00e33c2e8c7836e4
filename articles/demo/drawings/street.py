"""The tram in the rain."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import person
from .nature import rain, ripples
from .space import Camera


def _umbrella(c, x, y, size, ink):
    """An open umbrella whose handle ends at (x, y)."""
    c.stroke([(x, y), (x, y - size * 0.9)], "#1c1a20", max(size * 0.04, 1.5))
    dome = [(x - size * 0.62, y - size * 0.62)]
    dome += [
        (x - size * 0.62 + size * 1.24 * n / 12, y - size * 0.62 - size * 0.46 * sin(pi * n / 12))
        for n in range(13)
    ]
    for n in range(4):
        left = x + size * 0.62 - size * 0.31 * n
        dome.append((left - size * 0.155, y - size * 0.7))
        dome.append((left - size * 0.31, y - size * 0.62))
    c.poly(dome, ink)
    c.shade(dome, mix(ink, "#000000", 0.6), "right", 0.6, 0.6)


def _tram(c, camera, x, z, ink):
    """A tram that comes towards the eye, its flank seen on the right."""
    half, roof, tail = 1.2, 3.2, z + 13
    side = camera.side(x + half, 0.4, z, roof, tail)
    c.poly(side, mix(ink, "#1b1420", 0.35))
    for n in range(6):
        start = z + 0.7 + n * 2
        c.poly(camera.side(x + half, 1.5, start, 2.7, start + 1.6), "#f6cf86")
    c.poly(camera.front(z, x - half, 0.4, x + half, roof), ink)
    c.poly(camera.front(z, x - half, 0.4, x + half, 1.15), mix(ink, "#1b1420", 0.25))
    c.poly(camera.front(z, x - half, 1.15, x + half, 1.25), "#f4e3bd")
    c.poly(camera.front(z, x - 1.02, 1.5, x + 1.02, 2.7), "#27303c")
    c.poly(camera.front(z, x - 0.98, 1.54, x + 0.1, 2.66), "#f9d995")
    c.poly(camera.front(z, x - 0.5, 2.78, x + 0.5, 3.05), "#f9d995")
    driver = camera.at(x - 0.45, 1.9, z)
    c.disc(*driver, camera.size(0.17, z), "#3b2c2c", camera.size(0.22, z))
    c.poly(camera.front(z, x - 0.75, 1.5, x - 0.15, 1.8), "#3b2c2c")
    shine = camera.front(z, x - half, 0.4, x + half, roof)
    c.shade(shine, "#2a1016", "left", 0.5, 0.4)
    for light in (-0.75, 0.75):
        spot = camera.at(x + light, 0.8, z)
        c.glow(*spot, camera.size(1.3, z), "#ffeeb8", 0.8)
        c.disc(*spot, camera.size(0.14, z), "#fffbe6")
    top = camera.at(x, 3.2, z + 2)
    wire = camera.at(x, 5.4, z + 2)
    c.stroke([top, (top[0] + 26, (top[1] + wire[1]) / 2), wire], "#1f1a20", 3)


def tram_street(c):
    """A wet autumn street; the tram brings the light."""
    camera = Camera(640, 560, 900, 1.7)
    c.wash((("#6f7c86", 0), ("#a8aca6", 0.5), ("#e3cfa6", 1)), (0, 0, WIDTH, 600))
    c.glow(640, 540, 420, "#fbe3ae", 0.7)
    for n in range(7):
        z = 62 - n * 8.5
        fade = n / 6
        for side in (-1, 1):
            x = side * (8 + c.random.uniform(0, 0.4))
            tall = c.random.uniform(10, 16)
            ink = mix(
                "#a6a399", c.random.choice(("#5b3a33", "#6e4a37", "#40424e", "#7a5a3c")), fade
            )
            c.poly(camera.side(x, 0, z, tall, max(z - 8.5, 5.2)), ink)
            c.poly(
                camera.front(max(z - 8.5, 5.2), x, 0, x + side * 12, tall), mix(ink, "#000000", 0.2)
            )
            wall = camera.side(x, 0, z, tall, max(z - 8.5, 5.2))
            c.shade(wall, mix(ink, "#0d0a12", 0.6), "up", 0.5, 0.6)
            for row in range(3):
                for column in range(4):
                    start = z - 1.4 - column * 2
                    if start - 1 < 5.3:
                        continue
                    lit = c.random.random() < 0.34
                    glass = "#f8cf7e" if lit else mix("#8d949a", "#262a35", fade)
                    low = 4.6 + row * 3
                    if low + 1.7 < tall:
                        c.poly(
                            camera.side(x - side * 0.02, low, start, low + 1.7, start - 1), glass
                        )
            shop = camera.side(x - side * 0.02, 0.5, z - 0.6, 3, max(z - 7.6, 5.3))
            c.poly(shop, mix("#e8c890", c.random.choice(("#f4b04e", "#e8c890", "#d98a4a")), fade))
            awning = [
                camera.at(x, 3.4, z - 0.4),
                camera.at(x, 3.4, max(z - 7.8, 5.3)),
                camera.at(x - side * 1.1, 2.8, max(z - 7.8, 5.3)),
                camera.at(x - side * 1.1, 2.8, z - 0.4),
            ]
            c.poly(awning, mix(ink, c.random.choice(("#8f2f2a", "#2f5a58", "#b0802e")), 0.7))
    c.wash(
        (("#d8c6a0", 0), ("#8b857d", 0.2), ("#4c4c56", 0.6), ("#2a2a36", 1)),
        (0, 574, WIDTH, HEIGHT),
    )
    for side in (-1, 1):
        c.poly(camera.floor(side * 5, 3, side * 9, 60), veil("#3a3740", 0.5))
        c.stroke([camera.at(side * 5, 0, 60), camera.at(side * 5, 0, 2.6)], veil("#d9c7a0", 0.6), 4)
    for rail in (-0.6, 0.85, 2.2, 3.6):
        c.stroke([camera.at(rail, 0, 60), camera.at(rail, 0, 2.6)], "#241f28", 7)
        c.stroke([camera.at(rail, 0, 60), camera.at(rail, 0, 2.6)], veil("#f3d9a0", 0.8), 2)
    _tram(c, camera, 2.9, 13, "#b8352c")
    c.glow(860, 860, 130, "#f9d48a", 0.5, 240)
    c.glow(800, 840, 60, "#b8352c", 0.5, 200)
    ripples(c, 620, 1060, "#f8dca0", 260, opacity=0.4, length=80)
    ripples(c, 640, 1060, "#1a1824", 160, opacity=0.35, length=110)
    for wire in (0.1, 2.9):
        c.stroke([camera.at(wire, 5.5, 60), camera.at(wire, 5.5, 3)], "#24202a", 2)
    for z in (44, 28, 17, 10):
        for side in (-1, 1):
            foot, head = camera.at(side * 5.6, 0, z), camera.at(side * 5.6, 5.4, z)
            c.stroke([foot, head, camera.at(side * 4.6, 5.8, z)], "#241f28", camera.size(0.09, z))
            lamp = camera.at(side * 4.5, 5.6, z)
            c.glow(*lamp, camera.size(1.6, z), "#fff0bd", 0.8)
            c.disc(*lamp, camera.size(0.22, z), "#fff6d8")
    for x, z, coat, top in (
        (-3.6, 24, "#4b4a58", "#2c5f62"),
        (-4.6, 15, "#5a3b33", "#c8452f"),
        (5.2, 17, "#39424e", "#d9a03a"),
    ):
        sx, sy = camera.at(x, 0, z)
        tall = camera.size(1.72, z)
        c.disc(sx, sy, tall * 0.25, veil("#15131a", 0.5), tall * 0.04)
        person(c, sx, sy, tall, coat, gesture="up", skirt=True)
        _umbrella(c, sx + tall * 0.2, sy - tall * 0.98, tall * 0.42, top)
    for x, y, tall, coat, top in (
        (470, 980, 330, "#2d3a52", "#e0a93b"),
        (330, 1000, 322, "#7a3030", None),
    ):
        c.reflect(y, 70, "#33323c", 0.6, 5)
        person(
            c,
            x,
            y,
            tall,
            coat,
            "#1d1b24",
            gesture="up" if top else "carry",
            skirt=top is None,
            facing=1,
            stride=0.14,
        )
        if top:
            _umbrella(c, x + tall * 0.2, y - tall, tall * 0.52, top)
    for _ in range(60):
        x, y = c.random.uniform(60, 1560), c.random.uniform(660, 1050)
        size = (y - 540) / 46
        c.disc(x, y, size, c.random.choice(("#d98a2b", "#b8502a", "#e8b545")), size * 0.4)
    rain(c, "#f4efe0", 300, -8, 40, 0.25)
    return c.print(5, "#14121a", 0.32)
