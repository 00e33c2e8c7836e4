"""Flat portraits of columnists who do not exist; the seed chooses face, hair, clothes and wall."""

from math import pi, sin

from .canvas import mix, veil
from .faces import clothes, face
from .hair import back_hair, front_hair, oval

EDGE = 640

WALLS = (
    ("#e9b44c", "#d98a3a"),
    ("#7fb2a8", "#4f8c86"),
    ("#d9785c", "#b54f42"),
    ("#8fa6c9", "#5a77a6"),
    ("#c9a0b4", "#9a6a86"),
    ("#a9b46a", "#7a8a48"),
    ("#e0c9a0", "#c0a070"),
    ("#5f8aa0", "#35607c"),
)

COATS = ("#2c3a55", "#7a2f38", "#2f5f55", "#54405f", "#3a3a40", "#a8573a", "#41618a", "#6b5a3a")

SKINS = ("#f0c8a6", "#e3b18c", "#c98f6c", "#f3d2b4", "#a8744f")

HAIRS = ("#2a1f1d", "#4f3325", "#8a5a30", "#b8b2aa", "#1d1b22", "#a8482c", "#d3a860")

# Each columnist: wall, coat, skin, hair colour, hair cut, collar, glasses, beard.
KNOWN = {
    "olena-kovalska": (1, 1, 0, 1, "bob", "turtleneck", "round", None),
    "maksym-dzhura": (0, 0, 1, 4, "short", "shirt", None, "beard"),
    "iryna-haidai": (4, 2, 3, 6, "bun", "blouse", None, None),
    "pavlo-yizhak": (3, 5, 0, 5, "spiky", "crew", None, "stubble"),
    "sofiia-renn": (2, 6, 2, 0, "curls", "shirt", "square", None),
    "taras-ostroverkh": (5, 7, 3, 3, "bald", "shirt", "round", "moustache"),
    "daryna-gedz": (6, 3, 1, 2, "long", "crew", None, None),
}

CUTS = ("bob", "short", "bun", "spiky", "curls", "bald", "long")

COLLARS = ("turtleneck", "shirt", "blouse", "crew")


def _choose(c):
    """A face for a seed that is nobody of the masthead."""
    pick = c.random
    return (
        pick.randrange(len(WALLS)),
        pick.randrange(len(COATS)),
        pick.randrange(len(SKINS)),
        pick.randrange(len(HAIRS)),
        pick.choice(CUTS),
        pick.choice(COLLARS),
        pick.choice((None, "round", "square")),
        None,
    )


def portrait(c, slug):
    """One columnist on a coloured wall, lit from the right."""
    wall, coat, skin, hair, cut, collar, glasses, beard = KNOWN.get(slug) or _choose(c)
    light, deep = WALLS[wall]
    c.wash(((light, 0), (mix(light, deep, 0.5), 1)), (0, 0, EDGE, EDGE))
    c.disc(390, 250, 236, mix(light, "#ffffff", 0.32))
    c.shade(oval(390, 250, 236, 236), deep, "down", 0.55, 0.7)
    c.shade_box(0, 0, EDGE, EDGE, deep, "left", 0.6, 0.6)
    back_hair(c, cut, mix(HAIRS[hair], "#000000", 0.2))
    clothes(c, collar, COATS[coat], SKINS[skin])
    face(c, SKINS[skin], HAIRS[hair], glasses, beard)
    front_hair(c, cut, HAIRS[hair])
    return c.print(4, mix(deep, "#000000", 0.5), 0.2)


def newsroom(c):
    """The byline of the whole desk: a lamp, a stack of paper, a cup, nobody's face."""
    c.wash((("#23405a", 0), ("#3f6f80", 0.6), ("#5a8f94", 1)), (0, 0, EDGE, EDGE))
    c.glow(410, 300, 320, "#ffe3a0", 0.75)
    c.rect(0, 470, EDGE, EDGE, "#8a5530")
    c.shade_box(0, 470, EDGE, EDGE, "#3c1f10", "down", 0.7)
    c.rect(0, 466, EDGE, 476, "#d9a060")
    c.stroke([(470, 480), (500, 330), (400, 190)], "#d9a24a", 14, True)
    c.disc(470, 486, 66, "#b5782c", 16)
    c.poly([(350, 170), (430, 150), (470, 230), (300, 280)], "#c8452f")
    c.shade([(350, 170), (430, 150), (470, 230), (300, 280)], "#5a1418", "left", 0.7)
    c.poly([(300, 280), (470, 230), (560, 480), (150, 480)], veil("#fff0b8", 0.28))
    for n in range(9):
        shift = c.random.uniform(-12, 12)
        c.poly(
            [
                (130 + shift, 486 - n * 11),
                (350 + shift, 486 - n * 11),
                (372 + shift, 502 - n * 11),
                (112 + shift, 502 - n * 11),
            ],
            mix("#fbf4e0", "#b9a98a", (n % 2) * 0.4),
        )
    c.stroke([(300, 380), (210, 408)], "#27364a", 8, True)
    c.poly([(514, 500), (590, 500), (580, 580), (524, 580)], "#f4ead2")
    c.shade([(514, 500), (590, 500), (580, 580), (524, 580)], "#9a8468", "left", 0.6)
    c.disc(552, 500, 38, "#e0d3b4", 10)
    c.disc(552, 501, 31, "#4a2a1a", 7)
    c.stroke(oval(594, 532, 18, 20, -pi / 2, pi / 2, 10), "#f4ead2", 8)
    for n in range(9):
        c.disc(548 + 9 * sin(n * 0.9), 470 - n * 14, 9 + n, veil("#ffffff", 0.1))
    return c.print(4, "#0a1822", 0.3)
