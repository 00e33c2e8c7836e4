"""The front page of now: pins, visibility, pictures, portraits, and what it costs."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles import publishing
from articles.content import PictureInUse
from articles.front import front
from articles.models import FrontSlot, MostRead, Place
from articles.querysets import database_now
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_language,
    make_picture,
    make_section,
    make_slot,
)

HOUR = timedelta(hours=1)


def headlines(cards):
    return [card.headline for card in cards]


class PinTests(TestCase):
    def setUp(self):
        self.language = make_language("en")
        now = timezone.now()
        self.old, *self.fresh = [
            make_article(headline=name, at=now - timedelta(minutes=minutes))
            for name, minutes in (("Old", 90), ("New", 1), ("Newer", 0))
        ]

    def lead(self, at=None):
        return front(self.language, at).lead.headline

    def test_a_pin_leads_while_it_stands(self):
        self.assertEqual(self.lead(), "Newer")
        make_slot(self.old, until=database_now() + HOUR)
        self.assertEqual(self.lead(), "Old")
        self.assertEqual(self.lead(database_now() + 2 * HOUR), "Newer")

    def test_a_pin_whose_time_has_not_come_does_not_lead_yet(self):
        make_slot(self.old, starts_at=database_now() + HOUR)
        self.assertEqual(self.lead(), "Newer")
        self.assertEqual(self.lead(database_now() + HOUR), "Old")

    def test_an_ended_pin_closes_up(self):
        slot = make_slot(self.old)
        FrontSlot.objects.filter(pk=slot.pk).update(ended_at=database_now())
        self.assertEqual(self.lead(), "Newer")

    def test_the_pin_beneath_takes_over_from_a_withdrawn_one(self):
        make_slot(self.old)
        make_slot(self.fresh[0])
        self.assertEqual(self.lead(), "New")
        publishing.withdraw(self.fresh[0], "")
        self.assertEqual(self.lead(), "Old")

    def test_pins_that_readers_may_not_see_close_up(self):
        later = make_article(headline="Later", at=database_now() + HOUR)
        held = publishing.embargo(make_article(headline="Held"), database_now() + HOUR)
        for article in (later, held, make_draft(headline="Draft")):
            make_slot(article)
            self.assertEqual(self.lead(), "Newer")
        self.assertEqual(self.lead(database_now() + 2 * HOUR), "Held")

    def test_an_expired_pin_closes_up(self):
        make_slot(publishing.expire(self.old, database_now() + HOUR))
        self.assertEqual(self.lead(), "Old")
        self.assertEqual(self.lead(database_now() + 2 * HOUR), "Newer")

    def test_a_pin_is_of_one_edition_and_needs_a_telling_there(self):
        ukrainian = make_article("uk", headline="Українською")
        make_slot(ukrainian)
        self.assertEqual(self.lead(), "Newer")
        make_slot(ukrainian, language=self.language)
        self.assertEqual(self.lead(), "Newer")

    def test_pins_keep_the_editors_order(self):
        for position, article in ((2, self.fresh[1]), (1, self.old)):
            make_slot(article, place=Place.SECOND, position=position)
        page = front(self.language)
        self.assertEqual(headlines(page.second), ["Old", "Newer"])
        self.assertEqual(page.lead.headline, "New")


class DressTests(TestCase):
    def setUp(self):
        self.language = make_language("en")

    def test_pictures_stand_where_they_belong_and_distressing_ones_nowhere(self):
        picture = make_picture()
        uses = (PictureInUse(picture.pk, "", "Caption", "Vira Lunna", "A bridge"),)
        make_article(headline="Grim", pictures=uses, is_distressing=True)
        self.assertIsNone(front(self.language).lead.use)
        make_article(headline="Bridge", pictures=uses)
        page = front(self.language)
        self.assertEqual((page.lead.use.picture, page.lead.use.alt), (picture, "A bridge"))
        self.assertIsNone(page.second[0].use)

    def test_columns_carry_their_first_writer_and_the_portrait(self):
        author, second = make_author("vira", en="Vira Lunna"), make_author("ostap", en="Ostap")
        author.portrait = make_picture()
        author.save()
        make_article(kind="columns", author_ids=(author.pk, second.pk))
        make_article(kind="columns")
        make_article()
        unsigned, signed = front(self.language).columns
        self.assertIsNone(unsigned.author)
        self.assertEqual(
            (signed.author.name, signed.author.portrait), ("Vira Lunna", author.portrait)
        )

    def test_sections_stand_in_their_order_and_only_with_a_name_and_news(self):
        first, nameless, empty = (
            make_section("region", en="Region"),
            make_section("garden", uk="Город"),
            make_section("sport", en="Sport"),
        )
        for number in range(6):
            make_article(headline=f"R{number}", section_id=first.pk)
            make_article(headline=f"G{number}", section_id=nameless.pk)
        page = front(self.language)
        self.assertEqual([block.section.name for block in page.blocks], ["Region"])
        self.assertNotIn(empty, [block.section for block in page.blocks])


class CostTests(TestCase):
    def setUp(self):
        self.language = make_language("en")
        self.sections = [make_section(f"s{number}", en=f"S{number}") for number in range(3)]

    def publish(self, count):
        author = make_author(f"author-{count}")
        for number in range(count):
            make_article(
                section_id=self.sections[number % 3].pk,
                kind=("news", "columns")[number % 2],
                author_ids=(author.pk,),
            )

    def test_the_present_costs_four_statements_however_much_there_is(self):
        for count in (2, 20):
            self.publish(count)
            with self.assertNumQueries(4):
                front(self.language)

    def test_a_moment_costs_one_more(self):
        self.publish(4)
        make_article(pictures=(PictureInUse(make_picture().pk),))
        at = database_now()
        with self.assertNumQueries(5):
            front(self.language, at)

    def test_the_most_read_are_shown_as_long_as_somebody_counts(self):
        articles = [make_article(headline=name) for name in ("A", "B", "C")]
        now = database_now()
        for position, article in enumerate(articles):
            MostRead.objects.create(
                language=self.language,
                span="day",
                position=position,
                article=article,
                reads=9 - position,
                counted_at=now,
            )
        publishing.withdraw(articles[1], "")
        self.assertEqual(headlines(front(self.language).most_read), ["A", "C"])
        self.assertEqual(front(self.language, now).most_read, [])
        MostRead.objects.update(counted_at=now - 7 * HOUR)
        self.assertEqual(front(self.language).most_read, [])
