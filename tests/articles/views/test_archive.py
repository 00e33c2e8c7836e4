"""All News: days of the edition's clock, months, years, and where the paper's life ends."""

from datetime import UTC, datetime, timedelta
from unittest import mock

from django.utils import timezone

from articles import publishing
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, make_copies, make_fullest, words
from tests.builders import make_article, make_language

SPRING, AUTUMN = "2026/03/29/", "2026/10/25/"


class ArchiveTests(Newsstand):
    """A paper whose today is 10 November 2026."""

    def setUp(self):
        super().setUp()
        now = datetime(2026, 11, 10, 12, tzinfo=UTC)
        for clock in (
            "articles.views.calendars.timezone.now",
            "articles.views.furniture.timezone.now",
        ):
            patcher = mock.patch(clock, return_value=now)
            patcher.start()
            self.addCleanup(patcher.stop)

    def at(self, *moment, language=None):
        return datetime(*moment, tzinfo=(language or self.en).zone)

    def publish(self, headline, *moment, language="en"):
        return make_article(language, headline=headline, at=self.at(*moment))

    def links(self, page, place):
        return [link.get("href") for link in page.findall(f".//*[@class='{place}']//a")]

    def shown(self, path):
        return self.headlines(self.page(path), "list")


class DayTests(ArchiveTests):
    def test_a_day_has_all_of_it_newest_first_and_nothing_else(self):
        for headline, moment in (
            ("Eve", (2026, 3, 1, 23, 59, 59)),
            ("Midnight", (2026, 3, 2)),
            ("Noon", (2026, 3, 2, 12)),
            ("Last second", (2026, 3, 2, 23, 59, 59)),
            ("Next", (2026, 3, 3)),
        ):
            self.publish(headline, *moment)
        make_article("uk", headline="Українською", at=self.at(2026, 3, 2, 13))
        expected = ["Last second", "Noon", "Midnight"]
        self.assertEqual(self.shown("/eng/archive/2026/03/02/"), expected)
        self.assertEqual(
            words(self.page("/eng/archive/2026/03/02/").find(".//h1")), "Monday, 2 March 2026"
        )

    def test_the_days_of_23_and_25_hours_lose_and_double_nothing(self):
        begin, end = self.at(2026, 3, 28), self.at(2026, 3, 31)
        self.check_hours(begin, end, {"28": 24, "29": 23, "30": 24}, "2026/03")
        begin, end = self.at(2026, 10, 24), self.at(2026, 10, 27)
        self.check_hours(begin, end, {"24": 24, "25": 25, "26": 24}, "2026/10")

    def check_hours(self, begin, end, hours, month):
        moment = begin.astimezone(UTC)
        while moment < end:
            make_article(headline=moment.isoformat(), at=moment)
            moment += timedelta(hours=1)
        shown = {day: self.shown(f"/eng/archive/{month}/{day}/") for day in hours}
        self.assertEqual({day: len(found) for day, found in shown.items()}, hours)
        found = [headline for day in reversed(shown) for headline in shown[day]]
        self.assertEqual(found, sorted(set(found), reverse=True))

    def test_each_edition_has_days_of_its_own_clock(self):
        make_language("he", name="עברית", prefix="heb", time_zone="Asia/Jerusalem")
        ny = make_language("pl", name="Polski", prefix="pol", time_zone="America/New_York")
        editions.forget()
        at = datetime(2026, 3, 2, 2, tzinfo=UTC)
        make_article(ny, headline="Wieczorem", at=at)
        self.assertEqual(self.shown("/pol/archive/2026/03/01/"), ["Wieczorem"])

    def test_a_day_without_news_says_so(self):
        self.publish("First", 2026, 3, 1)
        response = self.client.get("/eng/archive/2026/03/02/")
        self.assertContains(response, "Nothing was published on this day.")

    def test_neighbouring_days_lie_within_the_papers_life(self):
        self.publish("First", 2026, 3, 1)
        pages = [self.page(f"/eng/archive/2026/{day}/") for day in ("03/01", "03/02", "11/10")]
        self.assertEqual(
            [self.links(page, "pager") for page in pages],
            [
                ["/eng/archive/2026/03/02/"],
                ["/eng/archive/2026/03/03/", "/eng/archive/2026/03/01/"],
                ["/eng/archive/2026/11/09/"],
            ],
        )

    def test_before_the_first_story_and_after_today_there_is_no_day(self):
        self.publish("First", 2026, 3, 1)
        for day in ("2026/02/28", "2026/11/11", "2026/02/30", "2026/13/01", "0/1/1", "9999/12/31"):
            self.page(f"/eng/archive/{day}/", status=404)
        self.page("/eng/archive/99999999999999999999/1/1/", status=404)

    def test_what_readers_may_not_see_makes_no_day(self):
        publishing.withdraw(self.publish("Withdrawn", 2026, 2, 1), "")
        self.publish("First", 2026, 3, 1)
        for path in ("2026/02/01/", "2026/02/"):
            self.page(f"/eng/archive/{path}", status=404)
        self.page("/archive/2026/03/01/", status=404)

    def test_another_spelling_of_a_day_answers_301(self):
        self.publish("First", 2026, 3, 1)
        for path, address in (
            ("2026/3/1/", "2026/03/01/"),
            ("2026/3/", "2026/03/"),
            ("02026/", "2026/"),
        ):
            answer = self.client.get(f"/eng/archive/{path}")
            self.assertRedirects(answer, f"/eng/archive/{address}", 301)

    def test_the_switch_leads_to_the_editions_that_lived_on_that_day(self):
        self.publish("First", 2026, 3, 1)
        make_article("uk", headline="Пізніше", at=self.at(2026, 4, 1))
        switch = self.links(self.page("/eng/archive/2026/03/01/"), "editions")
        self.assertEqual(switch, ["/", "/rus/", "/eng/archive/2026/03/01/"])
        switch = self.links(self.page("/eng/archive/2026/04/02/"), "editions")
        self.assertEqual(switch, ["/archive/2026/04/02/", "/rus/", "/eng/archive/2026/04/02/"])


