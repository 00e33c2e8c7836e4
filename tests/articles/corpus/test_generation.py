"""The corpus as plain values: what is said, by whom, when. No database."""

import dataclasses
import datetime
from collections import Counter
from unittest import TestCase

from articles.body.blocks import write
from articles.body.reading import read
from articles.corpus import names
from articles.corpus.drawings import drawing
from articles.corpus.moments import moments
from articles.corpus.phrasebook import LANGUAGES, TAGS, phrasebook
from articles.corpus.stories import TOP_TAG, planned_stories
from articles.corpus.texts import text

NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)


class PhrasebookTests(TestCase):
    def test_every_language_has_the_same_lines(self):
        lengths = {
            tuple(len(lines) for lines in dataclasses.astuple(phrasebook(code))[1:-1])
            for code in LANGUAGES
        }
        self.assertEqual(len(lengths), 1)

    def test_no_headline_comes_twice(self):
        book = phrasebook("uk")
        headlines = {book.headline(number) for number in range(60_000)}
        self.assertEqual(len(headlines), 60_000)
        self.assertEqual(book.headline(0), book.headline(book.headline_count))

    def test_headlines_are_as_long_as_headlines(self):
        for code in LANGUAGES:
            lengths = [len(phrasebook(code).headline(number)) for number in range(20_000)]
            self.assertGreaterEqual(min(lengths), 40)
            self.assertLessEqual(max(lengths), 90)

    def test_tags_are_called_differently(self):
        for code in LANGUAGES:
            called = {names.subject(number, phrasebook(code)).lower() for number in range(TAGS)}
            self.assertEqual(len(called), TAGS)


class TextTests(TestCase):
    def test_the_languages_have_the_same_blocks(self):
        for number in range(20):
            types = {
                tuple(block.type for block in read(text(1, number, code).body))
                for code in LANGUAGES
            }
            self.assertEqual(len(types), 1)
            self.assertIn(len(types.pop()), range(5, 13))

    def test_bodies_are_canonical(self):
        for number in range(20):
            body = text(1, number, "uk").body
            self.assertEqual(write(read(body)), body)

    def test_bodies_are_as_long_as_news(self):
        sizes = [len(text(1, number, "uk").body.encode()) for number in range(60)]
        self.assertIn(sum(sizes) // len(sizes), range(1500, 3000))

    def test_another_seed_gives_another_text(self):
        self.assertEqual(text(1, 1, "en"), text(1, 1, "en"))
        self.assertNotEqual(text(1, 1, "en"), text(2, 1, "en"))


class MomentTests(TestCase):
    def test_stories_come_by_day_and_on_weekdays(self):
        local = [moment.astimezone(NOON.tzinfo) for moment in moments(5420, NOON, 1)]
        self.assertEqual(len(local), 5420)
        by_day = sum(8 <= moment.hour <= 19 for moment in local)
        self.assertGreater(by_day / len(local), 0.6)
        days = Counter(moment.weekday() for moment in local)
        self.assertGreater(days[2], days[6])

    def test_they_come_in_their_order_and_never_later_than_now(self):
        for until in (NOON, NOON.replace(hour=22, minute=5)):
            drawn = list(moments(3000, until, 1))
            self.assertEqual(drawn, sorted(drawn))
            self.assertLessEqual(drawn[-1], until)
            self.assertGreater(drawn[-1], until - datetime.timedelta(days=1))

    def test_a_large_corpus_reaches_back_twenty_years(self):
        (first, *_) = moments(600_000, NOON, 1)
        self.assertEqual(first.year, 2006)


class PlanTests(TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stories = list(planned_stories(5000, NOON, 1, texts=10))
        cls.tellings = [telling for story in cls.stories for telling in story.tellings]

    def test_the_same_seed_gives_the_same_stories(self):
        again = list(planned_stories(5000, NOON, 1, texts=10))
        self.assertEqual(again, self.stories)

    def test_a_story_has_two_or_three_tellings_nearly_always_a_ukrainian_one(self):
        self.assertAlmostEqual(len(self.tellings) / len(self.stories), 2.4, delta=0.05)
        languages = Counter(telling.code for telling in self.tellings)
        self.assertAlmostEqual(languages["uk"] / len(self.stories), 0.95, delta=0.02)

    def test_one_tag_stands_on_a_tenth_of_all_and_no_other_on_more(self):
        tags = Counter(tag for story in self.stories for tag in story.tags)
        share = tags[TOP_TAG] / len(self.stories)
        self.assertAlmostEqual(share, 0.1, delta=0.015)
        self.assertEqual(len(tags), TAGS)
        self.assertTrue(all(2 <= len(set(story.tags)) <= 5 for story in self.stories))

    def test_a_few_are_withdrawn_some_are_changed_a_handful_is_scheduled(self):
        withdrawn = sum(telling.withdrawn_at is not None for telling in self.tellings)
        self.assertAlmostEqual(withdrawn / len(self.tellings), 0.005, delta=0.003)
        changed = sum(telling.change is not None for telling in self.tellings)
        self.assertAlmostEqual(changed / len(self.tellings), 0.1, delta=0.02)
        scheduled = [story for story in self.stories if story.tellings[0].published_at > NOON]
        self.assertEqual(scheduled, self.stories[-5:])

    def test_read_also_leads_to_an_earlier_story(self):
        self.assertIsNone(self.stories[0].read_also)
        self.assertTrue(all(story.read_also < story.index for story in self.stories[1:]))


class DrawingTests(TestCase):
    def test_the_same_number_gives_the_same_picture(self):
        self.assertEqual(drawing(3), drawing(3))
        self.assertNotEqual(drawing(3), drawing(4))
