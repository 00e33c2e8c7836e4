from datetime import UTC, date, datetime, timedelta

from babel.dates import format_date
from django.template import Context, Template
from django.test import SimpleTestCase, override_settings
from django.utils import translation

from newsportal.languages import dates
from newsportal.languages.models import Language

THURSDAY = datetime(2024, 11, 7, 19, 22, tzinfo=UTC)
SUNDAY = datetime(2017, 3, 4, 23, 8, tzinfo=UTC)
FRIDAY = datetime(2026, 10, 30, 8, 5, tzinfo=UTC)


def edition(code, time_zone="Europe/Kyiv"):
    return Language(code=code, time_zone=time_zone)


class ReferenceFormTests(SimpleTestCase):
    """The forms of the reference page, to the character."""

    def test_the_moment(self):
        for code, moment, form in [
            ("en", THURSDAY, "Thursday, 7 November 2024, 21:22"),
            ("uk", SUNDAY, "Неділя, 5 березня 2017, 01:08"),
            ("ru", THURSDAY, "Четверг, 7 ноября 2024, 21:22"),
            ("uk", FRIDAY, "П’ятниця, 30 жовтня 2026, 10:05"),
        ]:
            with self.subTest(form):
                self.assertEqual(dates.moment(moment, edition(code)), form)

    def test_the_day(self):
        for code, form in [
            ("en", "Friday, 30 October 2026"),
            ("uk", "П’ятниця, 30 жовтня 2026"),
            ("ru", "Пятница, 30 октября 2026"),
        ]:
            with self.subTest(form):
                self.assertEqual(dates.day(date(2026, 10, 30), edition(code)), form)

    def test_the_short_day_and_the_clock(self):
        for code, form in [("en", "7 November"), ("uk", "7 листопада"), ("ru", "7 ноября")]:
            with self.subTest(form):
                self.assertEqual(dates.day_and_month(date(2024, 11, 7), edition(code)), form)
                self.assertEqual(dates.clock(THURSDAY, edition(code)), "21:22")


class OtherLanguageTests(SimpleTestCase):
    """Editions without a form of their own take that of Django's locale data."""

    def test_the_moment(self):
        for code, form in [
            ("de", "Donnerstag, 7. November 2024, 20:22"),
            ("nb", "torsdag, 7. november 2024, 20:22"),
            ("sv", "torsdag, 7 november 2024, 20:22"),
        ]:
            with self.subTest(form):
                language = edition(code, "Europe/Berlin")
                self.assertEqual(dates.moment(THURSDAY, language).casefold(), form.casefold())

    def test_the_day_and_the_short_day(self):
        for code, day, short in [
            ("de", "Donnerstag, 7. November 2024", "7. November"),
            ("nb", "torsdag, 7. november 2024", "7. november"),
            ("sv", "torsdag, 7 november 2024", "7 november"),
        ]:
            with self.subTest(day):
                language = edition(code)
                self.assertEqual(dates.day(THURSDAY, language).casefold(), day.casefold())
                self.assertEqual(
                    dates.day_and_month(THURSDAY, language).casefold(), short.casefold()
                )

    def test_a_language_that_django_does_not_know_is_written_in_english(self):
        self.assertIn("2024, 21:22", dates.moment(THURSDAY, edition("pl")))

    def test_a_language_that_django_does_not_know_takes_the_english_form(self):
        self.assertEqual(
            dates.moment(THURSDAY, edition("crh")), dates.moment(THURSDAY, edition("en"))
        )


class WordsOfTheEditionTests(SimpleTestCase):
    def test_a_date_is_in_the_editions_words_whatever_language_is_active(self):
        for active in ("uk", "ru", "en", "de"):
            with self.subTest(active), translation.override(active):
                self.assertEqual(
                    dates.moment(THURSDAY, edition("uk")), "Четвер, 7 листопада 2024, 21:22"
                )
                self.assertTrue(dates.day(THURSDAY, edition("de")).startswith("Donnerstag, 7. N"))

    @override_settings(TIME_ZONE="Asia/Tokyo")
    def test_the_clock_is_the_editions_own(self):
        with translation.override("en"):
            for zone, form in [
                ("Europe/Kyiv", "21:22"),
                ("America/New_York", "14:22"),
                ("Asia/Kathmandu", "01:07"),
            ]:
                self.assertEqual(dates.clock(THURSDAY, edition("en", zone)), form)
        kathmandu = edition("en", "Asia/Kathmandu")
        self.assertEqual(dates.moment(THURSDAY, kathmandu), "Friday, 8 November 2024, 01:07")


