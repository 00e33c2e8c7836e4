"""Timed: a row that stands for a while on readers' pages, and whose history stays for ever."""

from django.conf import settings
from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Case, F, Func, Q, When
from django.db.models.functions import Greatest, Least, Now
from django.utils.translation import gettext_lazy as _

END = Case(
    When(until__isnull=True, ended_at__isnull=True, then=None),
    # Ended before it began: a lifetime of nothing.
    default=Greatest("starts_at", Least("until", "ended_at")),
)


class TimedQuerySet(models.QuerySet):
    """Rows with a lifetime."""

    def standing(self, at=None):
        """What stands at a moment, by default the database's now; what began last comes first."""
        return self.filter(lifetime__contains=at or Now()).order_by("-starts_at", "-pk")


class Timed(models.Model):
    """
    Set once, from a moment, until another or until somebody ends it.

    The database refuses any other change and all deletion (migration 0004), and no row begins
    before it was set: what stood at a past minute can always be told.
    """

    language = models.ForeignKey("languages.Language", models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(
        _("from"), db_default=Now(), help_text=_("On the clock of the edition; empty: now.")
    )
    until = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Empty: until somebody ends it.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded"), db_default=Now(), editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    lifetime = models.GeneratedField(
        expression=Func(F("starts_at"), END, function="tstzrange"),
        output_field=DateTimeRangeField(),
        db_persist=True,
    )

    objects = TimedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]
        indexes = [GistIndex(fields=["lifetime"], name="%(class)s_lifetime")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__gte=F("recorded_at")), name="%(class)s_begins_when_set"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("starts_at")),
                name="%(class)s_ends_after_its_start",
            ),
        ]
