"""What stands where on a front page, chosen from plain cards."""

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.test import SimpleTestCase

from articles.front.choice import COLUMNS, OF_A_SECTION, PLACES, Candidates, Pin, choose
from articles.models import Place
from articles.querysets import RECENT_LENGTH

MORNING = datetime(2026, 11, 24, 6, tzinfo=UTC)


@dataclass
class Card:
    """What choosing looks at."""

    story_id: int
    published_at: int
    kind: str = "news"
    section_id: int | None = None
    use: object = None


@dataclass
class Section:
    pk: int


def cards(count, **values):
    """Cards in the order of lists: the first is the newest."""
    return [Card(number, published_at=number, **values) for number in range(count, 0, -1)]


def numbers(found):
    return [card.story_id for card in found]


def pins(*wanted):
    """Pins from (card, place, position), set one after the other, all from one moment on."""
    return [Pin(*one, MORNING, slot) for slot, one in enumerate(wanted, 1)]


class FillTests(SimpleTestCase):
    def test_freshness_fills_the_places_from_the_top(self):
        page = choose(Candidates(cards(30)), [])
        self.assertEqual(page.lead.story_id, 30)
        self.assertEqual(numbers(page.second), [29, 28, 27])
        self.assertEqual(numbers(page.recent), list(range(30, 20, -1)))

    def test_more_news_is_more_than_the_rail_beside_it(self):
        page = choose(Candidates(cards(30)), [])
        self.assertEqual(numbers(page.river), [20, 19, 18, 17, 16, 15])
        self.assertFalse(set(numbers(page.river)) & set(numbers(page.recent)))

    def test_a_front_page_of_few_stories_or_none_has_no_holes(self):
        page = choose(Candidates(cards(2)), [])
        self.assertEqual((page.lead.story_id, numbers(page.second)), (2, [1]))
        self.assertEqual(page.river, [])
        empty = choose(Candidates([]), [Section(1)])
        self.assertEqual((empty.lead, empty.main, empty.blocks), (None, [], []))

    def test_equal_moments_are_ordered_by_number(self):
        page = choose(Candidates([Card(1, 5), Card(2, 5)]), [])
        self.assertEqual(page.lead.story_id, 2)

    def test_columns_stand_in_their_own_block_only(self):
        found = cards(20) + [Card(100 + n, 100 + n, kind="columns") for n in range(COLUMNS + 1)]
        page = choose(Candidates(found), [])
        self.assertEqual(numbers(page.columns), [104, 103, 102, 101])
        self.assertEqual(page.lead.story_id, 20)

    def test_an_edition_of_columns_alone_leads_with_one_and_shows_it_once(self):
        page = choose(Candidates(cards(3, kind="columns")), [])
        self.assertEqual((page.lead.story_id, numbers(page.columns)), (3, [2, 1]))
        self.assertEqual((page.second, page.river), ([], []))
        with_news = [*cards(3, kind="columns"), Card(9, 0)]
        self.assertEqual(choose(Candidates(with_news), []).lead.story_id, 9)

    def test_sections_have_what_the_places_left_them(self):
        found = cards(30, section_id=1) + [Card(99, 0, section_id=2)]
        page = choose(Candidates(found), [Section(1), Section(2), Section(3)])
        self.assertEqual([block.section.pk for block in page.blocks], [1, 2])
        self.assertEqual(numbers(page.blocks[0].cards), [26, 25, 24, 23])
        self.assertEqual(len(page.blocks[0].cards), OF_A_SECTION)

    def test_a_section_begins_with_its_newest_picture(self):
        found = [*cards(4, section_id=1), *[Card(n, n) for n in range(10, 30)]]
        page = choose(Candidates(found), [Section(1)])
        block = page.blocks[0]
        self.assertEqual((block.head.story_id, numbers(block.others)), (4, [3, 2, 1]))
        block.cards[1].use = "a picture"
        self.assertEqual((block.head.story_id, numbers(block.others)), (3, [4, 2, 1]))

    def test_sections_fill_rows_of_four_columns_and_the_first_is_wide(self):
        for count in range(1, 14):
            found = [Card(number, number, section_id=number) for number in range(1, count + 1)]
            found += [Card(number, number) for number in range(100, 140)]
            blocks = choose(Candidates(found), [Section(n) for n in range(1, count + 1)]).blocks
            with self.subTest(count):
                self.assertEqual(sum(block.width for block in blocks) % 4, 0)
                self.assertGreaterEqual(blocks[0].width, 2)
                self.assertEqual(len(blocks), count)


