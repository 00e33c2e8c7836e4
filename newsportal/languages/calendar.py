"""
Days and months of an edition's calendar: when a day begins, how a month lies in weeks.

Pure. A day of the calendar has 23, 24 or 25 hours; it ends where the next one begins, so that
none is lost or counted twice.
"""

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from django.utils import formats

from newsportal.languages.dates import has_locale
from newsportal.languages.models import Language

# ISO 8601; elsewhere Django's own locale data say on which day a week begins.
_FROM_MONDAY = {"uk", "ru", "en"}

ONE_DAY = timedelta(days=1)


def beginning(day: date, language: Language) -> datetime:
    """
    The moment at which a day begins on the edition's clock, in UTC.

    Where the clock skips midnight, that is the moment of the skip.
    """
    return datetime.combine(day, time(), language.zone).astimezone(UTC)


def span(day: date, language: Language) -> tuple[datetime, datetime]:
    """The moment at which a day begins, and the one at which the next does."""
    return beginning(day, language), beginning(day + ONE_DAY, language)


def month_span(first: date, language: Language) -> tuple[datetime, datetime]:
    """The moment at which the month of a first day begins, and the one at which the next does."""
    return beginning(first, language), beginning(next_month(first), language)


def next_month(first: date) -> date:
    """The first day of the month after this one's."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def previous_month(first: date) -> date:
    """The first day of the month before this one's."""
    return (first.replace(day=1) - ONE_DAY).replace(day=1)


def months(first: date, last: date) -> Iterator[date]:
    """The first days of all months from one day's to another's, in their order."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = next_month(month)


def weeks(first: date, language: Language) -> list[list[date | None]]:
    """The weeks of a month as days; None for those of the neighbouring months."""
    grid = calendar.Calendar(_first_weekday(language)).monthdatescalendar(first.year, first.month)
    return [[day if day.month == first.month else None for day in week] for week in grid]


def weekdays(language: Language) -> list[date]:
    """Seven days whose names head the columns of `weeks`."""
    # 3 January 2000 was a Monday.
    monday = date(2000, 1, 3)
    return [monday + ONE_DAY * (_first_weekday(language) + ahead) for ahead in range(7)]


def _first_weekday(language: Language) -> int:
    """0 for Monday, 6 for Sunday."""
    if language.code in _FROM_MONDAY or not has_locale(language):
        return 0
    return (int(str(formats.get_format("FIRST_DAY_OF_WEEK", lang=language.code))) + 6) % 7
