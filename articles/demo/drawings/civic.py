"""Places of the community: the school yard and the hospital."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import child, person, shadow
from .nature import bar_cloud, foliage, ripples, tree
from .space import Camera


def school_yard(c):
    """A yard seen from the third floor: long morning shadows, hopscotch, a ball in the air."""
    camera = Camera(800, -330, 1300, 14)
    c.wash((("#e9b872", 0), ("#f2cd8b", 0.5), ("#f6d9a0", 1)))
    c.shade_box(0, 0, WIDTH, HEIGHT, "#d99a55", "up", 0.5, 0.6)
    court = camera.floor(-3.2, 14.6, 6.4, 22.5)
    c.poly(court, "#2f8f8a")
    c.shade(court, "#17605f", "right", 0.6, 0.8)
    line = "#f7efd8"
    c.stroke([*court, court[0]], line, 6)
    c.stroke([camera.at(1.6, 0, 14.6), camera.at(1.6, 0, 22.5)], line, 5)
    ring = [
        camera.at(1.6 + 1.5 * sin(n / 20 * 2 * pi), 0, 18.3 + 1.5 * sin(n / 20 * 2 * pi + pi / 2))
        for n in range(21)
    ]
    c.stroke(ring, line, 5)
    for n in range(7):
        z = 13.3 + n * 0.78
        for x in (-5.6,) if n % 2 == 0 else (-6.05, -5.15):
            c.stroke(
                [*camera.floor(x - 0.42, z, x + 0.42, z + 0.74), camera.at(x - 0.42, 0, z)],
                "#fbf4e2",
                5,
            )
    c.poly(camera.floor(-60, 22.8, 60, 60), "#8fba5c")
    c.shade(camera.floor(-60, 22.8, 60, 60), "#3f7d4b", "up", 0.6, 0.8)
    c.poly(camera.floor(-60, 27.5, 60, 31), "#eac68c")
    for n in range(26):
        x, y = camera.at(-19 + n * 1.5, 0, 32.5)
        foliage(c, x, y - 14, 52, 40, ("#2f6b45", "#4b8f4c", "#8fbf5a"), 16, 11)
    for n in range(8):
        x, y = camera.at(-16 + n * 4.4, 0, 35)
        ink = ("#e8d6b0", "#d9a07c", "#f2e4c4", "#b9c4b0")[n % 4]
        c.rect(x - 70, y - 130, x + 60, y - 30, ink)
        c.poly(
            [(x - 84, y - 126), (x - 50, y - 190), (x + 40, y - 190), (x + 74, y - 126)], "#a8492f"
        )
        for window in (-46, 10):
            c.rect(x + window, y - 108, x + window + 28, y - 68, "#4d6a7a")
    for x in range(-12, 12):
        c.stroke([camera.at(x * 1.0, 0, 23), camera.at(x * 1.0, 1.1, 23)], "#b5472f", 4)
    c.stroke([camera.at(-12, 1.0, 23), camera.at(12, 1.0, 23)], "#b5472f", 5)
    for x, z, tall in ((-7.2, 23.6, 3), (-3.6, 24.3, 3.4), (3, 23.8, 3.2), (7.4, 24.2, 3)):
        sx, sy = camera.at(x, 0, z)
        tree(c, sx, sy, camera.size(tall, z), ("#2f6b45", "#4b8f4c", "#8fbf5a"), "#6a3f2a")
    c.poly([(0, 1067), (0, 560), (170, 690), (400, 1067)], veil("#8a4a3a", 0.28))
    bench = camera.floor(-8, 17.2, -6.9, 20)
    c.poly([(x + 12, y + 16) for x, y in bench], veil("#8a4a2a", 0.4))
    c.poly(camera.floor(-8, 17.2, -7.4, 20, 0.5), "#b5472f")
    players = (
        (-5.6, 14.9, "#d9402f", "cheer", 1),
        (-6.5, 13.0, "#2f5f9a", "hips", 1),
        (-4.4, 12.9, "#f0c23a", "down", -1),
        (-4.0, 16.4, "#7a4a8c", "reach", -1),
        (0.6, 17.2, "#f2efe2", "up", 1),
        (2.9, 18.3, "#d9402f", "cheer", -1),
        (4.6, 16.2, "#f0c23a", "reach", -1),
        (-1.6, 20.2, "#2f5f9a", "wide", 1),
        (5.2, 20.8, "#e8804a", "down", -1),
        (0.4, 14.2, "#2c7f5f", "reach", 1),
        (-2.2, 13.4, "#e8804a", "carry", 1),
        (3.6, 13.4, "#7a4a8c", "cheer", -1),
    )
    for x, z, coat, gesture, facing in sorted(players, key=lambda one: -one[1]):
        sx, sy = camera.at(x, 0, z)
        tall = camera.size(1.28, z)
        shadow(c, sx, sy, tall, veil("#5a2f3a", 0.42), 1.35)
        child(
            c,
            sx,
            sy,
            tall,
            coat,
            "#2c3550",
            gesture=gesture,
            facing=facing,
            stride=0.2 if gesture in ("cheer", "reach") else 0.1,
        )
    sx, sy = camera.at(-7.4, 0, 15.2)
    tall = camera.size(1.72, 15.2)
    shadow(c, sx, sy, tall, veil("#5a2f3a", 0.42), 1.35)
    person(c, sx, sy, tall, "#3d6b6b", "#2c2c38", gesture="carry", skirt=True)
    ball = camera.at(1.9, 3.0, 18)
    mark = camera.at(3.6, 0, 18)
    c.disc(*mark, 22, veil("#123f40", 0.5), 9)
    c.disc(*ball, 24, "#f2703a")
    c.disc(ball[0] - 6, ball[1] - 6, 12, "#ffa364")
    c.stroke([(ball[0] - 22, ball[1]), (ball[0] + 22, ball[1])], "#8a2f1c", 2.5)
    for x, z, ink in ((6.8, 13.2, "#d9402f"), (7.2, 13.6, "#2f5f9a"), (6.3, 13.5, "#f0c23a")):
        bx, by = camera.at(x, 0, z)
        c.disc(bx + 20, by + 10, 46, veil("#8a4a2a", 0.35), 12)
        c.disc(bx, by - 30, 34, ink, 42)
        c.rect(bx - 22, by - 26, bx + 22, by + 4, mix(ink, "#000000", 0.25))
    foliage(c, 1540, 60, 230, 190, ("#2f6b45", "#4b8f4c", "#8fbf5a"), 130, 22)
    for _ in range(70):
        c.disc(
            c.random.uniform(1000, 1600),
            c.random.uniform(240, 620),
            c.random.uniform(10, 40),
            veil("#a8602f", 0.1),
            c.random.uniform(6, 20),
        )
    return c.print(5, "#5a2a14", 0.22)


def hospital(c):
    """The new wing in the blue hour; an ambulance on the wet forecourt."""
    ground = 800
    c.wash(
        (("#0f3553", 0), ("#2f7388", 0.45), ("#8fc3b8", 0.8), ("#f5d9b0", 1)), (0, 0, WIDTH, ground)
    )
    for y in (90, 170, 260):
        bar_cloud(c, c.random.uniform(300, 1300), y, 900, 60, veil("#d9a7a0", 0.22), 9)
    for n in range(12):
        x = n * 150 + c.random.uniform(-40, 40)
        tall = c.random.uniform(60, 190)
        c.rect(x, 740 - tall, x + 120, 800, "#4d7f88")
        for _ in range(5):
            left, top = x + c.random.randint(8, 100), 752 - c.random.uniform(14, tall - 10)
            c.rect(left, top, left + 9, top + 12, "#f0cf92")
    camera = Camera(250, 760, 1500, 1.6)
    near, far, roof = 33.0, 92.0, 20.4
    flank = camera.side(24.5, 0, near, roof, far)
    c.poly(flank, "#e9efe8")
    c.shade(flank, "#5b93a0", "left", 0.6, 0.7)
    end = camera.front(near, 24.5, 0, 40, roof)
    c.poly(end, "#2a5468")
    c.shade(end, "#0f2b40", "down", 0.7)
    for floor in range(6):
        low = 3.9 + floor * 2.75
        c.poly(camera.side(24.45, low - 0.35, near, low - 0.12, far), "#c3d6d2")
        for n in range(22):
            z = near + 0.8 + n * 2.66
            lit = c.random.random()
            ink = "#ffe0a0" if lit < 0.46 else ("#f7f0d0" if lit < 0.54 else "#2b6076")
            c.poly(camera.side(24.4, low, z, low + 1.75, z + 2.1), ink)
            c.poly(camera.side(24.38, low, z + 1.0, low + 1.75, z + 1.12), "#e9efe8")
            if lit < 0.12:
                x, y = camera.at(24.4, low, z + 0.6)
                size = camera.size(0.5, z)
                c.rect(x - size * 0.4, y - size * 1.6, x + size * 0.4, y, "#5d5a56")
                c.disc(x, y - size * 1.9, size * 0.34, "#5d5a56")
    c.poly(camera.side(24.4, 0.2, near, 3.2, far), "#ffe9b8")
    for n in range(16):
        z = near + n * 3.8
        c.poly(camera.side(24.35, 0, z, 3.3, z + 0.4), "#3d7280")
    c.poly(
        [
            camera.at(24.4, 3.3, 40),
            camera.at(24.4, 3.3, 66),
            camera.at(17, 3.5, 66),
            camera.at(17, 3.5, 40),
        ],
        "#16394c",
    )
    c.poly(camera.side(17, 3.3, 40, 3.75, 66), "#e76f51")
    for z in (41, 65):
        c.stroke([camera.at(17.2, 0, z), camera.at(17.2, 3.4, z)], "#16394c", camera.size(0.25, z))
    c.rect(-10, 784, WIDTH + 10, HEIGHT, "#2f6a78")
    c.wash((("#7fb0a8", 0), ("#3d7480", 0.3), ("#173f52", 1)), (0, 792, WIDTH, HEIGHT))
    c.reflect(800, 267, "#1c4a5c", 0.45, 7)
    ripples(c, 815, 1060, "#ffe3b0", 150, opacity=0.4, length=90)
    ripples(c, 815, 1060, "#0c2a3c", 110, opacity=0.4, length=120)
    for n in range(6):
        c.poly(
            [
                (180 + n * 170, 1080),
                (240 + n * 170, 1080),
                (300 + n * 100, 900),
                (280 + n * 100, 900),
            ],
            veil("#f4ead0", 0.4),
        )
    for x, tall in ((330, 300), (196, 220)):
        tree(c, x, 812, tall, ("#123a48", "#1d5458", "#3f8070"), "#10303c")
    x, y = 560, 902
    c.disc(x + 150, y + 6, 220, veil("#081c28", 0.5), 15)
    c.poly(
        [
            (x, y - 14),
            (x, y - 160),
            (x + 216, y - 160),
            (x + 286, y - 92),
            (x + 310, y - 78),
            (x + 314, y - 14),
        ],
        "#f7f4e8",
    )
    c.shade(
        [
            (x, y - 14),
            (x, y - 160),
            (x + 216, y - 160),
            (x + 286, y - 92),
            (x + 310, y - 78),
            (x + 314, y - 14),
        ],
        "#6f9aa5",
        "left",
        0.6,
        0.7,
    )
    c.poly([(x, y - 70), (x + 312, y - 70), (x + 313, y - 48), (x, y - 48)], "#e76f51")
    c.poly(
        [(x + 190, y - 146), (x + 214, y - 146), (x + 266, y - 92), (x + 190, y - 92)], "#1f4a5c"
    )
    c.rect(x + 26, y - 140, x + 110, y - 94, "#ffe6ac")
    for wheel in (62, 246):
        c.disc(x + wheel, y - 10, 32, "#10202c")
        c.disc(x + wheel, y - 10, 14, "#b9c6c4")
    c.rect(x + 120, y - 176, x + 176, y - 160, "#58b7f0")
    c.glow(x + 148, y - 172, 190, "#6fd0ff", 0.8)
    c.glow(x + 320, y - 44, 120, "#fff3c4", 0.7)
    c.poly(
        [(x + 312, y - 52), (x + 640, y - 40), (x + 640, y + 50), (x + 312, y - 20)],
        veil("#fff3c4", 0.2),
    )
    c.glow(x + 150, y + 80, 160, "#6fd0ff", 0.35, 60)
    for px, tall, coat, pose in (
        (482, 156, "#e9efe8", "reach"),
        (394, 152, "#2f8f8a", "work"),
        (1040, 140, "#c9533c", "down"),
    ):
        c.disc(px, y + 16, tall * 0.3, veil("#081c28", 0.45), 7)
        person(c, px, y + 14, tall, coat, "#1f4a5c", gesture=pose, facing=-1 if px == 482 else 1)
    c.stroke([(430, y - 60), (466, y - 60)], "#d7e2de", 5)
    child(c, 1094, y + 14, 90, "#f0b645", "#1f4a5c", facing=-1)
    return c.print(5, "#061822", 0.3)
