"""What is counted as a read, what is not, and how counts come into the database."""

import tempfile
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from django.db import DatabaseError
from django.test import SimpleTestCase, TestCase

from articles import publishing, reads
from articles.models import MostRead, ReadCount, Span
from articles.querysets import database_now
from articles.reads import Tally
from articles.seen import Seen
from tests.builders import make_article, make_draft, make_language

HOUR = timedelta(hours=1)
HERE = ("192.0.2.7", "Mozilla/5.0 Firefox")


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


class BotTests(SimpleTestCase):
    def test_bots_are_known_by_their_names_and_people_by_theirs(self):
        for agent in (
            "",
            "Mozilla/5.0 (compatible; Googlebot/2.1)",
            "Mozilla/5.0 HeadlessChrome/156.0",
            "python-requests/2.32",
            "curl/8.5.0",
            "facebookexternalhit/1.1",
        ):
            self.assertTrue(reads.is_bot(agent), agent)
        for agent in (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1",
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156",
        ):
            self.assertFalse(reads.is_bot(agent), agent)


class TallyTests(SimpleTestCase):
    def setUp(self):
        self.clock = Clock()
        self.tally = Tally(self.clock)

    def test_a_repeat_is_none_also_after_an_hour(self):
        for _ in range(3):
            self.tally.add(7, 1, *HERE)
        self.assertEqual(self.tally.take(), {(7, 1): 1})
        self.clock.now += reads.HOUR_SECONDS + 1
        self.tally.add(7, 1, *HERE)
        self.assertEqual(self.tally.take(), {})

    def test_a_repeat_at_another_worker_is_none(self):
        with tempfile.TemporaryDirectory() as folder:
            first, second = (Tally(seen=Seen(Path(folder))) for _ in range(2))
            first.add(7, 1, *HERE)
            second.add(7, 1, *HERE)
            second.add(8, 1, *HERE)
        self.assertEqual((first.take(), second.take()), ({(7, 1): 1}, {(8, 1): 1}))

    def test_one_sender_counts_only_so_often_in_an_hour(self):
        with patch.object(reads, "MOST_FROM_ONE", 2):
            for number in range(4):
                self.tally.add(number, 1, *HERE)
            self.clock.now += reads.HOUR_SECONDS + 1
            # What found no room was not remembered either.
            self.tally.add(3, 1, *HERE)
        self.assertEqual(self.tally.take(), {(0, 1): 1, (1, 1): 1, (3, 1): 1})

    def test_others_stories_and_languages_are_counted_apart(self):
        self.tally.add(7, 1, *HERE)
        self.tally.add(7, 1, "192.0.2.8", HERE[1])
        self.tally.add(7, 1, HERE[0], "Mozilla/5.0 Safari")
        self.tally.add(7, 2, *HERE)
        self.tally.add(8, 1, *HERE)
        self.assertEqual(self.tally.take(), {(7, 1): 3, (7, 2): 1, (8, 1): 1})

    def test_a_batch_is_due_every_few_seconds_if_there_is_something_in_it(self):
        self.assertFalse(self.tally.add(7, 1, *HERE))
        self.clock.now += reads.FLUSH_SECONDS
        self.assertTrue(self.tally.add(8, 1, *HERE))
        self.tally.take()
        self.assertFalse(self.tally.add(9, 1, *HERE))
        self.tally.take()
        self.clock.now += reads.FLUSH_SECONDS
        self.assertFalse(self.tally.add(9, 1, *HERE))

    def test_memory_is_bounded_whatever_comes(self):
        with (
            patch.object(reads, "MOST_PENDING", 10),
            patch.object(reads, "MOST_SENDERS", 20),
            patch.object(reads, "MOST_FROM_ONE", 5),
        ):
            for number in range(100):
                self.tally.add(number, 1, *HERE)
            self.assertEqual(len(self.tally.take()), 5)
            for number in range(100):
                self.tally.add(number, 1, f"192.0.2.{number}", "Firefox")
            self.assertEqual(len(self.tally.take()), 10)
            for number in range(100):
                self.tally.add(number % 3, 1, f"198.51.100.{number}", "Firefox")
            self.assertEqual(sum(self.tally.take().values()), 20 - 1 - 10)
            self.assertLessEqual(len(self.tally._senders), 20)

    def test_nothing_in_memory_names_the_reader(self):
        self.tally.add(7, 1, *HERE)
        kept = repr(vars(self.tally))
        for word in HERE:
            self.assertNotIn(word, kept)


