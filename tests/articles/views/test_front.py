"""The front page as a reader gets it."""

from datetime import timedelta

from django.utils import timezone

from articles.content import PictureInUse
from articles.models import AdSlot, Article
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, make_copies, words
from tests.builders import make_article, make_author, make_section, make_slot, store_picture

STATEMENTS = 8


class FrontPageTests(Newsstand):
    def fill(self, language, count=24):
        """A paper with something for every place of the front page; return the section."""
        code = language.code
        section = make_section(f"region-{code}", **{code: "Region"})
        author = make_author(f"vira-{code}", **{code: "Vira Lunna"})
        author.portrait = store_picture("olive")
        author.save()
        now, picture = timezone.now(), store_picture("teal")
        for number in range(count):
            make_article(
                language,
                headline=f"Story {number}",
                lead=f"Lead {number}",
                at=now - timedelta(minutes=1 + number),
                kind="columns" if number % 6 == 5 else "news",
                section_id=section.pk,
                author_ids=(author.pk,),
                pictures=(PictureInUse(picture.pk, "", "Caption", "Vira", "A bridge"),),
            )
        return section

    def test_one_lead_then_a_second_line_then_rivers(self):
        self.fill(self.en)
        page = self.page("/eng/")
        lead = page.find(".//*[@class='tale first']")
        self.assertEqual(words(lead.find(".//h2")), "Story 0")
        self.assertEqual(words(lead.find(".//*[@class='deck']")), "Lead 0")
        self.assertEqual(lead.find(".//img").get("fetchpriority"), "high")
        second = [words(one) for one in page.findall(".//*[@class='second']//h2")]
        self.assertEqual(second, ["Story 1", "Story 2", "Story 3"])
        self.assertEqual(len(page.findall(".//*[@class='river']//li")), 6)
        self.assertEqual(len(self.headlines(page, "recent")), 10)

    def test_sections_and_columns_stand_in_blocks_with_their_names_linked(self):
        self.fill(self.en)
        page = self.page("/eng/")
        block = page.find(".//*[@class='block widest']")
        self.assertEqual(block.find("h2/a").get("href"), "/eng/sections/region-en/")
        self.assertIsNotNone(block.find(".//img"))
        voices = page.find(".//*[@class='voices']")
        self.assertEqual(voices.find("h2/a").get("href"), "/eng/columns/")
        self.assertEqual(words(voices.find(".//*[@class='kicker']")), "Vira Lunna")
        self.assertEqual(voices.find(".//img").get("alt"), "")

    def test_a_pin_leads(self):
        self.fill(self.en)
        make_slot(make_article(headline="Pinned", at=timezone.now() - timedelta(days=30)))
        lead = self.page("/eng/").find(".//*[@class='tale first bare']//h2")
        self.assertEqual(words(lead), "Pinned")

    def test_every_link_of_the_page_answers(self):
        self.fill(self.en)
        for link in {one.get("href") for one in self.page("/eng/").findall(".//main//a")}:
            with self.subTest(link):
                self.assertEqual(self.client.get(link).status_code, 200)

    def test_there_is_one_h1_and_no_level_is_left_out(self):
        self.fill(self.en)
        tags = [one.tag for one in self.page("/eng/").find(".//main").iter()]
        levels = [int(tag[1]) for tag in tags if tag in {"h1", "h2", "h3", "h4"}]
        self.assertEqual((levels.count(1), levels[0]), (1, 1))
        self.assertTrue(all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)))

    def test_paid_stories_are_called_so(self):
        make_article(headline="Paid", paid_label="promoted")
        self.assertEqual(words(self.page("/eng/").find(".//*[@class='kicker']")), "Promoted")

    def test_an_edition_without_news_says_so(self):
        self.assertContains(self.client.get("/eng/"), "Nothing has been published here yet.")

    def test_it_names_itself_to_search_engines_in_every_edition(self):
        page = self.page("/rus/")
        self.assertIsNone(page.find(".//meta[@name='robots']"))
        self.assertTrue(page.find(".//link[@rel='canonical']").get("href").endswith("/rus/"))
        languages = {one.get("hreflang") for one in page.findall(".//link[@hreflang]")}
        self.assertEqual(languages, {"uk", "ru", "en", "x-default"})

    def test_its_advertising_has_places_of_its_own(self):
        self.fill(self.en)
        for place in ("front", "foot", "text"):
            AdSlot.objects.create(language=self.en, place=place, house_text=f"At the {place}")
        shown = [words(one) for one in self.page("/eng/").findall(".//main//div/div/..[@class]")]
        ads = [one for one in shown if one.startswith("Advertisement")]
        self.assertEqual(ads, ["Advertisement: At the front", "Advertisement: At the foot"])

    def test_it_costs_eight_statements_for_30_stories_and_for_many(self):
        self.fill(self.en)
        self.check_cost()
        make_copies(Article.objects.order_by("pk").last(), 200)
        self.check_cost()

    def check_cost(self):
        editions.forget()
        with self.assertNumQueries(STATEMENTS):
            self.assertEqual(self.client.get("/eng/").status_code, 200)
