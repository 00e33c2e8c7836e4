"""
Every question that readers' pages ask of the articles.

Visibility is asked here, in `visible`, and nowhere else. Loaders carry the name of the template
that they feed and bring what it draws: with `FETCH_RAISE` a forgotten column is an error, not
one more query.
"""

from datetime import timedelta

from django.db import connection, models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Now

from articles.list_querysets import WHOLE, ListQuestions

RECENT_LENGTH = 10
RELATED_LENGTH = 6
TAG_RAIL_LENGTH = 3
# Neighbours are looked for under so many of an article's tags, the first ones.
RELATED_TAGS = 5

CARD_FIELDS = (
    "headline",
    "kind",
    "urgency",
    "story",
    "language",
    "published_at",
    "address_date",
    "paid_label",
)
FRONT_FIELDS = (*CARD_FIELDS, "lead", "section", "is_distressing")
# Where nothing was counted for so long, counting has stopped: no order is better than an old one.
COUNTS_LAST = timedelta(hours=6)
# Changes that take the place of all that was planned before, from when they were recorded.
RULING_CHANGES = ("first", "redate")


def is_visible(at):
    """The one rule of visibility, as a condition on articles."""
    return Q(
        Q(expires_at__isnull=True) | Q(expires_at__gt=at), state="published", published_at__lte=at
    )


def was_visible(at):
    """Readers once saw the article and do not any more: withdrawn, or expired."""
    return Q(state="withdrawn", published_at__lte=F("withdrawn_at")) | Q(
        state="published", expires_at__lte=at
    )


def database_now():
    """The database's clock: the only one by which anything is published."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]


class ArticleQuerySet(ListQuestions):
    """Articles as readers may ask for them."""

    def visible(self, at=None):
        """What readers may see at the given moment, by default the database's now."""
        return self.filter(is_visible(at or Now()))

    def in_language(self, language):
        """One edition's tellings."""
        return self.filter(language=language)

    def newest_first(self):
        """The one order of lists: moment of first publication, then number."""
        return self.order_by("-published_at", "-story")

    def older_than(self, card):
        """What comes after this card in the one order of lists."""
        at = card.published_at
        return self.filter(
            Q(published_at__lt=at) | Q(published_at=at, story__lt=card.story_id),
            published_at__lte=at,
        )

    def tagged(self, tag, language, at=None, span=WHOLE):
        """An edition's articles under a tag (or its key), newest first by the tag's own index."""
        return self._listed_by("taggings", language, at, span, tag=tag)

    def signed(self, author, language, at=None, span=WHOLE):
        """An edition's articles by an author (or its key), newest first by the byline's index."""
        return self._listed_by("bylines", language, at, span, author=author)

    def _listed_by(self, rows, language, at, span, **owner):
        """
        The articles beside these rows that are due at a moment, by default the database's now.

        The rows' own moment says so too: the index then begins behind what is scheduled.
        """
        due = {"language": language, "published_at__lte": at or Now()}
        conditions = {f"{rows}__{name}": value for name, value in (owner | due).items()}
        stretch = span.among(f"{rows}__published_at", f"{rows}__number")
        # In one call: a second one would ask it of another row of the same article.
        return self.filter(stretch, **conditions).order_by(
            f"-{rows}__published_at", f"-{rows}__number"
        )

    def for_cards(self):
        """Load all that _card.html draws; never the body."""
        return self.only(*CARD_FIELDS).fetch_mode(models.FETCH_RAISE)

    def for_front(self):
        """Load all that a front page draws of a story: a card, its lead, its section."""
        return self.only(*FRONT_FIELDS).fetch_mode(models.FETCH_RAISE)

    def most_read(self, language, span):
        """An edition's most read with their `rank` from 0, as long as somebody counts."""
        return self.filter(
            most_read__language=language,
            most_read__span=span,
            most_read__counted_at__gt=Now() - COUNTS_LAST,
        ).annotate(rank=F("most_read__position"))

    def pinned(self, language, at=None):
        """What stands in the slots of an edition's front page at a moment, by default now."""
        return self.in_language(language).filter(
            story__front_slots__lifetime__contains=at or Now(),
            story__front_slots__language=language,
        )

    def in_force(self, at):
        """
        What readers saw, or will see, at a moment by the publication log.

        Annotates `line`, the key of the line that rules then: the newest of those that had
        begun; see `Publication`.
        """
        lines = self.model._meta.get_field("publications").related_model.objects
        ruling = lines.filter(
            Q(from_moment__lte=at) | Q(change__in=RULING_CHANGES, recorded_at__lte=at),
            article=OuterRef("pk"),
        ).order_by("-pk")
        shows = lines.filter(
            Q(until__isnull=True) | Q(until__gt=at),
            pk=OuterRef("line"),
            from_moment__lte=at,
            revision__isnull=False,
        )
        return self.annotate(line=Subquery(ruling.values("pk")[:1])).filter(Exists(shows))

    def for_feed(self):
        """Load what an item of a feed tells of the row itself; `feeds.items` brings the rest."""
        return self.defer("body", "made_from").fetch_mode(models.FETCH_RAISE)

    def with_answer(self):
        """Annotate `answer`, what the article's address says now: "page", "gone" or "unknown"."""
        return self.annotate(
            answer=Case(
                When(is_visible(Now()), then=Value("page")),
                When(was_visible(Now()), then=Value("gone")),
                default=Value("unknown"),
            )
        )

    def for_page(self):
        """Load what article.html draws of the row itself; the view brings the rows beside it."""
        return self.defer("body", "made_from", "draft_revision").fetch_mode(models.FETCH_RAISE)

    def among(self, name):
        """Mark the rows with the list they are candidates for, to tell them apart in a union."""
        return self.annotate(among=Value(name))


