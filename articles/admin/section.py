"""The sections' screen."""

from django.contrib import admin

from articles.models import Section, SectionName
from newsportal.languages.admin import NamedAdmin, NamesInline


class SectionNameInline(NamesInline):
    model = SectionName


@admin.register(Section)
class SectionAdmin(NamedAdmin):
    inlines = [SectionNameInline]
    list_display = ["slug", "all_names", "position"]
    list_editable = ["position"]
    ordering = ["position", "slug"]
