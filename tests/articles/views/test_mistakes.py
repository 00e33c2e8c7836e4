"""Report a mistake: what reaches the newsroom, and what does not."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from articles import publishing
from articles.models import MistakeReport
from articles.views.mistakes import MOST_AN_HOUR
from tests.articles.views.newsstand import Newsstand, parse, words
from tests.builders import make_article

HOSTILE = "</textarea><script>alert(1)</script>"


class ReportTests(Newsstand):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.article = make_article(headline="The bridge opens")
        cls.address = f"/eng/report/{cls.article.story_id}/"

    def send(self, **fields):
        return self.client.post(self.address, fields)

    def assert_thanked(self, response):
        self.assertContains(response, "Thank you. The newsroom has your report.")

    def test_the_article_leads_there_by_a_plain_link(self):
        link = self.page(self.article).find(".//*[@data-report]")
        self.assertEqual((link.tag, link.get("href")), ("a", self.address))

    def test_a_report_reaches_the_newsroom(self):
        self.assert_thanked(self.send(quoted="opend", remark="opened"))
        report = MistakeReport.objects.get()
        self.assertEqual(
            (report.article, report.quoted, report.remark, report.is_settled),
            (self.article, "opend", "opened", False),
        )

    def test_either_field_is_enough_and_none_is_not(self):
        self.assert_thanked(self.send(quoted="opend"))
        self.assert_thanked(self.send(remark="No such bridge."))
        for empty in ({"quoted": ""}, {"quoted": "  ", "remark": "\n"}):
            response = self.send(**empty)
            self.assertContains(response, "Tell us which words are wrong, or what is.")
        self.assertEqual(MistakeReport.objects.count(), 2)

    def test_the_marked_words_come_in_the_address(self):
        response = self.client.get(self.address, {"words": "opend to traffic"})
        field = parse(response).find(".//textarea[@name='quoted']")
        self.assertEqual(words(field), "opend to traffic")

    def test_marked_words_are_only_words(self):
        for marked in (HOSTILE, "\x00", "a" * 10_000, "‮evil", "{{ article }}"):
            response = self.client.get(self.address, {"words": marked})
            self.assertEqual(response.status_code, 200)
            self.assertNotContains(response, "<script>alert")
            self.assertLessEqual(len(words(parse(response).find(".//textarea"))), 1000)

    def test_hostile_reports_are_kept_as_words_or_refused_with_them_still_there(self):
        self.assert_thanked(self.send(quoted=HOSTILE))
        self.assertEqual(MistakeReport.objects.get().quoted, HOSTILE)
        for refused in ({"quoted": "a" * 1001}, {"remark": "a" * 2001}, {"quoted": "a\x00b"}):
            response = self.send(**{"remark": HOSTILE, **refused})
            self.assertEqual(response.status_code, 200)
            self.assertNotContains(response, "<script>alert")
            self.assertIsNotNone(parse(response).find(".//*[@class='errorlist']"))
        self.assertEqual(MistakeReport.objects.count(), 1)

    def test_who_fills_the_hidden_field_is_thanked_and_forgotten(self):
        self.assert_thanked(self.send(quoted="opend", website="https://buy.example"))
        self.assertFalse(MistakeReport.objects.exists())

    def test_no_reader_sees_that_field(self):
        field = self.page(self.address).find(".//form/div[@hidden]//input")
        self.assertEqual((field.get("name"), field.get("tabindex")), ("website", "-1"))

    def test_a_flood_is_thanked_and_not_stored(self):
        reports = [
            MistakeReport(article=self.article, quoted="x", created_at=timezone.now())
            for _ in range(MOST_AN_HOUR)
        ]
        MistakeReport.objects.bulk_create(reports)
        self.assert_thanked(self.send(quoted="one more"))
        self.assertFalse(MistakeReport.objects.filter(quoted="one more").exists())
        MistakeReport.objects.update(created_at=timezone.now() - timedelta(hours=2))
        self.send(quoted="an hour later")
        self.assertTrue(MistakeReport.objects.filter(quoted="an hour later").exists())

    def test_a_flood_on_one_article_does_not_silence_another(self):
        other = make_article()
        MistakeReport.objects.bulk_create(
            MistakeReport(article=other, quoted="x") for _ in range(MOST_AN_HOUR)
        )
        self.send(quoted="heard")
        self.assertTrue(MistakeReport.objects.filter(quoted="heard").exists())

    def test_a_forged_post_is_refused(self):
        forger = Client(enforce_csrf_checks=True)
        self.assertEqual(forger.post(self.address, {"quoted": "x"}).status_code, 403)
        self.assertFalse(MistakeReport.objects.exists())

    def test_the_form_as_a_browser_sends_it_is_accepted(self):
        browser = Client(enforce_csrf_checks=True)
        form = parse(browser.get(self.address)).find(".//form")
        token = form.find("input[@name='csrfmiddlewaretoken']").get("value")
        sent = {"quoted": "opend", "remark": "", "website": "", "csrfmiddlewaretoken": token}
        self.assert_thanked(browser.post(self.address, sent))

    def test_nobody_keeps_the_page_and_no_search_engine_lists_it(self):
        response = self.client.get(self.address)
        self.assertEqual(response.headers["Cache-Control"], "no-store, private")
        self.assertEqual(parse(response).find(".//meta[@name='robots']").get("content"), "noindex")

    def test_a_withdrawn_article_takes_no_reports(self):
        publishing.withdraw(self.article, "")
        self.assertEqual(self.client.get(self.address).status_code, 302)
        self.send(quoted="x")
        self.assertFalse(MistakeReport.objects.exists())

    def test_it_speaks_the_language_of_its_edition(self):
        make_article(self.uk, story=self.article.story)
        page = self.page(self.address.removeprefix("/eng"))
        self.assertEqual(page.get("lang"), "uk")
        self.page(f"/rus/report/{self.article.story_id}/", status=404)
