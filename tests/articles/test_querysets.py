from datetime import timedelta

from django.core.exceptions import FieldFetchBlocked
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles.content import PictureInUse
from articles.models import Article, Picture, RelatedPin, Section
from articles.querysets import (
    RECENT_LENGTH,
    RELATED_LENGTH,
    RELATED_TAGS,
    TAG_RAIL_LENGTH,
    database_now,
    neighbours,
)
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_language,
    make_picture,
    make_tag,
)

HOUR = timedelta(hours=1)


class DatabaseClockTests(TestCase):
    def test_the_clock_goes_on_within_a_transaction(self):
        self.assertLess(database_now(), database_now())

    def test_it_knows_its_zone(self):
        self.assertIsNotNone(database_now().tzinfo)


class VisibilityTests(TestCase):
    def setUp(self):
        self.now = database_now()
        self.shown = make_article("en", at=self.now - HOUR)
        self.drafts = [make_draft("en"), make_draft("en")]
        publishing.submit(self.drafts[1])
        self.scheduled = make_article("en", at=self.now + HOUR)
        self.expired = make_article("en", at=self.now - 2 * HOUR, expires_at=self.now - HOUR)
        self.withdrawn = publishing.withdraw(make_article("en", at=self.now - HOUR), "")
        self.embargoed = publishing.embargo(make_article("en"), self.now + HOUR)
        self.never_seen = publishing.withdraw(make_article("en", at=self.now + HOUR), "")

    def test_only_what_is_published_due_and_unexpired_is_visible(self):
        self.assertEqual(list(Article.objects.visible()), [self.shown])

    def test_any_moment_may_be_asked_for(self):
        self.assertIn(self.expired, Article.objects.visible(self.now - HOUR - HOUR / 2))
        later = set(Article.objects.visible(self.now + HOUR))
        self.assertEqual(later, {self.shown, self.scheduled, self.embargoed})
        self.assertFalse(Article.objects.visible(self.now - 9 * HOUR).exists())

    def test_an_address_answers_page_gone_or_unknown(self):
        answers = {one.pk: one.answer for one in Article.objects.with_answer()}
        self.assertEqual(
            answers,
            {
                self.shown.pk: "page",
                self.expired.pk: "gone",
                self.withdrawn.pk: "gone",
                **{draft.pk: "unknown" for draft in self.drafts},
                self.scheduled.pk: "unknown",
                self.embargoed.pk: "unknown",
                self.never_seen.pk: "unknown",
            },
        )


class PictureVisibilityTests(TestCase):
    def use_in(self, **values):
        picture = make_picture(f"picture-{Picture.objects.count()}")
        return picture, make_article(pictures=(PictureInUse(picture.pk),), **values)

    def test_a_picture_is_shown_while_a_visible_article_uses_it(self):
        now = database_now()
        shown, article = self.use_in()
        self.use_in(at=now + HOUR)
        self.use_in(at=now - 2 * HOUR, expires_at=now - HOUR)
        publishing.withdraw(self.use_in()[1], "")
        unused = make_picture("unused")
        in_draft = make_picture("in-draft")
        make_draft(pictures=(PictureInUse(in_draft.pk),))
        self.assertEqual(list(Picture.objects.shown()), [shown])
        self.assertNotIn(unused, Picture.objects.shown())

    def test_a_second_visible_use_outlives_the_withdrawal_of_the_first(self):
        picture, article = self.use_in()
        make_article("uk", pictures=(PictureInUse(picture.pk), PictureInUse(picture.pk, "b1")))
        publishing.withdraw(article, "")
        self.assertEqual(list(Picture.objects.shown()), [picture])

    def test_a_portrait_is_shown_once_however_many_it_portrays(self):
        portrait = make_picture("portrait")
        for slug in ("vira", "oleh"):
            author = make_author(slug)
            author.portrait = portrait
            author.save()
        self.assertEqual(list(Picture.objects.shown()), [portrait])


class ListTests(TestCase):
    def setUp(self):
        self.now = database_now()
        self.language = make_language("en")

    def test_lists_go_by_moment_then_by_number(self):
        tag, author = make_tag(), make_author()
        both = {"tag_ids": (tag.pk,), "author_ids": (author.pk,)}
        old = make_article(at=self.now - HOUR, **both)
        same = [make_article(at=self.now - HOUR / 2, **both) for _ in range(2)]
        newest = make_article(at=self.now, **both)
        expected = [newest, same[1], same[0], old]
        visible = Article.objects.visible()
        self.assertEqual(list(visible.newest_first()), expected)
        self.assertEqual(list(visible.tagged(tag, self.language)), expected)
        self.assertEqual(list(visible.signed(author.pk, self.language.pk)), expected)

    def test_lists_belong_to_one_edition_and_one_tag_or_author(self):
        tags = [make_tag("one"), make_tag("two")]
        authors = [make_author("vira"), make_author("oleh")]
        wanted = make_article("en", tag_ids=(tags[0].pk,), author_ids=(authors[0].pk,))
        make_article("uk", tag_ids=(tags[0].pk,), author_ids=(authors[0].pk,))
        make_article("en", tag_ids=(tags[1].pk,), author_ids=(authors[1].pk,))
        self.assertEqual(list(Article.objects.tagged(tags[0], self.language)), [wanted])
        self.assertEqual(list(Article.objects.signed(authors[0], self.language)), [wanted])
        self.assertEqual(
            set(Article.objects.in_language(self.language)),
            set(Article.objects.order_by("pk")[::2]),
        )

    def test_a_draft_under_a_tag_is_in_no_list_of_it(self):
        tag = make_tag()
        make_draft(tag_ids=(tag.pk,))
        self.assertFalse(Article.objects.tagged(tag, self.language).exists())


