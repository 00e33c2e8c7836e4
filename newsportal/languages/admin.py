"""The editions' screen, and what every thing with names per language has in common in the admin."""

from django.contrib import admin
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsportal.refusals import RefusalsInForm

from . import editions
from .models import Language


def in_editors_language(queryset):
    """Named things with the name that this editor reads, in the same query."""
    code = get_language()
    edition = next((one for one in editions.all_editions() if one.code == code), None)
    return queryset.named(edition)


class NamesInline(admin.TabularInline):
    """The names of a thing, one a language."""

    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("language")


class NamedAdmin(RefusalsInForm, admin.ModelAdmin):
    """A thing with names per language: found and listed by all of them."""

    search_fields = ["slug", "names__name"]
    list_display = ["slug", "all_names"]
    ordering = ["slug"]
    # It has an address in every edition, so not one to lead to.
    view_on_site = False

    def get_queryset(self, request):
        queryset = in_editors_language(super().get_queryset(request))
        return queryset.prefetch_related("names__language")

    @admin.display(description=_("names"))
    def all_names(self, thing):
        names = sorted(thing.names.all(), key=lambda name: name.language.position)
        return " · ".join(name.name for name in names)


@admin.register(Language)
class LanguageAdmin(RefusalsInForm, admin.ModelAdmin):
    list_display = ["name", "code", "prefix", "time_zone", "position", "is_default", "is_launched"]
    list_editable = ["position"]
    search_fields = ["name", "code", "prefix", "site_name"]
    fieldsets = [
        (None, {"fields": ["name", "short_label", "code", "direction"]}),
        (_("Name plate"), {"fields": ["site_name", "tagline"]}),
        (_("Place"), {"fields": ["prefix", "time_zone", "position"]}),
        (_("Readers"), {"fields": ["is_default", "is_launched"]}),
    ]
