"""Saving on the article's screen: drafts change, readers' text does not, nothing typed is lost."""

from django.test import TestCase
from django.urls import reverse

from articles import publishing, revisions
from articles.content import Content
from articles.models import Article, Author, Origin, Revision, Story
from tags.models import Tag
from tests.articles.admin.newsroom import filled_in, furnish, make_chief, make_named
from tests.builders import make_article, make_draft, make_language


class DraftTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.article = furnish()

    def setUp(self):
        self.client.force_login(self.chief)
        self.page = reverse("admin:articles_article_change", args=[self.article.pk])

    def post(self, **changes):
        return self.client.post(self.page, filled_in(self.client.get(self.page), **changes))

    def draft(self):
        return Article.objects.get(pk=self.article.pk).draft_revision

    def test_saving_changes_the_draft_and_not_the_live_row(self):
        before = Article.objects.filter(pk=self.article.pk).values().get()
        self.post(headline="A bridge closes", lead="It lasted a day.")
        after = Article.objects.filter(pk=self.article.pk).values().get()
        self.assertEqual(self.draft().headline, "A bridge closes")
        self.assertEqual(self.draft().made_by, self.chief)
        self.assertNotEqual(before.pop("draft_revision_id"), after.pop("draft_revision_id"))
        self.assertEqual(before, after)

    def test_saving_what_was_not_changed_makes_no_revision(self):
        count = Revision.objects.count()
        self.assertRedirects(self.post(), self.page)
        self.assertEqual(Revision.objects.count(), count)

    def test_the_order_of_authors_and_tags_is_the_order_of_the_places(self):
        english = make_language("en")
        second = make_named(Author, "petro-hai", english)
        other = make_named(Tag, "rivers", english)
        first_author, first_tag = (
            Author.objects.get(slug="olena-mak"),
            Tag.objects.get(slug="bridges"),
        )
        self.post(author_1=second.pk, author_3=first_author.pk, tag_1=other.pk, tag_8=first_tag.pk)
        self.assertEqual(self.draft().author_ids, [second.pk, first_author.pk])
        self.assertEqual(self.draft().tag_ids, [other.pk, first_tag.pk])

    def test_more_tags_than_places_are_usual_survive_a_save(self):
        tags = [make_named(Tag, f"tag-{number}", make_language("en")) for number in range(11)]
        content = Content(headline="Many", tag_ids=tuple(tag.pk for tag in tags))
        revisions.save(self.article, content)
        self.post(headline="Many more")
        self.assertEqual(self.draft().tag_ids, [tag.pk for tag in tags])

    def test_an_author_chosen_twice_is_refused(self):
        author = Author.objects.get(slug="olena-mak")
        self.assertContains(self.post(author_2=author.pk), "Chosen twice")

    def test_pinned_stories_must_exist(self):
        self.assertContains(self.post(pins="1, two"), "is not a number")
        self.assertContains(self.post(pins="987654321"), "There is no story")
        self.assertContains(self.post(pins="9999999999999"), "is not a number")
        number = self.article.story_id
        self.post(pins=f" {number} ,{number}")
        self.assertEqual(self.draft().pin_numbers, [number])

    def test_a_bold_label_word_becomes_a_block_and_ids_stay(self):
        body = self.draft().body
        self.post(body=f"{body}<p><b>Source:</b> the harbour office</p>")
        self.assertIn('data-id="aa1"', self.draft().body)
        self.assertIn('data-block="source"', self.draft().body)

    def test_what_is_not_kept_of_the_text_is_named(self):
        posted = filled_in(
            self.client.get(self.page), body="<p>Words</p><video src=x></video><script>1</script>"
        )
        answer = self.client.post(self.page, posted, follow=True)
        self.assertContains(answer, "Not kept in the text: &lt;script&gt;")
        self.assertNotIn("script", self.draft().body)

    def test_pictures_inside_the_text_keep_their_words(self):
        self.post(caption_pp1="From the river")
        inside = next(use for use in self.draft().pictures if use["block_id"] == "pp1")
        self.assertEqual(inside["caption"], "From the river")
        self.post(body='<p data-block="paragraph" data-id="aa1">No picture.</p>')
        self.assertEqual([use["block_id"] for use in self.draft().pictures], [""])

    def test_an_unknown_picture_in_the_text_is_refused(self):
        answer = self.post(body='<div data-block="picture" data-picture="nowhere"></div>')
        self.assertContains(answer, "There is no picture")


class ConflictTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.article = furnish()

    def setUp(self):
        self.client.force_login(self.chief)
        self.page = reverse("admin:articles_article_change", args=[self.article.pk])
        posted = filled_in(self.client.get(self.page), headline="Mine", lead="My lead")
        self.theirs = revisions.save(
            self.article, Content(headline="Theirs", body="<p>Their text</p>")
        )
        self.posted = posted
        self.answer = self.client.post(self.page, posted)

    def test_both_texts_are_on_the_screen(self):
        self.assertContains(self.answer, "somebody else saved")
        self.assertContains(self.answer, "Theirs")
        self.assertContains(self.answer, "Their text")
        self.assertContains(
            self.answer, reverse("admin:articles_revision_change", args=[self.theirs.pk])
        )
        self.assertContains(self.answer, "My lead")

    def test_nothing_is_saved_until_the_editor_agrees(self):
        self.client.post(self.page, self.posted)
        self.article.refresh_from_db()
        self.assertEqual(self.article.draft_revision, self.theirs)

    def test_an_editor_who_has_read_the_other_text_may_write_over_it(self):
        self.client.post(self.page, self.posted | {"instead_of": self.theirs.pk})
        self.article.refresh_from_db()
        self.assertEqual(self.article.draft_revision.headline, "Mine")
        self.assertEqual(self.article.draft_revision.base, self.theirs)

    def test_a_base_that_never_was_is_a_conflict(self):
        for base in ("999999999", "9" * 30):
            answer = self.client.post(self.page, self.posted | {"base": base})
            self.assertContains(answer, "somebody else saved")


class StaleDraftTests(TestCase):
    """The draft is an agency's, the live text an editor's: they can be brought together."""

    def setUp(self):
        self.client.force_login(make_chief())
        self.article = make_article("en", headline="Two dead")
        first = self.article.live_revision
        revisions.save(self.article, Content(headline="Nobody dead"))
        self.live = publishing.publish(self.article).live_revision
        newer = Content(headline="Two dead, says mayor")
        revisions.offer(self.article, newer, base=first, origin=Origin.IMPORT)
        self.page = reverse("admin:articles_article_change", args=[self.article.pk])

    def publish(self, **changes):
        posted = filled_in(self.client.get(self.page), **changes) | {"_publish": "1"}
        answer = self.client.post(self.page, posted, follow=True)
        self.article.refresh_from_db()
        return answer

    def test_the_live_text_is_on_the_screen(self):
        answer = self.publish(headline="Nobody dead, says mayor")
        self.assertContains(answer, "the live text was changed")
        self.assertContains(answer, f'name="instead_of" value="{self.live.pk}"')
        self.assertContains(answer, "Nobody dead, says mayor")
        self.assertEqual(self.article.headline, "Nobody dead")

    def test_an_editor_who_has_read_it_publishes(self):
        self.publish(headline="Nobody dead, says mayor", instead_of=self.live.pk)
        self.assertEqual(self.article.headline, "Nobody dead, says mayor")
        self.assertEqual(self.article.live_revision.base, self.live)
        self.publish(headline="Nobody hurt")
        self.assertEqual(self.article.headline, "Nobody hurt")

    def test_a_newer_draft_of_somebody_else_is_still_a_conflict(self):
        posted = filled_in(self.client.get(self.page), instead_of=self.live.pk)
        revisions.save(self.article, Content(headline="Meanwhile"))
        self.assertContains(self.client.post(self.page, posted), "somebody else saved")


class BeginTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.english, cls.ukrainian = make_language("en"), make_language("uk")

    def setUp(self):
        self.client.force_login(self.chief)
        self.page = reverse("admin:articles_article_add")

    def post(self, **changes):
        changes = {"language": self.english.pk, "headline": "A new one", "kind": "news"} | changes
        return self.client.post(self.page, filled_in(self.client.get(self.page), **changes))

    def test_a_new_telling_gets_the_next_number(self):
        self.post()
        article = Article.objects.get()
        self.assertEqual(article.draft_revision.headline, "A new one")
        self.assertEqual(article.state, "draft")
        self.assertEqual(article.headline, "")

    def test_a_number_can_be_asked_for_once(self):
        self.post(number="7428486")
        self.assertEqual(Article.objects.get().story_id, 7428486)
        self.assertContains(self.post(number="7428486"), "This number is taken")
        self.assertContains(self.post(number="1000000000"), "less than or equal to 999999999")
        self.assertEqual(Story.objects.count(), 1)

    def test_a_second_telling_joins_the_story(self):
        first = make_draft("en")
        self.post(story=first.story_id, language=self.ukrainian.pk)
        self.assertEqual(first.story.tellings.count(), 2)

    def test_a_story_is_told_once_in_a_language(self):
        first = make_draft("en")
        self.assertContains(self.post(story=first.story_id), "already told in this language")

    def test_the_link_on_the_story_screen_fills_in_story_and_language(self):
        first = make_draft("en")
        story = self.client.get(reverse("admin:articles_story_change", args=[first.story_id]))
        self.assertContains(story, f"?story={first.story_id}&amp;language={self.ukrainian.pk}")
