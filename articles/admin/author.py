"""The authors' screen."""

from django.contrib import admin

from articles.models import Author, AuthorName
from newsportal.languages.admin import NamedAdmin


class AuthorNameInline(admin.StackedInline):
    model = AuthorName
    extra = 0


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    inlines = [AuthorNameInline]
    autocomplete_fields = ["user", "portrait"]
    list_display = ["slug", "all_names", "user"]
    list_select_related = ["user"]
