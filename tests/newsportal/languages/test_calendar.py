"""Days of an edition's calendar: whole, in a row, of the right length in every zone."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from newsportal.languages import calendar
from newsportal.languages.models import Language

ZONES = ("Europe/Kyiv", "Asia/Jerusalem", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia")


def edition(zone="Europe/Kyiv", code="uk"):
    return Language(code=code, time_zone=zone)


def hours(day, zone):
    begins, ends = calendar.span(day, edition(zone))
    return (ends - begins) / timedelta(hours=1)


class DayTests(SimpleTestCase):
    def test_the_days_on_which_the_clock_moves(self):
        for day, zone, length in (
            (date(2026, 3, 29), "Europe/Kyiv", 23),
            (date(2026, 10, 25), "Europe/Kyiv", 25),
            (date(2026, 10, 26), "Europe/Kyiv", 24),
            # Where the clock skips midnight itself.
            (date(2018, 11, 4), "America/Sao_Paulo", 23),
            (date(2018, 2, 17), "America/Sao_Paulo", 25),
            # The day that Samoa never had.
            (date(2011, 12, 30), "Pacific/Apia", 0),
        ):
            self.assertEqual(hours(day, zone), length, (day, zone))

    @given(
        st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(
            lambda at: at.replace(tzinfo=UTC)
        ),
        st.sampled_from(ZONES),
    )
    def test_every_moment_lies_in_the_day_that_the_clock_shows_and_in_no_other(self, moment, zone):
        language = edition(zone)
        today = language.local(moment).date()
        around = [today + calendar.ONE_DAY * ahead for ahead in (-1, 0, 1)]
        spans = [calendar.span(day, language) for day in around]
        holding = [
            day
            for day, (begins, ends) in zip(around, spans, strict=True)
            if begins <= moment < ends
        ]
        self.assertEqual(holding, [today])
        for (_begins, ends), (begins, _ends) in pairwise(spans):
            self.assertEqual(ends, begins)


class MonthTests(SimpleTestCase):
    def test_months_follow_each_other_over_the_years(self):
        found = list(calendar.months(date(2025, 11, 30), date(2026, 2, 1)))
        self.assertEqual(
            [f"{one:%Y-%m-%d}" for one in found],
            ["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"],
        )
        for before, after in pairwise(found):
            self.assertEqual(calendar.previous_month(after), before)

    def test_a_month_is_whole_weeks_without_the_days_of_others(self):
        weeks = calendar.weeks(date(2026, 10, 1), edition())
        self.assertEqual({len(week) for week in weeks}, {7})
        days = [day for week in weeks for day in week if day]
        self.assertEqual([day.day for day in days], list(range(1, 32)))
        self.assertEqual(weeks[0][3], date(2026, 10, 1))

    def test_a_week_begins_where_readers_expect(self):
        first = {
            code: calendar.weekdays(edition(code=code))[0].weekday()
            for code in ("uk", "en", "he", "pl")
        }
        self.assertEqual(first, {"uk": 0, "en": 0, "he": 6, "pl": 0})
