"""The calendar of the archive: the days of an edition's life, and how a month is drawn."""

from dataclasses import dataclass
from datetime import MAXYEAR, date

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from newsportal.languages import calendar, dates, editions


@dataclass(frozen=True)
class Life:
    """The days of an edition from its first story to today; `first` is None before any story."""

    language: object
    first: date | None
    today: date

    def has(self, first, last):
        """Whether a stretch of days lies in it, at least in part."""
        return self.first is not None and first <= self.today and last >= self.first

    def address_of_day(self, day):
        """The page of a day, or "" outside the paper's life."""
        if not self.has(day, day):
            return ""
        kwargs = {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}
        return self._address("day", **kwargs)

    def address_of_month(self, first):
        """The page of a month, or "" outside the paper's life."""
        if not self.has(first, calendar.next_month(first) - calendar.ONE_DAY):
            return ""
        return self._address("month", year=f"{first:%Y}", month=f"{first:%m}")

    def address_of_year(self, year):
        """The page of a year, or "" outside the paper's life."""
        if self.first is None or not self.first.year <= year <= self.today.year:
            return ""
        return self._address("year", year=f"{year:04}")

    def years(self):
        """(year, address) of every year, newest first."""
        if self.first is None:
            return []
        years = range(self.today.year, self.first.year - 1, -1)
        return [(year, self.address_of_year(year)) for year in years]

    def _address(self, name, **where):
        return reverse(f"articles:{name}", kwargs={"language": self.language, **where})


@dataclass(frozen=True)
class Sheet:
    """A month of the calendar: `weeks` of (day, address, amount), None where another month is."""

    first: date
    name: str
    address: str
    weeks: list


def sheet_of(first, life, amounts=None):
    """A month; with `amounts` only days with news lead anywhere, and say how much."""

    def cell(day):
        if day is None:
            return None
        amount = None if amounts is None else amounts.get(day, 0)
        return day, "" if amount == 0 else life.address_of_day(day), amount

    return Sheet(
        first=first,
        name=dates.month_name(first, life.language),
        address=life.address_of_month(first),
        weeks=[[cell(day) for day in week] for week in calendar.weeks(first, life.language)],
    )


def lives_of_editions():
    """The lives of all launched editions, by the keys of their languages."""
    first = Article.objects.visible().first_moments(editions.launched())
    now = timezone.now()
    return {
        language.pk: Life(
            language,
            language.local(first[language.pk]).date() if language.pk in first else None,
            language.local(now).date(),
        )
        for language in editions.launched()
    }


def existing(addresses):
    """Without the editions that have no such page."""
    return {key: address for key, address in addresses.items() if address}


def date_or_404(year, month, day):
    """A day that the calendar has; its neighbours must have names as well."""
    try:
        wanted = date(year, month, day)
    except (ValueError, OverflowError) as impossible:
        raise Http404 from impossible
    if not 1 < wanted.year < MAXYEAR:
        raise Http404
    return wanted
