"""Corrections: what was put right, when, and only of what readers have before them."""

from datetime import UTC, datetime, timedelta
from unittest import mock

from django.conf import settings
from django.db import connection
from django.utils import timezone

from articles import publishing
from articles.models import Change, Publication
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_article


class CorrectionTests(Newsstand):
    def correct(self, note, language="en", **values):
        article = make_article(language, **values)
        return publishing.publish(article, change=Change.CORRECTION, note=note)

    def logged(self, note, at):
        """A correction of a moment, as the log would have it."""
        article = make_article(at=at - timedelta(hours=1))
        Publication.objects.create(
            article=article,
            revision=article.live_revision,
            change=Change.CORRECTION,
            from_moment=at,
            note=note,
        )

    def notes(self, path):
        return [words(one) for one in self.page(path).findall(".//*[@class='list corrections']//p")]

    def test_they_stand_newest_first_with_headline_note_and_moment(self):
        self.correct("It was ten metres.", headline="The river rises")
        self.correct("It was a Monday.", headline="The bridge opens")
        self.correct("Це був понеділок.", "uk")
        page = self.page("/eng/corrections/")
        lines = page.findall(".//*[@class='list corrections']/li")
        self.assertEqual(
            [words(line.find("p")) for line in lines], ["It was a Monday.", "It was ten metres."]
        )
        self.assertEqual(words(lines[0].find("h2")), "The bridge opens")
        self.assertIsNotNone(lines[0].find("time"))

    def test_other_changes_and_what_readers_do_not_see_are_not_there(self):
        publishing.publish(make_article(), change=Change.UPDATE, note="An update.")
        publishing.withdraw(self.correct("Of a withdrawn text."), "")
        publishing.expire(self.correct("Of an expired text."), timezone.now())
        self.assertEqual(self.notes("/eng/corrections/"), [])
        self.assertContains(
            self.client.get("/eng/corrections/"), "Nothing has been corrected here."
        )

    def test_years_lead_back_to_the_first_and_have_their_own_alone(self):
        now = datetime(2026, 11, 10, 12, tzinfo=UTC)
        # In the zone of the edition it is already the new year.
        self.logged("Of 2025.", datetime(2024, 12, 31, 22, 30, tzinfo=UTC))
        self.logged("Of 2026.", datetime(2026, 5, 1, tzinfo=UTC))
        with mock.patch("articles.views.corrections.timezone.now", return_value=now):
            years = self.page("/eng/corrections/").findall(".//*[@class='years']//a")
            self.assertEqual([words(year) for year in years], ["2026", "2025"])
            self.assertEqual(self.notes("/eng/corrections/2025/"), ["Of 2025."])
            self.assertEqual(self.notes("/eng/corrections/2026/"), ["Of 2026."])
            for year in ("2024", "2027", "0", "999999999999"):
                self.page(f"/eng/corrections/{year}/", status=404)
            answer = self.client.get("/eng/corrections/02026/")
            self.assertRedirects(answer, "/eng/corrections/2026/", 301)

    def test_the_switch_of_a_year_leads_to_that_year_or_to_the_newest(self):
        last_year = timezone.now().year - 1
        self.logged("Long ago.", datetime(last_year, 5, 1, tzinfo=UTC))
        self.correct("Щойно.", "uk")
        page = self.page(f"/eng/corrections/{last_year}/")
        switch = [link.get("href") for link in page.findall(".//*[@class='editions']//a")]
        own = f"/eng/corrections/{last_year}/"
        self.assertEqual(switch, ["/corrections/", "/rus/corrections/", own])
        self.assertEqual(self.alternates(page), {"en": own})
        this_year = f"/corrections/{last_year + 1}/"
        page = self.page(this_year)
        switch = [link.get("href") for link in page.findall(".//*[@class='editions']//a")]
        self.assertEqual(switch, [this_year, "/rus/corrections/", f"/eng{this_year}"])
        self.assertEqual(
            self.alternates(page),
            {"uk": this_year, "x-default": this_year, "en": f"/eng{this_year}"},
        )

    def alternates(self, page):
        return {
            link.get("hreflang"): link.get("href").removeprefix(settings.SITE_URL)
            for link in page.findall(".//head/link[@hreflang]")
        }

    def test_a_page_costs_the_same_for_one_and_for_many(self):
        year = timezone.now().year
        for _round in range(2):
            for path in ("/eng/corrections/", f"/eng/corrections/{year}/"):
                self.correct("Again.")
                editions.forget()
                with self.subTest(path), self.assertNumQueries(6):
                    self.client.get(path)

    def test_they_are_read_from_an_index_of_their_own(self):
        lines = Publication.objects.corrections(make_article()._meta.model.objects.visible())
        sql, parameters = lines.for_corrections()[:40].query.sql_with_params()
        with connection.cursor() as cursor:
            # In tables as small as a test's any way is cheap: forbidden are those that grow.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
            cursor.execute(f"EXPLAIN {sql}", parameters)
            plan = "\n".join(line for (line,) in cursor.fetchall())
        self.assertIn("publication_corrections", plan)
        self.assertNotIn("Sort", plan)
