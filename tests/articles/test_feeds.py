"""Feeds: valid for every program that reads them, whole texts, nothing that is not the paper's."""

from datetime import timedelta
from xml.etree import ElementTree

import feedparser
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from articles import publishing, reads, revisions, tasks
from articles.content import Content, PictureInUse
from articles.models import Picture
from articles.querysets import database_now
from newsportal.languages import editions
from tags.models import FormerTagSlug
from tests.articles.views.newsstand import Newsstand, make_copies, make_fullest
from tests.builders import make_article, make_author, make_section, make_tag, store_picture

FEEDS = {
    "/eng/": "/eng/feed.rss",
    "/eng/archive/": "/eng/archive/feed.rss",
    "/eng/news/": "/eng/news/feed.rss",
    "/eng/sections/region-en/": "/eng/sections/region-en/feed.rss",
    "/eng/tags/bridge-en/": "/eng/tags/bridge-en/feed.rss",
    "/eng/authors/vira-en/": "/eng/authors/vira-en/feed.rss",
}
# Pages beside which the feed of another page stands.
LENT = {
    "archive/{now:%Y}/": "/eng/archive/feed.rss",
    "archive/{now:%Y}/{now:%m}/": "/eng/archive/feed.rss",
    "archive/{now:%Y}/{now:%m}/{now:%d}/": "/eng/archive/feed.rss",
    "corrections/": "/eng/corrections/feed.rss",
    "corrections/{now:%Y}/": "/eng/corrections/feed.rss",
    "most-read/": "/eng/most-read/feed.rss",
}
NAMES = {
    "/eng/archive/feed.rss": "All News",
    "/eng/corrections/feed.rss": "Corrections",
    "/eng/most-read/feed.rss": "Most read",
}
MEDIA = "{http://search.yahoo.com/mrss/}"


class FeedTests(Newsstand):
    def read(self, path="/eng/feed.rss"):
        """A feed as feedparser reads it; it must not have had to guess."""
        response = self.client.get(path)
        self.assertEqual(response.status_code, 200)
        ElementTree.fromstring(response.content)  # noqa: S314 -- our own words
        found = feedparser.parse(
            response.content, response_headers={"content-type": response["Content-Type"]}
        )
        self.assertFalse(found.bozo, found.get("bozo_exception"))
        return found

    def only_item(self, path="/eng/feed.rss"):
        (item,) = self.read(path).entries
        return item


class EveryFeedTests(FeedTests):
    def test_each_list_has_one_and_announces_it(self):
        article = make_fullest(self.en, neighbours=0)
        for page, feed in FEEDS.items():
            with self.subTest(feed):
                link = self.page(page).find(".//head/link[@type='application/rss+xml']")
                self.assertEqual(link.get("href"), settings.SITE_URL + feed)
                found = self.read(feed)
                self.assertEqual([item.title for item in found.entries], [article.headline])
                self.assertEqual(found.feed.links[1].href, settings.SITE_URL + feed)
                self.assertEqual(found.feed.link, settings.SITE_URL + page)

    def test_the_channel_says_what_it_is(self):
        make_fullest(self.uk, neighbours=0)
        channel = self.read("/tags/bridge-uk/feed.rss").feed
        self.assertEqual(channel.title, "bridge — Meridian")
        self.assertEqual(channel.language, "uk")
        self.assertEqual(channel.ttl, "15")

    def test_each_costs_the_same_however_much_there_is(self):
        article = make_fullest(self.en, neighbours=1)
        for _round in range(2):
            for feed, statements in zip(FEEDS.values(), (6, 6, 6, 7, 7, 7), strict=True):
                editions.forget()
                with self.subTest(feed), self.assertNumQueries(statements):
                    self.client.get(feed)
            make_copies(article, 30)
        self.assertEqual(len(self.read().entries), 20)

    def test_nothing_hidden_is_in_it(self):
        publishing.withdraw(make_article(headline="Gone"), "")
        make_article(headline="Later", at=timezone.now() + timedelta(hours=1))
        self.assertEqual(self.read().entries, [])

    def test_unknown_lists_have_none_and_former_names_lead_on(self):
        tag = make_tag("bridge")
        make_article(tag_ids=(tag.pk,))
        FormerTagSlug.objects.create(tag=tag, slug="crossing")
        answer = self.client.get("/eng/tags/crossing/feed.rss")
        self.assertRedirects(answer, "/eng/tags/bridge/feed.rss", 301)
        make_section("only-uk", uk="Лише тут")
        for path in ("tags/x", "authors/x", "sections/x", "sections/only-uk"):
            self.assertEqual(self.client.get(f"/eng/{path}/feed.rss").status_code, 404)

    def test_an_unchanged_feed_answers_304(self):
        for _round in range(2):
            first = self.client.get("/eng/feed.rss")
            again = self.client.get("/eng/feed.rss", headers={"if-none-match": first["ETag"]})
            self.assertEqual(again.status_code, 304)
            self.assertEqual(again["ETag"], first["ETag"])
            self.assertIn("public", again["Cache-Control"])
            make_article()
        self.assertNotEqual(self.client.get("/eng/feed.rss")["ETag"], first["ETag"])

    @override_settings(ALLOWED_HOSTS=["evil.example"])
    def test_no_address_comes_from_what_a_request_claims(self):
        make_fullest(self.en, neighbours=1)
        response = self.client.get("/eng/feed.rss", headers={"host": "evil.example"})
        self.assertNotContains(response, "evil.example")


