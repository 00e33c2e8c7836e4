"""The breaking banner: on every page of its edition, and gone by itself."""

from datetime import timedelta

from articles import placing, publishing
from articles.models import Banner
from articles.querysets import database_now
from articles.views.furniture import calls
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, make_fullest, words
from tests.builders import make_article, make_draft

HOUR = timedelta(hours=1)


class BannerTests(Newsstand):
    def make(self, **values):
        values = {"language": self.en, "text": "The dam holds", **values}
        return Banner.objects.create(**{"until": database_now() + HOUR, **values})

    def banner(self, path="/eng/", status=200):
        return self.page(path, status=status).find(".//aside[@class='breaking']")

    def test_it_stands_above_the_header_of_every_page_of_its_edition(self):
        self.make()
        article = make_article(self.en)
        for path in ("/eng/", "/eng/archive/", "/eng/tags/", article.get_absolute_url()):
            with self.subTest(path):
                order = [one.get("class") for one in self.page(path).find("body")]
                self.assertEqual(order[:3], ["skip", "breaking", "top"])
        self.assertIsNotNone(self.banner("/eng/nowhere/", status=404))
        for path in ("/", "/rus/"):
            self.assertIsNone(self.banner(path))

    def test_it_is_a_labelled_part_of_the_page(self):
        self.make()
        banner = self.banner()
        self.assertEqual(banner.get("aria-label"), "Breaking news")
        self.assertEqual(words(banner), "Breaking The dam holds")
        self.assertIsNone(banner.find(".//a"))

    def test_it_leads_to_its_story_or_its_address(self):
        article = make_article(self.en)
        self.make(story=article.story)
        self.assertEqual(self.banner().find(".//a").get("href"), article.get_absolute_url())
        self.make(address="https://example.org/live")
        self.assertEqual(self.banner().find(".//a").get("href"), "https://example.org/live")

    def test_the_newest_is_shown_and_the_one_beneath_it_afterwards(self):
        self.make()
        newer = self.make(text="The dam broke")
        self.assertIn("broke", words(self.banner()))
        placing.end(Banner.objects.filter(pk=newer.pk))
        self.assertIn("holds", words(self.banner()))

    def test_one_that_was_planned_takes_the_place_of_one_set_meanwhile(self):
        now = database_now()
        rows = (("Planned", 1, 3), ("Meanwhile", 2, 2))
        for text, began, set_before in rows:
            self.make(
                text=text,
                recorded_at=now - set_before * HOUR,
                starts_at=now - began * HOUR,
            )
        self.assertIn("Planned", words(self.banner()))

    def test_of_a_past_moment_it_stands_though_its_story_was_withdrawn_since(self):
        article = make_article(self.en)
        self.make(story=article.story)
        then = database_now()
        publishing.withdraw(article, "")
        self.assertEqual(calls(self.en, then)["banner"]["address"], article.get_absolute_url())
        self.assertIsNone(calls(self.en)["banner"])

    def test_it_goes_by_the_database_s_clock_and_does_not_come_before_its_time(self):
        now = database_now()
        self.make(starts_at=now + HOUR, until=now + 2 * HOUR)
        self.assertIsNone(self.banner())
        # Set and over: a row of an earlier hour.
        self.make(recorded_at=now - 2 * HOUR, starts_at=now - 2 * HOUR, until=now - HOUR)
        self.assertIsNone(self.banner())

    def test_it_says_nothing_of_a_story_that_readers_do_not_see(self):
        gone = publishing.withdraw(make_article(self.en), "")
        later = make_article(self.en, at=database_now() + HOUR)
        for article in (gone, later, make_draft(self.en), make_article("uk")):
            self.make(story=article.story)
            self.assertIsNone(self.banner())

    def test_words_are_words(self):
        self.make(text="<script>alert(1)</script>")
        self.assertEqual(words(self.banner()), "Breaking <script>alert(1)</script>")

    def test_it_costs_no_statement(self):
        article = make_fullest(self.en)
        self.make(story=article.story)
        editions.forget()
        with self.assertNumQueries(10):
            self.client.get(article.get_absolute_url())
