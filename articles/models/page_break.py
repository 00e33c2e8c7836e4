"""PageBreak: where a full page of a long list ends; `articles.paging` makes and reads them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.list_querysets import PageBreakQuerySet

# The lists that have pages, and how each is written in a row: "tag-17", "kind-news".
LIST_NAME = r"^(kind-[a-z]+|(section|tag|author)-[1-9][0-9]*)$"


class PageBreak(models.Model):
    """
    The newest headline of a full page, as a position in the order of its list.

    Pages are counted from the oldest, so that what comes later changes none that is full.
    """

    language = models.ForeignKey(
        "languages.Language", models.CASCADE, related_name="+", db_index=False
    )
    listed = models.CharField(_("list"), max_length=40, help_text=_("tag-17, kind-news …"))
    page = models.PositiveIntegerField(_("page"))
    published_at = models.DateTimeField(_("ends with the moment"))
    number = models.BigIntegerField(_("and the number"))

    objects = PageBreakQuerySet.as_manager()

    class Meta:
        verbose_name = _("page of a list")
        verbose_name_plural = _("pages of lists")
        ordering = ["language_id", "listed", "page"]
        constraints = [
            # Checked at the end of a statement, since a page that is split moves all later ones.
            models.UniqueConstraint(
                fields=["language", "listed", "page"],
                name="page_of_a_list_ends_once",
                deferrable=models.Deferrable.IMMEDIATE,
            ),
            models.CheckConstraint(condition=Q(page__gte=1), name="pages_are_counted_from_one"),
            models.CheckConstraint(
                condition=Q(listed__regex=LIST_NAME), name="page_belongs_to_a_known_list"
            ),
        ]

    def __str__(self):
        return f"{self.listed}, {self.page}"

    @property
    def position(self):
        return self.published_at, self.number
