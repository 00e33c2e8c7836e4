"""
Questions that long lists, the archive and the topics ask, and where pages end.

None says who may see what: they narrow what `ArticleQuerySet.visible` gave.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Q, Subquery
from django.db.models.functions import TruncDate


@dataclass(frozen=True)
class Span:
    """
    A stretch of a list: behind one position, up to and with another; None is no bound.

    A position is (moment of first publication, number), as lists are ordered.
    """

    after: tuple | None = None
    up_to: tuple | None = None

    def among(self, moment, number):
        """
        The stretch as a condition on two columns.

        The moment stands alone beside the comparison of both, for it is what bounds an index.
        """
        condition = Q()
        if self.after:
            at, last = self.after
            condition &= Q(**{f"{moment}__gte": at})
            condition &= Q(**{f"{moment}__gt": at}) | Q(**{f"{number}__gt": last})
        if self.up_to:
            at, last = self.up_to
            condition &= Q(**{f"{moment}__lte": at})
            condition &= Q(**{f"{moment}__lt": at}) | Q(**{f"{number}__lte": last})
        return condition


WHOLE = Span()


class ListQuestions(models.QuerySet):
    """Of articles, by their place in time and in lists."""

    def between(self, begins, ends):
        """Published from one moment on and before another."""
        return self.filter(published_at__gte=begins, published_at__lt=ends)

    def counted_by_day(self, zone):
        """How many there are on each day of a calendar, as {day: amount}."""
        by_day = self.order_by().values(day=TruncDate("published_at", tzinfo=zone))
        return dict(by_day.annotate(amount=Count("pk")).values_list("day", "amount"))

    def first_moments(self, languages):
        """When the oldest article of each edition was published, by the keys of the languages."""
        arms = [
            self.in_language(language)
            .order_by("published_at", "story")
            .values_list("language", "published_at")[:1]
            for language in languages
        ]
        return dict(arms[0].union(*arms[1:], all=True))

    def within(self, span):
        """A stretch of a list that is ordered by the article's own columns."""
        return self.filter(span.among("published_at", "story"))

    def for_sitemap(self):
        """Load what an address and its last change are made of."""
        columns = ("kind", "story", "language", "address_date", "published_at", "updated_at")
        return self.only(*columns).fetch_mode(models.FETCH_RAISE)

    def positions(self):
        """Moment and number alone, in the order that the list has."""
        return self.values_list("published_at", "story")

    def languages_signed(self, author, languages):
        """Keys of the languages in which an author has articles; the newest of each is asked."""
        return _languages_of([self.signed(author, language) for language in languages])

    def languages_tagged(self, tag, languages):
        """Keys of the languages in which a tag has articles; the newest of each is asked."""
        return _languages_of([self.tagged(tag, language) for language in languages])

    def most_tagged(self, since, amount):
        """The keys of the tags that most articles bear since a moment, the most used first."""
        used = self.filter(published_at__gte=since, taggings__isnull=False).order_by()
        counted = used.values("taggings__tag").annotate(uses=Count("pk"))
        return counted.order_by("-uses", "taggings__tag").values_list("taggings__tag", flat=True)[
            :amount
        ]


def _languages_of(lists):
    """Keys of the languages of those lists, one a language, that are not empty."""
    arms = [articles.values_list("language", flat=True)[:1] for articles in lists]
    return set(arms[0].union(*arms[1:], all=True))


def in_use(things, articles):
    """
    The tags or authors that have an article; `articles` are those of OuterRef("pk").

    The newest of each is asked of the index of its list, whatever the planner thinks of joins.
    """
    newest = Subquery(articles.values("pk")[:1])
    return things.alias(newest=newest).filter(newest__isnull=False)


class PageBreakQuerySet(models.QuerySet):
    """Ends of full pages, as `articles.paging` asks for them."""

    def of(self, listing):
        """Those of one list."""
        return self.filter(language=listing.language, listed=listing.name)

    def newest(self):
        """The end of the list's newest full page."""
        return self.order_by("-page")[:1]

    def around(self, page):
        """A page's end, the one before it and the newest one, in one statement."""
        return self.order_by().filter(page__in=[page - 1, page]).union(self.newest(), all=True)

    def not_before(self, position):
        """Pages that end at a position or behind it, nearest first."""
        moment, number = position
        at_or_behind = Q(published_at__gt=moment) | Q(published_at=moment, number__gte=number)
        return self.filter(at_or_behind).order_by("page")
