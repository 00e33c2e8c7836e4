"""The light form: the same text and the same answers, in a few bytes and without a script."""

import re
from datetime import timedelta

from django.utils import timezone

from articles import publishing
from articles.views.lite import LIST_LENGTH, lite_address
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, make_copies, make_fullest, parse, words
from tests.builders import make_article, make_author, make_draft, make_section, make_tag

MOST_BYTES_BEYOND_THE_TEXT = 8192


class LiteArticleTests(Newsstand):
    def lite(self, article, status=200):
        return self.page(lite_address(article), status)

    def test_it_has_the_words_of_the_full_form(self):
        article = make_fullest(self.en)
        full = self.page(article).find(".//*[@class='text']")
        lite = words(self.lite(article).find(".//article"))
        for block in full:
            if block.tag != "div" and block.find(".//img") is None:
                self.assertIn(words(block), lite)
        for said in (article.headline, article.lead, "Vira Lunna", "The bridge at dawn"):
            self.assertIn(said, lite)

    def test_nothing_in_it_runs_or_loads(self):
        page = self.lite(make_fullest(self.en))
        for name in ("script", "img", "iframe", "picture", "source", "form", "button"):
            self.assertEqual(page.findall(f".//{name}"), [], name)
        self.assertEqual(
            [link.get("rel") for link in page.findall(".//link")], ["canonical", "icon"]
        )

    def test_a_picture_is_a_link_to_a_small_one(self):
        links = [
            link.get("href")
            for link in self.lite(make_fullest(self.en)).findall(".//article//a")
            if link.get("href").startswith("/media/")
        ]
        self.assertEqual(len(links), 2)
        for link in links:
            self.assertEqual(self.file(link)[0].status_code, 200)

    def test_the_two_forms_lead_to_each_other_and_the_full_one_is_canonical(self):
        article = make_article()
        lite = self.lite(article)
        canonical = lite.find(".//link[@rel='canonical']").get("href")
        self.assertTrue(canonical.endswith(article.get_absolute_url()))
        ways = [link.get("href") for link in lite.findall(".//footer//a")]
        self.assertEqual(ways[0], article.get_absolute_url())
        ways = [link.get("href") for link in self.page(article).findall(".//footer//a")]
        self.assertIn(lite_address(article), ways)

    def test_the_switch_and_what_the_text_refers_to_stay_light(self):
        article = make_fullest(self.en)
        ukrainian = make_article(self.uk, story=article.story)
        page = self.lite(article)
        switch = [link.get("href") for link in page.findall(".//nav//a[@hreflang]")]
        self.assertEqual(switch, [lite_address(ukrainian), "/rus/lite/", lite_address(article)])
        addresses = [link.get("href") for link in page.findall(".//article/p/a")]
        others = [address for address in addresses if "/lite/" not in address]
        self.assertTrue(all(address.startswith("/media/") for address in others))
        self.assertIn("Read also: Neighbour 11", words(page.find(".//article")))

    def test_it_weighs_little_beyond_its_text(self):
        for language in (self.uk, self.en):
            article = make_fullest(language)
            for index in range(8):
                make_section(f"section-{index}-{language.code}", **{language.code: "Економіка"})
            page = self.client.get(lite_address(article)).content
            text = re.sub(r"<[^>]*>", "", article.rendered)
            own = len(f"{article.headline}{article.lead}{text}".encode())
            self.assertLessEqual(len(page) - own, MOST_BYTES_BEYOND_THE_TEXT)

    def test_it_answers_as_the_full_form_does(self):
        article = make_article()
        wrong = lite_address(article).replace("/news/", "/columns/")
        self.assertRedirects(self.client.get(wrong), lite_address(article), 301)
        publishing.withdraw(article, "The figures were wrong.")
        self.assertIn("The figures were wrong.", words(self.lite(article, 410)))
        later = make_article(at=timezone.now() + timedelta(hours=1))
        self.lite(later, 404)
        draft = make_draft()
        self.page(f"/eng/lite/news/2024/01/01/{draft.story_id}/", 404)
        expired = make_article(
            at=timezone.now() - timedelta(hours=2), expires_at=timezone.now() - timedelta(hours=1)
        )
        self.assertIn("no longer available", words(self.lite(expired, 410)))

    def test_what_was_paid_for_says_so(self):
        page = self.lite(make_article(paid_label="promoted"))
        self.assertIn("Promoted", words(page.find(".//article")))

    def test_an_embed_is_its_words_and_a_link(self):
        body = (
            '<div data-block="embed" data-address="https://youtu.be/Lotsmanskyi">'
            "<p>Trucks stand on the bridge.</p></div>"
        )
        embed = self.lite(make_article(body=body)).find(".//aside")
        self.assertEqual(words(embed), "Trucks stand on the bridge.youtu.be")


