from unittest import TestCase

from articles.body.reading import read
from articles.body.text import plain_text, summary, word_count
from tests.articles.body.test_blocks import CANONICAL


class PlainTextTests(TestCase):
    def test_it_is_what_the_story_says_and_nothing_else(self):
        self.assertEqual(
            plain_text(read(CANONICAL)).split("\n\n"),
            [
                *("Words with weight\xa0— and more.", "Heading", "one\ninner\ntwo", "three"),
                *("press service", "first\nsecond", '"We go."', "Before:\nx", "A copy", "c\nh\n1"),
                "מילים",
            ],
        )


class WordCountTests(TestCase):
    def test_apostrophes_and_hyphens_do_not_part_words(self):
        self.assertEqual(word_count("П'ять м’ятних — пів-на-пів, don't! 3,5"), 6)


class SummaryTests(TestCase):
    def test_a_short_text_is_its_own_summary(self):
        self.assertEqual(summary(" One \n two ", 7), "One two")

    def test_a_long_one_is_cut_between_words(self):
        self.assertEqual(summary("One two, three four", 10), "One two…")
        self.assertEqual(summary("One two, three four", 9), "One two…")

    def test_a_word_too_long_is_cut_anyway(self):
        self.assertEqual(summary("x" * 100, 10), "x" * 9 + "…")

    def test_it_is_never_longer_than_asked(self):
        for length in range(1, 25):
            self.assertLessEqual(len(summary("One two, three — four (five)", length)), length)
