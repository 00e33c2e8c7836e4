"""
Revision: what somebody wrote; Publication: what readers were shown, and since when.

Both outlive every change of the live row. The log is append-only: the database refuses to
change or delete a line of it.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from articles.querysets import PublicationQuerySet

from .telling import Telling


class Origin(models.TextChoices):
    """Where a revision's words come from; what an editor wrote no import overwrites."""

    EDITOR = "editor", _("editor")
    IMPORT = "import", _("import")
    DEMO = "demo", _("demonstration")


class Revision(Telling):
    """A whole telling as one person left it, with the revision it was based on."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="revisions")
    base = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    author_ids = models.JSONField(_("byline"), default=list, blank=True)
    tag_ids = models.JSONField(_("tags"), default=list, blank=True)
    pin_numbers = models.JSONField(_("pinned stories"), default=list, blank=True)
    pictures = models.JSONField(
        _("pictures"),
        default=list,
        blank=True,
        help_text=_("Uses: picture, block_id (empty: lead), caption, credit, alt."),
    )
    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.EDITOR)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("made"), db_default=Now())

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.pk}: {self.headline}"


class Change(models.TextChoices):
    """What a publication was, as the newsroom answered when it published."""

    FIRST = "first", _("first publication")
    SLIP = "slip", _("slip of the pen")
    UPDATE = "update", _("update")
    CORRECTION = "correction", _("correction")
    REDATE = "redate", _("new moment")
    WITHDRAWAL = "withdrawal", _("withdrawal")


class Publication(models.Model):
    """
    One line of the publication log: from this moment readers see this revision.

    A line holds until the next one of the same article begins, or until `until` where an end
    was set; a withdrawal has no revision. A line whose moment has not come is a schedule.
    A first publication and a new moment take the place of all that was planned before them,
    from when they were recorded: a schedule that was moved never came.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="publications")
    revision = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="publications"
    )
    from_moment = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"), null=True, blank=True)
    change = models.CharField(_("change"), max_length=10, choices=Change)
    note = models.TextField(_("note"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded"), db_default=Now())

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publication log")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["article", "from_moment"], name="publication_of_moment"),
            # For a page of a past moment: what was moved in time since.
            models.Index(
                fields=["recorded_at"], name="publication_redated", condition=Q(change="redate")
            ),
            models.Index(
                F("from_moment").desc(),
                F("id").desc(),
                name="publication_corrections",
                condition=Q(change="correction"),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(revision__isnull=False) | Q(change="withdrawal"),
                name="publication_shows_a_revision",
            )
        ]

    def __str__(self):
        return f"{self.article_id} {self.change} {self.from_moment:%Y-%m-%d %H:%M}"
