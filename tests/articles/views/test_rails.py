"""The headlines around an article: related, the first tag's rail, recent news."""

from datetime import datetime, timedelta

from django.utils import timezone

from articles import publishing
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_article, make_draft, make_section, make_tag


class RelatedTests(Newsstand):
    def setUp(self):
        super().setUp()
        self.now = timezone.now()
        self.region = make_section("region")
        self.bridge, self.river = make_tag("bridge"), make_tag("river")

    def write(self, headline, *tags, minutes=30, **content):
        return make_article(
            headline=headline,
            at=self.now - timedelta(minutes=minutes),
            tag_ids=tuple(tag.pk for tag in tags),
            **content,
        )

    def related(self, article):
        return self.headlines(self.page(article), "related")

    def test_pins_lead_in_the_editor_s_order(self):
        first, second = self.write("First", minutes=90), self.write("Second", minutes=80)
        self.write("Kin", self.bridge)
        for _ in range(3):
            self.write("More kin", self.bridge)
        article = self.write(
            "The bridge", self.bridge, pin_numbers=(second.story_id, first.story_id)
        )
        self.assertEqual(self.related(article)[:2], ["Second", "First"])

    def test_then_come_those_with_most_tags_in_common_newest_first(self):
        self.write("One tag, new", self.river, minutes=10)
        self.write("Two tags, old", self.bridge, self.river, minutes=90)
        self.write("Two tags, new", self.bridge, self.river, minutes=20)
        for index in range(3):
            self.write(f"Of the rail {index}", self.bridge, minutes=60)
        article = self.write("The bridge", self.bridge, self.river, minutes=5)
        self.assertEqual(self.related(article), ["Two tags, new", "Two tags, old", "One tag, new"])

    def test_then_comes_the_section(self):
        self.write("Of the section", section_id=self.region.pk)
        self.write("Of the river", self.river)
        article = self.write("The bridge", self.bridge, self.river, section_id=self.region.pk)
        self.assertEqual(self.related(article), ["Of the river", "Of the section"])

    def test_there_are_six_and_all_news(self):
        for index in range(20):
            self.write(f"Kin {index}", self.bridge, minutes=30 + index)
        rail = self.page(self.write("The bridge", self.bridge)).find(".//*[@class='related']")
        self.assertEqual(len(rail.findall(".//h3")), 6)
        self.assertEqual(rail.find("p/a").get("href"), "/eng/archive/")

    def test_many_pins_are_still_six(self):
        pins = tuple(self.write(f"Pin {index}").story_id for index in range(9))
        article = self.write("The bridge", pin_numbers=pins)
        self.assertEqual(self.related(article), [f"Pin {index}" for index in range(6)])

    def test_nothing_hidden_is_related(self):
        gone = self.write("Gone", self.river)
        publishing.withdraw(gone, "")
        later = self.now + timedelta(hours=1)
        make_article(headline="Later", at=later, tag_ids=(self.river.pk,))
        make_draft(headline="Draft", tag_ids=(self.river.pk,))
        make_article("uk", headline="Українською", tag_ids=(self.river.pk,))
        pins = (gone.story_id,)
        article = self.write("The bridge", self.bridge, self.river, pin_numbers=pins)
        self.assertEqual(self.related(article), [])
        self.assertIsNone(self.page(article).find(".//*[@class='related']"))

    def test_the_article_itself_stands_in_none_of_its_rails(self):
        article = self.write("The bridge", self.bridge, section_id=self.region.pk)
        headlines = self.page(article).findall(".//h3")
        self.assertEqual([words(one) for one in headlines], [])


