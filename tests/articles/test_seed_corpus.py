"""`seed_corpus` leaves what the verbs of the newsroom would have left."""

import dataclasses
import io
from unittest import mock

from django.core.management import CommandError, call_command
from django.db import models
from django.test import TestCase
from psycopg.errors import CheckViolation

from articles import numbers, publishing, revisions
from articles.content import Content
from articles.corpus.cast import make_cast
from articles.corpus.copying import Copier
from articles.corpus.phrasebook import LANGUAGES, TAGS
from articles.corpus.stories import planned_stories
from articles.corpus.texts import text
from articles.management.commands import seed_corpus
from articles.models import (
    Article,
    Byline,
    Change,
    Picture,
    PictureUse,
    Publication,
    Revision,
    State,
    Story,
    Tagging,
)
from articles.paging import LIST_LENGTH, Listing, read
from articles.querysets import database_now
from newsportal.languages.models import Language
from tags.models import Tag, TagName
from tests.builders import make_language

# What is each row's own, or the moment of a press of a button.
OWN = {
    *("id", "article_id", "story_id", "created_at", "recorded_at"),
    *("live_revision_id", "draft_revision_id", "made_from_id", "base_id", "revision_id"),
    *("withdrawn_at", "from_moment", "number"),
}


def seed(stories, **options):
    call_command("seed_corpus", stories=stories, pictures=2, stdout=io.StringIO(), **options)


def rows(queryset):
    return [
        {name: value for name, value in row.items() if name not in OWN} for row in queryset.values()
    ]


def everything_of(article):
    """All rows of an article without keys, and how they hang together."""
    written = list(article.revisions.order_by("pk").values_list("pk", flat=True))
    log = article.publications.order_by("pk")
    return {
        "article": rows(Article.objects.filter(pk=article.pk)),
        "bylines": rows(article.bylines.all()),
        "taggings": rows(article.taggings.all()),
        "pins": rows(article.pins.all()),
        "pictures": rows(article.picture_uses.all()),
        "revisions": rows(article.revisions.order_by("pk")),
        "log": rows(log),
        "shown": [line.revision_id and written.index(line.revision_id) for line in log],
        "bases": [
            revision.base_id and written.index(revision.base_id)
            for revision in article.revisions.order_by("pk")
        ],
        "live": written.index(article.live_revision_id),
        "draft": written.index(article.draft_revision_id),
        "numbers": {
            listed.number == article.story_id
            for listed in (*article.bylines.all(), *article.taggings.all())
        },
    }


def published_again(article):
    """The same telling of a new story, made by the verbs; refreshed."""
    first, *later = article.revisions.order_by("pk")
    log = {line.revision_id: line for line in article.publications.all()}
    twin = revisions.begin(numbers.allot(), article.language, Content.of(first))
    publishing.publish(twin, at=article.published_at)
    for revision in later:
        revisions.save(twin, Content.of(revision))
        line = log[revision.pk]
        publishing.publish(twin, change=line.change, changed_at=line.from_moment)
    if article.state == State.WITHDRAWN:
        publishing.withdraw(twin, article.withdrawal_note)
    return Article.objects.get(pk=twin.pk)


class SeededTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        seed(600)
        cls.now = database_now()

    def assert_like_published(self, articles):
        articles = articles[:3]
        self.assertTrue(articles)
        for article in articles:
            self.assertEqual(everything_of(article), everything_of(published_again(article)))

    def test_an_article_is_as_if_published(self):
        unchanged = Article.objects.filter(updated_at=None, state=State.PUBLISHED)
        self.assert_like_published(unchanged.filter(picture_uses=None))
        self.assert_like_published(unchanged.exclude(picture_uses=None))

    def test_a_changed_article_is_as_if_published_twice(self):
        for change in (Change.UPDATE, Change.CORRECTION, Change.SLIP):
            self.assert_like_published(Article.objects.filter(publications__change=change))

    def test_a_withdrawn_article_is_as_if_withdrawn(self):
        self.assert_like_published(Article.objects.filter(state=State.WITHDRAWN))

    def test_a_scheduled_article_is_as_if_scheduled(self):
        scheduled = Article.objects.filter(published_at__gt=self.now)
        self.assert_like_published(scheduled)
        self.assertFalse(scheduled.visible().exists())
        for article in scheduled:
            self.assertEqual(article.publications.get().from_moment, article.published_at)

    def test_every_key_leads_to_a_row(self):
        copied = (Story, Article, Revision, Byline, Tagging, PictureUse, Publication)
        for model in copied:
            for field in model._meta.local_concrete_fields:
                if isinstance(field, models.ForeignKey):
                    lost = model.objects.filter(**{f"{field.name}__isnull": False}).exclude(
                        **{f"{field.name}__in": field.related_model.objects.values("pk")}
                    )
                    self.assertFalse(lost.exists(), f"{model.__name__}.{field.name}")

    def test_a_translation_knows_from_what_it_was_made(self):
        translated = Article.objects.exclude(made_from=None).select_related("made_from__article")
        self.assertTrue(translated)
        for article in translated[:20]:
            self.assertEqual(article.made_from.article.story_id, article.story_id)

    def test_nothing_happened_later_than_now(self):
        after = database_now()
        for moment in ("updated_at", "withdrawn_at", "created_at"):
            self.assertFalse(Article.objects.filter(**{f"{moment}__gt": after}).exists())

    def test_a_later_story_gets_a_later_number(self):
        highest = Story.objects.aggregate(highest=models.Max("number"))["highest"]
        self.assertGreater(numbers.allot().number, highest)

    def test_its_lists_have_the_pages_that_verbs_would_have_made(self):
        uk = Language.objects.get(code="uk")
        news = Listing(uk, "kind", "news")
        self.assertEqual(read(news).newest, len(news.articles()) // LIST_LENGTH - 1)
        self.assertEqual(len(read(news, 1).cards), LIST_LENGTH)

    def test_a_second_run_adds_stories_under_the_same_cast(self):
        cast = [list(model.objects.order_by("pk").values()) for model in (Tag, Picture, Language)]
        seed(10, seed=2)
        self.assertEqual(Story.objects.count(), 610)
        again = [list(model.objects.order_by("pk").values()) for model in (Tag, Picture, Language)]
        self.assertEqual(again, cast)


class BesideOthersTests(TestCase):
    def test_editions_are_launched_at_their_prefixes(self):
        seed(1)
        editions = Language.objects.values_list("code", "prefix", "is_launched", "is_default")
        self.assertEqual(
            list(editions),
            [("uk", "", True, True), ("ru", "rus", True, False), ("en", "eng", True, False)],
        )

    def test_another_edition_keeps_its_prefix_and_its_rank(self):
        make_language("de", prefix="", is_default=True)
        seed(1)
        uk = Language.objects.get(code="uk")
        self.assertEqual((uk.prefix, uk.is_default), ("uk", False))

    def test_a_tag_keeps_its_name_to_itself(self):
        uk = make_language("uk")
        own = Tag.objects.create(slug="lorban")
        TagName.objects.create(tag=own, language=uk, name="ФОНД «Лорбан»")
        seed(1)
        self.assertEqual(Tag.objects.count(), TAGS + 1)
        self.assertFalse(own.taggings.exists())

    def test_less_than_one_story_is_refused(self):
        with self.assertRaisesMessage(CommandError, "1 or more"):
            seed(0)


class InterruptionTests(TestCase):
    def test_an_interrupted_run_leaves_whole_stories(self):
        out = mock.Mock(spec=io.StringIO)
        out.write.side_effect = lambda line: interrupt() if " left" in line else None

        def interrupt():
            raise KeyboardInterrupt

        with (
            mock.patch.object(seed_corpus, "SECONDS_BETWEEN_LINES", 0),
            self.assertRaisesMessage(CommandError, "400 stories"),
        ):
            call_command("seed_corpus", stories=900, pictures=1, stdout=out)
        self.assertEqual(Story.objects.filter(tellings__isnull=False).distinct().count(), 400)

    def test_a_batch_that_fails_leaves_nothing(self):
        now = database_now()
        cast = make_cast(pictures=1)
        texts = {code: [text(1, 0, code)] for code in LANGUAGES}
        copier = Copier(cast, texts, now)
        stories = list(planned_stories(3, now, 1, texts=1, pictures=1))
        stories[2] = dataclasses.replace(stories[2], urgency=10)
        with self.assertRaises(CheckViolation):
            copier.copy(stories)
        self.assertFalse(Story.objects.exists())
