"""Share: plain links that hold the canonical address, and call nobody by themselves."""

from urllib.parse import parse_qs, urlsplit

from django.test import SimpleTestCase

from articles.templatetags.sharing import ways_to_share
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_article

ADDRESS = "https://news.example/eng/news/2026/11/24/29/"
TITLE = "Bridge & river: 100% «open» + safe?"


class WaysTests(SimpleTestCase):
    def setUp(self):
        self.ways = {way.mark: urlsplit(way.address) for way in ways_to_share(ADDRESS, TITLE)}

    def test_each_way_carries_address_and_title_whole(self):
        for mark, fields in {
            "telegram": {"url": ADDRESS, "text": TITLE},
            "facebook": {"u": ADDRESS},
            "x": {"url": ADDRESS, "text": TITLE},
            "whatsapp": {"text": f"{TITLE} {ADDRESS}"},
            "mail": {"subject": TITLE, "body": f"{TITLE} {ADDRESS}"},
        }.items():
            found = parse_qs(self.ways[mark].query)
            self.assertEqual(found, {name: [value] for name, value in fields.items()}, mark)

    def test_all_but_mail_are_https(self):
        schemes = {mark: way.scheme for mark, way in self.ways.items()}
        self.assertEqual(schemes.pop("mail"), "mailto")
        self.assertEqual(set(schemes.values()), {"https"})


class ShareTests(Newsstand):
    def test_links_need_no_script_and_tell_nobody_where_the_reader_comes_from(self):
        share = self.page(make_article(headline=TITLE)).find(".//*[@class='share']")
        links = share.findall(".//a")
        self.assertEqual(
            [words(link) for link in links], ["Telegram", "Facebook", "X", "WhatsApp", "E-mail"]
        )
        for link in links:
            self.assertIn("noopener noreferrer", link.get("rel"))
        self.assertEqual(share.get("data-title"), TITLE)

    def test_the_address_stands_on_paper(self):
        article = make_article()
        printed = self.page(article).find(".//*[@class='printed']")
        self.assertTrue(words(printed).endswith(article.get_absolute_url()))
