"""The readers' reports of mistakes: to be read, put right in the article, and settled."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.rows import ManyRows
from articles.models import MistakeReport


@admin.register(MistakeReport)
class MistakeReportAdmin(ManyRows):
    actions = ["settle"]
    list_display = ["beginning", "article_link", "created_at", "is_settled"]
    list_filter = ["is_settled"]
    list_select_related = ["article"]
    fields = ["article_link", "quoted", "remark", "created_at", "is_settled"]
    readonly_fields = ["article_link", "quoted", "remark", "created_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body", "article__rendered")

    def has_add_permission(self, request):
        return False

    @admin.display(description=_("report"))
    def beginning(self, report):
        return Truncator(report.quoted or report.remark).chars(80) or "—"

    @admin.display(description=_("article"))
    def article_link(self, report):
        address = reverse("admin:articles_article_change", args=[report.article_id])
        return format_html('<a href="{}">{}</a>', address, report.article)

    @admin.action(description=_("Settle the chosen reports"), permissions=["change"])
    def settle(self, request, reports):
        count = reports.update(is_settled=True)
        said = ngettext("%(count)d report is settled.", "%(count)d reports are settled.", count)
        self.message_user(request, said % {"count": count}, messages.SUCCESS)
