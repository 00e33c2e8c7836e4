"""An item that comes again: nothing is doubled, nothing of an editor's is lost."""

from datetime import UTC, datetime, timedelta

from django.test import TestCase
from django.utils import timezone

from articles import publishing, revisions
from articles.content import Content
from articles.interchange.fields import InvalidItem
from articles.models import Article, ImportedStory, Origin, Publication, Revision, State
from tests.builders import make_language

from .samples import plain, take

NEXT = "2026-03-01T12:00:00Z"


def newer(**changes):
    """The item's next version."""
    headlines = [{"value": "Ferry returns to Lunva after a year"}]
    return plain(**{"versionCreated": NEXT, "headlines": headlines, **changes})


class SecondArrival(TestCase):
    """An item that is in, and an editor at hand."""

    def setUp(self):
        make_language("en")
        make_language("de")

    def arrive(self, **changes):
        take(plain(**changes))
        return Article.objects.get()

    def edit(self, article, headline="Edited by hand"):
        """What an editor does on the story screen."""
        content = Content.of(Article.objects.get(pk=article.pk).draft_revision)
        columns = {**content.__dict__, "headline": headline}
        return revisions.save(article, Content(**columns))


class RenewalTests(SecondArrival):
    def test_the_same_again_does_nothing(self):
        article = self.arrive()
        self.assertEqual(take(plain())[0], "unchanged")
        self.assertEqual(Article.objects.get().live_revision, article.live_revision)
        self.assertEqual(Publication.objects.count(), 1)

    def test_the_same_words_in_another_spelling_publish_nothing(self):
        self.arrive()
        self.assertEqual(take(plain(altIds=[{"role": "story", "value": "s"}]))[0], "unchanged")
        self.assertEqual(Publication.objects.count(), 1)
        self.assertEqual(ImportedStory.objects.get().story, Article.objects.get().story)

    def test_a_newer_version_updates_the_one_article(self):
        before = self.arrive()
        self.assertEqual(take(newer())[0], "updated")
        article = Article.objects.get()
        self.assertEqual(article.headline, "Ferry returns to Lunva after a year")
        self.assertEqual(article.published_at, before.published_at)
        self.assertEqual(article.updated_at, datetime(2026, 3, 1, 12, tzinfo=UTC))
        self.assertEqual(article.body, before.body)

    def test_an_older_version_is_left_alone(self):
        self.arrive(versionCreated=NEXT)
        result, findings = take(plain())
        self.assertEqual(result, "unchanged")
        self.assertIn("older than the version of 2026-03-01 12:00", findings.notes[-1])

    def test_blocks_keep_their_ids(self):
        before = self.arrive().body
        body = [{"contentType": "text/html", "value": "<p>New.</p><p>The ferry is back.</p>"}]
        take(newer(bodies=body))
        self.assertTrue(Article.objects.get().body.endswith(before))

    def test_a_withheld_draft_is_published_when_it_is_usable(self):
        self.arrive(pubStatus="withheld")
        self.assertEqual(take(plain())[0], "created")
        self.assertTrue(Article.objects.visible().exists())

    def test_a_newer_version_that_is_withheld_is_a_draft(self):
        self.arrive()
        result, findings = take(newer(pubStatus="withheld"))
        self.assertEqual(result, "drafted")
        self.assertIn("see what was there", findings.notes[-1])
        self.assertEqual(Article.objects.visible().get().headline, "Ferry returns to Lunva")

    def test_another_language_under_the_same_identity_is_refused(self):
        self.arrive()
        with self.assertRaisesMessage(InvalidItem, "was imported as “en”"):
            take(newer(language="de"))

    def test_a_number_asked_for_later_is_noted(self):
        article = self.arrive()
        _result, findings = take(newer(altIds=[{"role": "number", "value": "99"}]))
        self.assertIn(f"keeps {article.story_id}", findings.notes[-1])

    def test_a_story_named_later_does_not_move_the_telling(self):
        self.arrive()
        ids = [{"role": "story", "value": "s1"}]
        take(plain("urn:de", language="de", altIds=ids))
        _result, findings = take(newer(altIds=ids))
        self.assertIn("stays under", findings.notes[-1])