class LiteListTests(Newsstand):
    def test_every_list_has_a_light_form_with_the_same_headlines(self):
        section = make_section("region", uk="Край", ru="Край", en="Region")
        tag, author = make_tag("bridge"), make_author("vira")
        article = make_article(
            headline="The bridge",
            section_id=section.pk,
            tag_ids=(tag.pk,),
            author_ids=(author.pk,),
        )
        make_article(headline="Another", kind="columns", at=timezone.now() - timedelta(hours=1))
        make_article(headline="Later", at=timezone.now() + timedelta(hours=1))
        both = ["The bridge", "Another"]
        for path, headlines in {
            "": both,
            "archive/": both,
            "news/": both[:1],
            "columns/": both[1:],
            "sections/region/": both[:1],
            "tags/bridge/": both[:1],
            "authors/vira/": both[:1],
        }.items():
            with self.subTest(path):
                page = self.page(f"/eng/lite/{path}")
                cards = page.findall(".//*[@class='list']//a")
                self.assertEqual([words(card) for card in cards], headlines)
                canonical = page.find(".//link[@rel='canonical']").get("href")
                self.assertTrue(canonical.endswith(f"/eng/{path}"))
                full = self.page(f"/eng/{path}").findall(".//footer//a")
                self.assertIn(f"/eng/lite/{path}", [link.get("href") for link in full])
                switch = [link.get("href") for link in page.findall(".//nav//a[@hreflang]")]
                # Where the others have nothing under the name, their fronts are offered.
                other = "" if path.startswith(("tags", "authors")) else path
                self.assertEqual(
                    switch, [f"/lite/{other}", f"/rus/lite/{other}", f"/eng/lite/{path}"]
                )
        first = self.page("/eng/lite/").find(".//*[@class='list']//a")
        self.assertEqual(first.get("href"), lite_address(article))

    def test_every_full_list_weighs_little_beyond_its_headlines_and_times(self):
        for language in (self.uk, self.en):
            article = make_fullest(language)
            for number in range(12):
                make_section(f"economy-{number}-{language.code}", **{language.code: "Економіка"})
            make_copies(article, 60)
            code, root = language.code, f"/{language.prefix}/lite/".replace("//", "/")
            names = (f"tags/bridge-{code}/", f"authors/vira-{code}/", f"sections/region-{code}/")
            for path in ("", "archive/", "news/", *names):
                with self.subTest(root + path):
                    response = self.client.get(root + path)
                    lines = parse(response).findall(".//*[@class='list']/li")
                    self.assertEqual(len(lines), LIST_LENGTH)
                    own = sum(len(words(line).encode()) for line in lines)
                    beyond = len(response.content) - own
                    self.assertLessEqual(beyond, MOST_BYTES_BEYOND_THE_TEXT)

    def test_the_front_page_names_the_paper_once_and_every_page_the_choices(self):
        page = self.page("/eng/lite/")
        self.assertEqual(words(page.find(".//title")), "Meridian")
        self.assertEqual(words(self.page("/eng/lite/news/").find(".//title")), "News — Meridian")
        ways = [link.get("href") for link in page.findall(".//footer//a")]
        self.assertIn("/eng/consent/", ways)

    def test_a_list_goes_on_where_a_story_stood_that_was_withdrawn_meanwhile(self):
        now = timezone.now()
        first, last, older = (
            make_article(headline=name, at=now - timedelta(minutes=age))
            for age, name in enumerate(("First", "Last", "Older"), 1)
        )
        publishing.withdraw(last, "")
        page = self.page(f"/eng/lite/?before={last.story_id}")
        cards = page.findall(".//*[@class='list']//a")
        self.assertEqual([words(card) for card in cards], ["Older"])
        publishing.expire(first, timezone.now())
        self.page(f"/eng/lite/?before={first.story_id}")

    def test_a_reader_reaches_the_oldest_headline_and_meets_each_one_once(self):
        tag, author = make_tag("bridge"), make_author("vira")
        at = timezone.now() - timedelta(minutes=5)
        article = make_article(headline="First", tag_ids=(tag.pk,), author_ids=(author.pk,), at=at)
        copies = make_copies(article, 100)
        # Some of the same moment, around the edge of a page.
        for copy in copies[LIST_LENGTH - 4 : LIST_LENGTH + 4]:
            for row in (copy, *copy.taggings.all()):
                row.published_at = copies[LIST_LENGTH - 4].published_at
                row.save(update_fields=["published_at"])
        for path in ("/eng/lite/", "/eng/lite/news/", "/eng/lite/tags/bridge/"):
            found, address = [], path
            while address:
                page = self.page(address)
                found += [link.get("href") for link in page.findall(".//*[@class='list']//a")]
                onward = page.find(".//*[@rel='next']")
                address = None if onward is None else path + onward.get("href")
            self.assertEqual(len(found), 101, path)
            self.assertEqual(len(set(found)), 101, path)

    def test_nothing_goes_on_after_what_readers_do_not_see(self):
        draft = make_draft()
        later = make_article(at=timezone.now() + timedelta(hours=1))
        unknown = self.client.get("/eng/lite/?before=999999")
        self.assertEqual(unknown.status_code, 404)
        for number in (draft.story_id, later.story_id, "-1", "x", "", "9" * 30, "١"):
            hidden = self.client.get("/eng/lite/", {"before": number})
            self.assertEqual((hidden.status_code, hidden.content), (404, unknown.content))

    def test_a_page_without_a_light_form_leads_to_the_light_front(self):
        for path, status in (("/eng/tags/", 200), ("/eng/nowhere/", 404)):
            links = [link.get("href") for link in self.page(path, status).findall(".//footer//a")]
            self.assertIn("/eng/lite/", links)

    def test_unknown_names_are_404_and_an_empty_list_says_so(self):
        for path in ("tags/x/", "authors/x/", "sections/x/", "essays/"):
            self.page(f"/eng/lite/{path}", 404)
        self.assertIn("Nothing has been published", words(self.page("/eng/lite/")))

    def test_a_borrowed_name_says_its_language(self):
        make_article(tag_ids=(make_tag("bridge", uk="Міст").pk,))
        self.assertEqual(self.page("/eng/lite/tags/bridge/").find(".//h1").get("lang"), "uk")


class LiteCostTests(Newsstand):
    def test_a_page_costs_the_same_however_much_there_is(self):
        article = make_fullest(self.en, neighbours=2)
        pages = {
            lite_address(article): 8,
            "/eng/lite/": 3,
            "/eng/lite/news/": 3,
            "/eng/lite/tags/bridge-en/": 5,
            "/eng/lite/authors/vira-en/": 5,
            "/eng/lite/sections/region-en/": 5,
        }
        for _ in range(2):
            for path, statements in pages.items():
                editions.forget()
                with self.subTest(path), self.assertNumQueries(statements):
                    self.client.get(path)
            make_copies(article, 60)