class LentFeedTests(FeedTests):
    def test_every_page_of_headlines_announces_a_feed_that_answers(self):
        article = publishing.publish(make_article(), change="correction", note="It was a Monday.")
        now = self.en.local(article.published_at)
        for page, feed in LENT.items():
            with self.subTest(page):
                path = "/eng/" + page.format(now=now)
                link = self.page(path).find(".//head/link[@type='application/rss+xml']")
                self.assertEqual(link.get("href"), settings.SITE_URL + feed)
                self.assertEqual(link.get("title"), f"{NAMES[feed]} — Meridian")
                self.read(feed)
        self.assertIsNone(self.page("/eng/tags/").find(".//link[@type='application/rss+xml']"))

    def test_corrections_say_which_story_and_what_was_put_right(self):
        for number in range(2):
            article = make_article(headline=f"The bridge {number} opens")
            publishing.publish(article, change="correction", note=f"It was day <{number}>.")
        publishing.publish(make_article("uk"), change="correction", note="Понеділок.")
        newest, older = self.read("/eng/corrections/feed.rss").entries
        self.assertEqual(newest.title, "The bridge 1 opens")
        self.assertEqual(newest.description, "It was day <1>.")
        self.assertEqual(newest.link, settings.SITE_URL + article.get_absolute_url())
        self.assertNotEqual(newest.id, older.id)
        publishing.withdraw(article, "")
        self.assertEqual(
            [one.id for one in self.read("/eng/corrections/feed.rss").entries], [older.id]
        )

    def test_the_most_read_of_today_stand_in_their_order(self):
        articles = [make_article(headline=f"H{number}") for number in range(3)]
        counts = {(one.story_id, self.en.pk): 5 - place for place, one in enumerate(articles)}
        reads.flush(counts)
        publishing.withdraw(articles[1], "")
        found = self.read("/eng/most-read/feed.rss")
        self.assertEqual([item.title for item in found.entries], ["H0", "H2"])
        self.assertEqual(self.read("/most-read/feed.rss").entries, [])

    def test_they_cost_the_same_however_much_there_is(self):
        for feed, statements in (("corrections", 2), ("most-read", 5)):
            for _round in range(2):
                article = publishing.publish(make_article(), change="correction", note="Again.")
                reads.flush({(article.story_id, self.en.pk): 5})
                editions.forget()
                with self.subTest(feed), self.assertNumQueries(statements):
                    self.client.get(f"/eng/{feed}/feed.rss")


