"""The screens of what stands around every article: menu and support call."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from articles.models import MenuEntry, Section, SupportCall
from newsportal.languages.admin import in_editors_language
from newsportal.refusals import RefusalsInForm
from tags.models import Tag


@admin.register(MenuEntry)
class MenuEntryAdmin(RefusalsInForm, admin.ModelAdmin):
    autocomplete_fields = ["section", "tag"]
    list_display = ["leads_to", "language", "group", "position"]
    list_editable = ["position"]
    list_filter = ["language", "group"]
    list_select_related = ["language"]
    search_fields = ["label", "address", "section__slug", "tag__slug"]
    fieldsets = [
        (None, {"fields": ["language", "group", "position"]}),
        (_("Leads to one of these"), {"fields": ["section", "tag", "address"]}),
        (None, {"fields": ["label"]}),
    ]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .prefetch_related(
                Prefetch("section", in_editors_language(Section.objects.all())),
                Prefetch("tag", in_editors_language(Tag.objects.all())),
            )
        )

    @admin.display(description=_("menu entry"), ordering="label")
    def leads_to(self, entry):
        return str(entry)


@admin.register(SupportCall)
class SupportCallAdmin(RefusalsInForm, admin.ModelAdmin):
    list_display = ["text", "language", "label", "address"]
    list_select_related = ["language"]
