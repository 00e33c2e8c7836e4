"""
Pages of long lists: page 500 costs what page 2 costs, and a full page stays what it was.

Where each full page ends is a row (`PageBreak`), so a page is one stretch of one index. Verbs
make the rows, in their own transaction; a reader's request never writes. What came due with no
verb since is paged on the fly. A withdrawn article leaves its page shorter.
"""

from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import CharField, Count, F, Value, Window
from django.db.models.functions import Cast, Concat, Now, RowNumber

from articles.list_querysets import WHOLE, Span
from articles.models import Article, Byline, PageBreak, Tagging
from newsportal.languages.models import Language

LIST_LENGTH = 40
# Paged on the fly at most; a list of which more came due by itself waits for its next verb.
MOST_UNSTORED = 50 * LIST_LENGTH
HIGHEST_ASKED = 10**8


class NoSuchPage(Exception):
    """The list has no page of this number."""


@dataclass(frozen=True)
class Listing:
    """One list of one edition; `of` is "kind", "section", "tag" or "author", `key` its key."""

    language: Language
    of: str
    key: str | int

    @property
    def name(self):
        """The list's name in the rows."""
        return f"{self.of}-{self.key}"

    def articles(self, span=WHOLE):
        """What readers see of a stretch, newest first."""
        visible = Article.objects.visible()
        if self.of == "tag":
            return visible.tagged(self.key, self.language, span=span)
        if self.of == "author":
            return visible.signed(self.key, self.language, span=span)
        of_language = visible.in_language(self.language).filter(**{self.of: self.key})
        return of_language.within(span).newest_first()

    def due(self, span):
        """
        The rows of a stretch whose moment has come, oldest first: enough to see if it is long.

        They come from the list's index alone; an article that has expired is still among them.
        """
        rows = {"tag": Tagging, "author": Byline}.get(self.of)
        if rows is None:
            return self.articles(span).reverse()
        of_list = rows.objects.filter(language=self.language, **{self.of: self.key})
        stretch = span.among("published_at", "number")
        return of_list.filter(stretch, published_at__lte=Now()).order_by("published_at", "number")


@dataclass(frozen=True)
class ListPage:
    """
    One page: `cards` newest first, its `number` (None: the newest page, which is still filling).

    `newest` is the number of the newest full page, 0 where none is full.
    """

    cards: list
    number: int | None
    newest: int

    @property
    def amount(self):
        """How many pages there are, the newest one too."""
        return self.newest + 1

    @property
    def older(self):
        """The number of the next older page, or 0."""
        return self.newest if self.number is None else self.number - 1

    @property
    def newer(self):
        """The number of the next newer full page; None: that is the newest page."""
        return self.number + 1 if self.number and self.number < self.newest else None


def read(listing, number=None):
    """A page of a list as readers see it, in two statements. Raises NoSuchPage."""
    if number is None:
        return _newest_page(listing)
    if not 1 <= number <= HIGHEST_ASKED:
        raise NoSuchPage
    ends = {end.page: end for end in PageBreak.objects.of(listing).around(number)}
    newest = max(ends, default=0)
    positions = {page: end.position for page, end in ends.items()}
    if number > newest:
        unstored = _ends_to_come(listing, positions.get(newest))
        positions |= dict(enumerate(unstored, newest + 1))
        newest += len(unstored)
    if number > newest:
        raise NoSuchPage
    span = Span(after=positions.get(number - 1), up_to=positions[number])
    return ListPage(list(listing.articles(span).for_cards()[:MOST_UNSTORED]), number, newest)


def _newest_page(listing):
    last = PageBreak.objects.of(listing).newest().first()
    newest, after = (last.page, last.position) if last else (0, None)
    cards = list(listing.articles(Span(after=after)).for_cards()[: 2 * LIST_LENGTH])
    if len(cards) == 2 * LIST_LENGTH:
        unstored = _ends_to_come(listing, after)
        newest += len(unstored)
        # A headline may have been withdrawn between the two statements.
        border = unstored[-1] if unstored else after
        cards = [card for card in cards if not border or _position(card) > border]
    return ListPage(cards, None, newest)


def _position(article):
    return article.published_at, article.story_id


