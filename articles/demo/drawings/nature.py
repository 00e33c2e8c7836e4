"""Hills, clouds, trees, reeds, birds and rain, in whatever inks the scene lends them."""

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, mix, veil


def ridge(c, y, swing, step=20, waves=5, span=(-20, WIDTH + 20)):
    """The upper edge of a hill range: a few random waves summed."""
    parts = [
        (
            swing * c.random.uniform(0.3, 1) / (n + 1),
            (n + 1) * c.random.uniform(0.7, 1.4),
            c.random.uniform(0, 2 * pi),
        )
        for n in range(waves)
    ]
    return [
        (x, y + sum(a * sin(f * x / 260 + p) for a, f, p in parts))
        for x in range(span[0], span[1] + step, step)
    ]


def hills(c, y, swing, colour, foot=HEIGHT, light=None, waves=5):
    """A filled range of hills, stippled towards its crest where a light is given; its edge."""
    edge = ridge(c, y, swing, waves=waves)
    shape = [*edge, (WIDTH + 40, foot), (-40, foot)]
    c.poly(shape, colour)
    if light:
        c.shade(shape, light, "up", 0.55, 0.7)
    return edge


def forest_edge(c, edge, colour, height, spread=14):
    """Small tree tops along an edge of hills."""
    for x, y in edge:
        for _ in range(3):
            tall = height * c.random.uniform(0.5, 1.15)
            at = x + c.random.uniform(-spread, spread)
            c.disc(at, y - tall * 0.2, tall * 0.42, colour, tall * 0.8)


def bar_cloud(c, x, y, width, height, colour, parts=9):
    """A flat evening cloud of overlapping lenses."""
    for _ in range(parts):
        part = width * c.random.uniform(0.2, 0.55)
        at = x + c.random.uniform(-0.5, 0.5) * (width - part)
        c.disc(
            at,
            y + c.random.uniform(-0.5, 0.5) * height,
            part / 2,
            colour,
            height * c.random.uniform(0.12, 0.35),
        )


def cumulus(c, x, y, width, lit, shadow, parts=11):
    """A heap of cloud on a flat base: shadow first, then its sunlit heads."""
    heads = []
    for n in range(parts):
        share = (n + 0.5) / parts
        rise = sin(pi * share) ** 0.8
        radius = width * (0.07 + 0.11 * rise) * c.random.uniform(0.75, 1.2)
        at = x + (share - 0.5) * width * 0.86
        heads.append(
            (at, y - radius * 0.4 - rise * width * 0.16 * c.random.uniform(0.3, 1), radius)
        )
    for at, top, radius in heads:
        c.disc(at, top, radius, shadow)
        c.disc(at, y - radius * 0.3, radius, shadow, radius * 0.45)
    for at, top, radius in heads:
        c.disc(at - radius * 0.1, top - radius * 0.16, radius * 0.86, mix(lit, shadow, 0.3))
    for at, top, radius in heads:
        c.disc(at - radius * 0.18, top - radius * 0.3, radius * 0.64, lit)


def foliage(c, x, y, wide, high, inks, leaves=60, leaf=10):
    """A crown of leaves, darkest ink first and lowest, lightest last and towards the upper left."""
    for n, ink in enumerate(inks):
        share = n / max(len(inks) - 1, 1)
        for _ in range(leaves):
            angle, reach = (
                c.random.uniform(0, 2 * pi),
                c.random.random() ** 0.5 * (1 - 0.25 * share),
            )
            size = leaf * c.random.uniform(0.6, 1.3)
            c.disc(
                x - wide * 0.16 * share + wide * reach * cos(angle),
                y - high * 0.2 * share + high * reach * sin(angle),
                size,
                ink,
                size * 0.8,
            )


def tree(c, x, y, height, inks, trunk, lean=0.0):
    """A broad tree that stands at (x, y)."""
    top = (x + lean, y - height * 0.62)
    c.stroke([(x, y), top], trunk, height * 0.06)
    c.stroke([(x, y - height * 0.3), (x + height * 0.16, y - height * 0.6)], trunk, height * 0.03)
    foliage(c, top[0], top[1], height * 0.34, height * 0.36, inks, 46, height * 0.06)


