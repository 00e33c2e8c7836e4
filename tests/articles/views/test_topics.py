"""Topics: by letter in the language's own alphabet, and what is most written about now."""

from datetime import timedelta

from django.utils import timezone

from articles import publishing
from tests.articles.views.newsstand import Newsstand, words
from tests.builders import make_article, make_draft, make_tag


class TopicTests(Newsstand):
    def tag_all(self, code, *names, days_ago=40):
        for number, name in enumerate(names):
            tag = make_tag(f"tag-{code}-{number}-{days_ago}", **{code: name})
            at = timezone.now() - timedelta(days=days_ago)
            make_article(code, tag_ids=(tag.pk,), at=at)

    def letters(self, path):
        """(letter, names) as they stand on the page."""
        sections = self.page(path).findall(".//*[@class='index']/section")
        return [
            (words(one.find("h2")), [words(name) for name in one.findall(".//li")])
            for one in sections
        ]

    def test_letters_stand_in_the_order_of_the_ukrainian_alphabet(self):
        self.tag_all(
            "uk", "Їжа", "Ірпінь", "Ґрунт", "Гай", "Ящірка", "Інжир", "NATO", "Дім", "24 канал"
        )
        self.assertEqual(
            self.letters("/tags/"),
            [
                ("Г", ["Гай"]),
                ("Ґ", ["Ґрунт"]),
                ("Д", ["Дім"]),
                ("І", ["Інжир", "Ірпінь"]),
                ("Ї", ["Їжа"]),
                ("Я", ["Ящірка"]),
                ("N", ["NATO"]),
                ("0–9", ["24 канал"]),
            ],
        )

    def test_the_letters_above_lead_to_the_letters_below(self):
        self.tag_all("en", "bridge", "Council")
        page = self.page("/eng/tags/")
        links = page.findall(".//*[@class='letters']//a")
        places = [one.get("id") for one in page.findall(".//*[@class='index']/section")]
        self.assertEqual([link.get("href") for link in links], [f"#{place}" for place in places])
        self.assertEqual([words(link) for link in links], ["B", "C"])

    def test_a_tag_under_which_nothing_can_be_read_is_not_there(self):
        names = ("withdrawn", "scheduled", "draft", "unused", "of another language")
        withdrawn, scheduled, draft, _unused, other = (
            make_tag(name.replace(" ", "-")) for name in names
        )
        publishing.withdraw(make_article(tag_ids=(withdrawn.pk,)), "")
        make_article(tag_ids=(scheduled.pk,), at=timezone.now() + timedelta(hours=1))
        make_draft(tag_ids=(draft.pk,))
        make_article("uk", tag_ids=(other.pk,))
        self.assertEqual(self.letters("/eng/tags/"), [])
        self.assertContains(self.client.get("/eng/tags/"), "Nothing has been published here yet.")

    def test_the_most_used_of_the_last_days_come_first(self):
        often, seldom, long_ago = (make_tag(name) for name in ("often", "seldom", "long-ago"))
        for _time in range(2):
            make_article(tag_ids=(often.pk,))
        make_article(tag_ids=(often.pk, seldom.pk))
        make_article(tag_ids=(long_ago.pk,), at=timezone.now() - timedelta(days=31))
        make_article(tag_ids=(seldom.pk,), at=timezone.now() + timedelta(hours=1))
        used = self.page("/eng/tags/").findall(".//*[@class='most-used']//li")
        self.assertEqual([words(one) for one in used], ["often", "seldom"])
