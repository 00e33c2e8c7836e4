"""
The plans of rails, lists and front page at 100,000 articles: each is read from its own index.
"""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Count

from articles import paging
from articles.corpus.phrasebook import LANGUAGES
from articles.front import arms
from articles.list_querysets import Span
from articles.models import Article, FrontSlot, MostRead, PageBreak, Publication, Section, Tagging
from articles.paging import LIST_LENGTH, Listing
from articles.querysets import RECENT_LENGTH, database_now, neighbours
from newsportal.languages import calendar
from newsportal.languages.models import Language
from tests.corpus import another_database, seed_short_stories

pytestmark = pytest.mark.django_db

STORIES = 42_000
ARTICLES = 100_000
# What one arm may read of its index: the cards it gives, and a few that it must pass over.
MOST_ROWS = 20
# Seven lists of ten rows, those of tags with one look-up of the article each; measured: 350.
MOST_PAGES = 500

# The front page's longest arm, with what was scheduled or expired before it; where the planner
# gathers the lists of the most read, those of both spans.
MOST_FRONT_ROWS = arms.NEWEST + 30
MOST_FRONT_PAGES = 400
MOST_SLOTS = 20


@pytest.fixture(scope="module")
def corpus(django_db_setup, django_db_blocker):
    """A paper of 100,000 articles."""
    with django_db_blocker.unblock(), another_database("rails"):
        seed_short_stories(STORIES)
        assert Article.objects.count() >= ARTICLES
        yield


@pytest.fixture(scope="module")
def tags(corpus):
    """All tags, the one on a tenth of all articles first."""
    used = Tagging.objects.values_list("tag").annotate(uses=Count("pk")).order_by("-uses")
    ((top, uses), *_) = used
    assert uses > Article.objects.count() / 11
    return [top, *(tag for tag, _uses in used[1:])]


def plan_of(queryset):
    """PostgreSQL's plan of a query that was run, as it tells it in JSON."""
    sql, parameters = queryset.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", parameters)
        ((plan,),) = cursor.fetchall()[0]
    return plan["Plan"]


def nodes(plan):
    """The plan's nodes, from the top down."""
    yield plan
    for inner in plan.get("Plans", []):
        yield from nodes(inner)


def pages(plan):
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]


