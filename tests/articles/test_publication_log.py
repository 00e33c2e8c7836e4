"""The publication log: each verb's line, and what readers saw at any past minute."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import TestCase

from articles import publishing, revisions
from articles.content import Content
from articles.models import Change, Publication
from articles.querysets import database_now
from tests.builders import make_article, make_draft

HOUR = timedelta(hours=1)


def shown(article, at):
    """
    What readers see at a moment, read from the log alone, as its docstring has it.

    A line holds from its moment; a first publication and a new moment rule the future from when
    they were recorded.
    """
    for line in article.publications.order_by("-pk"):
        rules_at_once = line.change in (Change.FIRST, Change.REDATE)
        if line.from_moment <= at or (rules_at_once and line.recorded_at <= at):
            has_ended = line.until is not None and line.until <= at
            return None if line.from_moment > at or has_ended else line.revision
    return None


class LineTests(TestCase):
    def setUp(self):
        self.editor = User.objects.create(username="desk")

    def line(self, article):
        return article.publications.first()

    def test_a_first_publication_is_from_now(self):
        article = publishing.publish(make_draft(), by=self.editor)
        line = self.line(article)
        self.assertEqual((line.change, line.revision), (Change.FIRST, article.live_revision))
        self.assertEqual((line.from_moment, line.until), (article.published_at, None))
        self.assertEqual(line.made_by, self.editor)

    def test_a_first_publication_with_a_moment_in_the_past_is_from_now_all_the_same(self):
        before = database_now()
        article = make_article(at=before - HOUR)
        self.assertGreaterEqual(self.line(article).from_moment, before)

    def test_a_schedule_is_a_line_whose_moment_has_not_come(self):
        due = database_now() + HOUR
        self.assertEqual(self.line(make_article(at=due)).from_moment, due)

    def test_a_change_is_logged_as_what_the_newsroom_says_it_is(self):
        article = make_article()
        for change in (Change.UPDATE, Change.CORRECTION, Change.SLIP):
            with self.subTest(change):
                revision = revisions.save(article, Content(headline=f"A bridge: {change}"))
                before = database_now()
                publishing.publish(article, change=change, by=self.editor)
                line = self.line(article)
                self.assertEqual((line.change, line.revision), (change, revision))
                self.assertGreaterEqual(line.from_moment, before)

    def test_an_unnamed_change_is_an_update(self):
        self.assertEqual(self.line(publishing.publish(make_article())).change, Change.UPDATE)

    def test_a_withdrawal_has_no_revision_but_its_note(self):
        article = publishing.withdraw(make_article(), "The source took it back.", by=self.editor)
        line = self.line(article)
        self.assertEqual((line.change, line.revision, line.until), (Change.WITHDRAWAL, None, None))
        self.assertEqual((line.note, line.made_by), ("The source took it back.", self.editor))

    def test_an_end_stands_in_the_line(self):
        end = database_now() + HOUR
        article = make_article(expires_at=end)
        self.assertEqual(self.line(article).until, end)
        publishing.expire(article, end + HOUR, by=self.editor)
        self.assertEqual(
            (self.line(article).until, self.line(article).made_by), (end + HOUR, self.editor)
        )
        publishing.expire(article, None)
        self.assertIsNone(self.line(article).until)

    def test_new_moments_of_what_readers_do_not_see_leave_no_line(self):
        draft = make_draft("uk")
        publishing.expire(draft, database_now() + HOUR)
        publishing.embargo(draft, database_now())
        self.assertFalse(draft.publications.exists())
        withdrawn = publishing.withdraw(make_article("ru"), "")
        publishing.redate(withdrawn, database_now() - HOUR)
        self.assertEqual(self.line(withdrawn).change, Change.WITHDRAWAL)

    def test_a_line_reads_as_article_change_and_moment(self):
        line = Publication.objects.get(article=make_article())
        self.assertEqual(str(line), f"{line.article_id} first {line.from_moment:%Y-%m-%d %H:%M}")


class PastMinuteTests(TestCase):
    def assert_log_agrees(self, article, *moments):
        """At each moment from now on, the log says what the live row would show."""
        live = type(article).objects.get(pk=article.pk)
        for moment in moments:
            expected = live.live_revision if live.is_visible(moment) else None
            self.assertEqual(shown(article, moment), expected, moment)

    def test_the_page_of_a_past_minute_is_the_revision_of_its_line(self):
        article = make_article(headline="One")
        first, after_first = article.live_revision, database_now()
        revisions.save(article, Content(headline="Two"))
        second = publishing.publish(article, change=Change.CORRECTION).live_revision
        after_second = database_now()
        publishing.withdraw(article, "")
        self.assertEqual(shown(article, after_first), first)
        self.assertEqual(shown(article, after_second), second)
        self.assertIsNone(shown(article, database_now()))

    def test_a_schedule_withdrawn_before_it_was_due_never_came(self):
        due = database_now() + HOUR
        article = publishing.withdraw(make_article(at=due), "")
        self.assert_log_agrees(article, database_now(), due + HOUR)

    def test_a_moved_schedule_never_came_at_its_old_moment(self):
        due = database_now() + HOUR
        article = make_article(at=due)
        publishing.publish(article, at=due + HOUR)
        self.assert_log_agrees(article, database_now(), due, due + HOUR)

    def test_an_embargo_moves_the_schedule_in_the_log_too(self):
        due = database_now() + HOUR
        article = publishing.embargo(make_article(at=due), due + HOUR)
        self.assert_log_agrees(article, database_now(), due, due + HOUR)

    def test_an_embargo_upon_what_readers_saw_leaves_the_past_as_it_was(self):
        article = make_article()
        seen_at, until = database_now(), database_now() + HOUR
        publishing.embargo(article, until)
        self.assertEqual(shown(article, seen_at), article.live_revision)
        self.assert_log_agrees(article, database_now(), until)

    def test_a_new_date_is_no_publication_before_it(self):
        due = database_now() + HOUR
        article = publishing.redate(make_article(at=due), due + HOUR)
        self.assert_log_agrees(article, database_now(), due, due + HOUR)

    def test_an_expired_article_is_not_shown_after_its_end(self):
        end = database_now() + HOUR
        article = publishing.expire(make_article(), end)
        self.assert_log_agrees(article, database_now(), end - timedelta(seconds=1), end)
