"""Pages of long lists: what is full stays, everything is reachable once, verbs keep the pages."""

from datetime import timedelta

from django.test import TestCase, TransactionTestCase
from django.utils import timezone

from articles import paging, publishing
from articles.models import Article, PageBreak
from articles.paging import LIST_LENGTH, Listing, NoSuchPage
from tests.articles.views.newsstand import make_copies
from tests.builders import make_article, make_author, make_language, make_section, make_tag
from tests.concurrency import both


class PagingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.en = make_language("en")
        cls.tag, cls.section, cls.author = make_tag(), make_section(), make_author()
        cls.now = timezone.now()
        cls.content = {
            "tag_ids": (cls.tag.pk,),
            "section_id": cls.section.pk,
            "author_ids": (cls.author.pk,),
        }
        cls.listing = Listing(cls.en, "tag", cls.tag.pk)

    def publish(self, minutes_ago=0, **values):
        at = self.now - timedelta(minutes=minutes_ago)
        return make_article(at=at, **self.content | values)

    def fill(self, amount, minutes_ago=0):
        """So many articles that no verb has paged, each a minute older than the one before."""
        newest = self.publish(minutes_ago - 20)
        copies = make_copies(newest, amount - 1)
        return [newest, *copies]

    def shown(self, number=None, listing=None):
        return [card.story_id for card in paging.read(listing or self.listing, number).cards]

    def all_pages(self, listing=None):
        """Numbers of stories from the newest page to the oldest, as the links lead."""
        page = paging.read(listing or self.listing)
        found = [card.story_id for card in page.cards]
        while page.older:
            page = paging.read(listing or self.listing, page.older)
            found += [card.story_id for card in page.cards]
        return found

    def in_order(self):
        return list(Article.objects.visible().newest_first().values_list("story_id", flat=True))


class FullPageTests(PagingTests):
    def test_a_short_list_has_one_page(self):
        self.fill(2 * LIST_LENGTH - 2, minutes_ago=200)
        self.publish()
        self.assertEqual(len(self.shown()), 2 * LIST_LENGTH - 1)
        self.assertEqual(paging.read(self.listing).older, 0)
        self.assertFalse(PageBreak.objects.exists())

    def test_a_page_is_full_when_it_leaves_a_pages_worth_of_newer_headlines(self):
        self.fill(2 * LIST_LENGTH - 1, minutes_ago=200)
        self.publish()
        self.assertEqual(len(self.shown()), LIST_LENGTH)
        self.assertEqual(len(self.shown(1)), LIST_LENGTH)
        self.assertEqual(self.all_pages(), self.in_order())
        of_lists = PageBreak.objects.values_list("listed", flat=True)
        things = {"section": self.section, "tag": self.tag, "author": self.author}
        names = [f"{of}-{thing.pk}" for of, thing in things.items()]
        self.assertCountEqual(of_lists, ["kind-news", *names])

    def test_what_comes_later_changes_no_full_page(self):
        self.fill(4 * LIST_LENGTH, minutes_ago=500)
        self.publish(minutes_ago=100)
        before = {page: self.shown(page) for page in (1, 2, 3)}
        self.fill(2 * LIST_LENGTH, minutes_ago=95)
        self.publish()
        self.assertEqual({page: self.shown(page) for page in (1, 2, 3)}, before)
        self.assertEqual(paging.read(self.listing).newest, 5)
        self.assertEqual(self.all_pages(), self.in_order())

    def test_a_withdrawn_headline_leaves_its_page_shorter(self):
        articles = self.fill(3 * LIST_LENGTH, minutes_ago=300)
        self.publish()
        before = self.shown(2)
        publishing.withdraw(articles[-1], "")
        self.assertEqual(len(self.shown(1)), LIST_LENGTH - 1)
        self.assertEqual(self.shown(2), before)

    def test_equal_moments_stand_on_one_page_each(self):
        at = self.now - timedelta(minutes=500)
        self.fill(2 * LIST_LENGTH, minutes_ago=500)
        Article.objects.update(published_at=at)
        self.tag.taggings.update(published_at=at)
        self.publish()
        self.assertEqual(self.all_pages(), self.in_order())

    def test_there_is_no_page_beyond(self):
        self.fill(2 * LIST_LENGTH, minutes_ago=200)
        self.publish()
        for number in (0, -1, 2, 10**30):
            with self.assertRaises(NoSuchPage):
                paging.read(self.listing, number)

    def test_links_lead_from_each_page_to_its_neighbours(self):
        self.fill(3 * LIST_LENGTH + 1, minutes_ago=300)
        self.publish()
        newest, second, first = (paging.read(self.listing, page) for page in (None, 2, 1))
        self.assertEqual([page.older for page in (newest, second, first)], [2, 1, 0])
        self.assertEqual([page.newer for page in (newest, second, first)], [None, None, 2])
        self.assertEqual({page.newest for page in (newest, second, first)}, {2})


