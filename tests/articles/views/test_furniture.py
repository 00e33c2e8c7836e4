"""What stands around every page: date, menu, language switch, support, ads; and its headers."""

import re
from datetime import timedelta

from django.utils import timezone

from articles import publishing
from articles.models import AdSlot, MenuEntry
from newsportal.edge.sheet import SHEETS, digest
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, make_fullest, words
from tests.builders import (
    furnish_edition,
    make_article,
    make_language,
    make_page,
    make_section,
    make_tag,
)

SHEET_BYTES = 8192
SCRIPT_BYTES = 30_000


class SwitchTests(Newsstand):
    def switch(self, article):
        links = self.page(article).findall(".//*[@class='editions']//a")
        return {words(link): link.get("href") for link in links}

    def alternates(self, article):
        links = self.page(article).findall(".//link[@rel='alternate']")
        return {link.get("hreflang"): link.get("href") for link in links}

    def test_it_keeps_the_story_and_leads_to_the_front_where_there_is_no_telling(self):
        article = make_article(self.en)
        self.assertEqual(
            self.switch(article),
            {"Укр": "/", "Рус": "/rus/", "Eng": article.get_absolute_url()},
        )
        ukrainian = make_article(self.uk, story=article.story)
        self.assertEqual(self.switch(article)["Укр"], ukrainian.get_absolute_url())
        self.assertEqual(self.switch(ukrainian)["Eng"], article.get_absolute_url())

    def test_it_leads_to_nothing_hidden(self):
        article = make_article(self.en)
        make_article(self.uk, story=article.story, at=timezone.now() + timedelta(hours=1))
        withdrawn = make_article(self.ru, story=article.story)
        publishing.withdraw(withdrawn, "")
        self.assertEqual(
            self.switch(article),
            {"Укр": "/", "Рус": "/rus/", "Eng": article.get_absolute_url()},
        )
        self.assertEqual(list(self.alternates(article)), ["en"])

    def test_alternates_are_mutual_and_the_default_edition_is_x_default(self):
        tellings = [make_article(self.en)]
        tellings += [make_article(one, story=tellings[0].story) for one in (self.uk, self.ru)]
        found = [self.alternates(one) for one in tellings]
        self.assertEqual(set(found[0]), {"uk", "ru", "en", "x-default"})
        self.assertEqual(found[0]["x-default"], found[0]["uk"])
        self.assertTrue(found[0] == found[1] == found[2])
        self.assertTrue(all(href.startswith("http://127.0.0.1") for href in found[0].values()))

    def test_an_edition_that_is_not_launched_is_not_offered(self):
        article = make_article(self.en)
        make_article(make_language("de", is_launched=False), story=article.story)
        editions.forget()
        self.assertNotIn("de", self.switch(article))
        self.assertNotIn("de", self.alternates(article))

    def test_the_current_edition_is_marked_and_each_label_has_its_language(self):
        items = self.page(make_article(self.en)).findall(".//*[@class='editions']//li")
        self.assertEqual([item.get("lang") for item in items], ["uk", "ru", "en"])
        current = [words(item) for item in items if item.find("a[@aria-current]") is not None]
        self.assertEqual(current, ["Eng"])


class MenuTests(Newsstand):
    def test_it_has_kinds_sections_topics_and_projects(self):
        section, tag = make_section("region", en="Region"), make_tag("bridge", en="Bridge")
        make_article(tag_ids=(tag.pk,))
        furnish_edition(self.en, section=section, tag=tag)
        menu = self.page("/eng/").find(".//details[@class='menu']")
        groups = {
            words(group.find("h2")): [words(link) for link in group.findall(".//a")]
            for group in menu.findall(".//section")
        }
        self.assertEqual(list(groups)[1:], ["Sections", "Topics", "Projects"])
        self.assertEqual(
            list(groups.values())[1:], [["Region"], ["Bridge"], ["Bread of our region"]]
        )
        self.assertEqual(len(list(groups.values())[0]), 7)
        for link in menu.findall(".//a"):
            self.assertEqual(self.client.get(link.get("href")).status_code, 200)

    def test_a_borrowed_name_says_its_language_and_a_label_wins(self):
        tag = make_tag("bridge", uk="Міст")
        make_article(tag_ids=(tag.pk,))
        MenuEntry.objects.create(language=self.en, group="topics", tag=tag)
        MenuEntry.objects.create(language=self.en, group="topics", tag=tag, label="Crossings")
        links = self.page("/eng/").findall(".//*[@class='panel']//*[@href='/eng/tags/bridge/']")
        self.assertEqual(
            {(words(link), link.get("lang")) for link in links},
            {("Міст", "uk"), ("Crossings", None)},
        )

    def test_what_this_edition_does_not_have_is_left_out(self):
        for thing in ({"tag": make_tag("bridge")}, {"section": make_section("only-uk", uk="Тут")}):
            MenuEntry.objects.create(language=self.en, group="topics", **thing)
        links = self.page("/eng/").findall(".//*[@class='panel']//a")
        self.assertEqual([one for one in links if "/eng/tags/" in one.get("href")], [])
        self.assertEqual([one for one in links if "/eng/sections/" in one.get("href")], [])

    def test_today_stands_above_in_the_edition_s_words(self):
        today = self.en.local(timezone.now())
        shown = words(self.page("/eng/").find(".//*[@class='today']"))
        self.assertEqual(shown, f"{today:%A}, {today.day} {today:%B %Y}")

    def test_the_footer_shows_the_paper_s_own_pages(self):
        address = make_page(self.en, "about").get_absolute_url()
        MenuEntry.objects.create(language=self.en, group="paper", label="About", address=address)
        footer = self.page("/eng/").find(".//footer")
        self.assertIn(address, [link.get("href") for link in footer.findall(".//a")])


