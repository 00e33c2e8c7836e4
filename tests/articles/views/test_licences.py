"""A picture whose licence has ended: a stand-in wherever it was, and the picture nowhere."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.content import PictureInUse
from articles.front import front
from articles.models import AdSlot, Picture
from articles.querysets import database_now
from articles.views.lite import lite_address
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import furnish_edition, make_article, make_author, make_section, store_picture

ENDED = "The licence of this picture has ended"
BODY = '<div data-block="picture" data-id="p1" data-picture="x"></div>'


class Licences(Newsstand):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.picture = store_picture("teal", is_syndicable=True)

    def end(self):
        Picture.objects.update(licence_ends_at=database_now())

    def illustrated(self, language="en", **values):
        said = ("The bridge at dawn", "Vira Lunna", "A long bridge")
        uses = (PictureInUse(self.picture.pk, "", *said), PictureInUse(self.picture.pk, "p1"))
        return make_article(language, body=BODY, pictures=uses, **values)

    def assert_stand_in(self, element, alt=""):
        self.assertIsNone(element.find(".//img"))
        drawn = element.find(".//*[@class='ended']/svg")
        self.assertEqual(drawn.get("aria-label", ""), alt)
        return drawn

    def assert_nowhere(self, path):
        response = self.client.get(path)
        self.assertEqual(response.status_code, 200)
        self.assertNotContains(response, self.picture.key)


class ArticleTests(Licences):
    def test_a_stand_in_of_the_same_shape_says_so_and_keeps_the_words(self):
        article = self.illustrated()
        self.end()
        page = self.page(article)
        figure = page.find(".//figure[@class='lead-picture']")
        drawn = self.assert_stand_in(figure, "A long bridge")
        self.assertEqual((drawn.get("width"), drawn.get("height")), ("720", "480"))
        self.assertEqual(words(figure.find("*[@class='ended']")), ENDED)
        self.assertEqual(words(figure.find("figcaption")), "The bridge at dawn. Photo: Vira Lunna")
        self.assertEqual(len(page.findall(".//figure//*[@class='ended']")), 2)
        self.assert_nowhere(article.get_absolute_url())

    def test_until_its_last_moment_it_is_shown(self):
        article = self.illustrated()
        Picture.objects.update(licence_ends_at=database_now() + timedelta(minutes=1))
        self.assertIsNone(self.page(article).find(".//*[@class='ended']"))

    def test_social_networks_get_the_share_card_and_then_none(self):
        article = self.illustrated()
        page = self.page(article)

        def said(name):
            found = page.find(f".//meta[@property='og:image{name}']")
            return None if found is None else found.get("content")

        self.assertTrue(said("").endswith(self.picture.share.largest))
        self.assertEqual((said(":width"), said(":height")), ("720", "378"))
        self.assertEqual((said(":type"), said(":alt")), ("image/jpeg", "A long bridge"))
        self.end()
        page = self.page(article)
        for name in ("", ":width", ":height", ":type", ":alt"):
            self.assertIsNone(said(name))

    def test_nor_does_the_light_form_lead_to_it(self):
        article = self.illustrated()
        self.end()
        address = lite_address(article)
        self.assert_nowhere(address)
        self.assertContains(self.client.get(address), ENDED)
        self.assertContains(self.client.get(address), "The bridge at dawn")

    def test_nor_do_feeds(self):
        self.illustrated()
        self.end()
        self.assert_nowhere("/eng/feed.rss")

    def test_what_is_not_to_be_passed_on_is_in_no_feed_before_either(self):
        Picture.objects.update(is_syndicable=False)
        self.illustrated()
        self.assert_nowhere("/eng/feed.rss")

    def test_the_page_costs_what_it_cost(self):
        article = self.illustrated()
        self.client.get(article.get_absolute_url())
        with self.assertNumQueries(self.statements(article)):
            self.end()
            self.client.get(article.get_absolute_url())

    def statements(self, article):
        """One for the end itself, one for the clock, and those of the page."""
        with CaptureQueriesContext(connection) as asked:
            self.client.get(article.get_absolute_url())
        return len(asked) + 2


class ElsewhereTests(Licences):
    def fill(self):
        section = make_section("region", en="Region")
        author = make_author("vira", en="Vira Lunna")
        author.portrait = self.picture
        author.save()
        for number in range(16):
            self.illustrated(
                at=timezone.now() - timedelta(minutes=1 + number),
                kind="columns" if number % 4 == 3 else "news",
                section_id=section.pk,
                author_ids=(author.pk,),
            )
        self.end()

    def test_the_front_page_has_stand_ins_in_every_place(self):
        self.fill()
        page = self.page("/eng/")
        self.assertEqual(page.findall(".//main//img"), [])
        self.assert_stand_in(page.find(".//*[@class='tale first']"), "A long bridge")
        for story in page.findall(".//*[@class='second']/li"):
            self.assert_stand_in(story, "A long bridge")
        for writer in page.findall(".//*[@class='voices']//li"):
            self.assert_stand_in(writer)
        self.assert_stand_in(page.find(".//*[@class='block widest']"), "A long bridge")

    def test_so_has_the_front_page_of_a_past_moment(self):
        self.fill()
        then = front(self.en, database_now())
        cards = [card for card in then.illustrated if card.use]
        self.assertTrue(cards)
        self.assertTrue(all(card.use.is_over for card in cards))
        self.assertTrue(all(card.author.portrait_is_over for card in then.columns))

    def test_an_authors_page_has_one_without_words_in_the_place_of_the_portrait(self):
        self.fill()
        person = self.page("/eng/authors/vira/").find(".//*[@class='person']")
        self.assert_stand_in(person)
        self.assertEqual(words(person), "Vira Lunna")

    def test_a_house_advertisement_says_its_words_instead(self):
        furnish_edition(self.en)
        AdSlot.objects.filter(place="side").update(picture=self.picture, house_text="Read us")
        article = make_article()
        self.assertContains(self.client.get(article.get_absolute_url()), self.picture.key)
        self.end()
        self.assert_nowhere(article.get_absolute_url())
        ad = self.page(article).find(".//*[@class='ad ad-side h280']")
        self.assertIn("Read us", words(ad))
