"""
ReadCount: how often an article was read in an hour; MostRead: the order that follows from it.

Nothing here knows who reads. What is counted, and what is not, is decided in `articles.reads`.
"""

from datetime import timedelta

from django.db import connection, models
from django.db.models import F, Q, Sum, Window
from django.db.models.functions import Now, RowNumber
from django.utils.translation import gettext_lazy as _

# The longest list that a page shows, and some more for what may be withdrawn meanwhile.
MOST_KEPT = 30
RENEWED_EVERY = timedelta(minutes=2)
# What no list asks for any more is deleted.
KEPT = timedelta(days=8)

ADD = """
INSERT INTO articles_readcount (article_id, language_id, hour, reads)
SELECT article, language, date_trunc('hour', statement_timestamp()), reads
FROM unnest(%s::bigint[], %s::bigint[], %s::integer[]) AS batch (article, language, reads)
ON CONFLICT (article_id, hour) DO UPDATE SET reads = articles_readcount.reads + excluded.reads
"""


class ReadCountQuerySet(models.QuerySet):
    """Counts by article and hour."""

    def add(self, counts):
        """Add {article's key: (language's key, reads)} to the present hour, in one statement."""
        if not counts:
            return
        # In one order everywhere, or two workers with the same articles could wait for each other.
        rows = sorted((article, *of_article) for article, of_article in counts.items())
        with connection.cursor() as cursor:
            cursor.execute(ADD, [list(column) for column in zip(*rows, strict=True)])

    def since(self, age):
        """The counts of the last hours, by the database's clock."""
        return self.filter(hour__gt=Now() - age)


class ReadCount(models.Model):
    """Reads of one article in one hour."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    language = models.ForeignKey("languages.Language", models.CASCADE, related_name="+")
    hour = models.DateTimeField(_("hour"))
    reads = models.PositiveIntegerField(_("reads"))

    objects = ReadCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of reads")
        verbose_name_plural = _("counts of reads")
        ordering = ["-hour", "-reads"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "hour"], name="one_count_per_article_and_hour"
            )
        ]
        indexes = [
            models.Index(
                F("language"), F("hour"), name="readcount_hours", include=["article", "reads"]
            )
        ]

    def __str__(self):
        return f"{self.article_id}, {self.hour:%Y-%m-%d %H}: {self.reads}"


class Span(models.TextChoices):
    """Over which time the most read are counted."""

    DAY = "day", _("today")
    WEEK = "week", _("this week")


AGES = {Span.DAY: timedelta(hours=24), Span.WEEK: timedelta(days=7)}


class MostReadQuerySet(models.QuerySet):
    """The lists of the most read."""

    def renew(self):
        """
        Make the lists anew from the counts, where they are older than some minutes.

        To be called in a transaction: of several workers one does it, the others go on.
        """
        fresh = self.filter(counted_at__gt=Now() - RENEWED_EVERY)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_try_advisory_xact_lock(hashtext(%s))", [self.model._meta.db_table]
            )
            if not cursor.fetchone()[0] or fresh.exists():
                return
        ReadCount.objects.filter(hour__lte=Now() - KEPT).delete()
        self.all().delete()
        for span, age in AGES.items():
            self.bulk_create(
                MostRead(span=span, position=row.pop("place") - 1, counted_at=Now(), **row)
                for row in self._ranked(age)
            )

    def _ranked(self, age):
        """The most read of each edition over a time, with their places from 1."""
        return (
            ReadCount.objects.since(age)
            .order_by()
            .values("language_id", "article_id")
            .annotate(reads=Sum("reads"))
            .annotate(
                place=Window(
                    RowNumber(), partition_by="language_id", order_by=("-reads", "-article_id")
                )
            )
            .filter(place__lte=MOST_KEPT)
        )


class MostRead(models.Model):
    """An article's place among the most read of its edition; written anew every few minutes."""

    language = models.ForeignKey("languages.Language", models.CASCADE, related_name="+")
    span = models.CharField(_("span"), max_length=4, choices=Span)
    position = models.PositiveSmallIntegerField(_("order"))
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="most_read")
    reads = models.PositiveIntegerField(_("reads"))
    counted_at = models.DateTimeField(_("counted"))

    objects = MostReadQuerySet.as_manager()

    class Meta:
        verbose_name = _("most read article")
        verbose_name_plural = _("most read articles")
        ordering = ["language", "span", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "span", "position"], name="most_read_order_is_exact"
            ),
            models.CheckConstraint(
                condition=Q(span__in=Span.values), name="most_read_span_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.span} {self.position}: {self.article_id}"