class PublicationQuerySet(models.QuerySet):
    """Lines of the publication log, as readers may ask for them."""

    def corrections(self, articles):
        """Corrections of these articles that readers have before them, newest first."""
        return self.filter(
            change="correction", from_moment__lte=Now(), article__in=articles
        ).order_by("-from_moment", "-pk")

    def begun_between(self, begins, ends):
        """Shown to readers from one moment on and before another."""
        return self.filter(from_moment__gte=begins, from_moment__lt=ends)

    def for_corrections(self):
        """Load all that corrections.html draws: the note, its moment, the article's headline."""
        card = [f"article__{name}" for name in CARD_FIELDS]
        lines = self.select_related("article").only("note", "from_moment", "change", *card)
        return lines.fetch_mode(models.FETCH_RAISE)


def neighbours(articles, article, tag_ids, pin_numbers, read_also_numbers):
    """
    Every card that an article's page may show, in one statement: each arm from its own index.

    `articles` is `Article.objects`. Gives cards with `among`: "recent", "pin", "read-also",
    "section", or "tag-KEY". One article may come in several arms: the page chooses.
    """
    language = article.language_id
    visible = articles.visible().for_cards()
    shown_elsewhere = RELATED_LENGTH + TAG_RAIL_LENGTH + 1 + len(read_also_numbers)
    arms = [
        visible.in_language(language).newest_first().among("recent")[: RECENT_LENGTH + 1],
        visible.in_language(language)
        .filter(section=article.section_id)
        .newest_first()
        .among("section")[:shown_elsewhere],
    ]
    arms += [
        visible.tagged(key, language).among(f"tag-{key}")[:shown_elsewhere]
        for key in tag_ids[:RELATED_TAGS]
    ]
    for name, numbers in (("pin", pin_numbers), ("read-also", read_also_numbers)):
        if numbers:
            arms.append(visible.in_language(language).filter(story__in=numbers).among(name))
    return arms[0].union(*arms[1:], all=True)
