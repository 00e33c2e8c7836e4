"""The page of the most read, and the address that counts."""

from datetime import timedelta
from unittest.mock import patch

from django.test import Client

from articles import publishing, reads
from articles.models import MostRead
from articles.querysets import database_now
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_article

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


class CountTests(Newsstand):
    def setUp(self):
        super().setUp()
        self.tally = reads.Tally()
        replaced = patch.object(reads, "tally", self.tally)
        replaced.start()
        self.addCleanup(replaced.stop)
        self.article = make_article(self.en)
        self.said = f"{self.article.story_id} en"

    def say(self, body, agent=FIREFOX, **more):
        headers = {"User-Agent": agent} if agent else {}
        return self.client.post(
            "/api/reads/", body, content_type="text/plain", headers=headers, **more
        )

    def counted(self):
        return self.tally.take()

    def test_the_page_names_itself_and_where_it_is_counted(self):
        page = self.page(self.article)
        article = page.find(".//article[@class='story']")
        self.assertEqual(article.get("data-read"), self.said)
        self.assertEqual(article.get("data-count"), "/api/reads/")

    def test_a_read_is_counted_once_and_the_answer_says_nothing(self):
        for _ in range(2):
            answer = self.say(self.said)
            self.assertEqual((answer.status_code, answer.content), (204, b""))
            self.assertIn("no-store", answer.headers["Cache-Control"])
            self.assertFalse(answer.cookies)
        self.assertEqual(self.counted(), {(self.article.story_id, self.en.pk): 1})

    def test_it_needs_no_token_and_only_takes_posts(self):
        strict = Client(enforce_csrf_checks=True, headers={"User-Agent": FIREFOX})
        answer = strict.post("/api/reads/", self.said, content_type="text/plain")
        self.assertEqual(answer.status_code, 204)
        self.assertEqual(self.client.get("/api/reads/").status_code, 405)

    def test_what_makes_no_sense_is_answered_alike_and_not_counted(self):
        number = self.article.story_id
        for body in (
            "",
            "x",
            f"{number}",
            f"{number} xx",
            f"{number} en more",
            f"0{number} en",
            f"{10**12} en",
            f"{number} en\n",
            f"{number} en" + " " * 100,
            b"\xff\xfe 1",
        ):
            with self.subTest(body):
                self.assertEqual(self.say(body).status_code, 204)
        self.assertEqual(self.say(self.said, CONTENT_LENGTH="²").status_code, 204)
        self.assertEqual(self.counted(), {})

    def test_bots_and_editions_not_launched_are_not_counted(self):
        self.say(self.said, agent="Googlebot/2.1")
        self.say(self.said, agent="")
        self.en.is_launched = False
        self.en.save()
        self.say(self.said)
        self.assertEqual(self.counted(), {})

    def test_behind_a_proxy_readers_are_told_apart_by_what_the_proxy_added(self):
        for named in ("192.0.2.1", "6.6.6.6, 192.0.2.2", "7.7.7.7, 192.0.2.2"):
            with self.settings(BEHIND_HTTPS=True):
                self.say(self.said, HTTP_X_FORWARDED_FOR=named, secure=True)
        self.assertEqual(self.counted(), {(self.article.story_id, self.en.pk): 2})

    def test_without_a_proxy_nobody_is_believed_to_be_one(self):
        for named in ("192.0.2.1", "192.0.2.2"):
            self.say(self.said, HTTP_X_FORWARDED_FOR=named)
        self.assertEqual(self.counted(), {(self.article.story_id, self.en.pk): 1})

    def test_a_due_batch_is_written_on_the_way(self):
        with patch.object(reads, "FLUSH_SECONDS", 0):
            self.say(self.said)
        self.assertEqual(MostRead.objects.filter(article=self.article, reads=1).count(), 2)

    def test_counting_asks_the_database_nothing(self):
        editions.all_editions()
        with self.assertNumQueries(0):
            self.say(self.said)


class PageTests(Newsstand):
    def rank(self, *articles, span="day"):
        MostRead.objects.bulk_create(
            MostRead(
                language=self.en,
                span=span,
                position=position,
                article=article,
                reads=9,
                counted_at=database_now(),
            )
            for position, article in enumerate(articles)
        )

    def lists(self):
        return {
            words(section.find("h2")): [words(one) for one in section.findall(".//h3")]
            for section in self.page("/eng/most-read/").findall(".//main//section")
        }

    def test_today_and_this_week_in_their_order(self):
        a, b, c = (make_article(self.en, headline=name) for name in "ABC")
        self.rank(b, a)
        self.rank(c, a, b, span="week")
        self.assertEqual(self.lists(), {"Today": ["B", "A"], "This week": ["C", "A", "B"]})

    def test_only_what_readers_may_see(self):
        a, b = (make_article(self.en, headline=name) for name in "AB")
        self.rank(a, b)
        publishing.withdraw(a, "")
        self.assertEqual(self.lists(), {"Today": ["B"]})

    def test_where_nobody_counts_it_says_so(self):
        self.rank(make_article(self.en))
        MostRead.objects.update(counted_at=database_now() - timedelta(hours=7))
        page = self.client.get("/eng/most-read/")
        self.assertContains(page, "Nothing is being counted at the moment.")

    def test_it_stands_in_every_edition_and_costs_five_statements(self):
        self.rank(*(make_article(self.en) for _ in range(30)))
        links = self.page("/eng/most-read/").findall(".//*[@class='editions']//a")
        self.assertEqual(
            [link.get("href") for link in links],
            ["/most-read/", "/rus/most-read/", "/eng/most-read/"],
        )
        self.assertEqual(len(self.lists()["Today"]), 20)
        editions.forget()
        with self.assertNumQueries(5):
            self.client.get("/eng/most-read/")
