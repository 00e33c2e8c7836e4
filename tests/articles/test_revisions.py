from dataclasses import replace
from datetime import timedelta

from django.test import TestCase, TransactionTestCase

from articles import numbers, publishing, revisions
from articles.content import Content, PictureInUse
from articles.models import Article, Origin, PaidLabel, Revision, State
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


def row(article):
    """The live row as it lies in the database, but for the pointer to the newest draft."""
    values = Article.objects.filter(pk=article.pk).values().get()
    del values["draft_revision_id"]
    return values


class BeginTests(TestCase):
    def test_a_new_telling_is_a_draft_without_a_word_on_the_live_row(self):
        article = make_draft(headline="A bridge", body="<p>It opens.</p>")
        stored = Article.objects.get(pk=article.pk)
        self.assertEqual((stored.state, stored.headline, stored.body), (State.DRAFT, "", ""))
        self.assertEqual(stored.draft_revision.headline, "A bridge")
        self.assertIsNone(stored.draft_revision.base)
        self.assertIsNone(stored.live_revision)

    def test_a_translation_remembers_its_source_and_inherits_its_embargo(self):
        until = database_now() + timedelta(hours=3)
        source = publishing.embargo(make_draft("uk"), until)
        translation = revisions.begin(
            source.story,
            make_language("en"),
            Content(headline="A bridge"),
            made_from=source.draft_revision,
        )
        self.assertEqual(translation.embargo_until, until)
        self.assertEqual(translation.made_from.article, source)


class SavingTests(TestCase):
    def test_saving_a_draft_never_touches_the_live_row(self):
        article = make_article(headline="A bridge", body="<p>It opens.</p>", tag_ids=())
        before = row(article)
        revisions.save(
            article,
            Content(headline="Another bridge", body="<p>It falls.</p>", kind="columns", urgency=1),
        )
        self.assertEqual(row(article), before)
        self.assertEqual(article.publications.count(), 1)

    def test_every_revision_names_the_one_before_it_and_who_made_it(self):
        article = make_draft()
        first = article.draft_revision
        second = revisions.save(article, Content(headline="Two"), origin=Origin.IMPORT)
        self.assertEqual(second.base, first)
        self.assertEqual(second.origin, Origin.IMPORT)
        self.assertEqual(Article.objects.get(pk=article.pk).draft_revision, second)

    def test_saving_what_is_already_there_stores_nothing(self):
        article = make_draft(headline="A bridge", body="<p>It opens.</p>")
        first = article.draft_revision
        again = revisions.save(article, Content.of(first))
        self.assertEqual(again, first)
        self.assertEqual(article.revisions.count(), 1)

    def test_each_thing_that_an_editor_changes_makes_a_revision(self):
        article = make_draft(headline="A bridge")
        picture, tag, author = make_picture(), make_tag(), make_author()
        changes = {
            "headline": "Another",
            "lead": "Lead.",
            "body": "<p>Text.</p>",
            "kind": "events",
            "urgency": 2,
            "paid_label": PaidLabel.PROMOTED,
            "is_distressing": True,
            "is_unindexed": True,
            "author_ids": (author.pk,),
            "tag_ids": (tag.pk,),
            "pin_numbers": (article.story_id,),
            "pictures": (PictureInUse(picture.pk, caption="A pier"),),
        }
        for name, value in changes.items():
            with self.subTest(name):
                before = Content.of(article.draft_revision)
                saved = revisions.save(article, replace(before, **{name: value}))
                found = Content.of(Revision.objects.get(pk=saved.pk))
                self.assertNotEqual(found, before)
                if name != "body":
                    self.assertEqual(getattr(found, name), value)


class CleaningTests(TestCase):
    def test_the_body_goes_through_the_allow_list_and_each_block_gets_an_id(self):
        draft = make_draft(body="<p onclick=x>One<script>alert(1)</script></p><p>Two</p>")
        body = draft.draft_revision.body
        self.assertNotIn("onclick", body)
        self.assertNotIn("alert", body)
        self.assertEqual(body.count('data-block="paragraph"'), 2)
        self.assertEqual(body.count("data-id="), 2)

    def test_cleaning_what_is_clean_changes_nothing(self):
        once = revisions.cleaned(Content(headline=" A  bridge\n", lead=" Lead. ", body="<p>a<p>b"))
        self.assertEqual(revisions.cleaned(once), once)
        self.assertEqual((once.headline, once.lead), ("A bridge", "Lead."))


