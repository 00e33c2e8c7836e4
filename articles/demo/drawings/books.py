"""The book fair, seen across a table of books."""

# ruff: noqa: C901 - a picture is laid down layer by layer; its loops repeat strokes, not decisions.

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import child, person


def book_fair(c):
    """The fair's hall at eye level with the table: stacks in front, readers behind."""
    c.wash((("#f8e3c8", 0), ("#f6cfae", 0.6), ("#e9a98a", 1)))
    for n in range(6):
        x = 60 + n * 300
        window = [(x, 470), (x, 230)]
        window += [(x + 90 - 90 * cos(pi * t / 14), 230 - 90 * sin(pi * t / 14)) for t in range(15)]
        window += [(x + 180, 470)]
        c.poly(window, "#bfe5dc")
        c.shade(window, "#fdfdf0", "up", 0.8)
        for bar in (60, 120):
            c.stroke([(x + bar, 150), (x + bar, 470)], "#d98e76", 6)
        c.stroke([(x, 300), (x + 180, 300)], "#d98e76", 6)
        c.poly(
            [(x + 20, 470), (x + 180, 470), (x + 60, 800), (x - 170, 800)], veil("#fff8e0", 0.32)
        )
    for row, (y, drop) in enumerate(((60, 70), (110, 50))):
        for n in range(27):
            x = n * 62 + row * 30
            hang = y + drop * sin(pi * ((x / 400) % 1))
            ink = ("#e4573d", "#2a8c82", "#f2b63c", "#34507a", "#f7f0de")[(n + row) % 5]
            c.poly([(x, hang), (x + 46, hang + 2), (x + 24, hang + 54)], ink)
    c.rect(0, 470, WIDTH, 800, "#eab896")
    for n, (x, ink) in enumerate(
        ((40, "#2a8c82"), (430, "#e4573d"), (840, "#34507a"), (1230, "#2a8c82"))
    ):
        for t in range(8):
            c.poly(
                [
                    (x + t * 42, 400),
                    (x + t * 42 + 42, 400),
                    (x + t * 44 + 36, 462),
                    (x + t * 44 - 8, 462),
                ],
                ink if t % 2 else "#fbf2dc",
            )
        for pole in (x + 4, x + 330):
            c.rect(pole, 440, pole + 10, 700, "#9a5a48")
        c.rect(x, 600, x + 340, 700, mix(ink, "#3a2030", 0.25))
        for t in range(26):
            tall = c.random.uniform(34, 70)
            c.rect(
                x + 8 + t * 12.4,
                600 - tall,
                x + 18 + t * 12.4,
                600,
                c.random.choice(("#c8503c", "#f2b63c", "#34507a", "#2a8c82", "#f7f0de", "#7a3f5c")),
            )
        person(
            c,
            x + 190,
            730 + n % 2 * 20,
            250,
            c.random.choice(("#5a4a6c", "#b0643c", "#3d6b6b")),
            gesture="reach",
            facing=(-1) ** n,
        )
    for x, tall, coat, pose, facing in (
        (250, 400, "#34507a", "carry", 1),
        (1120, 420, "#c8503c", "reach", -1),
        (1250, 390, "#f0ddb4", "carry", -1),
        (640, 380, "#2a8c82", "down", 1),
    ):
        person(
            c, x, 930, tall, coat, "#3a2a3c", gesture=pose, facing=facing, skirt=x in (250, 1250)
        )
    book = [(1062, 640), (1106, 654), (1150, 640), (1150, 700), (1106, 714), (1062, 700)]
    c.poly(book, "#fbf4e2")
    c.stroke([(1106, 654), (1106, 714)], "#b9a98a", 3)
    child(c, 760, 930, 270, "#f2b63c", "#34507a", gesture="up", facing=-1)
    c.poly([(-10, 838), (WIDTH + 10, 838), (WIDTH + 10, HEIGHT), (-10, HEIGHT)], "#7a3a34")
    c.shade(
        [(-10, 838), (WIDTH + 10, 838), (WIDTH + 10, HEIGHT), (-10, HEIGHT)], "#3a1622", "down", 0.8
    )
    c.rect(0, 838, WIDTH, 848, "#d98a62")
    inks = ("#e4573d", "#2a8c82", "#f2b63c", "#34507a", "#f7ead0", "#7a3f5c", "#d9846a", "#4f9aa0")

    def stack(x, y, count, wide):
        for _ in range(count):
            tall = c.random.uniform(26, 46)
            shift, length = c.random.uniform(-14, 14), wide * c.random.uniform(0.86, 1.05)
            ink = c.random.choice(inks)
            left, right = x + shift - length / 2, x + shift + length / 2
            c.rect(left, y - tall, right, y, ink)
            c.rect(right - 9, y - tall + 4, right + 3, y - 4, "#f4ead2")
            for line in range(3):
                c.stroke(
                    [(right - 8, y - tall + 9 + line * 8), (right + 2, y - tall + 9 + line * 8)],
                    "#bda98a",
                    1.5,
                )
            for band in (0.12, 0.76):
                c.rect(
                    left + length * band,
                    y - tall,
                    left + length * band + 9,
                    y,
                    mix(ink, "#ffffff", 0.5),
                )
            c.shade_box(left, y - tall, right, y, mix(ink, "#180818", 0.75), "left", 0.7, 0.5)
            y -= tall + 1
        return y

    for x, y, count, wide in (
        (120, 1050, 10, 300),
        (430, 1066, 5, 260),
        (1010, 1066, 4, 300),
        (1330, 1050, 7, 280),
        (1560, 1066, 10, 260),
    ):
        stack(x, y, count, wide)
    x = 590
    for n in range(9):
        wide, tall = c.random.uniform(30, 46), c.random.uniform(150, 210)
        ink = inks[n % 8]
        c.rect(x, 1066 - tall, x + wide, 1080, ink)
        c.rect(x, 1066 - tall * 0.84, x + wide, 1066 - tall * 0.78, mix(ink, "#ffffff", 0.55))
        c.shade_box(x, 1066 - tall, x + wide, 1067, mix(ink, "#180818", 0.75), "right", 0.6, 0.6)
        x += wide + 1
    return c.print(5, "#3a1018", 0.2)
