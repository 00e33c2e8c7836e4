"""A picture's words come into the article that uses it, wherever its editor typed none."""

from django.test import TestCase
from django.urls import reverse

from articles.content import Content, PictureInUse
from articles.models import Article
from tests.articles.admin.newsroom import filled_in, make_chief, make_person
from tests.builders import make_draft, make_language, make_picture

BLOCK = '<div data-block="picture" data-picture="{}"></div>'


class WordsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        make_language("en")
        said = {"caption": "Bridge at dawn", "alt": "A steel bridge", "credit": "Olena Mak"}
        cls.picture = make_picture("bridge", **said)

    def setUp(self):
        self.client.force_login(self.chief)

    def page_of(self, article):
        return reverse("admin:articles_article_change", args=[article.pk])

    def save(self, article, **changes):
        page = self.page_of(article)
        self.client.post(page, filled_in(self.client.get(page), **changes))
        draft = Article.objects.select_related("draft_revision").get(pk=article.pk).draft_revision
        return Content.of(draft).pictures

    def test_a_newly_chosen_lead_picture_brings_its_words(self):
        (use,) = self.save(make_draft(), lead_picture=self.picture.pk)
        words = (use.caption, use.alt, use.credit)
        self.assertEqual(words, ("Bridge at dawn", "A steel bridge", "Olena Mak"))

    def test_what_was_typed_is_never_replaced(self):
        (use,) = self.save(make_draft(), lead_picture=self.picture.pk, lead_caption="My caption")
        self.assertEqual((use.caption, use.credit), ("My caption", "Olena Mak"))

    def test_words_taken_away_from_a_picture_that_stays_do_not_come_back(self):
        use = PictureInUse(self.picture.pk, caption="Said before", credit="Olena Mak")
        draft = make_draft(pictures=(use,))
        (use,) = self.save(draft, lead_caption="")
        self.assertEqual((use.caption, use.credit, use.alt), ("", "Olena Mak", ""))

    def test_a_picture_set_into_the_text_brings_its_words_once(self):
        draft = make_draft()
        (use,) = self.save(draft, body=f"<p>Before</p>{BLOCK.format('bridge')}")
        self.assertEqual((use.caption, use.alt), ("Bridge at dawn", "A steel bridge"))
        (use,) = self.save(draft, **{f"caption_{use.block_id}": "", "headline": "Another"})
        self.assertEqual((use.caption, use.alt), ("", "A steel bridge"))

    def test_without_a_credit_the_photographer_is_named(self):
        picture = make_picture("unsigned", creator="Vira Lunna")
        (use,) = self.save(make_draft(), lead_picture=picture.pk)
        self.assertEqual(use.credit, "Vira Lunna")

    def test_the_form_knows_where_to_ask_and_gets_the_words(self):
        page = self.client.get(self.page_of(make_draft()))
        self.assertContains(page, reverse("admin:articles_picture_words", args=[0]))
        asked = reverse("admin:articles_picture_words", args=[self.picture.pk])
        words = self.client.get(asked).json()
        self.assertEqual(words["caption"], "Bridge at dawn")
        self.assertEqual(words["known"], "Bridge at dawn")
        missing = reverse("admin:articles_picture_words", args=[0])
        self.assertEqual(self.client.get(missing).status_code, 404)

    def test_words_are_only_for_who_may_see_pictures(self):
        self.client.force_login(make_person("stranger", "view_tag"))
        asked = reverse("admin:articles_picture_words", args=[self.picture.pk])
        self.assertEqual(self.client.get(asked).status_code, 403)
