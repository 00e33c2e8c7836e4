"""Advertising: which slot fills a place, house advertisements, and networks' frames."""

from datetime import timedelta

from articles.models import AdSlot
from articles.querysets import database_now
from tests.articles.views.newsstand import Newsstand, make_fullest, words
from tests.builders import make_article, store_picture

HOUR = timedelta(hours=1)
CODE = "<script>document.write('Buy')</script>"


class Ads(Newsstand):
    def make(self, text, **values):
        values = {"language": self.en, "place": "side", "house_text": text, **values}
        return AdSlot.objects.create(**values)

    def side(self, article):
        found = [
            one
            for one in self.page(article).iter("div")
            if one.get("class", "").startswith("ad ad-side")
        ]
        return found[0] if found else None


class ChoiceTests(Ads):
    def setUp(self):
        super().setUp()
        self.article = make_article(self.en)

    def shown(self, article=None):
        ad = self.side(article or self.article)
        return None if ad is None else words(ad).removeprefix("Advertisement: ")

    def test_a_slot_of_the_page_s_kind_wins_over_one_for_all_kinds(self):
        self.make("Of news", kind="news")
        self.make("Of columns", kind="columns")
        self.make("Of all kinds")
        self.assertEqual(self.shown(), "Of news")
        self.assertEqual(self.shown(make_article(self.en, kind="columns")), "Of columns")
        self.assertEqual(self.shown(make_article(self.en, kind="interview")), "Of all kinds")

    def test_a_campaign_wins_over_what_stands_always_while_it_lasts(self):
        now = database_now()
        campaign = self.make("Campaign", starts_at=now - HOUR, ends_at=now + HOUR)
        self.make("Always")
        self.assertEqual(self.shown(), "Campaign")
        AdSlot.objects.filter(pk=campaign.pk).update(ends_at=now)
        self.assertEqual(self.shown(), "Always")

    def test_what_has_not_begun_is_off_or_belongs_to_another_edition_is_not_shown(self):
        self.make("Later", starts_at=database_now() + HOUR)
        self.make("Off", is_active=False)
        self.make("Elsewhere", language=self.uk)
        self.assertIsNone(self.shown())


class HouseTests(Ads):
    def test_a_picture_is_linked_and_has_words(self):
        picture = store_picture("navy")
        self.make("Meridian in print", picture=picture, house_address="/eng/pages/print/")
        ad = self.side(make_article(self.en))
        self.assertEqual(ad.find(".//a").get("href"), "/eng/pages/print/")
        self.assertEqual(ad.find(".//img").get("alt"), "Meridian in print")

    def test_its_picture_is_served_only_while_it_stands(self):
        picture = store_picture("navy")
        slot = self.make("Meridian in print", picture=picture)
        self.assertEqual(self.file(picture.whole.fallback)[0].status_code, 200)
        AdSlot.objects.filter(pk=slot.pk).update(is_active=False)
        self.assertEqual(self.client.get(picture.whole.fallback).status_code, 404)

    def test_without_an_address_it_is_no_link(self):
        self.make("Words")
        self.make("Picture", picture=store_picture("navy"), place="tags")
        page = self.page(make_fullest(self.en))
        for ad in page.iter("div"):
            if ad.get("class") in ("ad ad-side h280", "ad ad-tags h280"):
                self.assertIsNone(ad.find(".//a"))


class NetworkTests(Ads):
    def setUp(self):
        super().setUp()
        self.slot = self.make("House", network_code=CODE)
        self.address = self.slot.frame_address

    def test_the_page_has_a_place_for_the_frame_and_none_of_the_code(self):
        response = self.client.get(make_article(self.en).get_absolute_url())
        self.assertContains(response, f'data-ad-frame="{self.address}"')
        self.assertContains(response, "js/ads.js")
        self.assertNotContains(response, "<iframe")
        self.assertNotContains(response, "Buy")
        self.assertIn("frame-src 'self'", response.headers["Content-Security-Policy"])

    def test_pages_without_a_network_load_no_script_for_one(self):
        AdSlot.objects.update(network_code="")
        page = self.client.get(make_article(self.en).get_absolute_url())
        self.assertNotContains(page, "js/ads.js")
        self.assertNotContains(page, "data-ad-frame")

    def test_the_frame_is_a_sandbox_wherever_it_is_opened(self):
        response = self.client.get(self.address)
        self.assertContains(response, CODE)
        policy = response.headers["Content-Security-Policy"]
        self.assertIn("sandbox allow-scripts allow-popups", policy)
        self.assertNotIn("allow-same-origin", policy)
        self.assertIn("frame-ancestors 'self'", policy)
        self.assertEqual(response.headers["X-Frame-Options"], "SAMEORIGIN")

    def test_the_frame_is_kept_by_nobody_and_found_by_no_search_engine(self):
        response = self.client.get(self.address)
        self.assertIn("no-store", response.headers["Cache-Control"])
        self.assertIn("noindex", response.headers["X-Robots-Tag"])
        self.assertFalse(response.cookies)

    def test_only_a_slot_that_stands_and_has_code_has_a_frame(self):
        bare = self.make("No code")
        off = self.make("Off", network_code=CODE, is_active=False)
        over = self.make("Over", network_code=CODE, ends_at=database_now())
        for slot in (bare, off, over):
            self.assertEqual(self.client.get(slot.frame_address).status_code, 404)
        self.assertEqual(self.client.get("/api/frames/999999/").status_code, 404)
        self.assertEqual(self.client.post(self.address).status_code, 405)
