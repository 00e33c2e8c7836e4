"""MistakeReport: a reader's word that something in an article is wrong."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class MistakeReport(models.Model):
    """The words that the reader marked and the reader's remark; nothing of the reader."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="reports")
    quoted = models.TextField(_("marked words"), blank=True)
    remark = models.TextField(_("remark"), blank=True)
    created_at = models.DateTimeField(_("received"), db_default=Now())
    is_settled = models.BooleanField(_("settled"), default=False)

    class Meta:
        verbose_name = _("reported mistake")
        verbose_name_plural = _("reported mistakes")
        ordering = ["is_settled", "-created_at"]
        indexes = [models.Index(fields=["article", "created_at"], name="report_of_article")]

    def __str__(self):
        return self.quoted or self.remark
