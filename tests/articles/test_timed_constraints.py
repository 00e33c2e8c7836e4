"""What the database refuses of slots, banners, advertising and counts, and what it keeps."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.db.models.functions import Now
from django.test import TestCase

from articles.models import AdSlot, Banner, FrontSlot, MostRead, ReadCount
from articles.querysets import database_now
from tests.builders import make_article, make_picture, make_slot
from tests.constraints import constraint_broken_by, names_of

HOUR = timedelta(hours=1)
LATER = Now() + timedelta(hours=9)
TIMED = (FrontSlot, Banner, AdSlot, ReadCount, MostRead)


class ConstraintTests(TestCase):
    def setUp(self):
        self.article = make_article()
        self.language = self.article.language
        self.now = database_now()

    def slot(self, **values):
        return lambda: make_slot(self.article, **values)

    def banner(self, **values):
        values = {"language": self.language, "text": "Flood", "until": self.now + HOUR} | values
        return lambda: Banner.objects.create(**values)

    def ad(self, **values):
        return lambda: AdSlot.objects.create(language=self.language, place="side", **values)

    def count(self, model, *several, **values):
        shared = {"language": self.language, "article": self.article, "reads": 1} | values
        return lambda: [model.objects.create(**shared, **one) for one in several]

    def attempts(self):
        """By the constraint's name, what it must refuse."""
        before, after = self.now - HOUR, self.now + HOUR
        first = {"span": "day", "position": 0, "counted_at": self.now}
        return [
            ("frontslot_begins_when_set", self.slot(starts_at=before)),
            ("frontslot_ends_after_its_start", self.slot(starts_at=after, until=after)),
            ("front_slot_place_is_known", self.slot(place="cellar")),
            ("banner_begins_when_set", self.banner(starts_at=before)),
            ("banner_ends_after_its_start", self.banner(starts_at=after, until=after)),
            ("banner_says_something", self.banner(text="")),
            ("banner_leads_to_one_place", self.banner(story=self.article.story, address="/")),
            ("banner_has_an_end", self.banner(until=None)),
            ("ad_slot_ends_after_its_start", self.ad(starts_at=after, ends_at=after)),
            ("ad_picture_has_words", self.ad(picture=make_picture())),
            ("one_count_per_article_and_hour", self.count(ReadCount, {}, {}, hour=self.now)),
            ("most_read_order_is_exact", self.count(MostRead, first, first)),
            ("most_read_span_is_known", self.count(MostRead, first | {"span": "year"})),
        ]

    def test_each_is_kept_by_the_database(self):
        for name, act in self.attempts():
            with self.subTest(name):
                self.assertEqual(constraint_broken_by(act), name)

    def test_none_is_declared_without_being_tried_here(self):
        self.assertEqual({name for name, _act in self.attempts()}, names_of(*TIMED))

    def test_what_the_constraints_allow_is_stored(self):
        after = self.now + HOUR
        for number, act in enumerate(
            [
                self.slot(),
                self.slot(starts_at=after, until=after + HOUR),
                self.banner(story=self.article.story),
                self.banner(address="/eng/"),
                self.ad(starts_at=self.now),
                self.ad(ends_at=self.now),
                self.ad(picture=make_picture(), house_text="A paper on a table"),
            ]
        ):
            with self.subTest(number):
                self.assertIsNone(constraint_broken_by(act))


class HistoryTests(TestCase):
    """The triggers that let a slot or a banner end, and do nothing else to it."""

    def setUp(self):
        self.article = make_article()
        self.user = User.objects.create(username="desk")
        make_slot(self.article)
        Banner.objects.create(
            language=self.article.language, text="Flood", until=database_now() + HOUR
        )

    def refused(self, act):
        with self.assertRaises(IntegrityError) as refusal, transaction.atomic():
            act()
        self.assertEqual(refusal.exception.__cause__.sqlstate, "23001")
        self.assertIn("stay for ever", str(refusal.exception))

    def test_nothing_but_the_end_is_ever_changed(self):
        for model in (FrontSlot, Banner):
            row = model.objects
            for number, act in enumerate(
                [
                    lambda row=row: row.update(starts_at=database_now() + HOUR),
                    lambda row=row: row.update(until=database_now() + 2 * HOUR),
                    lambda row=row: row.update(made_by=self.user),
                    lambda row=row: row.update(ended_by=self.user),
                    lambda row=row: row.update(
                        until=database_now() + 9 * HOUR, ended_at=database_now()
                    ),
                    lambda row=row: row.all().delete(),
                    lambda row=row: row.get().delete(),
                    lambda row=row: row.get().save(),
                ]
            ):
                with self.subTest(model.__name__, number=number):
                    self.refused(act)

    def test_the_end_is_the_database_s_now_whatever_was_asked(self):
        for model in (FrontSlot, Banner):
            before = database_now()
            model.objects.update(ended_at=before - 9 * HOUR, ended_by=self.user)
            row = model.objects.get()
            self.assertTrue(before <= row.ended_at <= database_now())
            self.assertEqual(row.lifetime.upper, row.ended_at)
            self.assertFalse(model.objects.standing().exists())

    def test_it_ends_once(self):
        FrontSlot.objects.update(ended_at=database_now())
        self.refused(lambda: FrontSlot.objects.update(ended_at=database_now()))
        self.refused(lambda: FrontSlot.objects.update(ended_at=None))

    def test_what_is_ended_before_it_begins_never_stands(self):
        begins = database_now() + HOUR
        slot = make_slot(self.article, starts_at=begins, until=begins + HOUR)
        slots = FrontSlot.objects.filter(pk=slot.pk)
        self.assertTrue(slots.standing(begins).exists())
        slots.update(ended_at=database_now())
        for at in (database_now(), begins, begins + HOUR):
            self.assertFalse(slots.standing(at).exists())

    def test_what_it_points_to_is_not_deleted(self):
        make_slot(self.article, made_by=self.user)
        for thing in (self.article.language, self.user):
            with self.assertRaises(ProtectedError):
                thing.delete()
