"""Former addresses lead to imported articles, but hide no page."""

from django.conf import settings
from django.test import TestCase

from articles.interchange import former
from articles.interchange.fields import Findings
from articles.models import FormerAddress
from tests.builders import make_article, make_editions


class FormerAddressTests(TestCase):
    def setUp(self):
        make_editions()
        self.article = make_article()

    def remember(self, address, article=None):
        findings = Findings()
        former.remember(address, article or self.article, findings)
        return findings.notes

    def assert_refused(self, address, reason):
        (note,) = self.remember(address)
        self.assertIn(reason, note)
        self.assertFalse(FormerAddress.objects.exists())

    def test_the_path_of_a_web_address_is_kept_as_requests_name_it(self):
        self.assertEqual(
            self.remember("https://old.example/2020/%D0%BC%D0%BB%D0%B8%D0%BD/?p=1"), []
        )
        self.assertEqual(FormerAddress.objects.get().path, "/2020/млин/")

    def test_the_same_again_is_no_news(self):
        self.remember("https://old.example/2020/mill")
        self.assertEqual(self.remember("https://old.example/2020/mill"), [])

    def test_no_page_is_hidden(self):
        words = ["news", "tags", "media", "static", "eng/news", "rus/tags", "News", "robots.txt"]
        words.append(settings.ADMIN_PATH.strip("/").partition("/")[0])
        for word in words:
            with self.subTest(word):
                self.assert_refused(f"https://old.example/{word}/1", "begins the addresses")

    def test_an_edition_s_own_addresses_lead_on_where_no_page_is(self):
        self.assertEqual(self.remember("https://old.example/rus/2019/mill.html"), [])
        self.assertEqual(FormerAddress.objects.get().path, "/rus/2019/mill.html")

    def test_the_front_page_of_an_edition_is_not_taken(self):
        for path in ("/eng", "/eng/", "/rus?p=1"):
            with self.subTest(path):
                self.assert_refused(f"https://old.example{path}", "is the front page")

    def test_the_front_page_is_not_taken(self):
        for address in ("https://old.example", "https://old.example/", "https://old.example/?p=1"):
            with self.subTest(address):
                self.assert_refused(address, "no path of its own")

    def test_a_path_that_is_read_in_two_ways_is_not_taken(self):
        for path in (
            "//news/1",
            "/../news/1",
            "/a/../news/1",
            "/./news/1",
            "/a%0a/1",
            "/%2fnews/1",
        ):
            with self.subTest(path):
                self.assert_refused(f"https://old.example{path}", "not in order")

    def test_what_is_no_address_at_all(self):
        self.assert_refused("https://[", "no path of its own")
        self.assert_refused("https://old.example/%ff", "no path of its own")

    def test_a_long_path_is_not_taken(self):
        self.assert_refused("https://old.example/" + "x" * 600, "longer than 500")

    def test_an_address_of_another_article_stays_with_it(self):
        self.remember("https://old.example/2020/mill")
        for address in ("https://old.example/2020/mill", "https://old.example/2020/mill/"):
            (note,) = self.remember(address, make_article())
            self.assertIn(f"leads to story {self.article.story_id} already", note)
        self.assertEqual(FormerAddress.objects.get().article, self.article)
