import threading

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.test import TestCase, TransactionTestCase

from articles import numbers
from articles.models import HIGHEST_NUMBER, Story
from tests.concurrency import both


def ahead(by):
    """A number that lies so far beyond the sequence; the sequence outlives tests."""
    return numbers.allot().number + by


class NextNumberTests(TestCase):
    def test_a_story_is_given_the_number_after_the_last_one(self):
        first = numbers.allot()
        self.assertEqual(numbers.allot().number, first.number + 1)

    def test_a_number_that_was_given_and_rolled_back_is_not_given_again(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            lost = numbers.allot().number
            raise ZeroDivisionError
        self.assertGreater(numbers.allot().number, lost)


class RequestedNumberTests(TestCase):
    def test_a_free_number_is_given(self):
        wanted = ahead(50)
        self.assertEqual(numbers.allot(wanted).number, wanted)
        self.assertTrue(Story.objects.filter(number=wanted).exists())

    def test_a_number_ahead_of_the_sequence_is_never_given_twice(self):
        wanted = ahead(3)
        numbers.allot(wanted)
        given = [numbers.allot().number for _ in range(5)]
        self.assertEqual(given, [wanted + step for step in range(1, 6)])

    def test_the_very_next_number_may_be_asked_for(self):
        wanted = ahead(1)
        self.assertEqual(numbers.allot(wanted).number, wanted)
        self.assertEqual(numbers.allot().number, wanted + 1)

    def test_a_free_number_behind_the_sequence_leaves_the_sequence_alone(self):
        far = ahead(100)
        numbers.allot(far)
        self.assertEqual(numbers.allot(far - 40).number, far - 40)
        self.assertEqual(numbers.allot().number, far + 1)

    def test_a_taken_number_is_refused_by_name_and_the_transaction_goes_on(self):
        taken = numbers.allot().number
        with self.assertRaises(numbers.NumberTaken):
            numbers.allot(taken)
        self.assertEqual(numbers.allot().number, taken + 1)

    def test_numbers_outside_the_readable_range_are_refused(self):
        before = Story.objects.aggregate(Max("number"))
        for wanted in (0, -1, HIGHEST_NUMBER, HIGHEST_NUMBER + 1, 10**30):
            with self.subTest(wanted), self.assertRaises(numbers.NumberTaken):
                numbers.allot(wanted)
        self.assertEqual(Story.objects.aggregate(Max("number")), before)

    def test_the_highest_number_that_may_be_asked_for_leaves_nine_times_as_many(self):
        self.assertGreaterEqual(HIGHEST_NUMBER - numbers.HIGHEST_ASKED, 9 * numbers.HIGHEST_ASKED)
        self.assertFalse(self._moves_the_sequence(numbers.HIGHEST_ASKED + 1))
        self.assertTrue(self._moves_the_sequence(numbers.HIGHEST_ASKED))

    def _moves_the_sequence(self, number):
        """Whether it would be moved; really moved, it would stay there for all other tests."""
        said = []

        def stop(execute, sql, params, many, context):
            if "setval" not in sql:
                return execute(sql, params, many, context)
            said.append(sql)
            raise IntegrityError

        with connection.execute_wrapper(stop), self.assertRaises(numbers.NumberTaken):
            numbers.allot(number)
        return bool(said)


class TwoAtOnceTests(TransactionTestCase):
    def test_of_two_that_ask_for_one_number_only_one_gets_it(self):
        wanted = ahead(10)
        outcomes = both(lambda: numbers.allot(wanted), lambda: numbers.allot(wanted))
        self.assertCountEqual([type(outcome) for outcome in outcomes], [Story, numbers.NumberTaken])

    def test_whoever_takes_the_next_number_meanwhile_is_not_refused(self):
        wanted = ahead(1)
        is_asked, is_given, given = threading.Event(), threading.Event(), []

        def ask():
            with transaction.atomic():
                numbers.allot(wanted)
                is_asked.set()
                is_given.wait(5)

        def take():
            is_asked.wait(5)
            given.append(numbers.allot().number)
            is_given.set()

        outcomes = both(ask, take)
        self.assertEqual(outcomes, [None, None])
        self.assertEqual(given, [wanted + 1])
