"""Interface strings of an edition without a catalogue: English, and they say that they are."""

from tests.articles.views.newsstand import Newsstand
from tests.builders import make_language


class LentStringsTests(Newsstand):
    def setUp(self):
        super().setUp()
        make_language("he", prefix="heb", direction="rtl", site_name="מרידיאן")

    def test_an_english_sentence_in_a_hebrew_page_says_so_and_finds_its_direction(self):
        for path in ("/heb/", "/heb/tags/", "/heb/corrections/", "/heb/lite/"):
            page = self.page(path)
            self.assertEqual((page.get("lang"), page.get("dir")), ("he", "rtl"))
            said = [one for one in page.iter("p") if (one.text or "").startswith("Nothing has")]
            self.assertEqual([(one.get("lang"), one.get("dir")) for one in said], [("en", "auto")])

    def test_an_error_page_does_too(self):
        heading = self.page("/heb/nowhere/", status=404).find(".//h1")
        self.assertEqual((heading.get("lang"), heading.get("dir")), ("en", "auto"))

    def test_an_edition_with_a_catalogue_says_nothing_of_the_kind(self):
        self.assertNotContains(self.client.get("/rus/tags/"), 'dir="auto"')