class AdTests(Newsstand):
    def test_every_slot_is_labelled_and_its_height_is_reserved(self):
        page = self.page(make_fullest(self.en))
        classes = [
            ad.get("class")
            for ad in page.findall(".//div")
            if ad.get("class", "").startswith("ad ")
        ]
        self.assertEqual(classes, ["ad ad-text h280", "ad ad-tags h280", "ad ad-side h280"])
        for height in (100, 250, 280, 600):
            self.assertIn(f".h{height}{{height:{height}px}}", SHEETS["page"])

    def test_a_slot_that_is_off_is_not_there(self):
        article = make_fullest(self.en)
        AdSlot.objects.update(is_active=False)
        self.assertNotContains(self.client.get(article.get_absolute_url()), "Advertisement")

    def test_a_house_line_is_shown(self):
        article = make_fullest(self.en)
        AdSlot.objects.filter(place="side").update(house_text="Read us", house_address="/eng/")
        link = self.page(article).find(".//*[@class='ad ad-side h280']//a")
        self.assertEqual((words(link), link.get("href")), ("Read us", "/eng/"))


class HeaderTests(Newsstand):
    """What every public page says to browsers and caches."""

    def public(self):
        article = make_fullest(self.en)
        make_page(self.en)
        paths = [article.get_absolute_url(), "/eng/", "/eng/archive/", "/eng/tags/", "/eng/news/"]
        paths += ["/eng/tags/bridge-en/", "/eng/authors/vira-en/", "/eng/sections/region-en/"]
        gone = publishing.withdraw(make_article(), "")
        return [*paths, "/eng/pages/about/", "/eng/no-such-page/", gone.get_absolute_url()]

    def test_public_pages_set_no_cookie_and_vary_on_none(self):
        self.client.cookies["newsroom"] = "a-cookie-of-somebody"
        for path in self.public():
            with self.subTest(path):
                response = self.client.get(path)
                self.assertFalse(response.cookies)
                self.assertNotIn("cookie", response.headers.get("Vary", "").lower())
                if response.status_code != 404:
                    self.assertIn("public", response.headers["Cache-Control"])

    def test_the_policy_allows_the_inlined_sheet_and_nothing_unsafe(self):
        for path in self.public():
            with self.subTest(path):
                response = self.client.get(path)
                policy = response.headers["Content-Security-Policy"]
                self.assertNotIn("unsafe", policy)
                self.assertNotIn("nonce", policy)
                others = [part for part in policy.split("; ") if not part.startswith("frame-src")]
                self.assertNotIn("http", "; ".join(others))
                self.assertIn("default-src 'none'", policy)
                styles = re.findall(r"<style>(.*?)</style>", response.content.decode(), re.DOTALL)
                allowed = re.search("style-src ([^;]+)", policy)[1].split()
                self.assertLessEqual({digest(style) for style in styles}, set(allowed))
                self.assertEqual(styles[0], SHEETS["page"])
                self.assertNotRegex(response.content.decode(), r"<[^>]+\sstyle=|<[^>]+\son\w+=")
                self.assertEqual(response.headers["X-Content-Type-Options"], "nosniff")

    def test_no_page_asks_a_third_party_for_anything(self):
        for path in self.public():
            page = self.page(path, status=self.client.get(path).status_code)
            asked = [one.get("src") or "" for one in page.iter() if one.tag in {"script", "img"}]
            asked += [
                one.get("href")
                for one in page.iter("link")
                if one.get("rel") in {"icon", "preload", "stylesheet"}
            ]
            self.assertTrue(all(address.startswith("/") for address in asked), asked)

    def test_the_language_comes_from_the_address_alone(self):
        accept = {"Accept-Language": "ru"}
        plain = self.client.get("/eng/")
        asked = self.client.get("/eng/", headers=accept)
        self.assertEqual(plain.content, asked.content)
        self.assertNotIn("accept-language", asked.headers.get("Vary", "").lower())

    def test_sheet_and_scripts_stay_small(self):
        self.assertLessEqual(len(SHEETS["page"].encode()), SHEET_BYTES)
        page = self.page(make_fullest(self.en))
        scripts = {one.get("src") for one in page.iter("script")}
        self.assertIn("/static/js/rail.js", scripts)
        # What the modules take from each other.
        scripts |= {"/static/js/kept.js"}
        self.assertLessEqual(sum(len(self.file(one)[1]) for one in scripts), SCRIPT_BYTES)
