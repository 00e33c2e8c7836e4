"""robots.txt and sitemaps: what search engines are told, and what they are not."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from django.conf import settings
from django.utils import timezone

from articles import publishing
from articles.sitemaps import NEWS, SITEMAP, XHTML
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, make_copies, make_fullest
from tests.builders import (
    make_article,
    make_author,
    make_language,
    make_page,
    make_section,
    make_tag,
)

LOC = f"{{{SITEMAP}}}loc"


class SiteFileTests(Newsstand):
    def xml(self, path):
        response = self.client.get(path)
        self.assertEqual(
            (response.status_code, response["Content-Type"]),
            (200, "application/xml; charset=utf-8"),
        )
        return ElementTree.fromstring(response.content)  # noqa: S314 -- our own words

    def paths(self, path):
        """The addresses of a sitemap without the site."""
        found = [loc.text for loc in self.xml(path).iter(LOC)]
        self.assertTrue(all(address.startswith(f"{settings.SITE_URL}/") for address in found))
        return [address.removeprefix(settings.SITE_URL) for address in found]

    def of_month(self, moment):
        return f"/sitemap-{moment.astimezone(UTC):%Y-%m}.xml"


class RobotsTests(SiteFileTests):
    def test_it_points_to_the_sitemaps_and_tells_nothing_of_the_newsroom(self):
        text = self.client.get("/robots.txt").content.decode()
        self.assertIn(f"Sitemap: {settings.SITE_URL}/sitemap.xml", text.splitlines())
        self.assertIn(f"Sitemap: {settings.SITE_URL}/sitemap-news.xml", text.splitlines())
        self.assertNotIn(settings.ADMIN_PATH.strip("/"), text)

    def test_crawlers_leave_forms_alone_and_read_everything_else(self):
        make_language("pl", name="Polski", prefix="pol", is_launched=False)
        editions.forget()
        lines = self.client.get("/robots.txt").content.decode().splitlines()
        forbidden = [line for line in lines if line.startswith("Disallow")]
        self.assertEqual(forbidden, [f"Disallow: {one}/report/" for one in ("", "/rus", "/eng")])


class IndexTests(SiteFileTests):
    def test_it_leads_to_the_pages_and_to_every_month_since_the_first_story(self):
        make_article(at=datetime(2026, 8, 31, 23, tzinfo=UTC))
        self.assertEqual(
            self.paths("/sitemap.xml")[:3],
            [
                "/sitemap-pages.xml",
                "/sitemap-2026-08.xml",
                "/sitemap-2026-09.xml",
            ],
        )
        for path in self.paths("/sitemap.xml"):
            self.xml(path)

    def test_a_month_before_or_after_the_papers_life_is_404(self):
        make_article(at=datetime(2026, 8, 31, 23, tzinfo=UTC))
        for month in ("2026-07", "2999-01", "2026-13", "2026-00"):
            self.assertEqual(self.client.get(f"/sitemap-{month}.xml").status_code, 404)

    def test_a_paper_without_stories_has_its_pages(self):
        self.assertEqual(self.paths("/sitemap.xml"), ["/sitemap-pages.xml"])


class MonthTests(SiteFileTests):
    def test_every_telling_stands_with_all_its_siblings(self):
        at = datetime(2026, 8, 31, 23, tzinfo=UTC)
        en = make_article("en", at=at)
        uk = make_article("uk", story=en.story, at=at + timedelta(hours=2))
        for path, own in (("/sitemap-2026-08.xml", en), ("/sitemap-2026-09.xml", uk)):
            self.assertEqual(self.paths(path), [own.get_absolute_url()])
            links = self.xml(path).findall(f".//{{{XHTML}}}link")
            self.assertEqual(
                {link.get("hreflang"): link.get("href") for link in links},
                {
                    "uk": settings.SITE_URL + uk.get_absolute_url(),
                    "x-default": settings.SITE_URL + uk.get_absolute_url(),
                    "en": settings.SITE_URL + en.get_absolute_url(),
                },
            )

    def test_the_last_change_is_the_readers(self):
        article = publishing.publish(make_article(), change="update")
        (changed,) = self.xml(self.of_month(timezone.now())).iter(f"{{{SITEMAP}}}lastmod")
        self.assertEqual(
            datetime.fromisoformat(changed.text), article.updated_at.replace(microsecond=0)
        )

    def test_what_is_hidden_or_kept_out_is_not_there(self):
        now = timezone.now()
        shown = make_article(headline="Shown")
        make_article(headline="Unindexed", is_unindexed=True)
        make_article("uk", story=shown.story, is_unindexed=True)
        make_article(headline="Later", at=now + timedelta(hours=1))
        make_article(headline="Expired", at=now - timedelta(hours=1), expires_at=now)
        publishing.withdraw(make_article(headline="Withdrawn"), "")
        make_article(make_language("pl", name="Polski", prefix="pol", is_launched=False))
        editions.forget()
        for path in (self.of_month(now), "/sitemap-news.xml"):
            self.assertEqual(self.paths(path), [shown.get_absolute_url()])
        self.assertEqual(len(self.xml(self.of_month(now)).findall(f".//{{{XHTML}}}link")), 1)

    def test_it_costs_the_same_however_much_there_is(self):
        article = make_fullest(self.en, neighbours=0)
        month = self.of_month(article.published_at)
        costs = {"/robots.txt": 1, "/sitemap.xml": 2, month: 4, "/sitemap-news.xml": 2}
        costs["/sitemap-pages.xml"] = 10
        for _round in range(2):
            for path, statements in costs.items():
                editions.forget()
                with self.subTest(path), self.assertNumQueries(statements):
                    self.client.get(path)
            make_copies(article, 30)


class PagesTests(SiteFileTests):
    def test_all_lists_and_pages_of_every_edition_are_there(self):
        make_section("region", uk="Край", en="Region")
        make_page(self.en, "about")
        tag, author = make_tag("bridge"), make_author("vira")
        make_article("en", tag_ids=(tag.pk,), author_ids=(author.pk,))
        paths = self.paths("/sitemap-pages.xml")
        for path in (
            "/",
            "/rus/",
            "/eng/",
            "/rus/news/",
            "/eng/archive/",
            "/tags/",
            "/eng/corrections/",
            "/sections/region/",
            "/eng/sections/region/",
            "/eng/pages/about/",
            "/eng/tags/bridge/",
            "/eng/authors/vira/",
        ):
            self.assertIn(path, paths)
        for path in ("/rus/sections/region/", "/tags/bridge/", "/authors/vira/", "/pages/about/"):
            self.assertNotIn(path, paths)
        self.assertEqual(len(paths), len(set(paths)))
        for path in paths:
            self.page(path)

    def test_a_tag_of_hidden_texts_is_not_there(self):
        tag = make_tag("secret")
        make_article(tag_ids=(tag.pk,), at=timezone.now() + timedelta(hours=1))
        self.assertNotIn("/eng/tags/secret/", self.paths("/sitemap-pages.xml"))


class NewsTests(SiteFileTests):
    def news(self):
        return self.xml("/sitemap-news.xml").findall(f".//{{{NEWS}}}news")

    def test_news_has_what_the_protocol_asks_for(self):
        article = make_article("uk", headline="Міст & \x01 <вода>")
        (one,) = self.news()
        self.assertEqual(
            {
                element.tag.rpartition("}")[2]: element.text
                for element in one.iter()
                if element.text and element.text.strip()
            },
            {
                "name": "Meridian",
                "language": "uk",
                "publication_date": self.uk.local(article.published_at).isoformat(
                    timespec="seconds"
                ),
                "title": "Міст &  <вода>",
            },
        )

    def test_only_the_last_two_days_and_nothing_paid_for(self):
        now = timezone.now()
        make_article(headline="New", at=now - timedelta(hours=47))
        make_article(headline="Old", at=now - timedelta(hours=49))
        make_article(headline="Paid", paid_label="promoted")
        titles = [one.find(f"{{{NEWS}}}title").text for one in self.news()]
        self.assertEqual(titles, ["New"])

    def test_not_more_than_the_protocol_allows(self):
        make_copies(make_article(), 1005)
        self.assertEqual(len(self.news()), 1000)
