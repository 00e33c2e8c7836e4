"""The screens of what was written and what was shown. Both are history: nothing is changed here."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.rows import ManyRows, OnlyRead
from articles.models import Publication, Revision


class History(ManyRows, OnlyRead):
    """A list of an article's past, found by its number."""

    search_fields = ["article__story__exact"]
    search_help_text = _("The number of an article.")
    ordering = ["-pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body", "article__rendered")

    def has_view_permission(self, request, obj=None):
        """Whoever writes articles reads what was written and shown before."""
        may_read = request.user.has_perm("articles.view_article")
        may_read = may_read or request.user.has_perm("articles.change_article")
        return may_read or super().has_view_permission(request, obj)

    @admin.display(description=_("number"))
    def number(self, row):
        return row.article.story_id

    @admin.display(description=_("language"))
    def language(self, row):
        return row.article.language.code

    @admin.display(description=_("article"))
    def article_link(self, row):
        address = reverse("admin:articles_article_change", args=[row.article_id])
        return format_html('<a href="{}">{}</a>', address, row.article)


@admin.register(Revision)
class RevisionAdmin(History):
    list_display = ["headline", "number", "language", "origin", "made_by", "created_at"]
    list_select_related = ["article__language", "made_by"]
    list_filter = ["origin"]
    fieldsets = [
        (None, {"fields": ["article_link", "base", "origin", "made_by", "created_at"]}),
        (_("Text"), {"fields": ["headline", "lead", "body"]}),
        (_("Where it stands"), {"fields": ["kind", "section", "urgency", "pin_numbers"]}),
        (_("Byline, tags, pictures"), {"fields": ["author_ids", "tag_ids", "pictures"]}),
        (_("For readers"), {"fields": ["paid_label", "is_distressing", "is_unindexed"]}),
    ]

    def get_queryset(self, request):
        revisions = super().get_queryset(request)
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return revisions.defer("body", "lead") if is_list else revisions


@admin.register(Publication)
class PublicationAdmin(History):
    list_display = [
        "from_moment",
        "until",
        "change",
        "number",
        "language",
        "article_link",
        "made_by",
    ]
    list_select_related = ["article__language", "made_by"]
    list_filter = ["change"]
    fields = [
        "article_link",
        "revision",
        "from_moment",
        "until",
        "change",
        "note",
        "made_by",
        "recorded_at",
    ]
