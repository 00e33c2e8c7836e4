"""
Planned stories: everything of a story but its keys, as small numbers. Pure and repeatable.

Numbers of tags, authors, sections, pictures and texts are places in the lists of the cast.
"""

import datetime
import itertools
import random
from dataclasses import dataclass

from articles.models import Change, Kind

from .moments import moments
from .phrasebook import AUTHORS, TAGS

SECTIONS = 8
PICTURES = 30

# The most popular tag; all others share the rest by Zipf's law, none near its size.
TOP_TAG = 0
TOP_TAG_SHARE = 0.1
_TAG_WEIGHTS = tuple(itertools.accumulate(1 / (rank + 8) for rank in range(1, TAGS)))
_AUTHOR_WEIGHTS = tuple(itertools.accumulate(1 / (rank + 4) for rank in range(AUTHORS)))

# In the order of appearance; 2.4 tellings a story.
_TELLINGS = {
    ("uk", "ru", "en"): 50,
    ("en", "uk", "ru"): 5,
    ("uk", "ru"): 20,
    ("uk", "en"): 8,
    ("ru", "en"): 2,
    ("uk",): 12,
    ("en",): 2,
    ("ru",): 1,
}
_KINDS = {
    Kind.NEWS: 85,
    Kind.ARTICLES: 6,
    Kind.COLUMNS: 4,
    Kind.INTERVIEW: 2,
    Kind.PODCASTS: 1,
    Kind.EVENTS: 1,
    Kind.PROJECTS: 1,
}
_URGENCIES = {1: 1, 2: 5, 3: 16, 4: 60, 5: 12, 6: 4, 8: 2}
_CHANGES = {Change.UPDATE: 6, Change.CORRECTION: 2, Change.SLIP: 2}

_CHANGED_SHARE = 0.1
_WITHDRAWN_SHARE = 0.005
_PICTURE_SHARE = 0.7
_MOST_SCHEDULED = 5


@dataclass(frozen=True, slots=True)
class PlannedTelling:
    """One language of a story; a change or a withdrawal has its moment, else None."""

    code: str
    published_at: datetime.datetime
    change: Change | None
    changed_at: datetime.datetime | None
    withdrawn_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class PlannedStory:
    """What the tellings of a story have in common, and the tellings, the source first."""

    index: int
    kind: Kind
    section: int
    urgency: int
    authors: tuple[int, ...]
    tags: tuple[int, ...]
    picture: int | None
    text: int
    read_also: int | None
    tellings: tuple[PlannedTelling, ...]


def planned_stories(count, until, seed, *, texts, pictures=PICTURES):
    """
    Yield the stories in the order of their moments; the last few are scheduled after `until`.

    `texts` and `pictures` say how many there are to choose from.
    """
    chance = random.Random(f"{seed} stories")  # noqa: S311 -- no secret
    scheduled = min(_MOST_SCHEDULED, count // 100)
    ahead = (until + datetime.timedelta(hours=7 * ahead) for ahead in range(1, scheduled + 1))
    all_moments = itertools.chain(moments(count - scheduled, until, seed), ahead)
    for index, moment in enumerate(all_moments):
        yield PlannedStory(
            index=index,
            kind=_one_of(_KINDS, chance),
            section=chance.randrange(SECTIONS),
            urgency=_one_of(_URGENCIES, chance),
            authors=_authors(chance),
            tags=_tags(chance),
            picture=chance.randrange(pictures) if chance.random() < _PICTURE_SHARE else None,
            text=chance.randrange(texts),
            read_also=max(0, index - chance.randint(1, 2000)) if index else None,
            tellings=tuple(_tellings(moment, until, chance)),
        )


def _one_of(shares, chance):
    return chance.choices(tuple(shares), tuple(shares.values()))[0]


def _authors(chance):
    signatures = chance.choices((1, 2, 3), (85, 13, 2))[0]
    drawn = chance.choices(range(AUTHORS), cum_weights=_AUTHOR_WEIGHTS, k=signatures)
    return tuple(dict.fromkeys(drawn))


def _tags(chance):
    """Two to five tags; the top tag stands at any place among them, so also first."""
    # More than are needed, since some are drawn twice.
    drawn = chance.choices(range(1, TAGS), cum_weights=_TAG_WEIGHTS, k=12)
    tags = list(dict.fromkeys(drawn))[: chance.randint(2, 5)]
    if chance.random() < TOP_TAG_SHARE:
        tags[chance.randrange(len(tags))] = TOP_TAG
    return tuple(tags)


def _tellings(moment, until, chance):
    is_scheduled = moment > until
    is_withdrawn = not is_scheduled and chance.random() < _WITHDRAWN_SHARE
    for code in _one_of(_TELLINGS, chance):
        changed_at = withdrawn_at = change = None
        if not is_scheduled and chance.random() < _CHANGED_SHARE:
            change = _one_of(_CHANGES, chance)
            changed_at = _later(moment, until, chance, most_minutes=300)
        if is_withdrawn:
            withdrawn_at = _later(changed_at or moment, until, chance, most_minutes=4000)
        yield PlannedTelling(code, moment, change, changed_at, withdrawn_at)
        if not is_scheduled:
            moment = _later(moment, until, chance, most_minutes=90)


def _later(moment, until, chance, *, most_minutes):
    return min(until, moment + datetime.timedelta(seconds=chance.randint(60, most_minutes * 60)))
