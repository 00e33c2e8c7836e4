"""Which address answers what: 200, 301, 404, 410, and never 500."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import numbers, publishing
from articles.models import FormerAddress
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, parse, words
from tests.builders import make_article, make_draft, make_language

NAUGHTY = json.loads((Path(__file__).parents[2] / "data" / "naughty-strings.json").read_text())
AT = datetime(2024, 11, 7, 19, 22, tzinfo=UTC)


class SpellingTests(Newsstand):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.article = make_article(cls.en, story=numbers.allot(7428486), at=AT)
        cls.address = "/eng/news/2024/11/07/7428486/"

    def test_the_canonical_address_is_prefix_kind_date_and_number(self):
        self.assertEqual(self.article.get_absolute_url(), self.address)
        self.page(self.address)

    def test_every_other_spelling_answers_301_in_one_hop(self):
        spellings = [
            *("/eng/news/2024/11/7/7428486/", "/eng/news/2024/11/07/7428486"),
            *("/eng/articles/2024/11/07/7428486/", "/eng/columns/1999/1/1/7428486/"),
            *("/eng/news/2024/11/08/7428486/", "/eng/news/2024/11/07/0007428486/"),
            *("/eng/news/0/0/0/7428486", "/eng/news/2024/13/45/7428486/"),
            *("/eng/former-kind/2024/11/07/7428486/", "/eng/news/2024/11/07/٧٤٢٨٤٨٦/"),
            *("/eng/news/٢٠٢٤/11/07/7428486/", "/eng/news/2024/11/07/7428486/?utm_source=feed"),
        ]
        for spelling in spellings[:-1]:
            with self.subTest(spelling):
                response = self.client.get(spelling)
                self.assertEqual(response.status_code, 301)
                self.assertEqual(response.headers["Location"], self.address)
        self.page(spellings[-1])

    def test_a_number_in_another_edition_is_not_this_article(self):
        self.page("/news/2024/11/07/7428486/", status=404)
        self.page("/rus/news/2024/11/07/7428486/", status=404)

    def test_lists_are_completed_too(self):
        for path in ("/eng", "/rus", "/eng/news", "/archive", "/eng/tags", "/eng/archive"):
            with self.subTest(path):
                response = self.client.get(path)
                self.assertEqual(
                    (response.status_code, response.headers["Location"]), (301, f"{path}/")
                )

    def test_an_address_never_leads_off_the_site(self):
        for path in ("//evil.example/", "//evil.example", "/\\evil.example", "//eng/archive"):
            with self.subTest(path):
                # The client would read //evil.example as a host.
                self.assertEqual(self.client.get("/", PATH_INFO=path).status_code, 404)

    def test_an_imported_address_answers_301_also_to_what_is_gone(self):
        FormerAddress.objects.create(path="/old/bridge.html", article=self.article)
        for path in ("/old/bridge.html", "/old/bridge.html/"):
            self.assertRedirects(self.client.get(path), self.address, 301)
        publishing.withdraw(self.article, "")
        self.assertRedirects(self.client.get("/old/bridge.html"), self.address, 301, 410)

    def test_the_imported_address_of_what_nobody_may_see_is_unknown(self):
        FormerAddress.objects.create(path="/old/bridge.html", article=self.article)
        publishing.embargo(self.article, timezone.now() + timedelta(hours=1))
        self.page("/old/bridge.html", status=404)

    def test_an_imported_address_with_another_paper_s_number_leads_to_its_article(self):
        for path in ("/world/2019/3/05/61234/", "/eng/world/2019/3/05/7428486/"):
            other = make_article(self.en)
            FormerAddress.objects.create(path=path, article=other)
            with self.subTest(path):
                self.assertRedirects(self.client.get(path), other.get_absolute_url(), 301)

    def test_head_answers_as_get_without_the_text(self):
        get, head = self.client.get(self.address), self.client.head(self.address)
        self.assertEqual((head.status_code, head.content), (200, b""))
        self.assertEqual(head.headers["ETag"], get.headers["ETag"])
        self.assertEqual(self.client.head("/eng/news/2024/11/7/7428486/").status_code, 301)

    def test_nothing_can_be_posted_to_a_page(self):
        paths = (self.address, "/eng/", "/eng/archive/", "/eng/no/such/page/", "/eng/tags/")
        for path in paths:
            for method in ("post", "put", "delete", "patch"):
                with self.subTest(path, method=method):
                    self.assertEqual(getattr(self.client, method)(path).status_code, 405)

    def test_a_reader_who_has_the_page_gets_304(self):
        etag = self.client.get(self.address).headers["ETag"]
        again = self.client.get(self.address, headers={"If-None-Match": etag})
        self.assertEqual((again.status_code, again.content), (304, b""))


class HiddenTests(Newsstand):
    """What readers may not see answers exactly as what does not exist."""

    def answer(self, number):
        editions.forget()
        return self.client.get(f"/eng/news/2026/11/07/{number}/")

    def test_all_that_is_hidden_looks_like_an_unknown_number(self):
        later = timezone.now() + timedelta(hours=1)
        at = [numbers.allot(5000 + index) for index in range(5)]
        make_draft(story=at[0])
        make_article(story=at[1], at=later)
        publishing.embargo(make_draft(story=at[2]), later)
        publishing.publish(make_article(story=at[2].__class__.objects.create(), at=later))
        publishing.withdraw(make_article(story=at[3], at=later), "A canary that nobody reads.")
        unknown = self.answer(9999)
        self.assertEqual(unknown.status_code, 404)
        for story in at:
            with self.subTest(story.pk):
                hidden = self.answer(story.pk)
                self.assertEqual(hidden.status_code, 404)
                self.assertEqual(hidden.content, unknown.content)
                self.assertEqual(dict(hidden.headers), dict(unknown.headers))

    def test_a_visible_sibling_does_not_show_through(self):
        draft = make_draft(story=numbers.allot(5000))
        make_article(self.uk, story=draft.story)
        self.assertEqual(self.answer(5000).content, self.answer(9999).content)

    def test_other_spellings_tell_nothing_either(self):
        later = timezone.now() + timedelta(hours=1)
        make_article(story=numbers.allot(5000), at=later)
        for path in ("/eng/news/2026/11/7/{}/", "/eng/report/{}/", "/eng/x/1/1/1/{}"):
            hidden, unknown = (self.client.get(path.format(number)) for number in (5000, 9999))
            self.assertEqual((hidden.status_code, hidden.content), (404, unknown.content))

    def test_it_asks_the_same_number_of_statements(self):
        make_draft(story=numbers.allot(5000))
        with CaptureQueriesContext(connection) as hidden:
            self.answer(5000)
        with CaptureQueriesContext(connection) as unknown:
            self.answer(9999)
        self.assertEqual(len(hidden), len(unknown))

    def test_an_edition_that_is_not_launched_has_no_pages(self):
        german = make_language("de", is_launched=False)
        article = make_article(german)
        editions.forget()
        for path in (article.get_absolute_url(), "/de/", "/de/archive/", "/de"):
            with self.subTest(path):
                response = self.client.get(path)
                self.assertEqual(response.status_code, 404)
                self.assertEqual(parse(response).get("lang"), "uk")

    def test_404_speaks_the_language_of_the_address(self):
        for path, code in (("/x/", "uk"), ("/rus/x/", "ru"), ("/eng/x/", "en")):
            page = self.page(path, status=404)
            self.assertEqual(page.get("lang"), code)
            self.assertEqual(page.find(".//meta[@name='robots']").get("content"), "noindex")


class GoneTests(Newsstand):
    def test_a_withdrawn_article_answers_410_with_the_note_in_its_language(self):
        for language, note in ((self.uk, "Помилилися."), (self.en, "We were wrong.")):
            article = publishing.withdraw(make_article(language, lead="A canary"), note)
            response = self.client.get(article.get_absolute_url())
            self.assertContains(response, note, status_code=410)
            self.assertNotContains(response, "canary", status_code=410)
            self.assertNotContains(response, article.headline, status_code=410)
            page = parse(response)
            self.assertEqual(page.get("lang"), language.code)
            self.assertEqual(page.find(".//meta[@name='robots']").get("content"), "noindex")

    def test_an_expired_one_says_that_its_time_has_passed(self):
        now = timezone.now()
        article = make_article(at=now - timedelta(hours=2), expires_at=now - timedelta(hours=1))
        page = self.page(article, status=410)
        self.assertEqual(words(page.find(".//h1")), "This article is no longer available")

    def test_what_came_back_answers_200(self):
        article = publishing.withdraw(make_article(), "")
        self.page(article, status=410)
        publishing.publish(article)
        self.page(article)

    def test_a_wrong_spelling_of_a_withdrawn_one_still_leads_to_its_explanation(self):
        article = publishing.withdraw(make_article(), "")
        unpadded = re.sub("news/.*", f"x/1/1/1/{article.story_id}/", article.get_absolute_url())
        self.assertRedirects(
            self.client.get(unpadded), article.get_absolute_url(), 301, target_status_code=410
        )

    def test_it_keeps_its_visible_siblings_in_the_switch(self):
        article = publishing.withdraw(make_article(), "")
        sibling = make_article(self.uk, story=article.story)
        links = self.page(article, status=410).findall(".//*[@class='editions']//a")
        self.assertEqual(
            [link.get("href") for link in links], [sibling.get_absolute_url(), "/rus/", "/eng/"]
        )


class HostileAddressTests(Newsstand):
    PLACES = (
        *("/eng/{}", "/eng/{}/", "/eng/tags/{}/", "/eng/authors/{}/", "/eng/sections/{}/"),
        *("/eng/news/2024/11/07/{}/", "/{}/news/2024/11/07/1/", "/eng/news/{}/11/07/1/"),
        *("/eng/report/{}/", "/media/pictures/{}/360.jpg", "/eng/pages/{}/"),
    )
    NUMBERS = (
        *("0", "-1", "9" * 18, "9" * 19, "9" * 20, "9" * 5000, "9223372036854775808", "1e9"),
        *("1.5", "0x10", "١٢", "²", "①", "1_000", "+1", " 1", "1\x00", "\x00", "\n", "%00"),
    )

    def test_no_number_is_an_error(self):
        for number in self.NUMBERS:
            for place in self.PLACES:
                with self.subTest(place, number=number[:30]):
                    status = self.client.get(place.format(quote(number, safe=""))).status_code
                    self.assertIn(status, (301, 404))

    def test_naughty_strings_are_404(self):
        for index, naughty in enumerate(NAUGHTY):
            # Each at one place: every place gets many, and the test stays short.
            path = self.PLACES[index % len(self.PLACES)].format(quote(naughty, safe=""))
            with self.subTest(path[:100]):
                self.assertIn(self.client.get(path).status_code, (200, 301, 404))

    def test_bytes_that_are_no_text_are_404(self):
        for path in ("/eng/%ff%fe/", "/%80/", "/eng/%ed%a0%80/", "/eng/" + "a/" * 2000):
            with self.subTest(path[:30]):
                self.assertEqual(self.client.get(path).status_code, 404)
