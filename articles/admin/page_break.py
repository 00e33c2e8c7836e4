"""The screen of the pages of lists: where each full one ends. Verbs write them."""

from django.contrib import admin

from articles.admin.rows import ManyRows, OnlyRead
from articles.models import PageBreak


@admin.register(PageBreak)
class PageBreakAdmin(ManyRows, OnlyRead):
    list_display = ["listed", "language", "page", "published_at", "number"]
    list_filter = ["language"]
    list_select_related = ["language"]
    search_fields = ["listed__exact"]
    ordering = ["-pk"]
