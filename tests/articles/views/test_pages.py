"""Standing pages: Support, About, Rules."""

from django.conf import settings

from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_page


class StandingPageTests(Newsstand):
    def test_it_shows_its_title_and_text(self):
        make_page(self.en, title="About us", body="<p>We print <em>what</em> happened.</p>")
        main = self.page("/eng/pages/about/").find(".//main")
        self.assertEqual(words(main), "About us We print what happened.")

    def test_the_switch_leads_to_its_siblings(self):
        make_page(self.en)
        make_page(self.uk)
        links = self.page("/eng/pages/about/").findall(".//*[@class='editions']//a")
        self.assertEqual(
            [link.get("href") for link in links], ["/pages/about/", "/rus/", "/eng/pages/about/"]
        )

    def test_search_engines_are_told_of_its_siblings_and_how_it_begins(self):
        make_page(self.en, body="<h2>Who we are</h2><p>We print <em>what</em> happened.</p>")
        make_page(self.uk, body=f"<p>{'Слово за словом. ' * 30}</p>")
        head = self.page("/eng/pages/about/").find("head")
        links = [(one.get("hreflang"), one.get("href")) for one in head.findall("link[@hreflang]")]
        own, sibling = (settings.SITE_URL + path for path in ("/eng/pages/about/", "/pages/about/"))
        self.assertEqual(links, [("uk", sibling), ("x-default", sibling), ("en", own)])
        told = head.find("meta[@name='description']").get("content")
        self.assertEqual(told, "Who we are We print what happened.")
        long = self.page("/pages/about/").find("head/meta[@name='description']").get("content")
        self.assertTrue(long.endswith("…"))
        self.assertLessEqual(len(long), 161)
        make_page(self.en, slug="empty", body="<hr>")
        self.assertIsNone(self.page("/eng/pages/empty/").find("head/meta[@name='description']"))

    def test_an_edition_without_it_answers_404(self):
        make_page(self.uk)
        self.page("/eng/pages/about/", status=404)
        self.page("/eng/pages/rules/", status=404)

    def test_it_costs_five_statements(self):
        make_page(self.en)
        editions.forget()
        with self.assertNumQueries(5):
            self.client.get("/eng/pages/about/")
