from django.test import TestCase
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from newsportal.languages import editions
from tests.builders import make_editions, make_language


class RoutingCase(TestCase):
    def setUp(self):
        self.uk, self.ru, self.en = make_editions()
        self.addCleanup(editions.forget)

    def view_of(self, path):
        try:
            return resolve(path).view_name
        except Resolver404:
            return None


class ReverseTests(RoutingCase):
    def test_an_address_begins_with_the_prefix_of_the_edition_asked_for(self):
        for language, address in [(self.uk, "/"), (self.ru, "/rus/"), (self.en, "/eng/")]:
            with self.subTest(language):
                self.assertEqual(reverse("articles:front", kwargs={"language": language}), address)
                self.assertEqual(
                    reverse("articles:tag", kwargs={"language": language, "slug": "bridges"}),
                    f"{address}tags/bridges/",
                )

    def test_without_an_edition_there_is_no_address(self):
        with self.assertRaises(NoReverseMatch):
            reverse("articles:front")

    def test_an_edition_not_launched_has_addresses_that_wait_for_it(self):
        german = make_language("de", is_launched=False)
        self.assertEqual(reverse("articles:front", kwargs={"language": german}), "/de/")

    def test_what_was_reversed_resolves_to_where_it_came_from(self):
        for language in (self.uk, self.ru, self.en, make_language("sr-Latn", prefix="srp-lat")):
            with self.subTest(language):
                path = reverse("articles:section", kwargs={"language": language, "slug": "x"})
                match = resolve(path)
                self.assertEqual(
                    (match.view_name, match.kwargs), ("articles:section", {"slug": "x"})
                )
                self.assertEqual(editions.of_path(path), language)

    def test_files_of_the_site_have_no_edition(self):
        self.assertEqual(
            reverse("rendition", kwargs={"key": "k", "cut": "c", "width": 360, "extension": "jpg"}),
            "/media/pictures/k/c/360.jpg",
        )


class MatchTests(RoutingCase):
    def test_each_edition_has_the_same_pages_behind_its_prefix(self):
        for prefix in ("", "/rus", "/eng"):
            for page, view in [("/", "front"), ("/tags/", "topics"), ("/news/", "kind")]:
                with self.subTest(prefix + page):
                    self.assertEqual(self.view_of(prefix + page), f"articles:{view}")

    def test_an_unlaunched_edition_matches_as_if_it_were_not_there(self):
        make_language("de", is_launched=False)
        unknown = self.view_of("/nowhere/at/all/")
        self.assertEqual(self.view_of("/de/"), unknown)
        self.assertEqual(self.view_of("/de/news/"), unknown)

    def test_a_prefix_is_taken_off_once_and_as_a_whole_word(self):
        self.assertNotEqual(self.view_of("/eng/eng/"), "articles:front")
        self.assertNotEqual(self.view_of("/english/"), "articles:front")
        self.assertNotEqual(self.view_of("/rus/eng/news/"), "articles:kind")
        self.assertNotEqual(self.view_of("//eng/"), "articles:front")

    def test_a_prefix_without_its_slash_is_completed_and_is_no_second_front_page(self):
        self.assertIsNone(self.view_of("/eng"))
        response = self.client.get("/eng")
        self.assertEqual((response.status_code, response["Location"]), (301, "/eng/"))

    def test_a_changed_prefix_is_in_force_when_it_is_saved(self):
        self.assertEqual(self.view_of("/eng/tags/"), "articles:topics")
        self.en.prefix = "world"
        self.en.save()
        self.assertEqual(self.view_of("/world/tags/"), "articles:topics")
        self.assertNotEqual(self.view_of("/eng/tags/"), "articles:topics")
        self.assertEqual(reverse("articles:front", kwargs={"language": self.en}), "/world/")

    def test_where_every_edition_has_a_prefix_nothing_lies_without_one(self):
        self.uk.prefix = "ukr"
        self.uk.save()
        self.assertIsNone(self.view_of("/"))
        self.assertIsNone(self.view_of("/news/"))
        self.assertEqual(self.view_of("/ukr/news/"), "articles:kind")
        self.assertEqual(self.client.get("/news/").status_code, 404)