class EveryDayTests(SimpleTestCase):
    """
    Two whole years against the CLDR.

    Where the reference page differs from it: a weekday begins with a capital, and П’ятниця has
    the apostrophe ’ (CLDR: ʼ, U+02BC, which is a letter).
    """

    def assert_is_cldr(self, code, pattern):
        language, day = edition(code), date(2027, 1, 1)
        while day < date(2029, 1, 1):
            expected = format_date(day, pattern, locale=code).replace("ʼ", "’")
            self.assertEqual(dates.day(day, language), expected[0].upper() + expected[1:])
            short = format_date(day, "d MMMM", locale=code)
            self.assertEqual(dates.day_and_month(day, language), short)
            day += timedelta(days=1)

    def test_ukrainian_has_its_genitives_and_weekdays(self):
        self.assert_is_cldr("uk", "EEEE, d MMMM y")

    def test_russian_has_its_genitives_and_weekdays(self):
        self.assert_is_cldr("ru", "EEEE, d MMMM y")

    def test_english_has_its_months_and_weekdays(self):
        self.assert_is_cldr("en", "EEEE, d MMMM y")

    def test_the_exceptions_are_these_and_no_more(self):
        differing = {
            (code, ours, theirs)
            for code in ("uk", "ru", "en")
            for number in range(7)
            for day in [date(2027, 1, 4 + number)]
            for ours in [dates.day(day, edition(code)).partition(",")[0]]
            for theirs in [format_date(day, "EEEE", locale=code)]
            if ours.casefold() != theirs.casefold()
        }
        self.assertEqual(differing, {("uk", "П’ятниця", "пʼятниця")})


class RailTimeTests(SimpleTestCase):
    def test_today_is_a_clock_time_and_any_other_day_is_named(self):
        language = edition("en")
        now = datetime(2024, 11, 7, 21, 59, tzinfo=UTC)
        for moment, form in [
            (THURSDAY, "21:22"),
            (datetime(2024, 11, 6, 22, 0, tzinfo=UTC), "00:00"),
            (datetime(2024, 11, 6, 21, 59, tzinfo=UTC), "6 November, 23:59"),
            (datetime(2023, 11, 7, 12, 0, tzinfo=UTC), "7 November 2023, 14:00"),
        ]:
            with self.subTest(form):
                self.assertEqual(dates.rail_time(moment, language, now), form)

    def test_midnight_is_the_editions_own(self):
        just_after = datetime(2024, 11, 7, 22, 0, tzinfo=UTC)
        self.assertEqual(dates.rail_time(THURSDAY, edition("uk"), just_after), "7 листопада, 21:22")
        self.assertEqual(dates.rail_time(THURSDAY, edition("en", "UTC"), just_after), "19:22")


class ElementTests(SimpleTestCase):
    """What templates write: a `time` element with the offset for machines."""

    def drawn(self, tag, **context):
        template = Template("{% load edition sitewide %}" + tag)
        return template.render(Context({"language": edition("en"), **context}))

    def test_a_moment_has_its_offset_in_summer_and_in_winter(self):
        self.assertEqual(
            self.drawn("{{ at|moment:language }}", at=THURSDAY.replace(microsecond=7)),
            '<time datetime="2024-11-07T21:22:00+02:00">Thursday, 7 November 2024, 21:22</time>',
        )
        summer = datetime(2026, 7, 1, 12, tzinfo=UTC)
        self.assertEqual(
            self.drawn("{{ at|iso:language }}", at=summer), "2026-07-01T15:00:00+03:00"
        )

    def test_a_day_is_a_day_for_machines_too(self):
        self.assertEqual(
            self.drawn("{{ at|day:language }}", at=date(2024, 11, 7)),
            '<time datetime="2024-11-07">Thursday, 7 November 2024</time>',
        )

    def test_a_rails_time_is_short_for_people_and_whole_for_machines(self):
        self.assertEqual(
            self.drawn("{% rail_time at language now %}", at=THURSDAY, now=THURSDAY),
            '<time datetime="2024-11-07T21:22:00+02:00">21:22</time>',
        )

    def test_a_rails_time_of_another_day_says_so_to_the_sheet(self):
        self.assertEqual(
            self.drawn(
                "{% rail_time at language now %}", at=THURSDAY, now=THURSDAY + timedelta(days=1)
            ),
            '<time datetime="2024-11-07T21:22:00+02:00" class="day">7 November, 21:22</time>',
        )

    def test_text_is_set_by_the_rules_of_the_language(self):
        drawn = self.drawn("{{ text|typeset:language }}", text="у м'яті", language=edition("uk"))
        self.assertEqual(drawn, "у\N{NO-BREAK SPACE}м’яті")

    @override_settings(SITE_URL="https://news.example.org")
    def test_an_absolute_address_is_the_sites_own(self):
        self.assertEqual(
            self.drawn("{% absolute '/eng/news/' %}"), "https://news.example.org/eng/news/"
        )
