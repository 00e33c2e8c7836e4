import zoneinfo
from datetime import UTC, date, datetime, timedelta
from unittest import mock

from django.db import IntegrityError, transaction
from django.test import TestCase, TransactionTestCase

from articles import numbers, publishing, revisions
from articles.content import Content, PictureInUse
from articles.models import Article, Change, Origin, Picture, Revision, State
from articles.querysets import database_now
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_language,
    make_picture,
    make_tag,
)
from tests.concurrency import both

HOUR = timedelta(hours=1)
YEARS = timedelta(days=4000)


def is_shown(article, at=None):
    return Article.objects.visible(at).filter(pk=article.pk).exists()


def answer(article):
    return Article.objects.with_answer().get(pk=article.pk).answer


class PublishTests(TestCase):
    def test_publishing_copies_the_newest_draft_onto_the_live_row(self):
        article = make_draft(
            headline="A bridge", lead="It opens.", body="<p>Today.</p>", kind="articles", urgency=2
        )
        before = database_now()
        live = publishing.publish(article)
        stored = Article.objects.get(pk=article.pk)
        self.assertEqual(stored.state, State.PUBLISHED)
        self.assertEqual(stored.live_revision, stored.draft_revision)
        self.assertEqual(
            (stored.headline, stored.lead, stored.kind, stored.urgency),
            ("A bridge", "It opens.", "articles", 2),
        )
        self.assertIn("Today.", stored.body)
        self.assertIn("Today.", stored.rendered)
        self.assertTrue(before <= stored.published_at <= database_now())
        self.assertEqual(live, stored)
        self.assertIsNone(stored.updated_at)

    def test_rows_beside_the_article_follow_the_revision_in_order(self):
        authors = [make_author("vira"), make_author("oleh")]
        tags = [make_tag("rivers"), make_tag("bridges"), make_tag("tolls")]
        pinned, picture = numbers.allot(), make_picture()
        article = make_article(
            author_ids=tuple(author.pk for author in authors),
            tag_ids=tuple(tag.pk for tag in tags),
            pin_numbers=(pinned.pk,),
            pictures=(PictureInUse(picture.pk, "", "A pier", "Photo", "A pier of stone"),),
        )
        self.assertEqual([one.author for one in article.bylines.all()], authors)
        self.assertEqual([one.tag for one in article.taggings.all()], tags)
        self.assertEqual([one.story for one in article.pins.all()], [pinned])
        use = article.picture_uses.get()
        self.assertEqual((use.picture, use.caption, use.credit), (picture, "A pier", "Photo"))

        revisions.save(article, Content(headline="A bridge", tag_ids=(tags[2].pk, tags[0].pk)))
        live = publishing.publish(article)
        self.assertEqual([one.tag for one in live.taggings.all()], [tags[2], tags[0]])
        self.assertFalse(live.bylines.exists() or live.pins.exists() or live.picture_uses.exists())
        self.assertTrue(Picture.objects.filter(pk=picture.pk).exists())

    def test_a_chosen_revision_goes_live_while_a_newer_draft_waits(self):
        article = make_draft(headline="Chosen")
        chosen = article.draft_revision
        newest = revisions.save(article, Content(headline="Not yet"))
        live = publishing.publish(article, revision=chosen)
        self.assertEqual(live.headline, "Chosen")
        self.assertEqual(Article.objects.get(pk=live.pk).draft_revision, newest)

    def test_readers_need_a_headline(self):
        empty = Article.objects.create(story=numbers.allot(), language=make_language())
        for article in (make_draft("uk", headline="   "), empty):
            with self.subTest(article), self.assertRaises(publishing.NotPublishable) as refused:
                publishing.publish(article)
            self.assertEqual(refused.exception.missing, ["headline"])
            self.assertEqual(answer(article), "unknown")
            self.assertFalse(article.publications.exists())

    def test_a_refusal_in_the_middle_leaves_all_as_it_was(self):
        article = make_article(headline="A bridge")
        revisions.save(article, Content(headline="Another", tag_ids=(0,)))
        with self.assertRaises(IntegrityError), transaction.atomic():
            publishing.publish(article)
            transaction.get_connection().check_constraints()
        self.assertEqual(Article.objects.get(pk=article.pk).headline, "A bridge")
        self.assertEqual(article.publications.count(), 1)

    def test_submitting_moves_a_draft_and_nothing_else(self):
        draft, published = make_draft("uk"), make_article("ru")
        publishing.submit(draft)
        publishing.submit(published)
        self.assertEqual(Article.objects.get(pk=draft.pk).state, State.SUBMITTED)
        self.assertEqual(Article.objects.get(pk=published.pk).state, State.PUBLISHED)
        self.assertTrue(is_shown(publishing.publish(draft)))


