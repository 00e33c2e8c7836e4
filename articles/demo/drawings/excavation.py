"""The dig, seen from its edge."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from .canvas import mix, smooth, veil
from .figures import person
from .nature import foliage
from .space import Camera


def excavation(c):
    """The dig from its edge: terraces, string squares, an old wall coming to light."""
    camera = Camera(760, -70, 1130, 9)
    c.wash((("#9ec6cc", 0), ("#e9dfb4", 0.1), ("#c98a52", 0.11), ("#b8723e", 0.6), ("#9a5a30", 1)))
    c.poly(camera.floor(-80, 19.2, 80, 62), "#a8ab62")
    c.shade(camera.floor(-80, 19.2, 80, 62), "#5f7a45", "up", 0.35, 0.7)
    for n in range(76):
        x, y = camera.at(-34 + n * 0.9, 0, 34 + c.random.uniform(-1, 6))
        foliage(c, x, y - 10, 44, 34, ("#3f5a38", "#647f45", "#93a355"), 9, 12)
    for _ in range(500):
        x, y = camera.at(c.random.uniform(-14, 14), 0, c.random.uniform(6, 19))
        c.disc(
            x,
            y,
            c.random.uniform(2, 8),
            veil(c.random.choice(("#7a4524", "#d9a566", "#5c3018")), 0.4),
            3,
        )

    def pit(x0, z0, x1, z1, depth, top=0.0):
        layers = ("#6b4a2c", "#a8653a", "#d99a5c", "#b5522f", "#7d3a24")
        bottom = top - depth
        for n in range(5):
            high, low = top - depth * n / 5, top - depth * (n + 1) / 5
            c.poly(camera.front(z1, x0, low, x1, high), layers[n])
            c.poly(camera.side(x0, low, z0, high, z1), mix(layers[n], "#2a120a", 0.4))
            c.poly(camera.side(x1, low, z0, high, z1), mix(layers[n], "#ffdf9c", 0.2))
        c.poly(camera.floor(x0, z0, x1, z1, bottom), "#d9a768")
        c.shade(camera.floor(x0, z0, x1, z1, bottom), "#9a6234", "left", 0.5, 0.5)
        wall = camera.front(z1, x0, bottom, x1, top)
        c.shade(wall, "#3a1c10", "down", 0.5)
        return bottom

    bottom = pit(-5.4, 8.2, 6.2, 17.5, 1.5)
    deep = pit(-4.6, 9.2, -0.4, 13.4, 1.3, bottom)
    for n in range(3):
        z = 12.7 - n * 1.25
        for k in range(5):
            x = -4.2 + k * 0.75 + (n % 2) * 0.3
            c.disc(*camera.at(x, deep + 0.02, z), 22, veil("#6b3a1e", 0.4), 8)

    def stones(x0, z0, x1, z1, rows):
        for row in range(rows):
            count = 15
            for n in range(count):
                share = (n + (row % 2) * 0.5) / count
                x, z = x0 + (x1 - x0) * share, z0 + (z1 - z0) * share
                y = bottom + row * 0.34
                sx, sy = camera.at(x, y, z)
                size = camera.size(0.27, z) * c.random.uniform(0.85, 1.15)
                ink = c.random.choice(("#c4b49a", "#a89678", "#d6c8ac", "#93836a"))
                block = [
                    (sx + size * dx * c.random.uniform(0.85, 1.1), sy + size * dy)
                    for dx, dy in (
                        (-1, 0.5),
                        (-0.95, -0.4),
                        (-0.4, -0.72),
                        (0.6, -0.68),
                        (1, -0.3),
                        (0.95, 0.55),
                        (0, 0.66),
                    )
                ]
                c.poly([(px, py + size * 0.3) for px, py in block], "#5a3a26")
                c.poly(block, ink)
                c.poly([block[1], block[2], block[3], block[4]], mix(ink, "#ffffff", 0.3))

    stones(0.8, 16.6, 5.4, 16.6, 3)
    stones(5.4, 16.4, 5.4, 10.2, 2)
    stones(1.0, 16.4, 1.0, 13.2, 2)
    heap = smooth(
        [(1190, 700), (1290, 610), (1400, 520), (1500, 500), (1680, 560), (1700, 740), (1400, 730)]
    )
    c.poly([(x - 10, y + 20) for x, y in heap], veil("#4a2010", 0.3))
    c.poly(heap, "#9a5f38")
    c.shade(heap, "#5a2c16", "right", 0.6, 0.7)
    for _ in range(40):
        x, y = c.random.uniform(1290, 1600), c.random.uniform(580, 720)
        c.disc(x, y, c.random.uniform(4, 11), c.random.choice(("#7a4524", "#c98f5c")), 6)
    for x in (-5.8, -2.6, 0.6, 3.8, 6.6):
        c.stroke([camera.at(x, 0.35, 18), camera.at(x, 0.35, 7.6)], "#fdf6e0", 2.6)
        for z in (18, 7.8):
            c.stroke([camera.at(x, 0, z), camera.at(x, 0.6, z)], "#e9d9b0", camera.size(0.07, z))
    for z in (18, 14.5, 11, 7.8):
        c.stroke([camera.at(-5.8, 0.35, z), camera.at(6.6, 0.35, z)], "#fdf6e0", 2.6)
    jar = camera.at(3.2, bottom, 11.6)
    c.disc(jar[0] + 34, jar[1] + 4, 70, veil("#5a2c14", 0.5), 16)
    body = [
        (jar[0] + dx * 1.3, jar[1] + dy * 1.3)
        for dx, dy in (
            (-14, 2),
            (-40, -32),
            (-38, -64),
            (-14, -88),
            (-22, -104),
            (22, -104),
            (14, -88),
            (38, -64),
            (40, -32),
            (14, 2),
        )
    ]
    c.poly(body, "#c9502f")
    c.shade(body, "#5a1c10", "right", 0.8, 0.8)
    for up in (44, 58):
        c.stroke([(jar[0] - 48, jar[1] - up * 1.3), (jar[0] + 48, jar[1] - up * 1.3)], "#f4dfb4", 5)
    crew = (
        (2.2, 12.4, bottom, "#3f7f8c", "work", 0.38, 1, "#f2e2b4"),
        (-1.5, 12.4, deep, "#f0e6cc", "work", 0.4, 1, "#e8c463"),
        (-3.4, 12.2, deep, "#c9503c", "down", 0.05, 1, "#f2e2b4"),
        (4.3, 15, bottom, "#e8c463", "work", 0.4, 1, "#3f7f8c"),
        (-6.7, 14.6, 0, "#2f5f6c", "reach", 0.05, 1, "#f2e2b4"),
        (-7.4, 18.6, 0, "#b5602f", "carry", 0.0, 1, None),
        (5.2, 19.4, 0, "#5c6a4a", "hips", 0.0, -1, "#f2e2b4"),
    )
    for x, z, y, coat, pose, lean, facing, hat in sorted(crew, key=lambda one: -one[1]):
        sx, sy = camera.at(x, y, z)
        tall = camera.size(1.9, z)
        c.poly(
            [
                (sx - 8, sy + 4),
                (sx + 8, sy - 4),
                (sx + tall * 0.8, sy + tall * 0.18),
                (sx + tall * 0.7, sy + tall * 0.24),
            ],
            veil("#4a2010", 0.42),
        )
        person(c, sx, sy, tall, coat, "#4a3a30", gesture=pose, lean=lean, facing=facing, hat=hat)
    for x, z, ink in ((-6.6, 10.6, "#2f7f8c"), (-6.2, 9.8, "#e8b23c"), (7.2, 12.4, "#2f7f8c")):
        sx, sy = camera.at(x, 0, z)
        c.disc(sx + 20, sy, 34, veil("#4a2010", 0.4), 9)
        c.poly([(sx - 22, sy - 52), (sx + 22, sy - 52), (sx + 16, sy), (sx - 16, sy)], ink)
        c.disc(sx, sy - 52, 22, mix(ink, "#3a2010", 0.5), 7)
    tent = [
        camera.at(x, y, z)
        for x, y, z in ((-4.5, 2.4, 24), (1.5, 2.4, 24), (2.2, 1.8, 22), (-5.2, 1.8, 22))
    ]
    for x, z in ((-5.1, 22), (2.1, 22), (-4.4, 24), (1.4, 24)):
        c.stroke([camera.at(x, 0, z), camera.at(x, 2, z)], "#e9d9b0", 5)
    c.poly(tent, "#f7efd8")
    c.shade(tent, "#c9a56c", "right", 0.6)
    return c.print(5, "#3a1608", 0.25)
