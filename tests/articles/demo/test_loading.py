"""The demonstration at a later start: fresh again, nothing doubled, nobody's work touched."""

from dataclasses import replace
from datetime import timedelta

from django.contrib.auth.models import User
from django.test import TestCase

from articles import publishing, revisions
from articles.content import Content
from articles.demo import loading
from articles.models import Article, Publication, Revision
from articles.querysets import database_now
from tests.builders import make_article
from tests.paper import load

LATER = timedelta(days=3)


def newest():
    return Article.objects.visible().filter(language__code="en").latest("published_at")


class LaterStartTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        load()
        cls.chief = User.objects.create(username="the-chief")

    def setUp(self):
        self.newest = newest()
        # As if the paper had been left alone for three days.
        for article in loading._own_articles():
            publishing.redate(article, article.published_at - LATER)

    def age(self, article):
        return database_now() - Article.objects.get(pk=article.pk).published_at

    def assert_fresh(self):
        self.assertLess(self.age(newest()), timedelta(hours=1))
        self.assertGreater(self.age(newest()), timedelta(0))

    def test_the_newest_story_is_minutes_old_again(self):
        self.assertGreater(self.age(self.newest), LATER)
        loading.freshen()
        self.assertLess(self.age(self.newest), timedelta(hours=1))
        self.assert_fresh()

    def test_a_second_start_doubles_and_moves_nothing(self):
        loading.freshen()
        before = list(Article.objects.order_by("pk").values_list("pk", "published_at"))
        lines, drafts = Publication.objects.count(), Revision.objects.count()
        self.assertEqual(loading.load(), 0)
        loading.freshen()
        after = list(Article.objects.order_by("pk").values_list("pk", "published_at"))
        self.assertEqual(after, before)
        self.assertEqual((Publication.objects.count(), Revision.objects.count()), (lines, drafts))

    def test_what_was_written_here_is_not_touched(self):
        own = make_article(headline="Ours", at=database_now() - LATER)
        loading.freshen()
        self.assertGreaterEqual(self.age(own), LATER)

    def test_a_story_that_an_editor_changed_stays_and_the_others_do_not_run_ahead(self):
        content = replace(Content.of(self.newest.live_revision), headline="Put right")
        revisions.save(self.newest, content, by=self.chief)
        for _start in range(3):
            loading.freshen()
        self.assertGreater(self.age(self.newest), LATER)
        self.assert_fresh()

    def test_a_story_that_a_person_withdrew_stays(self):
        publishing.withdraw(self.newest, "Not true", by=self.chief)
        loading.freshen()
        self.assertGreater(self.age(self.newest), LATER)
        self.assert_fresh()
