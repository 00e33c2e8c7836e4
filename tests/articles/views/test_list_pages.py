"""Pages of lists as readers meet them: addresses, links between pages, days, an author's page."""

from datetime import datetime, timedelta

from django.utils import timezone

from articles.models import AuthorName, PageBreak
from articles.paging import LIST_LENGTH
from newsportal.languages import editions
from tags.models import FormerTagSlug
from tests.articles.views.newsstand import Newsstand, make_copies, make_fullest, words
from tests.builders import make_article, make_author, make_section, make_tag, store_picture

PATHS = ("/eng/news/", "/eng/sections/region/", "/eng/tags/bridge/", "/eng/authors/vira/")


class LongListTests(Newsstand):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.tag = make_tag("bridge")
        content = {
            "tag_ids": (cls.tag.pk,),
            "section_id": make_section("region").pk,
            "author_ids": (make_author("vira").pk,),
        }
        now = timezone.now()
        first = make_article(headline="First", at=now - timedelta(hours=2), **content)
        make_copies(first, 3 * LIST_LENGTH)
        make_article(headline="Newest", at=now, **content)

    def link(self, page, rel, place=".//head"):
        found = page.find(f"{place}/link[@rel='{rel}']")
        return found.get("href").partition("//")[2].partition("/")[2] if found is not None else None

    def test_every_list_has_pages_that_know_their_neighbours(self):
        for path in PATHS:
            bare = path.strip("/")
            with self.subTest(path):
                newest = self.page(path)
                self.assertEqual(len(self.headlines(newest, "list")), LIST_LENGTH + 2)
                self.assertIsNone(self.link(newest, "prev"))
                self.assertEqual(self.link(newest, "next"), f"{bare}/page/2/")
                full = self.page(f"{path}page/2/")
                self.assertEqual(len(self.headlines(full, "list")), LIST_LENGTH)
                self.assertEqual(self.link(full, "canonical"), f"{bare}/page/2/")
                self.assertEqual(self.link(full, "prev"), f"{bare}/")
                self.assertEqual(self.link(full, "next"), f"{bare}/page/1/")
                oldest = self.page(f"{path}page/1/")
                self.assertEqual(self.link(oldest, "prev"), f"{bare}/page/2/")
                self.assertIsNone(self.link(oldest, "next"))

    def test_links_in_the_page_lead_the_same_way(self):
        hrefs = [
            link.get("href")
            for link in self.page("/eng/news/page/1/").findall(".//nav[@class='pager']//a")
        ]
        self.assertEqual(hrefs, ["/eng/news/page/2/", "/eng/news/"])
        hrefs = [
            link.get("href")
            for link in self.page("/eng/news/").findall(".//nav[@class='pager']//a")
        ]
        self.assertEqual(hrefs, ["/eng/news/page/1/", "/eng/news/page/2/"])

    def test_the_title_says_the_page(self):
        self.assertEqual(words(self.page("/eng/news/").find(".//title")), "News — Meridian")
        title = words(self.page("/eng/news/page/2/").find(".//title"))
        self.assertEqual(title, "News, page 2 — Meridian")

    def test_a_page_out_of_range_is_404(self):
        for page in ("0", "3", "99999999999999999999"):
            self.page(f"/eng/news/page/{page}/", status=404)

    def test_another_spelling_of_a_page_answers_301(self):
        self.assertRedirects(self.client.get("/eng/news/page/002/"), "/eng/news/page/2/", 301)
        self.assertRedirects(self.client.get("/eng/news/page/2"), "/eng/news/page/2/", 301)

    def test_an_unknown_query_makes_no_other_page(self):
        plain = self.client.get("/eng/news/")
        self.assertEqual(self.client.get("/eng/news/?page=2&utm_source=x").content, plain.content)

    def test_a_full_page_has_no_sibling_in_another_edition(self):
        self.assertEqual(len(self.page("/eng/news/").findall(".//head/link[@hreflang]")), 4)
        full = self.page("/eng/news/page/1/")
        self.assertEqual(full.findall(".//head/link[@hreflang]"), [])
        links = [link.get("href") for link in full.findall(".//*[@class='editions']//a")]
        self.assertEqual(links, ["/news/", "/rus/news/", "/eng/news/page/1/"])

    def test_what_was_withdrawn_leaves_an_empty_page_that_says_so(self):
        page_2 = [card.get("href") for card in self.page("/eng/news/page/1/").findall(".//h3/a")]
        numbers = [href.split("/")[-2] for href in page_2]
        self.tag.taggings.filter(number__in=numbers).update(published_at=None)
        response = self.client.get("/eng/tags/bridge/page/1/")
        self.assertContains(response, "Everything that stood on this page was withdrawn.")

    def test_a_former_slug_leads_to_the_list(self):
        FormerTagSlug.objects.create(tag=self.tag, slug="crossing")
        answer = self.client.get("/eng/tags/crossing/page/2/")
        self.assertRedirects(answer, "/eng/tags/bridge/", 301)

    def test_every_page_costs_the_same(self):
        for path, statements in zip(PATHS, (6, 8, 8, 8), strict=True):
            for page in ("", "page/1/", "page/2/"):
                editions.forget()
                with self.subTest(path + page), self.assertNumQueries(statements):
                    self.client.get(path + page)

    def test_reading_stores_no_page(self):
        PageBreak.objects.all().delete()
        self.page("/eng/news/page/2/")
        self.assertFalse(PageBreak.objects.exists())


