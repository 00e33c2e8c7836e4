"""
The arms of the front page's one statement: each reads a few rows from the front of an index.

`articles` says what may be shown: the visible ones now, or what the log had in force then.
"""

from django.db.models import BigIntegerField, DateTimeField, F, Value
from django.db.models.functions import Cast

from articles.models import Kind, Span
from articles.querysets import RECENT_LENGTH

from .choice import COLUMNS, MAIN, MOST_READ, OF_A_SECTION, Candidates, Pin

NEWEST = RECENT_LENGTH + 2 * MAIN
# What the main column may have taken already is read as well, or a section would look empty.
NEWEST_COLUMNS = COLUMNS + MAIN
NEWEST_OF_A_SECTION = OF_A_SECTION + MAIN
READ = "read"


def joined(visible, language, sections):
    """The whole statement of the present front page."""
    first, *others = newest(visible, language, sections)
    return first.union(*others, pinned(visible, language), most_read(visible, language), all=True)


def newest(articles, language, sections):
    """An edition's newest: of all of it, of the columns, of each section."""
    ordered = unmarked(articles.in_language(language).newest_first())
    yield ordered[:NEWEST]
    yield ordered.filter(kind=Kind.COLUMNS)[:NEWEST_COLUMNS]
    for section in sections:
        yield ordered.filter(section=section)[:NEWEST_OF_A_SECTION]


def pinned(articles, language, at=None):
    """The stories of the slots that stand at a moment, by default now, each with its place."""
    return articles.pinned(language, at).annotate(
        among=F("story__front_slots__place"),
        rank=F("story__front_slots__position"),
        slot=F("story__front_slots__pk"),
        since=F("story__front_slots__starts_at"),
    )


def most_read(articles, language):
    """Today's most read, as long as somebody counts."""
    # A few more than are shown, for some may have been withdrawn since they were counted.
    read = articles.annotate(among=Value(READ)).most_read(language, Span.DAY)
    return read.filter(rank__lt=2 * MOST_READ).annotate(**_no_slot())


def unmarked(articles):
    """For arms whose cards are wanted for what they are, not for where somebody set them."""
    return articles.annotate(among=Value(""), rank=Value(0), **_no_slot())


def _no_slot():
    # Cast, for in a union PostgreSQL takes a bare NULL for text.
    return {"slot": Value(0, BigIntegerField()), "since": Cast(None, DateTimeField())}


def sort_out(rows, language):
    """The candidates in the rows of a union; a story that came in several arms is one card."""
    cards, pins, read = {}, [], []
    for row in rows:
        row.language = language
        card = cards.setdefault(row.pk, row)
        if row.among == READ:
            read.append((row.rank, card))
        elif row.among:
            pins.append(Pin(card, row.among, row.rank, row.since, row.slot))
    in_order = sorted(read, key=lambda one: one[0])
    return Candidates(list(cards.values()), pins, [card for _rank, card in in_order])
