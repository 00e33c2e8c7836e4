"""What the rail of an open page asks for, and what an answer weighs."""

from datetime import timedelta

from django.utils import timezone, translation

from articles import publishing
from articles.views.recent import labels
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_article, make_draft

# What a poll may weigh that brings no news, headers and all.
MOST_BYTES_OF_A_POLL = 1000


class NewestTests(Newsstand):
    def newest(self, path="/eng/recent/newest.json"):
        return self.client.get(path).json()["newest"]

    def test_it_is_the_number_of_the_newest_that_readers_see(self):
        self.assertIsNone(self.newest())
        first = make_article(at=timezone.now() - timedelta(hours=1))
        self.assertEqual(self.newest(), first.story_id)
        second = make_article()
        make_draft()
        make_article(at=timezone.now() + timedelta(hours=1))
        make_article("uk")
        self.assertEqual(self.newest(), second.story_id)
        publishing.withdraw(second, "")
        self.assertEqual(self.newest(), first.story_id)

    def test_who_has_the_answer_already_gets_a_few_bytes(self):
        make_article()
        first = self.client.get("/eng/recent/newest.json")
        again = self.client.get(
            "/eng/recent/newest.json", headers={"If-None-Match": first.headers["ETag"]}
        )
        self.assertEqual(again.status_code, 304)
        for response in (first, again):
            lines = [f"{name}: {value}\r\n" for name, value in response.headers.items()]
            self.assertLess(len("".join(lines)) + len(response.content), MOST_BYTES_OF_A_POLL)

    def test_a_poll_costs_two_statements_and_what_it_brings_two(self):
        for path in ("/eng/recent/newest.json", "/eng/recent/"):
            editions.forget()
            with self.subTest(path), self.assertNumQueries(2):
                self.client.get(path)


class RecentFragmentTests(Newsstand):
    def test_it_has_the_lines_of_the_rail_and_one_more(self):
        now = timezone.now()
        for index in range(13):
            make_article(headline=f"Item {index}", at=now - timedelta(minutes=index))
        root = self.page("/eng/recent/")
        self.assertEqual(
            [words(card) for card in root.iter("h3")], [f"Item {index}" for index in range(11)]
        )
        rail = self.page(make_article(at=now - timedelta(days=1))).find(".//*[@class='recent']")
        self.assertEqual(
            [line.attrib for line in rail.iter("li")],
            [line.attrib for line in root.iter("li")][:10],
        )

    def test_it_is_no_page_for_search_engines(self):
        self.assertEqual(self.client.get("/eng/recent/").headers["X-Robots-Tag"], "noindex")

    def test_a_hostile_headline_is_only_words(self):
        hostile = "<img src=x onerror=alert(1)> \"'><script>alert(1)</script>"
        make_article(headline=hostile)
        self.assertEqual(words(self.page("/eng/recent/").find(".//h3")), hostile)

    def test_the_words_are_counted_as_each_language_counts(self):
        with translation.override("en"):
            self.assertEqual((labels()[0], labels()[4], labels()[9]), ("1 new", "5 new", "10+ new"))
        self.assertEqual(len(labels()), 10)