class ConflictTests(TestCase):
    def setUp(self):
        self.article = make_draft(headline="First")
        self.first = self.article.draft_revision

    def test_a_save_upon_the_newest_draft_is_stored(self):
        saved = revisions.save(self.article, Content(headline="Second"), base=self.first)
        self.assertEqual(saved.base, self.first)

    def test_a_save_upon_an_older_draft_is_refused_with_the_newer_one_at_hand(self):
        theirs = revisions.save(self.article, Content(headline="Theirs"), base=self.first)
        with self.assertRaises(revisions.Conflict) as refused:
            revisions.save(self.article, Content(headline="Mine"), base=self.first)
        self.assertEqual(refused.exception.newest, theirs)
        self.assertIn(str(theirs.pk), str(refused.exception))
        self.assertEqual(Article.objects.get(pk=self.article.pk).draft_revision, theirs)
        self.assertFalse(Revision.objects.filter(headline="Mine").exists())

    def test_who_had_an_empty_telling_before_them_conflicts_with_any_draft(self):
        with self.assertRaises(revisions.Conflict):
            revisions.save(self.article, Content(headline="Mine"), base=None)

    def test_an_empty_telling_takes_its_first_save(self):
        empty = Article.objects.create(story=numbers.allot(), language=make_language("uk"))
        saved = revisions.save(empty, Content(headline="Mine"), base=None)
        self.assertIsNone(saved.base)

    def test_without_a_base_the_newest_draft_is_meant_even_from_a_stale_object(self):
        stale = Article.objects.get(pk=self.article.pk)
        theirs = revisions.save(self.article, Content(headline="Theirs"))
        self.assertEqual(revisions.save(stale, Content(headline="Mine")).base, theirs)


class OfferTests(TestCase):
    def test_outside_copy_becomes_the_newest_draft_of_an_untouched_telling(self):
        article = make_draft(headline="Wire")
        first = article.draft_revision
        Revision.objects.filter(pk=first.pk).update(origin=Origin.IMPORT)
        offered, is_newest = revisions.offer(
            article, Content(headline="Wire 2"), base=first, origin=Origin.IMPORT
        )
        self.assertTrue(is_newest)
        self.assertEqual(Article.objects.get(pk=article.pk).draft_revision, offered)

    def test_outside_copy_becomes_the_newest_draft_where_the_editor_has_published_all(self):
        article = make_article(headline="Edited")
        offered, is_newest = revisions.offer(
            article,
            Content(headline="Wire 2"),
            base=article.live_revision,
            origin=Origin.IMPORT,
        )
        self.assertTrue(is_newest)
        self.assertEqual(Article.objects.get(pk=article.pk).draft_revision, offered)

    def test_outside_copy_hides_no_unpublished_work_of_an_editor(self):
        article = make_article(headline="Wire")
        live = article.live_revision
        work = revisions.save(article, Content(headline="Edited"))
        offered, is_newest = revisions.offer(
            article, Content(headline="Wire 2"), base=live, origin=Origin.IMPORT
        )
        self.assertFalse(is_newest)
        self.assertEqual(Article.objects.get(pk=article.pk).draft_revision, work)
        self.assertEqual((offered.base, offered.origin), (live, Origin.IMPORT))

    def test_an_empty_telling_takes_what_is_offered(self):
        empty = Article.objects.create(story=numbers.allot(), language=make_language("uk"))
        _offered, is_newest = revisions.offer(
            empty, Content(headline="Wire"), base=None, origin=Origin.IMPORT
        )
        self.assertTrue(is_newest)


class DescentTests(TestCase):
    def setUp(self):
        self.article = make_draft(headline="1")
        self.one = self.article.draft_revision
        self.two = revisions.save(self.article, Content(headline="2"))
        self.three = revisions.save(self.article, Content(headline="3"))

    def test_a_revision_descends_from_itself_and_all_before_it(self):
        for ancestor in (self.one, self.two, self.three):
            with self.subTest(ancestor):
                self.assertTrue(revisions.descends_from(self.three, ancestor))

    def test_no_revision_descends_from_a_later_one_or_from_a_sister(self):
        sister = Revision.objects.create(article=self.article, base=self.one, headline="2b")
        self.assertFalse(revisions.descends_from(self.one, self.two))
        self.assertFalse(revisions.descends_from(self.three, sister))
        self.assertFalse(revisions.descends_from(sister, self.two))


class TouchTests(TestCase):
    def test_a_telling_of_imports_alone_is_untouched(self):
        story, content = numbers.allot(), Content(headline="Wire")
        article = revisions.begin(story, make_language(), content, origin=Origin.IMPORT)
        self.assertFalse(revisions.is_touched_by_editors(article))

    def test_one_revision_by_an_editor_is_a_touch_for_ever(self):
        article = make_draft(headline="Mine")
        revisions.save(article, Content(headline="Wire"), origin=Origin.IMPORT)
        self.assertTrue(revisions.is_touched_by_editors(article))


class TwoEditorsTests(TransactionTestCase):
    def test_of_two_saves_upon_one_base_one_is_stored_and_the_other_sees_it(self):
        article = make_draft(headline="First")
        base = article.draft_revision

        def save(headline):
            mine = Article.objects.get(pk=article.pk)
            return revisions.save(mine, Content(headline=headline), base=base)

        outcomes = both(lambda: save("Ada's"), lambda: save("Bo's"))
        self.assertCountEqual(
            [type(outcome) for outcome in outcomes], [Revision, revisions.Conflict]
        )
        stored = next(one for one in outcomes if isinstance(one, Revision))
        refused = next(one for one in outcomes if isinstance(one, revisions.Conflict))
        self.assertEqual(refused.newest, stored)
        self.assertEqual(article.revisions.count(), 2)