def _ends_to_come(listing, after):
    """Ends of the full pages that no verb has stored yet."""
    unpaged = listing.articles(Span(after=after)).positions().reverse()
    return _ends(list(unpaged[:MOST_UNSTORED]))


def _ends(positions):
    """Every so many positions, oldest first, as long as a page's worth is left behind the last."""
    return positions[LIST_LENGTH - 1 : len(positions) - LIST_LENGTH : LIST_LENGTH]


def lists_of(article):
    """Every paged list in which an article stands."""
    keys = [("kind", str(article.kind))]
    if article.section_id:
        keys.append(("section", article.section_id))
    keys += [("tag", key) for key in article.taggings.values_list("tag", flat=True)]
    keys += [("author", key) for key in article.bylines.values_list("author", flat=True)]
    return [Listing(article.language, of, key) for of, key in keys]


def keep(article):
    """Store what has become full of the lists of an article that was just published or moved."""
    listings = {listing.name: listing for listing in lists_of(article)}
    of_lists = [PageBreak.objects.of(listing).newest() for listing in listings.values()]
    last = {end.listed: end.position for end in of_lists[0].union(*of_lists[1:], all=True)}
    overfull = [
        listing.due(Span(after=last.get(name)))
        .annotate(among=Value(name))
        .values_list("among")[2 * LIST_LENGTH - 1 : 2 * LIST_LENGTH]
        for name, listing in listings.items()
    ]
    names = {name for (name,) in overfull[0].union(*overfull[1:], all=True)}
    position = _position(article)
    for name, listing in listings.items():
        if name in names:
            _close(listing)
        if name in last and position <= last[name]:
            _split(listing, position)


def _close(listing):
    """Store the ends of the pages that are full behind the newest stored one."""
    _lock(listing)
    last = PageBreak.objects.of(listing).newest().first()
    unpaged = listing.articles(Span(after=last and last.position)).positions().reverse()
    _store(listing, _ends(list(unpaged)), first=last.page + 1 if last else 1)


def _split(listing, position):
    """Divide the full page of a position, if it has grown to two; later ones get new numbers."""
    _lock(listing)
    end = PageBreak.objects.of(listing).not_before(position).first()
    before = PageBreak.objects.of(listing).filter(page=end.page - 1).first()
    span = Span(after=before and before.position, up_to=end.position)
    ends = _ends(list(listing.articles(span).positions().reverse()))
    if ends:
        later = PageBreak.objects.of(listing).filter(page__gte=end.page)
        later.update(page=F("page") + len(ends))
        _store(listing, ends, first=end.page)


def _store(listing, ends, first):
    PageBreak.objects.bulk_create(
        PageBreak(
            language=listing.language,
            listed=listing.name,
            page=page,
            published_at=moment,
            number=number,
        )
        for page, (moment, number) in enumerate(ends, first)
    )


def _lock(listing):
    """One at a time pages the lists of an edition, and sees what the one before it stored."""
    Language.objects.select_for_update(no_key=True).get(pk=listing.language.pk)


@transaction.atomic
def page_everything():
    """Page all lists anew, set by set: after a bulk of articles that passed by the verbs."""
    list(Language.objects.select_for_update(no_key=True))
    PageBreak.objects.all().delete()
    for of, key in (
        ("kind", "kind"),
        ("section", "section"),
        ("tag", "taggings__tag"),
        ("author", "bylines__author"),
    ):
        sql, parameters = _all_ends(of, key).query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {PageBreak._meta.db_table}"  # noqa: S608 -- our own names
                f" (language_id, listed, page, published_at, number) {sql}",
                parameters,
            )


def _all_ends(of, key):
    """The ends of all full pages of the lists of one sort, as rows of `PageBreak`."""
    of_list = {"partition_by": [F("language"), F(key)]}
    return (
        Article.objects.visible()
        .filter(**{f"{key}__isnull": False})
        .annotate(
            listed=Concat(Value(f"{of}-"), Cast(key, CharField())),
            place=Window(RowNumber(), **of_list, order_by=["published_at", "story"]),
            amount=Window(Count("pk"), **of_list),
            page=F("place") / LIST_LENGTH,
        )
        .alias(rest=F("place") % LIST_LENGTH)
        .filter(rest=0, place__lte=F("amount") - LIST_LENGTH)
        .order_by()
        .values_list("language", "listed", "page", "published_at", "story")
    )
