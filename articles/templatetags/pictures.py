"""
How wide a picture is drawn in each place of the layout, and in which shape.

The widths repeat what the sheets say; a browser test holds them against what is drawn.
"""

from dataclasses import dataclass

from django import template

from articles.pictures.geometry import WHOLE

register = template.Library()

# A front page's main column beside its rail, and all of its width.
_FOLD = "min(70rem, 100vw) - 24rem"
_PAGE = "min(70rem, 100vw) - 2rem"


@dataclass(frozen=True)
class Place:
    """The shape of a place, and its width: beside a rail, on a tablet, on a phone."""

    shape: str
    wide: str
    middle: str
    phone: str

    @property
    def sizes(self):
        return f"(min-width: 64rem) {self.wide}, (min-width: 45rem) {self.middle}, {self.phone}"


def _second(count):
    """Each of so many stories beside each other."""
    gaps = f"{2 * (count - 1)}rem"
    return Place(
        "classic",
        f"calc(({_FOLD} - {gaps}) / {count})",
        f"calc((100vw - 2rem - {gaps}) / {count})",
        "7rem",
    )


def _of_text(less=""):
    """As wide as the text, or less."""
    return Place(
        WHOLE,
        f"calc(min(41.5rem, 100vw - 24rem){less})",
        f"calc(41.5rem{less})",
        f"calc(min(41.5rem, 100vw - 2rem){less})",
    )


_COLUMN = f"calc(({_PAGE} - 6rem) / 4)"
_HALF, _WHOLE = "calc(50vw - 2rem)", "calc(100vw - 2rem)"

PLACES = {
    "lead": Place(WHOLE, "min(41.5rem, 100vw - 24rem)", "41.5rem", "min(43.5rem, 100vw)"),
    "text": _of_text(),
    "veiled": _of_text(" - 2rem - 2px"),
    "first": Place("wide", f"calc({_FOLD})", _WHOLE, "100vw"),
    **{f"second-{count}": _second(count) for count in (1, 2, 3)},
    "block": Place("classic", _COLUMN, _HALF, _WHOLE),
    # The last one of an odd number of sections.
    "block-last": Place("classic", _COLUMN, _WHOLE, _WHOLE),
    "block-widest": Place("classic", f"calc(({_PAGE} - 2rem) / 2)", _HALF, _WHOLE),
    "block-widest-last": Place("classic", f"calc(({_PAGE} - 2rem) / 2)", _WHOLE, _WHOLE),
    "voice": Place("square", "4.5rem", "4.5rem", "4.5rem"),
    "person": Place("square", "8rem", "8rem", "6rem"),
}


@register.inclusion_tag("articles/_image.html")
def image(picture, place, alt, is_over=False, is_first=False):
    """A picture at a place; the stand-in where its licence is over."""
    where = PLACES[place]
    return {
        "picture": picture,
        "cut": picture.cut(where.shape),
        "sizes": where.sizes,
        "alt": alt,
        "is_over": is_over,
        "is_first": is_first,
        "is_small": where.shape == "square",
    }


@register.inclusion_tag("articles/_house_image.html")
def house_image(slot):
    """The picture of a house advertisement: whole, inside the height that is kept free."""
    return {"slot": slot, "cut": slot.picture.whole, "sizes": _sizes_of_ad(slot)}


# Of the height that a slot keeps free: its frame, its label.
_AROUND_AD_PX = 33
# The rail that some slots stand in, and the text that others do, less the frame.
_BESIDE, _INSIDE = "19rem - 2px", "40.5rem - 2px"


def _sizes_of_ad(slot):
    cut = slot.picture.whole
    by_height = round((slot.height_px - _AROUND_AD_PX) * cut.width / cut.height)
    is_beside = slot.place == slot.Place.SIDE
    wide = f"min({by_height}px, {_BESIDE if is_beside else _INSIDE})"
    return f"(min-width: 64rem) {wide}, min({by_height}px, {_INSIDE}, 100vw - 3rem - 2px)"
