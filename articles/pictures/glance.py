"""
A first guess without anyone's help: where the eye goes in a picture, and its mean colour.

No faces are searched for and nobody is recognised: edges, contrast to the surroundings, strong
colours, the colours of skin, and a photographer's habit of putting things into the middle.
"""

from PIL import Image, ImageChops, ImageFilter

# The longer side of the picture that is looked at, in px.
SIDE = 96
# How much each sign counts.
_EDGES, _CONTRAST, _COLOUR, _SKIN = 1.0, 1.4, 0.7, 0.9
# Of 255; a sign that is nowhere louder is none.
_WHISPER = 6
# In an empty picture, and where nothing stands out: heads are above the middle.
_HABIT = (0.5, 0.45)


def tone(image: Image.Image) -> str:
    """The mean colour of an RGB picture, "#rrggbb"."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"


def focal_point(image: Image.Image) -> tuple[float, float]:
    """The point of an RGB picture to keep in view, in shares from the left and the top."""
    small = image.copy()
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    wide, high = small.size
    # What is small in the picture counts by what stands together, not pixel by pixel.
    signs = _signs(small, max(wide, high) / 16)
    weights = [
        (value * _nearness(index % wide / wide, index // wide / high), index)
        for index, value in enumerate(signs.tobytes())
    ]
    strongest = max(weights)[0]
    if strongest <= 2:
        return _HABIT
    # The middle of all that is nearly as strong as the strongest: of two people, between them.
    striking = [(weight**2, index) for weight, index in weights if weight > strongest * 0.6]
    total = sum(weight for weight, _index in striking)
    across = sum(weight * (index % wide + 0.5) for weight, index in striking) / total / wide
    down = sum(weight * (index // wide + 0.5) for weight, index in striking) / total / high
    return round(min(max(across, 0.0), 1.0), 3), round(min(max(down, 0.0), 1.0), 3)


def _signs(small: Image.Image, radius: float) -> Image.Image:
    """How striking each place is, 0 to 255."""
    far = ImageFilter.GaussianBlur(radius * 4)
    hue, saturation, brightness = small.convert("HSV").split()
    skin = ImageChops.multiply(
        hue.point(lambda value: 255 if value < 36 or value > 244 else 0),
        ImageChops.multiply(
            saturation.point(lambda value: 255 if 40 < value < 175 else 0),
            brightness.point(lambda value: 255 if 60 < value < 250 else 0),
        ),
    )
    signs = (
        # The frame has neighbours on one side only, which is no edge.
        (_framed(small.convert("L").filter(ImageFilter.FIND_EDGES)), _EDGES),
        (_strongest(ImageChops.difference(small, small.filter(far))), _CONTRAST),
        (ImageChops.difference(saturation, saturation.filter(far)), _COLOUR),
        (skin, _SKIN),
    )
    total = Image.new("L", small.size)
    for sign, weight in signs:
        near = sign.filter(ImageFilter.GaussianBlur(radius))
        total = ImageChops.add(total, _by_rarity(near, weight / sum(one for _, one in signs)))
    return total


def _by_rarity(sign: Image.Image, share: float) -> Image.Image:
    """
    A sign as loud as it is rare: what is everywhere in a picture leads the eye nowhere.

    After Itti, Koch and Niebur (1998), with the mean for the mean of the local maxima.
    """
    values = sign.tobytes()
    most, mean = max(values), sum(values) / len(values)
    if most < _WHISPER:
        return Image.new("L", sign.size)
    loudness = 255 / most * share * (1 - mean / most) ** 2
    return sign.point(lambda value: round(value * loudness))


def _strongest(difference: Image.Image) -> Image.Image:
    red, green, blue = difference.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _framed(edges: Image.Image) -> Image.Image:
    frame = Image.new("L", edges.size)
    if edges.width > 2 and edges.height > 2:
        inner = (1, 1, edges.width - 1, edges.height - 1)
        frame.paste(edges.crop(inner), (1, 1))
    return frame


def _nearness(across: float, down: float) -> float:
    """1.0 where photographers put what matters, 0.55 in the farthest corner."""
    distance = ((across - _HABIT[0]) ** 2 + (down - _HABIT[1]) ** 2) / 0.55
    return 1 - 0.45 * min(distance, 1.0)
