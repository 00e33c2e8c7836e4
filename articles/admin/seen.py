"""
Forms that never overwrite unseen what somebody else has saved meanwhile.

Each guarded field brings along the value that its editor was shown. What the editor left alone
keeps the value of the database; what two have changed is refused once, with the other's words,
and replaced only by saving again.
"""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _


class SeenFields:
    """A ModelForm's guard; `guarded` names its fields. Cleans within a transaction only."""

    guarded: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in self.guarded:
                if name in self.fields:
                    self.fields[name].show_hidden_initial = True

    def stored(self, row, name):
        """The value of a field as the database has it."""
        return getattr(row, name)

    def clean(self):
        cleaned = super().clean()
        if not self.instance.pk or not self.has_changed():
            return cleaned
        rows = type(self.instance)._base_manager.select_for_update()
        current = rows.get(pk=self.instance.pk)
        for name in self.guarded:
            if name in cleaned and self[name].html_initial_name in self.data:
                self._compare(name, self.stored(current, name))
        return cleaned

    def _compare(self, name, now):
        """Keep the database's value where nothing was typed; refuse where both have changed it."""
        if name not in self.changed_data:
            self.cleaned_data[name] = now
            return
        seen = self.fields[name].to_python(self.data[self[name].html_initial_name])
        if _same(seen, now) or _same(self.cleaned_data[name], now):
            return
        words = _("Somebody else has changed this to: %(value)s. Save again to replace it.")
        self.add_error(name, words % {"value": _told(now)})
        self._show_as_seen(name, now)

    def _show_as_seen(self, name, value):
        """The form as shown again starts from what its editor is told now."""
        self.data = self.data.copy()
        field = self.fields[name]
        shown = field.hidden_widget().format_value(field.prepare_value(value))
        self.data[self[name].html_initial_name] = "" if shown is None else str(shown)


def _same(one, other):
    return _plain(one) == _plain(other)


def _plain(value):
    """A value as a browser gives it back: with its own line ends, without parts of seconds."""
    if isinstance(value, str):
        return "\n".join(value.splitlines())
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    return value or None


def _told(value):
    """A value in a sentence."""
    if isinstance(value, datetime):
        return date_format(localtime(value), "j E Y, H:i")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"“{value}”" if value not in (None, "") else _("(empty)")