class StaleDraftTests(TestCase):
    def test_a_correction_published_meanwhile_is_never_taken_back(self):
        article = make_article(headline="Two dead")
        base = article.live_revision
        corrected = revisions.save(article, Content(headline="Nobody dead"))
        publishing.publish(article, change=Change.CORRECTION)
        late = Revision.objects.create(
            article=article, base=base, headline="Two dead, says mayor", origin=Origin.EDITOR
        )
        for old in (late, base):
            with self.subTest(old), self.assertRaises(publishing.StaleDraft) as refused:
                publishing.publish(article, revision=old)
            self.assertEqual(refused.exception.live, corrected)
            self.assertIn(str(corrected.pk), str(refused.exception))
        self.assertEqual(Article.objects.get(pk=article.pk).headline, "Nobody dead")

    def test_a_draft_written_upon_the_correction_goes_live(self):
        article = make_article(headline="Two dead")
        revisions.save(article, Content(headline="Nobody dead"))
        publishing.publish(article, change=Change.CORRECTION)
        revisions.save(article, Content(headline="Nobody dead, says mayor"))
        self.assertEqual(publishing.publish(article).headline, "Nobody dead, says mayor")


class ChangeTests(TestCase):
    def test_updates_and_corrections_say_when_and_slips_do_not(self):
        for change, is_said in [
            (None, True),
            (Change.UPDATE, True),
            (Change.CORRECTION, True),
            (Change.SLIP, False),
        ]:
            with self.subTest(change):
                article = make_article("en")
                before = database_now()
                live = publishing.publish(article, change=change)
                self.assertEqual(live.updated_at is not None and live.updated_at >= before, is_said)

    def test_the_moment_of_a_change_may_be_given(self):
        at = database_now() - HOUR
        article = make_article(at=at - HOUR)
        self.assertEqual(publishing.publish(article, changed_at=at).updated_at, at)

    def test_a_slip_keeps_the_word_of_an_earlier_update(self):
        article = make_article()
        updated_at = publishing.publish(article).updated_at
        self.assertEqual(publishing.publish(article, change=Change.SLIP).updated_at, updated_at)

    def test_a_change_keeps_the_first_moment_and_the_address(self):
        article = make_article(at=database_now() - YEARS)
        address = article.get_absolute_url()
        live = publishing.publish(article, at=database_now())
        self.assertEqual(live.published_at, article.published_at)
        self.assertEqual(live.get_absolute_url(), address)


class ScheduleTests(TestCase):
    def test_a_scheduled_article_is_unknown_until_its_second(self):
        due = database_now() + HOUR
        article = make_article(at=due)
        self.assertFalse(is_shown(article))
        self.assertFalse(is_shown(article, due - timedelta(microseconds=1)))
        self.assertTrue(is_shown(article, due))
        self.assertEqual(answer(article), "unknown")
        self.assertEqual(article.state, State.PUBLISHED)

    def test_an_article_is_visible_from_the_databases_now(self):
        article = make_article(at=database_now())
        self.assertTrue(is_shown(article))
        self.assertEqual(answer(article), "page")

    def test_a_worker_with_a_wrong_clock_publishes_nothing_early_and_nothing_late(self):
        scheduled = make_article("uk", at=database_now() + HOUR)
        published = make_article("ru")
        for wrong in (datetime(2099, 1, 1, tzinfo=UTC), datetime(1999, 1, 1, tzinfo=UTC)):
            with (
                self.subTest(wrong),
                mock.patch("django.utils.timezone.now", return_value=wrong),
                mock.patch("time.time", return_value=wrong.timestamp()),
            ):
                self.assertFalse(is_shown(scheduled))
                self.assertEqual(answer(scheduled), "unknown")
                self.assertTrue(is_shown(published))
                at_once = make_article("en")
                self.assertLess(abs(at_once.published_at - database_now()), HOUR)
                self.assertTrue(is_shown(at_once))

    def test_an_edit_before_the_moment_keeps_the_plan_and_is_no_update(self):
        due = database_now() + HOUR
        article = make_article(at=due)
        revisions.save(article, Content(headline="A bridge, finally"))
        live = publishing.publish(article, change=Change.CORRECTION)
        self.assertEqual((live.published_at, live.updated_at), (due, None))
        self.assertEqual(live.publications.first().change, Change.FIRST)

    def test_a_new_plan_takes_the_place_of_the_old_one_with_its_day(self):
        due = datetime(2101, 5, 5, 12, tzinfo=UTC)
        article = make_article(at=due)
        live = publishing.publish(article, at=due + timedelta(days=1))
        self.assertEqual(live.published_at, due + timedelta(days=1))
        self.assertEqual(live.address_date, date(2101, 5, 6))

    def test_a_moment_in_the_past_is_taken_as_it_is(self):
        at = database_now() - YEARS
        article = make_article(at=at)
        self.assertEqual(article.published_at, at)
        self.assertTrue(is_shown(article, at))