def poplar(c, x, y, height, ink, lit):
    """A slim tree of the roadside."""
    for n in range(12):
        share = n / 11
        wide = height * 0.1 * (sin(pi * (0.12 + share * 0.84)) ** 0.7)
        c.disc(
            x + c.random.uniform(-2, 2), y - height * (0.1 + share * 0.86), wide, ink, height * 0.08
        )
    for n in range(9):
        c.disc(x - height * 0.03, y - height * (0.2 + n * 0.08), height * 0.03, lit, height * 0.05)


def spruce(c, x, y, height, ink, lit=None):
    """A conifer in four skirts."""
    for n in range(5):
        wide = height * (0.24 - n * 0.042)
        base = y - height * (0.08 + n * 0.17)
        c.poly([(x - wide, base), (x, base - height * 0.32), (x + wide, base)], ink)
        if lit:
            c.poly([(x - wide, base), (x, base - height * 0.32), (x - wide * 0.25, base)], lit)


def bare_tree(c, x, y, height, ink, angle=-pi / 2, depth=6):
    """A leafless tree, branch by branch."""
    end = (x + cos(angle) * height * 0.32, y + sin(angle) * height * 0.32)
    c.stroke([(x, y), end], ink, max(height * 0.035, 1.2), round_ends=depth > 3)
    if depth:
        for turn in (-1, 1):
            bend = turn * c.random.uniform(0.22, 0.6)
            bare_tree(c, *end, height * c.random.uniform(0.68, 0.82), ink, angle + bend, depth - 1)


def reeds(c, x0, x1, y, height, ink, count=60, bend=18):
    """Blades and a few bulrushes that grow from a line."""
    for n in range(count):
        x, tall = c.random.uniform(x0, x1), height * c.random.uniform(0.4, 1)
        tip = x + bend * c.random.uniform(-0.4, 1.4)
        c.poly(
            [(x - 2.4, y), (x + 2.4, y), ((x + tip) / 2 + 2, y - tall * 0.6), (tip, y - tall)], ink
        )
        if n % 7 == 0:
            c.stroke([(tip, y - tall), (tip + 2, y - tall - 26)], ink, 8, round_ends=True)


def birds(c, x, y, spread, ink, count=7, wing=11):
    """A loose flock far away."""
    for _ in range(count):
        bx, by = x + c.random.uniform(-1, 1) * spread, y + c.random.uniform(-0.4, 0.4) * spread
        span = wing * c.random.uniform(0.6, 1.2)
        c.stroke([(bx - span, by - span * 0.4), (bx, by), (bx + span, by - span * 0.5)], ink, 2.4)


def ripples(c, y0, y1, ink, count, x0=0, x1=WIDTH, opacity=0.5, length=90):
    """Small level glints on water, longer towards the viewer."""
    for _ in range(count):
        depth = c.random.random() ** 1.4
        y, x = y0 + (y1 - y0) * depth, c.random.uniform(x0, x1)
        half = length * (0.16 + depth) * c.random.uniform(0.3, 1)
        c.disc(x, y, half, veil(ink, opacity * c.random.uniform(0.4, 1)), 0.8 + 2.6 * depth)


def rain(c, ink, count=240, slant=-14, length=46, opacity=0.22):
    """Slanting strokes in front of everything."""
    for _ in range(count):
        x, y = c.random.uniform(0, WIDTH), c.random.uniform(0, HEIGHT)
        tall = length * c.random.uniform(0.4, 1)
        c.stroke([(x, y), (x + slant * tall / length, y + tall)], veil(ink, opacity), 1.6)


def grass(c, x0, x1, y0, y1, inks, count=300, height=20):
    """Tufts over a meadow, larger towards the viewer."""
    for _ in range(count):
        depth = c.random.random()
        x, y = c.random.uniform(x0, x1), y0 + (y1 - y0) * depth
        tall = height * (0.25 + depth) * c.random.uniform(0.5, 1.2)
        c.poly(
            [(x - 2 - depth, y), (x + 2 + depth, y), (x + tall * 0.25, y - tall)],
            c.random.choice(inks),
        )
