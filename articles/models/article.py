"""
Article: one telling of a story in one language, and the row that readers see.

State changes in `articles.publishing` only; drafts are revisions, beside this row.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.querysets import ArticleQuerySet

from .telling import Kind, Telling


class State(models.TextChoices):
    """
    What the newsroom decided. Time does the rest: a published article whose moment has not
    come is scheduled, one whose last moment has passed is expired (`ArticleQuerySet`).
    """

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Article(Telling):
    """The live row of a telling; empty of text until it is first published."""

    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="tellings")
    language = models.ForeignKey("languages.Language", models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    rendered = models.TextField(editable=False, blank=True)

    published_at = models.DateTimeField(_("first published"), null=True, blank=True)
    address_date = models.DateField(_("day in the address"), null=True, blank=True)
    updated_at = models.DateTimeField(_("last substantive update"), null=True, blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    # While an embargo hides what readers had seen: when they first saw it.
    seen_from = models.DateTimeField(null=True, blank=True, editable=False)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_note = models.TextField(_("word of explanation to readers"), blank=True)

    live_revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, related_name="+"
    )
    draft_revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_from = models.ForeignKey(
        "articles.Revision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The revision of another language from which this telling was translated."),
    )
    created_at = models.DateTimeField(_("created"), db_default=Now())

    authors = models.ManyToManyField("articles.Author", through="articles.Byline")
    tags = models.ManyToManyField("tags.Tag", through="articles.Tagging")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [("publish_article", "Can publish and withdraw")]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "language"], name="one_telling_per_story_and_language"
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(
                    ~Q(headline=""),
                    published_at__isnull=False,
                    address_date__isnull=False,
                    live_revision__isnull=False,
                ),
                name="published_article_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(embargo_until__isnull=True)
                | Q(published_at__gte=F("embargo_until")),
                name="embargo_holds_back_publication",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | Q(withdrawn_at__isnull=False),
                name="withdrawn_article_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__isnull=True)
                | Q(published_at__isnull=True)
                | Q(expires_at__gt=F("published_at")),
                name="article_expires_after_publication",
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="article_kind_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="article_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(urgency__range=(1, 9)), name="article_urgency_is_iptc"
            ),
        ]
        indexes = [
            # The three orders in which an edition is read: all of it, a kind, a section.
            models.Index(
                F("language"),
                F("published_at").desc(),
                F("story").desc(),
                name="article_recent",
                condition=Q(state="published"),
            ),
            models.Index(
                F("language"),
                F("kind"),
                F("published_at").desc(),
                F("story").desc(),
                name="article_of_kind",
                condition=Q(state="published"),
            ),
            models.Index(
                F("language"),
                F("section"),
                F("published_at").desc(),
                F("story").desc(),
                name="article_in_section",
                condition=Q(state="published"),
            ),
            # For a page of a past moment: what was taken away since.
            models.Index(
                F("language"),
                F("withdrawn_at").desc(),
                name="article_withdrawn",
                condition=Q(state="withdrawn"),
            ),
        ]

    def __str__(self):
        return self.headline or f"{self.story_id} {self.language_id}"

    def get_absolute_url(self):
        """The one canonical address; only an article that was once published has it."""
        return reverse(
            "articles:article",
            kwargs={
                "language": self.language,
                "kind": self.kind,
                "year": f"{self.address_date:%Y}",
                "month": f"{self.address_date:%m}",
                "day": f"{self.address_date:%d}",
                "number": self.story_id,
            },
        )

    def is_visible(self, at):
        """Whether readers see the row at a moment; `ArticleQuerySet.visible` in plain Python."""
        return (
            self.state == State.PUBLISHED
            and self.published_at <= at
            and (self.expires_at is None or self.expires_at > at)
        )


class Listed(models.Model):
    """
    A row that joins an article to something with lists of its own, with the order of the list.

    Language, moment and number repeat the article's, so that the newest of a tag or an author
    come from one index. `publishing` writes them whenever the article's change; the moment is
    empty while the article is not published.
    """

    position = models.PositiveSmallIntegerField(_("order"))
    language = models.ForeignKey("languages.Language", models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, editable=False)
    number = models.BigIntegerField(editable=False)

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self):
        return f"{self.number}, {self.position}"


class Byline(Listed):
    """An author of an article, in the order of signatures."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey("articles.Author", models.PROTECT, related_name="bylines")

    class Meta(Listed.Meta):
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="author_signs_once"),
            models.UniqueConstraint(fields=["article", "position"], name="byline_order_is_exact"),
        ]
        indexes = [
            models.Index(
                F("author"),
                F("language"),
                F("published_at").desc(),
                F("number").desc(),
                name="byline_recent",
                condition=Q(published_at__isnull=False),
            )
        ]


class Tagging(Listed):
    """A tag of an article, in the editor's order; the first gives the page its rail."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="taggings")
    tag = models.ForeignKey("tags.Tag", models.PROTECT, related_name="taggings")

    class Meta(Listed.Meta):
        constraints = [
            models.UniqueConstraint(fields=["article", "tag"], name="tag_is_set_once"),
            models.UniqueConstraint(fields=["article", "position"], name="tag_order_is_exact"),
        ]
        indexes = [
            models.Index(
                F("tag"),
                F("language"),
                F("published_at").desc(),
                F("number").desc(),
                name="tagging_recent",
                condition=Q(published_at__isnull=False),
            )
        ]


class RelatedPin(models.Model):
    """A story that an editor set among the related headlines, before the automatic ones."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="pins")
    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "story"], name="story_is_pinned_once"),
            models.UniqueConstraint(fields=["article", "position"], name="pin_order_is_exact"),
        ]

    def __str__(self):
        return str(self.story_id)
