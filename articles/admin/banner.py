"""The screen of breaking banners."""

from django.contrib import admin

from articles.admin.timed import TimedAdmin
from articles.models import Banner


@admin.register(Banner)
class BannerAdmin(TimedAdmin):
    what = ("language", "text", "story", "address")
    list_display = ["text", "language", *TimedAdmin.times]
    search_fields = ["text"]
    autocomplete_fields = ["story"]
