"""The screens of what is read: counts by the hour, and the lists that follow from them."""

from django.contrib import admin

from articles.admin.rows import ManyRows, OnlyRead
from articles.models import MostRead, ReadCount


class Reads(ManyRows, OnlyRead):
    list_filter = ["language"]
    list_select_related = ["language", "article"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body", "article__rendered")


@admin.register(ReadCount)
class ReadCountAdmin(Reads):
    list_display = ["hour", "language", "article", "reads"]
    search_fields = ["article__story__exact"]


@admin.register(MostRead)
class MostReadAdmin(Reads):
    list_display = ["language", "span", "position", "article", "reads", "counted_at"]
    list_filter = ["language", "span"]