def article_in_the_middle(code):
    """An article with half the paper before it and half behind it."""
    of_language = Article.objects.visible().in_language(Language.objects.get(code=code))
    return of_language.newest_first()[of_language.count() // 2]


def rails_plan(tag_keys):
    article = article_in_the_middle("uk")
    near = [article.story_id - 1, article.story_id - 2]
    return plan_of(neighbours(Article.objects, article, tag_keys, near, near))


def assert_read_from_indexes(plan):
    scans = [node for node in nodes(plan) if "Relation Name" in node]
    others = {node["Node Type"] for node in nodes(plan) if "Relation Name" not in node}
    assert {node["Node Type"] for node in scans} <= {"Index Scan", "Index Only Scan"}
    assert others <= {"Append", "Limit", "Nested Loop", "Subquery Scan", "Result"}
    for node in scans:
        read = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
        assert read * node["Actual Loops"] <= MOST_ROWS, node
    return scans


def conditions(scans, index):
    return [node["Index Cond"] for node in scans if node["Index Name"] == index]


@pytest.mark.parametrize("ranks", [(0, 1, 2, 3, 4), (499, 0, 250, 100, 498), ()])
def test_every_rail_is_read_from_the_front_of_its_own_index(tags, ranks):
    plan = rails_plan([tags[rank] for rank in ranks])
    scans = assert_read_from_indexes(plan)
    for index, amount in (
        ("article_recent", 1),
        ("article_in_section", 1),
        ("tagging_recent", len(ranks)),
    ):
        found = conditions(scans, index)
        assert len(found) == amount, index
        # What is scheduled lies before the front: the moment must be part of the search.
        assert all("published_at <= statement_timestamp()" in condition for condition in found)
    assert pages(plan) <= MOST_PAGES


def test_what_an_open_page_asks_for_is_read_from_the_front_of_the_index(corpus):
    uk = Language.objects.get(code="uk")
    newest = Article.objects.visible().in_language(uk).newest_first().for_cards()
    for length in (1, RECENT_LENGTH + 1):
        plan = plan_of(newest[:length])
        scans = assert_read_from_indexes(plan)
        (condition,) = conditions(scans, "article_recent")
        assert "published_at <= statement_timestamp()" in condition
        assert pages(plan) <= 2 * length + 10


def test_a_light_list_goes_on_from_any_depth_at_the_same_cost(tags):
    uk = Language.objects.get(code="uk")
    visible = Article.objects.visible()
    deep = visible.tagged(tags[0], uk).for_cards()[1500]
    for articles, index in (
        (visible.in_language(uk).newest_first(), "article_recent"),
        (visible.tagged(tags[0], uk, deep.published_at), "tagging_recent"),
    ):
        scans = assert_read_from_indexes(plan_of(articles.older_than(deep).for_cards()[:10]))
        assert len(conditions(scans, index)) == 1


def test_the_tag_on_a_tenth_of_all_articles_costs_no_more_than_a_rare_one(tags):
    popular, rare = rails_plan(tags[:1]), rails_plan(tags[-1:])
    assert pages(popular) <= 1.5 * pages(rare)


def test_the_lists_of_a_tag_and_an_author_are_read_from_their_own_index(tags):
    uk = Language.objects.get(code="uk")
    author = Article.objects.visible().newest_first()[0].bylines.get(position=0).author_id
    for listed, index in (
        (Article.objects.visible().tagged(tags[0], uk), "tagging_recent"),
        (Article.objects.visible().signed(author, uk), "byline_recent"),
    ):
        scans = assert_read_from_indexes(plan_of(listed.for_cards()[:10]))
        assert len(conditions(scans, index)) == 1


@pytest.fixture(scope="module")
def history(corpus):
    """Slots of some years, four of which stand in each edition, and lists of the most read."""
    now = database_now()
    editions = list(Language.objects.all())
    numbers = [one.story_id for one in Article.objects.visible().newest_first()[:50]]
    hours = timedelta(hours=1)
    for edition in editions:
        FrontSlot.objects.bulk_create(
            FrontSlot(
                language=edition,
                story_id=numbers[hour % len(numbers)],
                place="second",
                recorded_at=now - hour * hours,
                starts_at=now - hour * hours,
                until=now - (hour - 4) * hours,
            )
            for hour in range(10_000)
        )
        of_edition = Article.objects.visible().in_language(edition).newest_first()
        MostRead.objects.bulk_create(
            MostRead(
                language=edition, span=span, position=place, article=one, reads=1, counted_at=now
            )
            for span in ("day", "week")
            for place, one in enumerate(of_edition[:30])
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_arm_of_the_front_page_is_read_from_an_index(history, code):
    language = Language.objects.get(code=code)
    sections = list(Section.objects.in_edition(language))
    visible = Article.objects.visible().for_front()
    plan = plan_of(arms.joined(visible, language, sections))
    scans = [node for node in nodes(plan) if node["Node Type"].endswith("Scan")]
    for node in scans:
        # The lists of the most read are never longer than a page of the table.
        if node["Node Type"] == "Seq Scan":
            assert node["Relation Name"] == "articles_mostread"
        elif "Index Name" in node:
            read = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
            assert read * node["Actual Loops"] <= MOST_FRONT_ROWS, node
    indexes = Counter(node.get("Index Name") for node in scans)
    assert indexes["article_recent"] == indexes["article_of_kind"] == 1
    assert indexes["article_in_section"] == len(sections)
    assert indexes["frontslot_lifetime"] == 1
    # A handful of slots may be sorted; articles never.
    sorts = [node["Actual Rows"] for node in nodes(plan) if node["Node Type"] == "Sort"]
    assert max(sorts, default=0) <= MOST_SLOTS
    assert pages(plan) <= MOST_FRONT_PAGES


def indexes(plan):
    """The indexes that a plan reads; none of its tables is read as a whole."""
    assert not [node for node in nodes(plan) if node["Node Type"] == "Seq Scan"]
    return {node["Index Name"] for node in nodes(plan) if "Index Name" in node}


def most_rows(plan):
    """The most rows that any node of a plan reads; a sort of a page's worth is no harm."""
    return max(
        (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
        for node in nodes(plan)
    )


@pytest.fixture(scope="module")
def long_lists(tags):
    """The longest list of each sort."""
    uk = Language.objects.get(code="uk")
    first = Article.objects.visible().in_language(uk).newest_first()[0]
    return [
        (Listing(uk, "kind", "news"), "article_of_kind"),
        (Listing(uk, "section", first.section_id), "article_in_section"),
        (Listing(uk, "tag", tags[0]), "tagging_recent"),
        (Listing(uk, "author", first.bylines.get(position=0).author_id), "byline_recent"),
    ]


def page_plan(listing, page):
    """The plan of a full page of a list."""
    ends = {end.page: end.position for end in PageBreak.objects.of(listing).around(page)}
    span = Span(after=ends.get(page - 1), up_to=ends[page])
    return plan_of(listing.articles(span).for_cards()[: paging.MOST_UNSTORED])


def test_every_page_is_one_stretch_of_the_index_of_its_list(long_lists):
    for listing, index in long_lists:
        newest = PageBreak.objects.of(listing).newest().get().page
        assert newest > 10, listing
        costs = []
        for page in (newest, newest // 2, 1):
            plan = page_plan(listing, page)
            assert index in indexes(plan), listing
            assert most_rows(plan) <= LIST_LENGTH + 10, (listing, page)
            costs.append(pages(plan))
        assert max(costs) <= MOST_PAGES, (listing, costs)


def test_where_a_page_ends_is_read_from_one_index(long_lists):
    listing = long_lists[0][0]
    newest = PageBreak.objects.of(listing).newest().get().page
    for page in (newest, newest // 2, 1):
        plan = plan_of(PageBreak.objects.of(listing).around(page))
        assert indexes(plan) == {"page_of_a_list_ends_once"}, plan
        assert pages(plan) <= 20


def test_a_publication_looks_at_the_ends_of_its_lists_only(tags):
    article = Article.objects.visible().newest_first()[0]
    for listing in paging.lists_of(article):
        last = PageBreak.objects.of(listing).newest().first()
        due = listing.due(Span(after=last and last.position))
        plan = plan_of(due[2 * LIST_LENGTH - 1 : 2 * LIST_LENGTH])
        assert len(indexes(plan)) == 1, listing
        assert pages(plan) <= 3 * LIST_LENGTH, listing


def test_a_day_and_the_first_moments_are_read_from_the_order_of_the_edition(corpus):
    article = article_in_the_middle("uk")
    language = article.language
    visible = Article.objects.visible()
    span = calendar.span(language.local(article.published_at).date(), language)
    of_day = visible.in_language(language).between(*span).newest_first().for_cards()
    assert 5 < of_day.count() < 500
    oldest = visible.in_language(language).order_by("published_at", "story")[:1]
    for found, amount in ((of_day, of_day.count()), (oldest, 1)):
        plan = plan_of(found)
        assert indexes(plan) == {"article_recent"}
        assert most_rows(plan) <= amount + MOST_ROWS


def test_corrections_are_read_from_the_front_of_their_index(corpus):
    uk = Language.objects.get(code="uk")
    lines = Publication.objects.corrections(Article.objects.visible().in_language(uk))
    plan = plan_of(lines.for_corrections()[:40])
    assert not any(node["Node Type"] in ("Sort", "Seq Scan") for node in nodes(plan))
    assert any(node.get("Index Name") == "publication_corrections" for node in nodes(plan))