class CancelTests(SecondArrival):
    def test_a_canceled_item_is_withdrawn_even_when_an_editor_worked_on_it(self):
        article = self.arrive()
        self.edit(article)
        self.assertEqual(take({"uri": "urn:item:1", "pubStatus": "canceled"})[0], "withdrawn")
        self.assertEqual(Article.objects.get().state, State.WITHDRAWN)

    def test_the_same_notice_does_not_withdraw_twice(self):
        article = self.arrive()
        take({"uri": "urn:item:1", "pubStatus": "canceled"})
        publishing.publish(article)
        self.assertEqual(take({"uri": "urn:item:1", "pubStatus": "canceled"})[0], "unchanged")
        self.assertTrue(Article.objects.visible().exists())

    def test_a_canceled_draft_stays_a_draft(self):
        self.arrive(pubStatus="withheld")
        result, findings = take({"uri": "urn:item:1", "pubStatus": "canceled"})
        self.assertEqual(result, "unchanged")
        self.assertIn("stays a draft", findings.notes[-1])

    def test_a_withdrawn_article_does_not_come_back_by_itself(self):
        publishing.withdraw(self.arrive(), "We were wrong.")
        result, findings = take(newer())
        self.assertEqual(result, "drafted")
        self.assertIn("in the newsroom's hands", findings.notes[-1])
        self.assertFalse(Article.objects.visible().exists())
        take({"uri": "urn:item:1", "pubStatus": "canceled"})
        self.assertEqual(Article.objects.get().withdrawal_note, "We were wrong.")


class EditorTests(SecondArrival):
    def test_newer_copy_becomes_a_draft_where_an_editor_s_text_is_live(self):
        article = self.arrive()
        mine = self.edit(article)
        publishing.publish(article)
        result, findings = take(newer())
        article = Article.objects.get()
        self.assertEqual(result, "drafted")
        self.assertIn("the newer copy is a draft", findings.notes[-1])
        self.assertEqual((article.headline, article.live_revision), ("Edited by hand", mine))
        self.assertEqual(article.draft_revision.origin, Origin.IMPORT)
        with self.assertRaises(publishing.StaleDraft):
            publishing.publish(article)

    def test_an_editor_s_unpublished_draft_stays_the_newest(self):
        article = self.arrive()
        first = article.live_revision
        mine = self.edit(article)
        result, findings = take(newer())
        self.assertEqual(result, "drafted")
        self.assertIn("beside the editor's draft", findings.notes[-1])
        self.assertEqual(Article.objects.get().draft_revision, mine)
        offered = Revision.objects.latest("pk")
        self.assertEqual(
            (offered.headline, offered.base), (newer()["headlines"][0]["value"], first)
        )

    def test_a_further_version_follows_the_one_before(self):
        article = self.arrive()
        self.edit(article)
        publishing.publish(article)
        take(newer())
        take(newer(versionCreated="2026-03-01T13:00:00Z", headlines=[{"value": "Third"}]))
        draft = Article.objects.get().draft_revision
        self.assertEqual(draft.headline, "Third")
        self.assertEqual(draft.base.headline, newer()["headlines"][0]["value"])

    def test_the_same_words_are_no_further_draft(self):
        self.edit(self.arrive())
        headlines = plain()["headlines"]
        self.assertEqual(take(newer(headlines=headlines))[0], "unchanged")
        self.assertEqual(Revision.objects.count(), 2)

    def test_what_lies_at_the_desk_is_not_published_over(self):
        publishing.submit(self.arrive(pubStatus="withheld"))
        self.assertEqual(take(newer())[0], "drafted")
        self.assertEqual(Article.objects.get().state, State.SUBMITTED)


class TermTests(SecondArrival):
    def test_a_longer_embargo_is_obeyed_and_a_shorter_one_left_to_the_newsroom(self):
        day = timezone.now() + timedelta(days=1)
        self.arrive(embargoedUntil=day.isoformat())
        later = day + timedelta(days=1)
        take(newer(embargoedUntil=later.isoformat()))
        self.assertEqual(Article.objects.get().published_at, later)
        _result, findings = take(newer(embargoedUntil=day.isoformat()))
        self.assertIn("stays under embargo", findings.notes[-1])
        self.assertEqual(Article.objects.get().published_at, later)

    def test_a_new_expiry_is_obeyed_and_a_missing_one_is_noted(self):
        self.arrive()
        end = timezone.now() + timedelta(days=1)
        self.assertEqual(take(plain(expires=end.isoformat()))[0], "updated")
        self.assertFalse(Article.objects.visible(end).exists())
        _result, findings = take(newer())
        self.assertIn("still expires", findings.notes[-1])

    def test_an_expiry_before_publication_is_refused(self):
        self.arrive()
        with self.assertRaisesMessage(InvalidItem, "not after its publication"):
            take(newer(expires="2026-02-01T00:00:00Z"))
