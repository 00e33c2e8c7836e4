"""The reader's word on third parties: refusing is as easy as agreeing, and possible everywhere."""

from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, words


class ConsentPageTests(Newsstand):
    def test_the_two_buttons_are_of_one_kind_and_refusing_comes_first(self):
        for path in ("/eng/consent/", "/eng/"):
            buttons = self.page(path).findall(".//*[@data-agree]")
            self.assertEqual(
                [words(one) for one in buttons[:2]], ["Refuse", "Agree"], "in the order of reading"
            )
            kinds = [{**one.attrib, "data-agree": ""} for one in buttons]
            self.assertTrue(all(kind == kinds[0] for kind in kinds))

    def test_it_is_reached_from_every_page_and_explains_without_a_script(self):
        links = [link.get("href") for link in self.page("/eng/").findall(".//footer//a")]
        self.assertIn("/eng/consent/", links)
        page = self.page("/eng/consent/")
        self.assertIn("Without JavaScript nothing", words(page.find(".//*[@data-consent-status]")))
        self.assertIn("www.youtube-nocookie.com", words(page.find(".//main")))

    def test_the_dialogue_is_closed_until_a_script_opens_it(self):
        self.assertIsNotNone(self.page("/eng/").find(".//*[@data-consent]").get("hidden"))

    def test_it_costs_four_statements(self):
        editions.forget()
        with self.assertNumQueries(4):
            self.client.get("/eng/consent/")