class UnstoredTests(PagingTests):
    """What came due by itself, with no verb since."""

    def test_it_is_reachable_on_the_pages_that_the_next_verb_stores(self):
        self.fill(4 * LIST_LENGTH + 5, minutes_ago=500)
        self.assertFalse(PageBreak.objects.exists())
        self.assertEqual(len(self.shown()), LIST_LENGTH + 5)
        self.assertEqual(self.all_pages(), self.in_order())
        before = {page: self.shown(page) for page in (1, 2, 3)}
        self.publish()
        self.assertEqual({page: self.shown(page) for page in (1, 2, 3)}, before)
        self.assertEqual(PageBreak.objects.of(self.listing).count(), 3)

    def test_the_scheduled_take_no_part(self):
        self.fill(2 * LIST_LENGTH - 1, minutes_ago=200)
        self.publish(minutes_ago=-60)
        self.assertFalse(PageBreak.objects.exists())
        self.assertEqual(len(self.shown()), 2 * LIST_LENGTH - 1)

    def test_reading_writes_nothing_and_costs_two_statements(self):
        self.fill(4 * LIST_LENGTH, minutes_ago=500)
        self.publish()
        for number in (None, 1, 3):
            with self.assertNumQueries(2):
                paging.read(self.listing, number)
        PageBreak.objects.all().delete()
        with self.assertNumQueries(3):
            paging.read(self.listing, 2)
        self.assertFalse(PageBreak.objects.exists())


class BackdatedTests(PagingTests):
    def setUp(self):
        self.fill(5 * LIST_LENGTH, minutes_ago=500)
        self.publish(minutes_ago=50)
        self.before = {page: self.shown(page) for page in (1, 2, 3, 4)}

    def test_one_headline_makes_its_own_page_longer_alone(self):
        old = self.publish(minutes_ago=640)
        self.assertIn(old.story_id, self.shown(2))
        self.assertEqual(len(self.shown(2)), LIST_LENGTH + 1)
        for page in (1, 3, 4):
            self.assertEqual(self.shown(page), self.before[page])

    def test_a_page_of_twice_the_length_is_divided_and_the_others_keep_their_headlines(self):
        for minute in range(LIST_LENGTH):
            self.publish(minutes_ago=620 + minute * 0.9)
        self.assertEqual(self.all_pages(), self.in_order())
        lengths = [len(self.shown(page)) for page in range(1, 6)]
        self.assertEqual(sum(lengths), 5 * LIST_LENGTH)
        self.assertLess(max(lengths), 2 * LIST_LENGTH)
        self.assertEqual(self.shown(1), self.before[1])
        self.assertEqual(self.shown(5), self.before[4])

    def test_older_than_everything_lands_on_the_first_page(self):
        for minute in range(LIST_LENGTH):
            self.publish(minutes_ago=10_000 + minute)
        self.assertEqual(len(self.shown(1)), LIST_LENGTH)
        self.assertEqual(self.shown(2), self.before[1])
        self.assertEqual(self.all_pages(), self.in_order())

    def test_a_redated_article_moves_to_another_page(self):
        article = Article.objects.get(story=self.before[4][0])
        publishing.redate(article, self.now - timedelta(minutes=10_000))
        self.assertEqual(self.shown(1)[-1], article.story_id)
        self.assertEqual(len(self.shown(4)), LIST_LENGTH - 1)


class AllListsTests(PagingTests):
    def test_paging_everything_gives_what_the_verbs_gave(self):
        self.fill(4 * LIST_LENGTH, minutes_ago=500)
        self.publish()
        rows = ("language", "listed", "page", "published_at", "number")
        by_verbs = list(PageBreak.objects.values_list(*rows))
        self.assertEqual(len(by_verbs), 4 * 3)
        paging.page_everything()
        self.assertEqual(list(PageBreak.objects.values_list(*rows)), by_verbs)

    def test_a_publication_pays_two_statements_for_its_lists(self):
        self.fill(4 * LIST_LENGTH, minutes_ago=500)
        article = self.publish()
        with self.assertNumQueries(4):
            paging.keep(article)


class AtTheSameTimeTests(TransactionTestCase):
    def test_two_publications_make_a_page_full_once(self):
        en, tag = make_language("en"), make_tag()
        first = make_article(at=timezone.now() - timedelta(hours=9), tag_ids=(tag.pk,))
        make_copies(first, 2 * LIST_LENGTH - 2)
        outcomes = both(*2 * [lambda: make_article(tag_ids=(tag.pk,)).pk])
        self.assertEqual([type(outcome) for outcome in outcomes], [int, int])
        listing = Listing(en, "tag", tag.pk)
        self.assertEqual(PageBreak.objects.of(listing).count(), 1)
        self.assertEqual(len(paging.read(listing, 1).cards), LIST_LENGTH)
        self.assertEqual(len(paging.read(listing).cards), LIST_LENGTH + 1)
