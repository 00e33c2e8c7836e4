"""Moments as editors type them: on the clock of the article's edition (the screen sets it)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A paper's archive is older than its site; further off, a year is a slip of the finger, and
# neither Python nor a browser can show it in every zone.
FIRST_YEAR, LAST_YEAR = 1800, 2200


class MomentField(forms.DateTimeField):
    """A day and a clock time, to the minute."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def clean(self, value):
        moment = super().clean(value)
        if moment is not None and not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValidationError(_("Look at the year again."))
        return moment

    def has_changed(self, initial, data):
        # The seconds that the field does not show are no change.
        return self._shown(initial) != self._shown(data)

    def _shown(self, value):
        return str(self.widget.format_value(self.prepare_value(value)) or "")[:16].replace(" ", "T")


class OnEditionClock:
    """For forms of a row with a language: the moments named are typed on that edition's clock."""

    moments: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            local = self.instance.language.local
            kept = {name: self.instance.__dict__[name] for name in self.moments}
            self.initial |= {
                name: timezone.make_naive(local(moment), local(moment).tzinfo)
                for name, moment in kept.items()
                if moment
            }

    def clean(self):
        values = super().clean()
        language = values.get("language")
        for name in self.moments:
            if language and values.get(name):
                values[name] = timezone.make_naive(values[name]).replace(tzinfo=language.zone)
        return values