class LoaderTests(TestCase):
    def test_a_card_brings_its_address_and_never_a_body(self):
        make_article(body="<p>Long.</p>")
        language = make_language()
        card = Article.objects.for_cards().get()
        card.language = language
        with self.assertNumQueries(0):
            self.assertIn("/eng/news/", card.get_absolute_url())
            self.assertTrue(card.headline)
            for column in ("body", "rendered", "lead"):
                with self.subTest(column), self.assertRaises(FieldFetchBlocked):
                    getattr(card, column)

    def test_a_page_brings_what_it_draws_and_not_the_source_of_it(self):
        make_article(body="<p>Long.</p>")
        page = Article.objects.for_page().get()
        with self.assertNumQueries(0):
            self.assertIn("Long.", page.rendered)
            self.assertEqual(page.withdrawal_note, "")
            with self.assertRaises(FieldFetchBlocked):
                page.body  # noqa: B018 -- reading it is the test


class NeighbourTests(TestCase):
    def setUp(self):
        self.now = database_now()
        self.section = Section.objects.create(slug="region")
        self.tags = [make_tag(f"tag-{number}") for number in range(RELATED_TAGS + 1)]
        self.article = self.make(tags=self.tags, section=self.section)

    def make(self, code="en", minutes=0, tags=(), section=None, **values):
        return make_article(
            code,
            at=self.now - timedelta(minutes=minutes),
            tag_ids=tuple(tag.pk for tag in tags),
            section_id=section and section.pk,
            **values,
        )

    def arms(self, pins=(), read_also=(), article=None, tags=None):
        article = article or self.article
        tag_keys = [tag.pk for tag in (self.tags if tags is None else tags)]
        found = {}
        for card in neighbours(Article.objects, article, tag_keys, pins, read_also):
            found.setdefault(card.among, set()).add(card.story_id)
        return found

    def test_each_arm_has_what_its_name_says(self):
        tagged = self.make(tags=[self.tags[1]])
        in_section = self.make(section=self.section)
        pinned, pointed = self.make(), self.make()
        arms = self.arms(pins=[pinned.story_id], read_also=[pointed.story_id])
        own = self.article.story_id
        self.assertEqual(arms["pin"], {pinned.story_id})
        self.assertEqual(arms["read-also"], {pointed.story_id})
        self.assertEqual(arms["section"], {own, in_section.story_id})
        self.assertEqual(arms[f"tag-{self.tags[1].pk}"], {own, tagged.story_id})
        self.assertEqual(arms["recent"], set(Article.objects.values_list("story", flat=True)))

    def test_only_the_first_tags_are_asked_for(self):
        arms = self.arms()
        self.assertIn(f"tag-{self.tags[RELATED_TAGS - 1].pk}", arms)
        self.assertNotIn(f"tag-{self.tags[RELATED_TAGS].pk}", arms)

    def test_nothing_invisible_and_nothing_of_another_edition_comes(self):
        withdrawn = self.make(tags=self.tags[:1], section=self.section)
        publishing.withdraw(withdrawn, "")
        scheduled = self.make(minutes=-60, tags=self.tags[:1], section=self.section)
        ukrainian = self.make("uk", tags=self.tags[:1], section=self.section)
        numbers = [one.story_id for one in (withdrawn, scheduled, ukrainian)]
        arms = self.arms(pins=numbers, read_also=numbers)
        self.assertEqual(set.union(*arms.values()), {self.article.story_id})

    def test_an_article_without_a_section_has_others_without_one_around_it(self):
        lonely, other = self.make(), self.make()
        arms = self.arms(article=lonely, tags=())
        self.assertEqual(set(arms), {"recent", "section"})
        self.assertEqual(arms["section"], {lonely.story_id, other.story_id})

    def test_the_arms_are_as_long_as_the_page_may_need_and_in_one_statement(self):
        for minutes in range(1, 15):
            self.make(minutes=minutes, tags=self.tags[:1], section=self.section)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            arms = self.arms()
        self.assertEqual(len(queries), 1)
        candidates = RELATED_LENGTH + TAG_RAIL_LENGTH + 1
        self.assertEqual(len(arms["recent"]), RECENT_LENGTH + 1)
        self.assertEqual(len(arms["section"]), candidates)
        self.assertEqual(len(arms[f"tag-{self.tags[0].pk}"]), candidates)

    def test_the_pins_of_a_page_come_in_the_editors_order(self):
        first, second = self.make(), self.make()
        article = self.make(pin_numbers=(second.story_id, first.story_id))
        pins = RelatedPin.objects.filter(article=article).values_list("story", flat=True)
        self.assertEqual(list(pins), [second.story_id, first.story_id])
