"""The field in which editors type the numbers of pinned stories."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import HIGHEST_NUMBER, Story

MOST_PINS = 20


class PinsField(forms.CharField):
    """Numbers of stories that exist, in the order typed, as a tuple."""

    def prepare_value(self, value):
        return value if isinstance(value, str) else ", ".join(str(number) for number in value or ())

    def clean(self, value):
        words = [word for word in re.split(r"[\s,;]+", super().clean(value)) if word]
        strange = [word for word in words if not re.fullmatch(r"[0-9]{1,10}", word)]
        if strange:
            raise ValidationError(_("“%(word)s” is not a number."), params={"word": strange[0]})
        if len(words) > MOST_PINS:
            raise ValidationError(_("No more than %(most)d stories."), params={"most": MOST_PINS})
        numbers = tuple(dict.fromkeys(int(word) for word in words))
        wanted = [number for number in numbers if number <= HIGHEST_NUMBER]
        known = set(Story.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        unknown = [number for number in numbers if number not in known]
        if unknown:
            raise ValidationError(
                ngettext(
                    "There is no story with the number %(numbers)s.",
                    "There are no stories with the numbers %(numbers)s.",
                    len(unknown),
                ),
                params={"numbers": ", ".join(str(number) for number in unknown)},
            )
        return numbers

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != (data or "").strip()
