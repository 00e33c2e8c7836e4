"""Embargo, expiry, withdrawal, new dates: the verbs that take an article out of sight."""

from datetime import UTC, date, datetime, timedelta

from django.test import TestCase

from articles import publishing, revisions
from articles.content import Content, PictureInUse
from articles.models import Article, Change, Picture, State
from articles.querysets import database_now
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_language,
    make_picture,
    make_tag,
)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def is_shown(article, at=None):
    return Article.objects.visible(at).filter(pk=article.pk).exists()


def answer(article):
    return Article.objects.with_answer().get(pk=article.pk).answer


class EmbargoTests(TestCase):
    def setUp(self):
        self.until = database_now() + HOUR

    def test_an_embargoed_draft_published_now_is_seen_at_the_end_of_the_embargo(self):
        article = publishing.publish(publishing.embargo(make_draft(), self.until))
        self.assertEqual(article.published_at, self.until)
        self.assertEqual(answer(article), "unknown")
        self.assertTrue(is_shown(article, self.until))

    def test_an_embargo_is_stronger_than_an_earlier_plan_and_weaker_than_a_later_one(self):
        for code, planned in (("uk", self.until - HOUR / 2), ("ru", self.until + HOUR)):
            with self.subTest(planned):
                draft = publishing.embargo(make_draft(code), self.until)
                article = publishing.publish(draft, at=planned)
                self.assertEqual(article.published_at, max(planned, self.until))

    def test_an_embargo_raised_after_scheduling_moves_moment_day_and_lists(self):
        tag = make_tag()
        article = make_article(at=datetime(2101, 1, 1, 12, tzinfo=UTC), tag_ids=(tag.pk,))
        until = datetime(2101, 1, 3, 12, tzinfo=UTC)
        publishing.embargo(article, until)
        article.refresh_from_db()
        self.assertEqual((article.published_at, article.embargo_until), (until, until))
        self.assertEqual(article.address_date, date(2101, 1, 3))
        self.assertEqual(article.taggings.get().published_at, until)

    def test_an_embargo_upon_what_readers_saw_hides_it_and_keeps_its_address(self):
        article = make_article(at=database_now() - 9 * DAY)
        address = article.get_absolute_url()
        publishing.embargo(article, self.until)
        self.assertEqual(answer(article), "unknown")
        self.assertEqual(Article.objects.get(pk=article.pk).get_absolute_url(), address)

    def test_lifted_it_gives_what_readers_saw_its_moment_and_address_back(self):
        seen = database_now() - 9 * DAY
        for code, lift in (("uk", publishing.embargo), ("ru", self.lift_by_publishing)):
            with self.subTest(code):
                article = make_article(code, at=seen, tag_ids=(make_tag(code).pk,))
                address = article.get_absolute_url()
                publishing.embargo(article, self.until)
                publishing.embargo(article, self.until + HOUR)
                lift(article, None)
                article.refresh_from_db()
                self.assertTrue(is_shown(article))
                self.assertEqual(
                    (article.published_at, article.get_absolute_url()), (seen, address)
                )
                self.assertEqual(article.taggings.get().published_at, seen)

    def lift_by_publishing(self, article, until):
        """As where it was withdrawn meanwhile."""
        publishing.withdraw(article, "")
        publishing.embargo(article, until)
        publishing.publish(article)

    def test_lifted_it_shows_nothing_that_readers_had_not_seen(self):
        article = publishing.publish(publishing.embargo(make_draft(), self.until))
        publishing.embargo(article, None)
        article.refresh_from_db()
        self.assertEqual((article.published_at, answer(article)), (self.until, "unknown"))

    def test_a_withdrawn_article_republished_under_an_embargo_waits_for_its_end(self):
        article = publishing.withdraw(make_article(at=database_now() - DAY), "")
        publishing.embargo(article, self.until)
        live = publishing.publish(article)
        self.assertEqual(live.published_at, self.until)
        self.assertFalse(is_shown(live))

    def test_a_past_embargo_and_a_lifted_one_hold_nothing_back(self):
        past = publishing.embargo(make_draft("uk"), database_now() - HOUR)
        self.assertTrue(is_shown(publishing.publish(past)))
        lifted = publishing.embargo(publishing.embargo(make_draft("ru"), self.until), None)
        self.assertTrue(is_shown(publishing.publish(lifted)))


