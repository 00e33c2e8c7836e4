"""People for scale: nobody in particular, told apart by coat, hair and how they stand."""

from .canvas import mix

SKINS = ("#e2b08c", "#c98f6b", "#f0c6a4", "#a8714f")
HAIRS = ("#2a211f", "#4b3426", "#7a5232", "#a9a39c", "#1f1c22")
GESTURES = {  # far hand and near hand, as shares of the height, forward and above the feet
    "down": ((-0.07, 0.42), (0.07, 0.42)),
    "carry": ((0.13, 0.5), (0.16, 0.52)),
    "up": ((-0.1, 0.45), (0.2, 1.02)),
    "reach": ((0.24, 0.66), (0.27, 0.7)),
    "wide": ((-0.28, 0.84), (0.28, 0.86)),
    "hips": ((-0.1, 0.52), (0.1, 0.54)),
    "work": ((0.18, 0.4), (0.22, 0.42)),
    "cheer": ((-0.17, 1.05), (0.17, 1.07)),
}


def person(
    c,
    x,
    y,
    height,
    coat,
    legs="#26262e",
    skin=None,
    hair=None,
    *,
    facing=1,
    stride=0.12,
    gesture="down",
    skirt=False,
    hat=None,
    lean=0.0,
    head=1.0,
):
    """A standing or walking figure whose feet are at (x, y); lean bends it forward (0 to 0.4)."""
    skin = skin or c.random.choice(SKINS)
    hair = hair or c.random.choice(HAIRS)

    def at(forward, up):
        bend = lean * max(0.0, up - 0.45)
        return (x + facing * height * (forward + bend), y - height * (up - bend * lean * 0.8))

    far, near = GESTURES[gesture]
    thin = height * 0.062
    dark = mix(coat, "#000000", 0.25)
    c.stroke(
        [at(-0.02, 0.79), at(far[0] * 0.6 - 0.03, (0.79 + far[1]) / 2), at(*far)], dark, thin, True
    )
    c.disc(*at(*far), height * 0.026, skin)
    for foot, ink in ((-stride, mix(legs, "#000000", 0.3)), (stride, legs)):
        knee = at(foot * 0.5 + abs(foot) * 0.18, 0.25)
        c.stroke([at(0, 0.5), knee, at(foot, 0.02)], ink, height * 0.075, True)
        c.stroke(
            [at(foot, 0.015), at(foot + 0.06, 0.015)],
            mix(ink, "#000000", 0.4),
            height * 0.034,
            True,
        )
    hem, flare = (0.3, 0.13) if skirt else (0.44, 0.1)
    torso = [
        at(-0.105, 0.8),
        at(-0.05, 0.845),
        at(0.05, 0.845),
        at(0.105, 0.8),
        at(0.09, 0.6),
        at(flare, hem),
        at(-flare, hem),
        at(-0.09, 0.6),
    ]
    c.poly(torso, coat)
    if height > 70:
        c.shade(torso, mix(coat, "#000000", 0.55), "left" if facing > 0 else "right", 0.5, 0.6)
    c.stroke([at(0, 0.82), at(0.005, 0.89)], mix(skin, "#5a2a20", 0.25), height * 0.05)
    face = at(0.012, 0.93)
    c.disc(*face, height * 0.056 * head, skin, height * 0.07 * head)
    back = at(-0.012, 0.952)
    c.disc(*back, height * 0.06 * head, hair, height * 0.054 * head)
    if hat:
        c.disc(*at(0.0, 0.965 + 0.03 * (head - 1)), height * 0.11 * head, hat, height * 0.018)
        c.disc(*at(0.0, 0.985 + 0.05 * (head - 1)), height * 0.062 * head, hat, height * 0.045)
    c.stroke(
        [at(0.03, 0.79), at(near[0] * 0.7 + 0.03, (0.79 + near[1]) / 2 - 0.01), at(*near)],
        mix(coat, "#ffffff", 0.07),
        thin,
        True,
    )
    c.disc(*at(*near), height * 0.027, skin)


def child(c, x, y, height, coat, legs="#30303a", **pose):
    """A person of a child's proportions."""
    pose.setdefault("hair", c.random.choice(HAIRS[:3]))
    person(c, x, y, height, coat, legs, head=1.45, **pose)


def bust(c, x, y, width, coat, hair, neck="#c98f6b"):
    """Head and shoulders from behind, as seen from the row at the back; y is the seat's edge."""
    c.disc(x, y, width * 0.5, coat, width * 0.42)
    c.rect(x - width * 0.5, y, x + width * 0.5, y + width * 0.5, coat)
    c.rect(x - width * 0.1, y - width * 0.55, x + width * 0.1, y - width * 0.3, neck)
    c.disc(x, y - width * 0.7, width * 0.2, hair, width * 0.26)


def shadow(c, x, y, height, ink, slant=0.9):
    """The long shadow of a standing person, thrown to one side on level ground."""
    reach = height * slant
    wide = height * 0.09
    tip = (x + reach, y + height * 0.16)
    c.poly(
        [(x - wide, y), (x + wide, y), (tip[0], tip[1] - wide * 0.7), (tip[0] - wide, tip[1])], ink
    )
    c.disc(*tip, wide * 0.9, ink, wide * 0.6)


def boat(c, x, y, length, hull, inside=None):
    """A rowing boat from the side; y is the water."""
    h = length * 0.12
    c.poly(
        [
            (x - length / 2, y - h),
            (x + length / 2, y - h * 1.15),
            (x + length * 0.4, y + h * 0.15),
            (x - length * 0.4, y + h * 0.15),
        ],
        hull,
    )
    rim = inside or mix(hull, "#ffffff", 0.25)
    c.stroke(
        [(x - length / 2, y - h), (x, y - h * 0.86), (x + length / 2, y - h * 1.15)], rim, h * 0.2
    )
