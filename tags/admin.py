"""The tags' screen: names, synonyms, former addresses."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsportal.languages.admin import NamedAdmin, NamesInline

from .models import FormerTagSlug, Tag, TagName, TagSynonym


class TagNameInline(NamesInline):
    model = TagName


class TagSynonymInline(NamesInline):
    model = TagSynonym


class FormerTagSlugInline(admin.TabularInline):
    model = FormerTagSlug
    extra = 0


@admin.register(Tag)
class TagAdmin(NamedAdmin):
    inlines = [TagNameInline, TagSynonymInline, FormerTagSlugInline]
    search_fields = ["slug", "names__name", "synonyms__name"]
    words_of_constraints = {
        "tag_name_is_unambiguous": _("Another tag already has this name in this language."),
        "tag_synonym_is_unambiguous": _("This synonym is already taken in this language."),
    }
