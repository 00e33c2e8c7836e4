"""Lists of an edition: their order, their names, what they cost."""

from datetime import timedelta

from django.utils import timezone

from articles import publishing
from articles.views.archive import NEWEST_LENGTH
from newsportal.languages import editions
from tags.models import FormerTagSlug
from tests.articles.views.newsstand import Newsstand, make_copies, make_fullest
from tests.builders import make_article, make_author, make_draft, make_section, make_tag


class ListTests(Newsstand):
    def shown(self, path):
        return self.headlines(self.page(path), "list")

    def test_each_list_has_what_belongs_there_newest_first(self):
        section, tag, author = make_section("region"), make_tag("bridge"), make_author("vira")
        now = timezone.now()
        for name, minutes, content in (
            ("Of the region", 5, {"section_id": section.pk}),
            ("Of the bridge", 4, {"tag_ids": (tag.pk,)}),
            ("By Vira", 3, {"author_ids": (author.pk,)}),
            ("A column", 2, {"kind": "columns"}),
            (
                "All of it",
                1,
                {
                    "section_id": section.pk,
                    "tag_ids": (tag.pk,),
                    "kind": "columns",
                    "author_ids": (author.pk,),
                },
            ),
        ):
            make_article(headline=name, at=now - timedelta(minutes=minutes), **content)
        make_article("uk", headline="Українською", tag_ids=(tag.pk,))
        expected = {
            "/eng/sections/region/": ["All of it", "Of the region"],
            "/eng/tags/bridge/": ["All of it", "Of the bridge"],
            "/eng/authors/vira/": ["All of it", "By Vira"],
            "/eng/columns/": ["All of it", "A column"],
            "/eng/archive/": ["All of it", "A column", "By Vira", "Of the bridge", "Of the region"],
        }
        for path, headlines in expected.items():
            with self.subTest(path):
                self.assertEqual(self.shown(path), headlines)

    def test_nothing_hidden_is_listed(self):
        tag = make_tag("bridge")
        keys = {"tag_ids": (tag.pk,)}
        publishing.withdraw(make_article(headline="Gone", **keys), "")
        make_article(headline="Later", at=timezone.now() + timedelta(hours=1), **keys)
        make_draft(headline="Draft", **keys)
        for path in ("/eng/archive/", "/eng/news/"):
            self.assertEqual(self.shown(path), [])
            self.assertContains(self.client.get(path), "Nothing has been published here yet.")

    def test_a_tag_without_anything_to_read_is_unknown(self):
        tag = make_tag("resignation", en="A resignation")
        make_article(headline="Later", at=timezone.now() + timedelta(hours=1), tag_ids=(tag.pk,))
        make_article("uk", headline="Там є", tag_ids=(tag.pk,))
        for path in ("", "lite/"):
            there, here = f"/{path}tags/resignation/", f"/eng/{path}tags/resignation/"
            self.assertEqual(self.client.get(there).status_code, 200)
            self.assertEqual(self.client.get(here).status_code, 404)
        self.assertEqual(self.client.get("/eng/tags/resignation/feed.rss").status_code, 404)
        switch = self.page("/tags/resignation/").findall(".//*[@class='editions']//a")
        self.assertEqual(
            [link.get("href") for link in switch], ["/tags/resignation/", "/rus/", "/eng/"]
        )

    def test_equal_moments_are_ordered_by_number(self):
        at = timezone.now() - timedelta(minutes=1)
        first, second = (make_article(headline=name, at=at) for name in ("First", "Second"))
        self.assertLess(first.story_id, second.story_id)
        self.assertEqual(self.shown("/eng/archive/"), ["Second", "First"])

    def test_a_section_is_absent_from_an_edition_without_a_name_for_it(self):
        make_section("region", uk="Край")
        self.page("/sections/region/")
        self.page("/eng/sections/region/", status=404)
        links = self.page("/sections/region/").findall(".//*[@class='editions']//a")
        self.assertEqual(
            [link.get("href") for link in links], ["/sections/region/", "/rus/", "/eng/"]
        )

    def test_a_borrowed_name_says_its_language(self):
        tag = make_tag("bridge", uk="Міст")
        for code in ("uk", "en"):
            make_article(code, tag_ids=(tag.pk,))
        make_author("vira", uk="Віра")
        for path in ("/eng/tags/bridge/", "/eng/authors/vira/"):
            self.assertEqual(self.page(path).find(".//h1").get("lang"), "uk")
            self.assertIsNone(self.page(path.removeprefix("/eng")).find(".//h1").get("lang"))

    def test_the_switch_keeps_the_list(self):
        tag = make_tag("bridge")
        for code in ("uk", "ru", "en"):
            make_article(code, tag_ids=(tag.pk,))
        for path in ("tags/bridge/", "archive/", "news/", "tags/", ""):
            links = self.page(f"/eng/{path}").findall(".//*[@class='editions']//a")
            self.assertEqual(
                [link.get("href") for link in links], [f"/{path}", f"/rus/{path}", f"/eng/{path}"]
            )

    def test_a_former_slug_of_a_tag_answers_301(self):
        tag = make_tag("bridge")
        make_article(tag_ids=(tag.pk,))
        FormerTagSlug.objects.create(tag=tag, slug="crossing")
        self.assertRedirects(self.client.get("/eng/tags/crossing/"), "/eng/tags/bridge/", 301)

    def test_unknown_names_are_404(self):
        for path in ("/eng/tags/x/", "/eng/authors/x/", "/eng/sections/x/", "/eng/essays/"):
            self.page(path, status=404)

    def test_public_lists_may_be_indexed(self):
        make_article(tag_ids=(make_tag("bridge").pk,))
        for path in ("/eng/", "/eng/tags/", "/eng/tags/bridge/", "/eng/archive/"):
            page = self.page(path)
            self.assertIsNone(page.find(".//meta[@name='robots']"))
            self.assertTrue(page.find(".//link[@rel='canonical']").get("href").endswith(path))


class CostTests(Newsstand):
    STATEMENTS = {
        "/eng/archive/": 6,
        "/eng/news/": 6,
        "/eng/tags/": 6,
        "/eng/tags/bridge-en/": 8,
        "/eng/authors/vira-en/": 8,
        "/eng/sections/region-en/": 8,
    }

    def check(self):
        for path, statements in self.STATEMENTS.items():
            editions.forget()
            with self.subTest(path), self.assertNumQueries(statements):
                response = self.client.get(path)
                self.assertEqual(response.status_code, 200)

    def test_a_list_costs_the_same_however_long_it_is(self):
        article = make_fullest(self.en, neighbours=2)
        self.check()
        make_copies(article, 60)
        self.check()
        self.assertEqual(len(self.headlines(self.page("/eng/archive/"), "list")), NEWEST_LENGTH)
