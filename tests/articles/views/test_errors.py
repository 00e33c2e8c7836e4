"""404 as a page of the paper, and what a site says before it has an edition."""

from datetime import timedelta

from django.utils import timezone

from newsportal.languages import editions
from newsportal.languages.models import Language
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_article, make_tag


class ErrorTests(Newsstand):
    def test_404_is_a_page_of_the_paper(self):
        page = self.page("/eng/no/such/page/", status=404)
        self.assertIsNotNone(page.find(".//*[@class='editions']"))
        self.assertEqual(page.find(".//main/p/a").get("href"), "/eng/archive/")

    def test_an_unknown_host_is_told_little(self):
        response = self.client.get("/eng/", headers={"host": "evil.example"})
        self.assertEqual(response.status_code, 400)
        self.assertNotIn(b"evil.example", response.content)

    def test_404_offers_the_newest_headlines_and_the_topics_of_the_day(self):
        used, unused = make_tag("flood", en="Flood"), make_tag("theatre", en="Theatre")
        article = make_article("en", headline="The water falls", tag_ids=(used.pk,))
        make_article("en", headline="Tomorrow", at=timezone.now() + timedelta(days=1))
        page = self.page("/eng/no/such/page/", status=404)
        links = {words(link): link.get("href") for link in page.findall(".//main//li//a")}
        self.assertEqual(links["The water falls"], article.get_absolute_url())
        self.assertEqual(links["Flood"], "/eng/tags/flood/")
        self.assertNotIn(unused.slug, str(links))
        self.assertNotIn("Tomorrow", links)

    def test_404_costs_eight_statements(self):
        editions.forget()
        make_article("en", tag_ids=(make_tag().pk,))
        with self.assertNumQueries(8):
            self.client.get("/eng/no/such/page/")

    def test_before_the_first_edition_a_reader_is_told_so(self):
        Language.objects.update(is_launched=False)
        editions.forget()
        page = self.page("/", status=503)
        self.assertEqual(words(page.find(".//h1")), "No edition has been launched yet")