class AddressDateTests(TestCase):
    def test_the_day_is_the_editions_own(self):
        kyiv = "Europe/Kyiv"
        for moment, zone, day in [
            ("2024-11-07T21:59:59", kyiv, date(2024, 11, 7)),
            ("2024-11-07T23:30:00", kyiv, date(2024, 11, 8)),
            # The clocks go forward on 29 March 2026 and back on 25 October.
            ("2026-03-28T21:59:59", kyiv, date(2026, 3, 28)),
            ("2026-03-28T22:00:00", kyiv, date(2026, 3, 29)),
            ("2026-03-29T20:59:59", kyiv, date(2026, 3, 29)),
            ("2026-03-29T21:00:00", kyiv, date(2026, 3, 30)),
            ("2026-10-24T21:00:00", kyiv, date(2026, 10, 25)),
            ("2026-10-25T21:59:59", kyiv, date(2026, 10, 25)),
            ("2026-10-25T22:00:00", kyiv, date(2026, 10, 26)),
            ("2024-11-07T23:30:00", "America/New_York", date(2024, 11, 7)),
        ]:
            with self.subTest(moment, zone=zone):
                language = make_language("en")
                language.time_zone = zone
                language.save()
                at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
                article = make_article(language, at=at)
                self.assertEqual(Article.objects.get(pk=article.pk).address_date, day)
                self.assertIn(f"{day:/%Y/%m/%d/}", article.get_absolute_url())

    def test_both_passes_of_the_doubled_hour_are_kept_apart(self):
        kyiv = zoneinfo.ZoneInfo("Europe/Kyiv")
        first = datetime(2026, 10, 25, 3, 30, tzinfo=kyiv)
        keys = [make_article("en", at=first.replace(fold=fold)).pk for fold in (0, 1)]
        earlier, later = (Article.objects.get(pk=key) for key in keys)
        self.assertEqual(later.published_at - earlier.published_at, HOUR)


class TwoAtOnceTests(TransactionTestCase):
    def test_two_that_publish_leave_both_lines_and_one_whole_revision(self):
        article = make_draft(headline="One", tag_ids=(make_tag("one").pk,))
        second = Content(headline="Two", tag_ids=(make_tag("two").pk,))
        revisions.save(article, second)
        outcomes = both(lambda: publishing.publish(article), lambda: publishing.publish(article))
        self.assertEqual([type(outcome) for outcome in outcomes], [Article, Article])
        changes = article.publications.order_by("pk").values_list("change", flat=True)
        self.assertEqual(list(changes), [Change.FIRST, Change.UPDATE])
        live = Article.objects.get(pk=article.pk)
        self.assertEqual(live.headline, live.live_revision.headline)
        self.assertEqual([tagging.tag.slug for tagging in live.taggings.all()], ["two"])

    def test_an_older_revision_published_at_the_same_time_never_wins(self):
        article = make_draft(headline="One")
        one = article.draft_revision
        two = revisions.save(article, Content(headline="Two"))
        both(
            lambda: publishing.publish(article, revision=one),
            lambda: publishing.publish(article, revision=two),
        )
        live = Article.objects.get(pk=article.pk)
        self.assertEqual((live.live_revision, live.headline), (two, "Two"))
