"""The story's screen: a number and its tellings. Numbers are given where a telling is begun."""

from django.contrib import admin
from django.db.models import F, Prefetch
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.rows import ManyRows, OnlyRead
from articles.admin.standing import STANDINGS, with_standing
from articles.models import Article, Story
from newsportal.languages import editions


@admin.register(Story)
class StoryAdmin(ManyRows, OnlyRead):
    list_display = ["number", "tellings", "created_at"]
    search_fields = ["number__exact"]
    search_help_text = _("A number.")
    ordering = ["-number"]
    fields = ("number", "created_at", "tellings", "untold")
    readonly_fields = ("number", "created_at", "tellings", "untold")

    def get_queryset(self, request):
        articles = with_standing(Article.objects.select_related("language")).annotate(
            draft_headline=F("draft_revision__headline")
        )
        articles = articles.defer("body", "rendered").order_by("language__position")
        return super().get_queryset(request).prefetch_related(Prefetch("tellings", articles))

    @admin.display(description=_("tellings"))
    def tellings(self, story):
        """Each telling with its language, headline and state."""
        lines = (
            (
                telling.language.code,
                reverse("admin:articles_article_change", args=[telling.pk]),
                telling.draft_headline or telling.headline or "—",
                STANDINGS[telling.standing],
            )
            for telling in story.tellings.all()
        )
        return format_html_join("", '<div>{} <a href="{}">{}</a> ({})</div>', lines) or "—"

    @admin.display(description=_("not yet told in"))
    def untold(self, story):
        """The languages in which the story could still be told, each leading to a new telling."""
        told = {telling.language_id for telling in story.tellings.all()}
        begin = reverse("admin:articles_article_add")
        lines = (
            (begin, story.pk, language.pk, language.name)
            for language in editions.all_editions()
            if language.pk not in told
        )
        return format_html_join(" · ", '<a href="{}?story={}&amp;language={}">{}</a>', lines) or "—"