class ItemTests(FeedTests):
    def test_an_item_has_all_of_its_article(self):
        Picture.objects.update(is_syndicable=True)
        article = make_fullest(self.en, neighbours=0)
        article = publishing.publish(article, change="update")
        item = self.only_item()
        self.assertEqual(item.link, settings.SITE_URL + article.get_absolute_url())
        self.assertEqual(item.description, "The old one is under water.")
        self.assertEqual([one.name for one in item.authors], ["Vira Lunna", "Ostap Mak"])
        self.assertEqual([tag.term for tag in item.tags], ["Region", "bridge", "river", "council"])
        self.assertEqual(item.published_parsed[:6], article.published_at.utctimetuple()[:6])
        self.assertIn(
            self.en.local(article.published_at).strftime("%Y %H:%M:%S +0"), item.published
        )

    def test_the_text_is_whole_and_its_addresses_are_too(self):
        make_fullest(self.en, neighbours=1)
        text = self.read().entries[0].content[0].value
        for words in (
            "The old one is under water.",
            "Cars crossed it",
            "It was needed",
            "The old bridge is closed",
        ):
            self.assertIn(words, text)
        self.assertIn(f'href="{settings.SITE_URL}/eng/news/', text)
        self.assertNotRegex(text, r'(href|src)="/')

    def test_there_is_no_advertising_support_call_script_or_hole(self):
        make_fullest(self.en, neighbours=1)
        text = self.read().entries[0].content[0].value
        for word in (
            "Advertisement",
            "Support us",
            "hole",
            "<script",
            "data-report",
            "Neighbour 0</h",
        ):
            self.assertNotIn(word, text)

    def test_the_name_of_an_item_stays_when_everything_else_changes(self):
        article = make_article(headline="First")
        before = self.only_item().id
        host = "127.0.0.1"
        day = article.address_date.isoformat()
        self.assertEqual(before, f"tag:{host},{day}:{article.story_id}:en")
        revisions.save(article, Content(headline="Second", kind="columns"))
        article = publishing.publish(article)
        publishing.redate(article, article.published_at - timedelta(days=40))
        self.assertEqual(self.only_item().title, "Second")
        self.assertEqual(self.only_item().id, before)

    def test_each_language_of_a_story_has_a_name_of_its_own(self):
        story = make_article("en").story
        make_article("uk", story=story)
        names = {self.only_item(path).id for path in ("/feed.rss", "/eng/feed.rss")}
        self.assertEqual(len(names), 2)

    def test_what_xml_forbids_is_left_out(self):
        make_article(
            headline="Bad \x01\x1f news\ufffe & <tags>",
            lead="A \x0b lead",
            body='<p data-block="paragraph" data-id="p1">Te\x08xt \uffff of &amp; it</p>',
            author_ids=(make_author("odd", en="Odd\x02 Name").pk,),
        )
        item = self.only_item()
        self.assertEqual(item.title, "Bad  news & <tags>")
        self.assertEqual(item.author, "Odd Name")

    def test_paid_text_says_so(self):
        make_article(paid_label="promoted")
        self.assertIn("Promoted", self.only_item().content[0].value)


class PictureTests(FeedTests):
    def publish(self, *, is_syndicable=True, **values):
        picture = store_picture("teal", is_syndicable=is_syndicable)
        use = PictureInUse(picture.pk, "", "The bridge at dawn", "Vira Lunna", "A long bridge")
        make_article(pictures=(use,), **values)
        return picture

    def test_the_lead_picture_comes_with_its_size_and_its_credit(self):
        picture = self.publish()
        tasks.develop.call(picture.pk)
        item = self.only_item()
        (enclosure,) = item.enclosures
        address = settings.SITE_URL + picture.whole.largest
        self.assertEqual((enclosure.href, enclosure.type), (address, "image/jpeg"))
        _response, file = self.file(picture.whole.largest)
        self.assertEqual(int(enclosure.length), len(file))
        self.assertEqual(item.media_content[0]["url"], address)
        self.assertEqual(
            (item.media_content[0]["width"], item.media_content[0]["height"]), ("720", "480")
        )
        self.assertEqual(item.media_credit[0]["content"], "Vira Lunna")
        self.assertIn("Photo: Vira Lunna", item.content[0].value)
        self.assertIn(settings.SITE_URL + picture.whole.fallback, item.content[0].value)

    def test_what_may_not_be_passed_on_stays_here(self):
        picture = self.publish(is_syndicable=False)
        response = self.client.get("/eng/feed.rss")
        self.assertNotContains(response, picture.key)
        self.assertNotContains(response, "media:content")

    def test_what_may_distress_waits_for_the_page(self):
        picture = self.publish(is_distressing=True)
        self.assertNotContains(self.client.get("/eng/feed.rss"), picture.key)

    def test_before_it_is_made_its_bytes_are_not_known(self):
        self.publish()
        self.assertEqual(self.only_item().enclosures[0].length, "0")

    def test_one_whose_licence_has_ended_stays_out(self):
        picture = self.publish()
        Picture.objects.update(licence_ends_at=database_now())
        response = self.client.get("/eng/feed.rss")
        self.assertNotContains(response, picture.key)
        self.assertContains(response, "<item>")