class CalendarTests(ArchiveTests):
    def test_the_way_leads_back_to_the_first_story(self):
        self.publish("First", 2024, 12, 31)
        page = self.page("/eng/archive/")
        years = [f"/eng/archive/{year}/" for year in (2026, 2025, 2024)]
        self.assertEqual(self.links(page, "years"), years)
        months = self.page("/eng/archive/2024/").findall(".//table[@class='month']")
        self.assertEqual(len(months), 12)
        leading = [link.get("href") for link in months[11].findall(".//a")]
        self.assertEqual(leading, ["/eng/archive/2024/12/", "/eng/archive/2024/12/31/"])
        self.assertEqual(months[10].findall(".//a"), [])

    def test_a_month_says_how_much_came_on_each_day(self):
        for minute in range(3):
            self.publish("Late", 2026, 10, 31, 23, minute)
        self.publish("Early", 2026, 11, 1, 0, 1)
        page = self.page("/eng/archive/2026/10/")
        self.assertEqual(self.links(page, "month"), ["/eng/archive/2026/10/31/"])
        self.assertEqual([words(one) for one in page.findall(".//*[@class='amount']")], ["3"])
        self.assertEqual(self.links(page, "pager"), ["/eng/archive/2026/11/"])
        self.assertEqual(words(page.find(".//h1")), "October 2026")

    def test_a_month_or_year_outside_the_papers_life_is_404(self):
        self.publish("First", 2025, 12, 31)
        for path in ("2025/11/", "2026/12/", "2024/", "2027/", "2026/0/"):
            self.page(f"/eng/archive/{path}", status=404)

    def test_a_paper_without_stories_has_no_calendar(self):
        page = self.page("/eng/archive/")
        self.assertIsNone(page.find(".//table"))
        self.page("/eng/archive/2026/11/10/", status=404)

    def test_the_names_are_the_editions(self):
        make_article("uk", headline="Перша", at=self.at(2026, 10, 1))
        page = self.page("/archive/2026/10/")
        self.assertEqual(words(page.find(".//h1")), "Жовтень 2026")
        self.assertEqual([words(one) for one in page.findall(".//th")][:2], ["Пн", "Вт"])


class CostTests(Newsstand):
    def test_the_archive_costs_the_same_however_much_there_is(self):
        article = make_fullest(self.en, neighbours=1)
        make_article(at=timezone.now() - timedelta(days=400))
        today = self.en.local(timezone.now())
        paths = ["", f"{today:%Y}/", f"{today:%Y/%m}/", f"{today:%Y/%m/%d}/"]
        for _round in range(2):
            for path, statements in zip(paths, (6, 5, 6, 6), strict=True):
                editions.forget()
                with self.subTest(path), self.assertNumQueries(statements):
                    self.assertEqual(self.client.get(f"/eng/archive/{path}").status_code, 200)
            make_copies(article, 60)
