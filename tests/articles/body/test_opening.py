from unittest import TestCase

from articles.body.opening import split_lead, without_headline, without_lead
from articles.body.parse import from_html
from articles.body.text import plain_text

FIRST = "The bridge over the Lunva has been open to traffic since Monday, the mayor said."
SECOND = "Nobody had expected it."


def blocks(html: str):
    return from_html(html, "en")


class HeadlineTests(TestCase):
    def test_a_first_line_or_any_heading_that_repeats_it_goes(self):
        text = blocks(
            "<img src=a.jpg><p>“Bridge” opens</p><p>a</p><h1>Bridge opens</h1><p>Bridge opens</p>"
        )
        self.assertEqual(plain_text(without_headline(text, "Bridge opens")), "a\n\nBridge opens")

    def test_without_a_headline_nothing_goes(self):
        text = blocks("<p>…</p><p>a</p>")
        self.assertEqual(without_headline(text, ""), text)


class LeadTests(TestCase):
    def test_a_lead_cut_off_by_length_is_given_back_whole(self):
        text = blocks(f"<p>{FIRST}</p><p>{SECOND}</p>")
        for description in (FIRST[:60], f"{FIRST} {SECOND[:12]}", FIRST):
            with self.subTest(description):
                self.assertEqual(split_lead(text, description), (FIRST, text[1:]))

    def test_a_vignette_before_the_lead_goes_and_a_picture_stays(self):
        text = blocks(f"<p>Home, Krynytsia</p><img src=a.jpg><p>{FIRST}</p><p>{SECOND}</p>")
        lead, rest = split_lead(text, FIRST)
        self.assertEqual(lead, FIRST)
        self.assertEqual([block.type.value for block in rest], ["picture", "paragraph"])

    def test_another_lead_leaves_the_text_alone(self):
        text = blocks(f"<p>{SECOND}</p><p>{FIRST}</p>")
        for lead in ("", FIRST, "No", "Something else altogether, which is long enough."):
            with self.subTest(lead):
                self.assertEqual(split_lead(text, lead), (lead, text))

    def test_a_lead_that_goes_on_differently_leaves_the_text_alone(self):
        text = blocks(f"<p>{FIRST}</p><p>{SECOND}</p>")
        lead = f"{FIRST} But there is more to it."
        self.assertEqual(split_lead(text, lead), (lead, text))

    def test_nothing_is_dropped_that_the_lead_does_not_say(self):
        text = blocks(f"<p>{FIRST}</p><p>{SECOND}</p>")
        self.assertEqual(without_lead(text, FIRST[:60]), text)
        self.assertEqual(without_lead(text, FIRST), text[1:])
