"""The port at sunset."""

from .canvas import HEIGHT, WIDTH, mix, veil
from .figures import person
from .nature import bar_cloud, birds, hills, ripples

CONTAINERS = ("#7b2f3a", "#a8453b", "#2f4858", "#37606a", "#c4703f", "#54455e", "#8a8275")


def _crane(c, x, y, height, ink, rim, reach=-1):
    """A ship-to-shore crane: portal, mast, stays and a boom over the water."""
    wide = height * 0.24
    deck = y - height * 0.6
    top = (x + reach * wide * 0.1, y - height)
    tip = (x + reach * height * 0.82, deck - height * 0.05)
    tail = (x - reach * height * 0.42, deck + height * 0.01)
    for side in (-1, 1):
        c.stroke([(x + side * wide / 2, y), (x + side * wide * 0.4, deck)], ink, height * 0.032)
        c.rect(
            x + side * wide / 2 - height * 0.05,
            y - height * 0.03,
            x + side * wide / 2 + height * 0.05,
            y,
            ink,
        )
    c.stroke(
        [(x - wide * 0.48, y - height * 0.2), (x + wide * 0.48, y - height * 0.2)],
        ink,
        height * 0.026,
    )
    c.stroke([(x - wide * 0.48, y - height * 0.2), (x + wide * 0.4, deck)], ink, height * 0.014)
    c.stroke([tail, (x, deck), tip], ink, height * 0.036)
    c.stroke([(x, deck - height * 0.02), (tip[0], tip[1] - height * 0.02)], rim, height * 0.006)
    for foot in (-0.3, 0.3):
        c.stroke([(x + wide * foot, deck), top], ink, height * 0.02)
    for end in (tip, ((x + tip[0]) / 2, (deck + tip[1]) / 2), tail):
        c.stroke([top, end], ink, height * 0.008)
    for n in range(1, 12):
        share = n / 12
        c.stroke(
            [
                (x + (tip[0] - x) * share, deck + (tip[1] - deck) * share - height * 0.035),
                (x + (tip[0] - x) * (share + 0.04), deck + (tip[1] - deck) * share),
            ],
            ink,
            height * 0.006,
        )
    c.rect(x - height * 0.09, deck - height * 0.075, x + height * 0.07, deck + height * 0.01, ink)
    return x + (tip[0] - x) * 0.62, deck + (tip[1] - deck) * 0.62


def _stack(c, x, y, columns, rows, size, dusk):
    """Piled containers, ribbed, with the last sun on their right ends."""
    wide, tall = size * 2.3, size
    for column in range(columns):
        for row in range(rows - c.random.randint(0, 1)):
            ink = mix(c.random.choice(CONTAINERS), "#22182f", dusk)
            left, top = x + column * wide, y - (row + 1) * tall
            c.rect(left + 1, top + 1, left + wide - 1, top + tall - 1, ink)
            for rib in range(1, 9):
                c.stroke(
                    [(left + wide * rib / 9, top + 3), (left + wide * rib / 9, top + tall - 3)],
                    veil("#140e20", 0.3),
                    1.6,
                )
            c.rect(left + wide - 6, top + 2, left + wide - 1, top + tall - 2, veil("#ffb066", 0.4))


def port_cranes(c):
    """Cranes unload a ship against a red evening."""
    water = 742
    c.wash(
        (("#3a1c46", 0), ("#8c2c4d", 0.32), ("#e0503f", 0.62), ("#ff9a4d", 0.85), ("#ffd27a", 1)),
        (0, 0, WIDTH, water),
    )
    c.glow(1010, 640, 640, "#ffe08a", 0.75, 520)
    c.disc(1010, 610, 96, "#fff0b8")
    for y, ink in ((120, "#5b2450"), (210, "#a33a50"), (300, "#d9584a"), (395, "#f78b50")):
        for _ in range(2):
            bar_cloud(c, c.random.uniform(100, 1500), y, 760, 50, veil(ink, 0.55), 9)
    hills(c, 690, 12, "#a8404a", water)
    for x, height, ink in ((1230, 330, "#8a3049"), (1370, 300, "#8a3049"), (1120, 270, "#8a3049")):
        _crane(c, x, 720, height, ink, "#ff9a5a")
    c.mist(640, 780, "#ff9e58", 0.6)
    _stack(c, 900, 742, 9, 4, 34, 0.45)
    for x, height in ((560, 640), (840, 560)):
        hang = _crane(c, x, 742, height, "#24142f", "#ffb26a")
        for side in (-14, 14):
            c.stroke(
                [(hang[0] + side, hang[1]), (hang[0] + side, hang[1] + height * 0.22)], "#24142f", 2
            )
        box = hang[1] + height * 0.22
        c.rect(hang[0] - 46, box, hang[0] + 46, box + 36, "#c4572f")
        c.rect(hang[0] + 36, box, hang[0] + 46, box + 36, "#ffb066")
    _stack(c, 120, 640, 5, 4, 36, 0.35)
    c.rect(-10, 500, 70, 700, "#3a2038")
    for n in range(4):
        c.rect(-10, 520 + n * 40, 60, 534 + n * 40, "#ffc36b")
    c.poly([(-20, 636), (600, 640), (560, 752), (-20, 752)], "#2a1630")
    c.shade([(-20, 636), (600, 640), (560, 752), (-20, 752)], "#b34440", "right", 0.6, 0.5)
    c.rect(-20, 726, 566, 752, "#7a2336")
    c.rect(610, 732, WIDTH, 752, "#1b1026")
    c.reflect(752, 316, "#4b1c3c", 0.34, 16)
    c.glow(1010, 752, 150, "#ffd98a", 0.8, 300)
    c.ripple(760, HEIGHT, 16)
    ripples(c, 765, 1060, "#ffcf85", 220, 560, 1500, 0.6, 90)
    ripples(c, 765, 1060, "#1a0c24", 150, opacity=0.4, length=130)
    c.poly([(-10, 1010), (900, 962), (1000, 1080), (-10, 1080)], "#170d20")
    c.stroke([(-10, 1010), (900, 962)], "#c9543f", 5)
    for x in (250, 470, 690, 850):
        c.rect(x, 952 - x * 0.012, x + 26, 998 - x * 0.04, "#170d20")
        c.disc(x + 13, 952 - x * 0.012, 20, "#170d20", 8)
    person(
        c, 560, 986, 172, "#e8803c", "#170d20", "#8a4a3a", "#170d20", hat="#f4c04a", gesture="hips"
    )
    person(
        c,
        640,
        982,
        166,
        "#2b1a34",
        "#170d20",
        "#8a4a3a",
        "#170d20",
        hat="#f4c04a",
        facing=-1,
        gesture="reach",
    )
    birds(c, 1120, 330, 110, "#3a1838", 8, 15)
    return c.print(5, "#140818", 0.3)