class EmbargoOfTranslationsTests(TestCase):
    def setUp(self):
        self.until = database_now() + HOUR
        self.source = make_draft("uk")

    def translate(self, source, code, **values):
        revision = Article.objects.get(pk=source.pk).draft_revision
        telling = revisions.begin(
            source.story,
            make_language(code),
            Content(headline="A bridge opens"),
            made_from=revision,
        )
        Article.objects.filter(pk=telling.pk).update(**values)
        return telling

    def embargo_of(self, article):
        return Article.objects.get(pk=article.pk).embargo_until

    def test_an_embargo_raised_later_holds_translations_of_translations_too(self):
        russian = self.translate(self.source, "ru")
        english = publishing.publish(self.translate(russian, "en"))
        publishing.embargo(self.source, self.until)
        self.assertEqual(self.embargo_of(russian), self.until)
        self.assertEqual(answer(english), "unknown")

    def test_it_follows_when_the_embargo_is_shortened_or_lifted(self):
        publishing.embargo(self.source, self.until)
        english = self.translate(self.source, "en")
        for until in (self.until - HOUR / 2, None):
            publishing.embargo(self.source, until)
            self.assertEqual(self.embargo_of(english), until)

    def test_a_longer_embargo_of_its_own_desk_stays(self):
        own = self.until + HOUR
        english = self.translate(self.source, "en", embargo_until=own)
        for until in (self.until, None):
            publishing.embargo(self.source, until)
            self.assertEqual(self.embargo_of(english), own)
        publishing.embargo(self.source, own + HOUR)
        self.assertEqual(self.embargo_of(english), own + HOUR)

    def test_two_tellings_made_from_each_other_do_not_turn_for_ever(self):
        english = self.translate(self.source, "en")
        Article.objects.filter(pk=self.source.pk).update(made_from=english.draft_revision)
        for until in (self.until, self.until, None):
            publishing.embargo(self.source, until)
            self.assertEqual(self.embargo_of(english), until)


class ExpiryTests(TestCase):
    def test_an_article_is_seen_until_its_end_and_gone_from_then_on(self):
        end = database_now() + HOUR
        article = make_article(expires_at=end)
        self.assertTrue(is_shown(article))
        self.assertTrue(is_shown(article, end - timedelta(microseconds=1)))
        self.assertFalse(is_shown(article, end))

    def test_an_expired_article_answers_gone(self):
        article = make_article(at=database_now() - DAY, expires_at=database_now() - HOUR)
        self.assertEqual(answer(article), "gone")
        self.assertFalse(is_shown(article))

    def test_a_change_keeps_the_end_and_a_new_end_replaces_it(self):
        end = database_now() + HOUR
        article = make_article(expires_at=end)
        self.assertEqual(publishing.publish(article).expires_at, end)
        self.assertEqual(publishing.publish(article, expires_at=end + HOUR).expires_at, end + HOUR)
        self.assertIsNone(publishing.expire(article, None).expires_at)