class DayTests(Newsstand):
    def test_the_date_stands_between_where_the_day_changes_in_the_editions_zone(self):
        zone = self.en.zone
        for headline, at in (
            ("Before midnight", datetime(2026, 3, 1, 23, 59, tzinfo=zone)),
            ("After midnight", datetime(2026, 3, 2, 0, 1, tzinfo=zone)),
            ("At noon", datetime(2026, 3, 2, 12, 0, tzinfo=zone)),
        ):
            make_article(headline=headline, at=at)
        days = self.page("/eng/news/").findall(".//section[@class='of-day']")
        self.assertEqual(
            [[words(part) for part in day.iter() if part.tag in ("h2", "h3")] for day in days],
            [
                ["Monday, 2 March 2026", "At noon", "After midnight"],
                ["Sunday, 1 March 2026", "Before midnight"],
            ],
        )
        self.assertEqual(
            [words(time) for time in days[0].findall(".//li/time")], ["12:00", "00:01"]
        )

    def test_urgent_headlines_carry_their_weight(self):
        make_article(headline="Grave", urgency=1)
        self.assertEqual(words(self.page("/eng/news/").find(".//*[@class='card urgent']")), "Grave")


class AuthorTests(Newsstand):
    def test_the_page_says_who_writes_and_in_which_languages(self):
        author = make_author("vira", en="Vira Lunna", uk="Віра Лунна")
        author.portrait = store_picture("navy")
        author.save()
        AuthorName.objects.filter(name="Vira Lunna").update(
            role="Correspondent", biography="Writes about the river.\n\nGrows pears."
        )
        for code in ("en", "uk"):
            make_article(code, author_ids=(author.pk,))
        page = self.page("/eng/authors/vira/")
        person = page.find(".//*[@class='person']")
        self.assertEqual(words(person), "Vira Lunna Correspondent")
        self.assertIn(author.portrait.key, person.find(".//img").get("src"))
        paragraphs = page.findall(".//*[@class='biography']/p")
        self.assertEqual(
            [words(p) for p in paragraphs], ["Writes about the river.", "Grows pears."]
        )
        links = page.findall(".//*[@class='published-in']/a")
        self.assertEqual(
            [(link.get("href"), link.get("lang")) for link in links],
            [("/authors/vira/", "uk"), ("/eng/authors/vira/", "en")],
        )
        alternates = page.findall(".//head/link[@hreflang]")
        self.assertEqual([one.get("hreflang") for one in alternates], ["uk", "x-default", "en"])

    def test_what_is_under_embargo_does_not_tell_its_language(self):
        author = make_author("vira", en="Vira Lunna")
        make_article("en", author_ids=(author.pk,))
        make_article("ru", at=timezone.now() + timedelta(hours=1), author_ids=(author.pk,))
        page = self.page("/eng/authors/vira/")
        self.assertIsNone(page.find(".//*[@class='published-in']"))

    def test_a_portrait_costs_no_statement(self):
        make_fullest(self.en, neighbours=0)
        editions.forget()
        with self.assertNumQueries(8):
            self.client.get("/eng/authors/vira-en/")