class PinTests(SimpleTestCase):
    def page(self, found, *wanted, sections=()):
        by_number = {card.story_id: card for card in found}
        set_pins = pins(*((by_number[number], *rest) for number, *rest in wanted))
        return choose(Candidates(found, set_pins), sections)

    def test_pins_come_first_then_what_is_fresh(self):
        page = self.page(cards(30), (3, Place.LEAD, 1), (5, Place.SECOND, 1), (4, Place.RIVER, 1))
        self.assertEqual(page.lead.story_id, 3)
        self.assertEqual(numbers(page.second), [5, 30, 29])
        self.assertEqual(numbers(page.river), [4, 20, 19, 18, 17, 16])

    def test_a_fresh_story_keeps_the_place_where_it_is_pinned(self):
        page = self.page(cards(30), (30, Place.SECOND, 2), (7, Place.SECOND, 1))
        self.assertEqual((page.lead.story_id, numbers(page.second)), (29, [7, 30, 28]))

    def test_of_two_pins_for_the_lead_the_newer_leads_and_the_other_is_no_pin(self):
        page = self.page(cards(30), (3, Place.LEAD, 1), (2, Place.LEAD, 1))
        self.assertEqual((page.lead.story_id, numbers(page.second)), (2, [30, 29, 28]))

    def test_of_two_pins_for_one_place_the_one_that_began_later_leads(self):
        found = cards(30)
        scheduled = Pin(found[5], Place.LEAD, 1, MORNING + timedelta(hours=1), 1)
        open_one = Pin(found[6], Place.LEAD, 1, MORNING, 2)
        for wanted in ([scheduled, open_one], [open_one, scheduled]):
            self.assertIs(choose(Candidates(found, wanted), []).lead, found[5])

    def test_a_story_pinned_twice_stands_once(self):
        page = self.page(cards(30), (3, Place.LEAD, 1), (3, Place.SECOND, 1))
        self.assertEqual((page.lead.story_id, numbers(page.second)), (3, [30, 29, 28]))

    def test_a_place_takes_no_more_pins_than_it_holds(self):
        wanted = [(number, Place.SECOND, number) for number in (1, 2, 3, 4, 5)]
        page = self.page(cards(30), *wanted)
        self.assertEqual(numbers(page.second), [1, 2, 3])

    def test_a_pinned_column_leaves_its_block(self):
        found = [*cards(12), Card(99, 99, kind="columns")]
        page = self.page(found, (99, Place.LEAD, 1))
        self.assertEqual((page.lead.story_id, page.columns), (99, []))

    def test_no_story_stands_twice_in_the_main_column(self):
        places = list(PLACES)
        kinds = itertools.cycle(["news", "columns", "articles"])
        found = [Card(n, n, kind=next(kinds), section_id=n % 4) for n in range(1, 80)]
        for seed in range(40):
            wanted = [
                (1 + (seed * 7 + n * 13) % 79, places[(seed + n) % 3], n % 3) for n in range(6)
            ]
            page = self.page(found, *wanted, sections=[Section(n) for n in range(4)])
            with self.subTest(seed):
                main = numbers(page.main)
                self.assertEqual(len(main), len(set(main)))
                self.assertEqual(len(page.recent), RECENT_LENGTH)
                for place, length in PLACES.items():
                    self.assertEqual(len(page.places[place]), length)