class FlushTests(TestCase):
    def setUp(self):
        self.article = make_article()
        self.key = (self.article.story_id, self.article.language_id)

    def counted(self):
        return {row.article_id: row.reads for row in ReadCount.objects.all()}

    def test_counts_of_an_hour_add_up(self):
        reads.flush({self.key: 2})
        reads.flush({self.key: 3})
        self.assertEqual(self.counted(), {self.article.pk: 5})
        hour = ReadCount.objects.get().hour
        self.assertEqual((hour.minute, hour.second), (0, 0))

    def test_what_readers_may_not_see_is_not_counted(self):
        gone = publishing.withdraw(make_article(), "")
        later = make_article(at=database_now() + HOUR)
        hidden = {(one.story_id, one.language_id): 9 for one in (gone, later, make_draft())}
        elsewhere = (self.article.story_id, make_language("uk").pk)
        reads.flush({**hidden, elsewhere: 9, (10**9, 1): 9})
        self.assertEqual(self.counted(), {})

    def test_numbers_that_do_not_exist_keep_no_list_young(self):
        reads.flush({self.key: 2})
        old = database_now() - HOUR
        MostRead.objects.update(counted_at=old)
        reads.flush({(10**9, 1): 9})
        self.assertEqual(MostRead.objects.first().counted_at, old)

    def test_a_storm_costs_a_few_statements(self):
        articles = [make_article() for _ in range(20)]
        counts = {(one.story_id, one.language_id): 1 for one in articles}
        reads.flush(counts)
        # Savepoint, its release, who is visible, the counts, and whether the lists are fresh.
        with self.assertNumQueries(6):
            reads.flush(counts)

    def test_a_batch_that_fails_is_lost_and_nothing_else(self):
        with (
            patch.object(ReadCount.objects, "add", side_effect=DatabaseError("gone")),
            self.assertLogs("articles.reads", "WARNING") as said,
        ):
            reads.flush({self.key: 2})
        self.assertIn("A batch of 2 reads was lost.", said.output[0])
        reads.flush({self.key: 1})
        self.assertEqual(self.counted(), {self.article.pk: 1})


class OrderTests(TestCase):
    def setUp(self):
        self.language = make_language("en")

    def read(self, article, count, hours_ago=0):
        ReadCount.objects.create(
            article=article,
            language=article.language,
            hour=database_now() - hours_ago * HOUR,
            reads=count,
        )

    def order(self, span, language=None):
        rows = MostRead.objects.filter(span=span, language=language or self.language)
        return [(row.article.headline, row.reads) for row in rows.select_related("article")]

    def test_today_and_this_week_are_counted_apart_and_by_edition(self):
        today, week, old = (make_article(headline=name) for name in ("Today", "Week", "Old"))
        other = make_article("uk", headline="Українською")
        self.read(today, 3)
        self.read(today, 4, hours_ago=23)
        self.read(week, 50, hours_ago=25)
        self.read(old, 99, hours_ago=7 * 24 + 1)
        self.read(other, 1)
        MostRead.objects.renew()
        self.assertEqual(self.order(Span.DAY), [("Today", 7)])
        self.assertEqual(self.order(Span.WEEK), [("Week", 50), ("Today", 7)])
        self.assertEqual(self.order(Span.DAY, other.language), [("Українською", 1)])
        firsts = MostRead.objects.filter(position=0).values_list("span", "language__code")
        self.assertEqual(set(firsts), {(span, code) for span in Span for code in ("en", "uk")})

    def test_lists_are_made_anew_only_when_they_are_some_minutes_old(self):
        article = make_article(headline="Read")
        self.read(article, 1)
        MostRead.objects.renew()
        self.read(article, 1, hours_ago=1)
        MostRead.objects.renew()
        self.assertEqual(self.order(Span.DAY), [("Read", 1)])
        MostRead.objects.update(counted_at=database_now() - HOUR)
        MostRead.objects.renew()
        self.assertEqual(self.order(Span.DAY), [("Read", 2)])

    def test_counts_that_no_list_asks_for_are_deleted(self):
        self.read(make_article(), 1, hours_ago=9 * 24)
        MostRead.objects.renew()
        self.assertFalse(ReadCount.objects.exists())

    def test_rows_read_as_what_they_are(self):
        article = make_article()
        self.read(article, 3)
        MostRead.objects.renew()
        self.assertRegex(str(ReadCount.objects.get()), rf"^{article.pk}, \d{{4}}-.*: 3$")
        self.assertEqual(str(MostRead.objects.get(span="day")), f"day 0: {article.pk}")
