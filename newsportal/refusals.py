"""
Screens on which a refusal becomes a message, with all that was typed still in the form.

The database keeps rules that no form can check beforehand: two people may save at once.
"""

from collections.abc import Mapping

from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

type StrOrPromise = str | Promise


class KnownKeysSelect(AutocompleteSelect):
    """An autocomplete that can show a form again with a posted key that is none at all."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if self._is_key(key)], attr)

    def _is_key(self, key):
        try:
            self.field.target_field.to_python(key)
        except ValidationError:
            return False
        return "\x00" not in str(key)


class RefusalsInForm:
    """A ModelAdmin that shows its form again, as posted, where saving was refused."""

    refusals: tuple[type[Exception], ...] = (IntegrityError, DataError)
    # What to say for a broken constraint, by its name.
    words_of_constraints: Mapping[str, StrOrPromise] = {}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except self.refusals as refusal:
            # The transaction is rolled back; the second round only finds the form invalid.
            request.refusal = refusal
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        if refusal is None:
            return form
        words = self.words_for(refusal)

        class RefusedForm(form):
            def clean(self):
                cleaned = super().clean()
                self.add_error(None, words)
                return cleaned

        return RefusedForm

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", KnownKeysSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def words_for(self, refusal):
        """The refusal in the words of the newsroom."""
        diagnosis = getattr(refusal.__cause__, "diag", None)
        rule = getattr(diagnosis, "constraint_name", None)
        if rule in self.words_of_constraints:
            return self.words_of_constraints[rule]
        return _("Not saved: the database keeps the rule “%(rule)s”.") % {
            "rule": rule or type(refusal).__name__
        }