class TagRailTests(RelatedTests):
    def rail(self, article):
        return self.headlines(self.page(article), "tag-rail")

    def test_it_bears_the_name_of_the_first_tag_and_leads_there(self):
        self.write("Kin", self.river)
        heading = self.page(self.write("The bridge", self.river, self.bridge)).find(
            ".//*[@class='tag-rail']/h2/a"
        )
        self.assertEqual((words(heading), heading.get("href")), ("river", "/eng/tags/river/"))

    def test_it_shows_three_that_stand_nowhere_above(self):
        for index in range(20):
            self.write(f"Kin {index}", self.bridge, minutes=30 + index)
        article = self.write("The bridge", self.bridge)
        rail, related = self.rail(article), self.related(article)
        self.assertEqual(related, [f"Kin {index}" for index in range(6)])
        self.assertEqual(rail, ["Kin 6", "Kin 7", "Kin 8"])

    def test_it_keeps_its_three_where_the_tag_has_few(self):
        for index in range(4):
            self.write(f"Kin {index}", self.bridge, minutes=30 + index)
        article = self.write("The bridge", self.bridge)
        self.assertEqual(len(self.rail(article)), 3)
        self.assertEqual(len(self.related(article)), 1)

    def test_pins_of_the_tag_do_not_empty_it(self):
        kin = [self.write(f"Kin {index}", self.bridge, minutes=30 + index) for index in range(6)]
        pins = tuple(one.story_id for one in kin[:3])
        article = self.write("The bridge", self.bridge, pin_numbers=pins)
        self.assertEqual(self.related(article), ["Kin 0", "Kin 1", "Kin 2"])
        self.assertEqual(self.rail(article), ["Kin 3", "Kin 4", "Kin 5"])

    def test_what_the_text_refers_to_is_not_shown_again(self):
        kin = [self.write(f"Kin {index}", self.bridge, minutes=30 + index) for index in range(16)]
        body = "".join(
            f'<div data-block="read-also" data-story="{one.story_id}"></div>' for one in kin[:7]
        )
        article = self.write("The bridge", self.bridge, body=body)
        self.assertEqual(self.related(article), [f"Kin {index}" for index in range(7, 13)])
        self.assertEqual(self.rail(article), ["Kin 13", "Kin 14", "Kin 15"])


class RecentTests(Newsstand):
    def test_the_ten_newest_stand_there_with_clock_times_in_the_edition_s_zone(self):
        now = timezone.now()
        for index in range(12):
            make_article(headline=f"Item {index}", at=now - timedelta(minutes=1 + index))
        page = self.page(make_article(headline="This one", at=now - timedelta(days=2)))
        self.assertEqual(self.headlines(page, "recent"), [f"Item {index}" for index in range(10)])
        shown = page.find(".//*[@class='recent']//time")
        local = self.en.local(now - timedelta(minutes=1))
        self.assertTrue(words(shown).endswith(f"{local:%H:%M}"))
        self.assertEqual(
            datetime.fromisoformat(shown.get("datetime")), local.replace(microsecond=0)
        )
        self.assertEqual(shown.get("datetime")[-6:], f"{local:%:z}")

    def test_the_article_itself_leaves_its_place_to_the_next(self):
        now = timezone.now()
        for index in range(12):
            make_article(headline=f"Item {index}", at=now - timedelta(minutes=1 + index))
        recent = self.headlines(self.page(make_article(headline="This one")), "recent")
        self.assertEqual(len(recent), 10)
        self.assertNotIn("This one", recent)

    def test_another_day_s_headline_shows_its_day(self):
        before = timezone.now() - timedelta(days=3)
        make_article(headline="Older", at=before)
        shown = self.page(make_article()).find(".//*[@class='recent']//time")
        local = self.en.local(before)
        self.assertEqual(words(shown), f"{local.day} {local:%B}, {local:%H:%M}")

    def test_urgent_news_is_marked(self):
        for urgency in (1, 2, 3):
            make_article(headline=f"Urgency {urgency}", urgency=urgency)
        page = self.page(make_article())
        urgent = page.findall(".//*[@class='recent']//*[@class='card urgent']")
        self.assertEqual({words(card) for card in urgent}, {"Urgency 1", "Urgency 2"})

    def test_all_news_stands_below(self):
        make_article()
        link = self.page(make_article()).find(".//*[@class='recent']/p/a")
        self.assertEqual((words(link), link.get("href")), ("All News", "/eng/archive/"))
