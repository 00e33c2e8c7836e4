"""A crop by hand as it is typed: four numbers in per cent; stored as shares of the picture."""

import math

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.pictures.geometry import SHAPES, cut

# Narrower ones would look unsharp in the text column.
NARROWEST_PX = 320
# What rounding to hundredths of a per cent may do to a side.
SLACK = 0.0002
# How far a side may be from the proportion; `geometry.cut` brings it there.
MOST_OFF = 0.03

NAMES = {
    "wide": _("wide, 16:9"),
    "classic": _("classic, 4:3"),
    "square": _("square, 1:1"),
    "portrait": _("portrait, 4:5"),
    "share": _("share card, 1200:630"),
}


class CropField(forms.CharField):
    """Left, top, width and height in per cent of the picture; empty: cut about the point."""

    def __init__(self, shape, **options):
        self.shape = shape
        super().__init__(
            label=NAMES[shape],
            required=False,
            max_length=80,
            widget=forms.TextInput(attrs={"data-crop": shape, "class": "vTextField"}),
            **options,
        )

    def prepare_value(self, value):
        if isinstance(value, list):
            return " ".join(f"{share * 100:.2f}".rstrip("0").rstrip(".") for share in value)
        return value

    def to_python(self, value):
        """Shares, or None for no crop by hand."""
        typed = super().to_python(value).replace(",", ".").split()
        if not typed:
            return None
        try:
            shares = [round(float(one) / 100, 4) for one in typed]
        except (ValueError, OverflowError) as error:
            raise ValidationError(_("Four numbers, separated by spaces.")) from error
        if len(shares) != 4 or not all(map(math.isfinite, shares)):
            raise ValidationError(_("Four numbers, separated by spaces."))
        return shares

    def validate(self, value):
        """Inside the picture, and something of it."""
        if value is None:
            return
        left, top, wide, high = value
        is_inside = min(left, top) >= 0 and max(left + wide, top + high) <= 1 + SLACK
        if not is_inside or min(wide, high) <= 0:
            raise ValidationError(_("The crop reaches out of the picture."))

    def run_validators(self, value):
        """A crop has no length; the typed text was short enough."""

    def has_changed(self, initial, data):
        return (self.prepare_value(initial) or "") != " ".join((data or "").split())


def check(crop, shape, width, height):
    """Raise ValidationError where a crop of a picture so large in px has not the shape's form."""
    across, down = SHAPES[shape]
    wide, high = crop[2] * width, crop[3] * height
    if abs(wide * down / (high * across) - 1) > MOST_OFF:
        raise ValidationError(
            _("The crop is not %(across)d to %(down)d."), params={"across": across, "down": down}
        )
    fewest = min(NARROWEST_PX, cut(width, height, shape).width)
    if wide < fewest * (1 - MOST_OFF):
        raise ValidationError(
            _("The crop is narrower than %(pixels)d px."), params={"pixels": fewest}
        )
