"""What the screens of slots and banners have in common: set, looked at, ended; nothing else."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import placing
from articles.admin.moments import MomentField, OnEditionClock
from articles.admin.rows import ManyRows, NeverDeleted
from articles.querysets import database_now
from newsportal.refusals import RefusalsInForm

MOMENTS = ("starts_at", "until")


class TimedForm(OnEditionClock, forms.ModelForm):
    """A new row."""

    moments = MOMENTS

    starts_at = MomentField(
        label=_("from"), required=False, help_text=_("On the clock of the edition; empty: now.")
    )
    until = MomentField(
        label=_("until"), required=False, help_text=_("Empty: until somebody ends it.")
    )

    def clean(self):
        values = super().clean()
        now = database_now()
        starts_at = max(values.get("starts_at") or now, now)
        if starts_at == now:
            # A minute that has begun already means now, which the column itself knows best.
            values.pop("starts_at", None)
        if values.get("until") and values["until"] <= starts_at:
            self.add_error("until", _("It would end before it begins."))
        return values


class StandingFilter(admin.SimpleListFilter):
    """What stands now, for that is what one looks for."""

    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [("now", _("now"))]

    def queryset(self, request, queryset):
        return queryset.standing() if self.value() == "now" else queryset


class TimedAdmin(RefusalsInForm, ManyRows, NeverDeleted):
    """Rows are added and ended; one that is there is only read."""

    form = TimedForm
    actions = ["end_now"]
    list_filter = [StandingFilter, "language"]
    list_select_related = ["language", "made_by"]
    times = ("starts_at", "until", "ended_at", "made_by")

    def get_fields(self, request, obj=None):
        fields = [*self.what, *MOMENTS]
        return [*fields, "made_by", "recorded_at", "ended_at", "ended_by"] if obj else fields

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A row that is looked at is on the clock of its edition."""
        row = self.get_object(request, unquote(object_id)) if object_id else None
        with timezone.override(row.language.zone if row else None):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            return response.render() if hasattr(response, "render") else response

    def has_change_permission(self, request, obj=None):
        return obj is None and super().has_change_permission(request)

    def save_model(self, request, row, form, change):
        row.made_by = request.user
        super().save_model(request, row, form, change)

    @admin.action(description=_("End the chosen ones now"), permissions=["change"])
    def end_now(self, request, rows):
        count = placing.end(rows, by=request.user)
        said = ngettext("%(count)d is ended.", "%(count)d are ended.", count)
        self.message_user(request, said % {"count": count}, messages.SUCCESS)
