"""When stories appear: as on the desk of a real paper, by day of the week and by hour."""

import datetime
import itertools
import random
import zoneinfo

DESK = zoneinfo.ZoneInfo("Europe/Kyiv")
# Counted in a week of a daily paper in three languages.
STORIES_A_WEEK = 542
MOST_YEARS = 20

# Shares, Monday first; hours from midnight.
_WEEKDAYS = (10, 10, 10, 10, 9.5, 6, 5)
_HOURS = (4, 2, 1, 1, 1, 2, 5, 10, 16, 19, 20, 20, 19, 19, 19, 19, 19, 18, 17, 15, 14, 13, 11, 7)
_HOURS_SO_FAR = tuple(itertools.accumulate(_HOURS))


def moments(count, until, seed):
    """
    Yield the moments of `count` stories in their order, none later than `until`.

    They reach as far back as a paper of this size would, at most twenty years: a larger corpus
    is a busier paper.
    """
    chance = random.Random(f"{seed} moments")  # noqa: S311 -- no secret
    days = _days(count, until)
    whole = sum(weight for _day, weight in days)
    due, given = 0.0, 0
    for day, weight in days:
        due += weight
        of_the_day = round(count * due / whole) - given
        given += of_the_day
        begin = datetime.datetime.combine(day, datetime.time(), DESK).astimezone(datetime.UTC)
        hours = chance.choices(range(24), cum_weights=_HOURS_SO_FAR, k=of_the_day)
        seconds = (hour * 3600 + chance.randrange(3600) for hour in hours)
        drawn = (begin + datetime.timedelta(seconds=second) for second in seconds)
        # Of the last day only its beginning has passed: what would come later came just now.
        just_now = max(begin, until - datetime.timedelta(seconds=chance.randrange(3600)))
        yield from sorted(moment if moment <= until else just_now for moment in drawn)


def _days(count, until):
    """The days of the paper, each with its share; of the last one only what has passed."""
    now = until.astimezone(DESK)
    length = min(count / STORIES_A_WEEK * 7, MOST_YEARS * 365.25)
    days = [now.date() - datetime.timedelta(days=ago) for ago in range(int(length) + 1, -1, -1)]
    weights = [_WEEKDAYS[day.weekday()] for day in days]
    weights[-1] *= _HOURS_SO_FAR[now.hour] / _HOURS_SO_FAR[-1]
    return list(zip(days, weights, strict=True))