class WithdrawalTests(TestCase):
    def test_a_withdrawn_article_is_hidden_everywhere_at_once(self):
        tag, author, picture = make_tag(), make_author(), make_picture()
        article = make_article(
            tag_ids=(tag.pk,), author_ids=(author.pk,), pictures=(PictureInUse(picture.pk),)
        )
        language = article.language
        lists = {
            "all": Article.objects.visible(),
            "tag": Article.objects.tagged(tag, language),
            "author": Article.objects.signed(author, language),
            "picture": Picture.objects.shown(),
        }
        for name, found in lists.items():
            self.assertEqual(found.all().count(), 1, name)
        publishing.withdraw(article, "The source took it back.")
        for name, found in lists.items():
            self.assertEqual(found.all().count(), 0, name)
        stored = Article.objects.get(pk=article.pk)
        self.assertEqual(stored.state, State.WITHDRAWN)
        self.assertEqual(stored.withdrawal_note, "The source took it back.")
        self.assertEqual(answer(article), "gone")

    def test_what_readers_never_saw_stays_unknown(self):
        scheduled = publishing.withdraw(make_article("uk", at=database_now() + HOUR), "")
        draft = publishing.withdraw(make_draft("ru"), "")
        self.assertEqual(answer(scheduled), "unknown")
        self.assertEqual(answer(draft), "unknown")

    def test_withdrawn_again_it_keeps_the_moment_that_tells_whether_it_was_seen(self):
        article = publishing.withdraw(make_article(at=database_now() + HOUR), "")
        moment = database_now()
        Article.objects.filter(pk=article.pk).update(
            published_at=moment - HOUR, withdrawn_at=moment - 2 * HOUR
        )
        live = publishing.withdraw(article, "A better word.")
        self.assertEqual(live.withdrawn_at, moment - 2 * HOUR)
        self.assertEqual(live.withdrawal_note, "A better word.")
        self.assertEqual(answer(article), "unknown")

    def test_republishing_keeps_first_moment_and_address_and_clears_the_note(self):
        article = make_article(at=database_now() - 9 * DAY, tag_ids=(make_tag().pk,))
        publishing.withdraw(article, "A mistake.")
        live = publishing.publish(article)
        self.assertEqual(live.published_at, article.published_at)
        self.assertEqual(live.address_date, article.address_date)
        self.assertEqual((live.withdrawn_at, live.withdrawal_note), (None, ""))
        self.assertEqual(live.taggings.get().published_at, article.published_at)
        self.assertEqual(answer(live), "page")

    def test_what_was_withdrawn_before_it_was_seen_is_first_published_when_it_is(self):
        article = publishing.withdraw(make_article(at=database_now() + HOUR), "")
        moment = database_now()
        Article.objects.filter(pk=article.pk).update(
            published_at=moment - 2 * DAY, withdrawn_at=moment - 3 * DAY
        )
        live = publishing.publish(article)
        self.assertGreaterEqual(live.published_at, moment)
        self.assertEqual(live.address_date, live.language.local(live.published_at).date())
        self.assertIsNone(live.updated_at)
        self.assertEqual(live.publications.first().change, Change.FIRST)


class RedateTests(TestCase):
    def test_all_moments_move_together_and_the_address_stays(self):
        at = database_now() - 9 * DAY
        draft = publishing.embargo(make_draft(tag_ids=(make_tag().pk,)), at - HOUR)
        article = publishing.publish(draft, at=at, expires_at=at + 99 * DAY)
        publishing.publish(article, changed_at=at + HOUR)
        address = article.get_absolute_url()
        publishing.redate(article, at + 2 * DAY)
        moved = Article.objects.get(pk=article.pk)
        self.assertEqual(moved.published_at, at + 2 * DAY)
        self.assertEqual(moved.updated_at, at + 2 * DAY + HOUR)
        self.assertEqual(moved.embargo_until, at + 2 * DAY - HOUR)
        self.assertEqual(moved.expires_at, at + 101 * DAY)
        self.assertIsNone(moved.withdrawn_at)
        self.assertEqual(moved.taggings.get().published_at, at + 2 * DAY)
        self.assertEqual(moved.get_absolute_url(), address)

    def test_a_withdrawn_article_stays_out_of_all_lists(self):
        at = database_now() - DAY
        article = make_article(at=at, tag_ids=(make_tag().pk,))
        publishing.withdraw(article, "")
        publishing.redate(article, at + HOUR)
        self.assertIsNone(article.taggings.get().published_at)
        self.assertEqual(answer(article), "gone")
