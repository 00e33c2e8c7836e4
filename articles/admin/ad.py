"""The screen of advertising: house advertisements, networks' code, places, dates."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.moments import MomentField, OnEditionClock
from articles.admin.rows import ManyRows
from articles.models import AdSlot
from newsportal.refusals import RefusalsInForm


class AdSlotForm(OnEditionClock, forms.ModelForm):
    """What stands where, from when until when."""

    moments = ("starts_at", "ends_at")
    starts_at = MomentField(
        label=_("from"), required=False, help_text=_("On the clock of the edition; empty: now.")
    )
    ends_at = MomentField(
        label=_("until"), required=False, help_text=_("Empty: until somebody ends it.")
    )


@admin.register(AdSlot)
class AdSlotAdmin(RefusalsInForm, ManyRows):
    form = AdSlotForm
    list_display = ["place", "kind", "language", "starts_at", "ends_at", "house_text", "is_active"]
    list_editable = ["is_active"]
    list_filter = ["language", "place", "kind", "is_active"]
    list_select_related = ["language"]
    search_fields = ["house_text", "house_address"]
    autocomplete_fields = ["picture"]
    fieldsets = [
        (None, {"fields": ["language", ("place", "kind", "height_px"), "is_active"]}),
        (_("When"), {"fields": [("starts_at", "ends_at")]}),
        (_("House advertisement"), {"fields": ["house_text", "house_address", "picture"]}),
        (_("Network"), {"fields": ["network_code"]}),
    ]
