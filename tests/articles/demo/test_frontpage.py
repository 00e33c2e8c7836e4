"""The demonstration's front page: arranged once, kept going, and left to its editors."""

from django.test import TestCase

from articles import placing
from articles.demo import frontpage
from articles.demo.files import IDENTITY
from articles.front import front
from articles.models import Banner, FrontSlot, ImportedItem, ReadCount
from articles.numbers import allot
from newsportal.languages import editions
from tests.builders import make_article, make_editions

KEYS = {*(key for _place, _position, key in frontpage.PINS), *frontpage.READ}


class DemoFrontTests(TestCase):
    def setUp(self):
        editions.forget()
        self.editions = {language.code: language for language in make_editions()}
        self.stories = {key: allot() for key in sorted(KEYS | {*frontpage.READ_BEFORE})}
        for code, language in self.editions.items():
            for key, story in self.stories.items():
                article = make_article(language, story=story, headline=f"{key} {code}")
                ImportedItem.objects.create(
                    uri=f"{IDENTITY}{key}:{code}", article=article, fingerprint="0"
                )
        self.start()

    def start(self):
        frontpage.arrange(self.editions, self.stories.get)
        frontpage.keep_going()

    def rows(self):
        return FrontSlot.objects.count(), Banner.objects.count(), ReadCount.objects.count()

    def test_every_edition_has_pins_a_banner_and_a_most_read_list(self):
        for code, language in self.editions.items():
            page = front(language)
            self.assertEqual(page.lead.headline, f"river-crest {code}")
            self.assertEqual(
                [card.headline for card in page.most_read],
                [f"{key} {code}" for key in frontpage.READ[:5]],
            )
            self.assertTrue(Banner.objects.standing().filter(language=language).exists())

    def test_a_second_start_brings_nothing_again(self):
        before = self.rows()
        self.start()
        self.assertEqual(self.rows(), before)

    def test_what_an_editor_ended_stays_ended(self):
        placing.end(Banner.objects.all())
        placing.end(FrontSlot.objects.all())
        self.start()
        self.assertFalse(Banner.objects.standing().exists())
        self.assertFalse(FrontSlot.objects.standing().exists())
