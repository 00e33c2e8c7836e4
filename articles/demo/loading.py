"""
Loads the demonstration's stories, and moves their moments so that the newest is minutes old.

A second load finds what the first brought by its identity and leaves it alone; a story in
which a person had a hand also keeps its moments.
"""

import re
from datetime import timedelta
from html import unescape

from django.db import transaction
from django.db.models import F

from articles import numbers, paging, publishing, revisions
from articles.body.blocks import new_id, write
from articles.body.parse import from_html
from articles.content import Content, PictureInUse
from articles.demo import files, frontpage
from articles.demo.bulletins import BULLETIN
from articles.demo.files import IDENTITY
from articles.demo.furnishing import furnish
from articles.demo.pictures import picture_of
from articles.models import (
    Article,
    Author,
    Change,
    ImportedItem,
    ImportedStory,
    Origin,
    Section,
)
from articles.querysets import database_now
from tags.models import Tag

# A moment is left alone while it is this near to where it should be.
TOLERANCE = timedelta(minutes=2)
READ_ALSO = re.compile(r'<p><strong>[^<]*</strong>:?\s*<a href="story:([\w-]+)">[^<]*</a></p>')
PICTURE = re.compile(r'<div data-block="picture" data-picture="([\w-]+)"([^>]*)></div>')
ATTRIBUTE = re.compile(r'data-(caption|credit|alt)="([^"]*)"')


def load(say=lambda line: None):
    """Bring in what is missing of the demonstration and return how many tellings were new."""
    with transaction.atomic():
        # Whole or not at all: what a killed start left half made would count as there.
        editions = furnish()
    now = database_now()
    new = 0
    pending = [story for story in files.stories() if _is_missing(story)]
    if pending:
        say(f"Drawing pictures and loading {len(pending)} stories of the demonstration …")
    for story in pending:
        new += _load_story(story, editions, now)
    frontpage.arrange(editions, _story_of)
    frontpage.keep_going()
    return new


@transaction.atomic
def freshen():
    """Move all moments of the demonstration so that its newest story is minutes old again."""
    now = database_now()
    ages = {story["key"]: timedelta(minutes=story["minutes_ago"]) for story in files.stories()}
    has_moved = False
    for article in _own_articles():
        # Each by its own age: one that a person took over must not set the pace of the others.
        age = ages.get(article.uri.removeprefix(IDENTITY).rpartition(":")[0])
        if age is not None and abs(now - age - article.published_at) > TOLERANCE:
            publishing.redate(article, now - age)
            has_moved = True
    if has_moved:
        # They moved beside each other, so the pages of lists begin anew.
        paging.page_everything()


def _own_articles():
    """
    Published articles that nobody but the demonstration had a hand in.

    The river's bulletins are not among them: a measurement keeps its day.
    """
    return (
        Article.objects.filter(
            imported_items__uri__startswith=IDENTITY,
            live_revision__origin=Origin.DEMO,
            published_at__isnull=False,
        )
        .exclude(imported_items__uri__startswith=f"{IDENTITY}{BULLETIN}")
        .exclude(revisions__origin=Origin.EDITOR)
        .exclude(publications__made_by__isnull=False)
        .annotate(uri=F("imported_items__uri"))
        .order_by("pk")
    )


def _is_missing(story):
    codes = [code for code in files.LANGUAGES if code in story]
    loaded = ImportedItem.objects.filter(uri__startswith=f"{IDENTITY}{story['key']}:").count()
    return loaded < len(codes)


@transaction.atomic
def _load_story(story, editions, now):
    joined = _story_of(story["key"])
    new = 0
    for code in files.LANGUAGES:
        uri = f"{IDENTITY}{story['key']}:{code}"
        if code not in story or ImportedItem.objects.filter(uri=uri).exists():
            continue
        article = revisions.begin(joined, editions[code], _content(story, code), origin=Origin.DEMO)
        ImportedItem.objects.create(uri=uri, article=article, revision=article.draft_revision)
        _publish(article, story, code, now)
        new += 1
    return new


def _story_of(key):
    identity = f"{IDENTITY}{key}"
    known = ImportedStory.objects.filter(identity=identity).select_related("story").first()
    if known is not None:
        return known.story
    return ImportedStory.objects.create(identity=identity, story=numbers.allot()).story


def _publish(article, story, code, now):
    state = story.get("state", "published")
    if state == "draft":
        return
    at = now - timedelta(minutes=story["minutes_ago"])
    if state == "embargoed":
        publishing.embargo(article, at)
        at = now
    live = publishing.publish(article, at=at)
    if "updated_minutes_ago" in story:
        publishing.publish(
            live,
            change=Change.UPDATE,
            changed_at=now - timedelta(minutes=story["updated_minutes_ago"]),
        )
    if "correction" in story[code]:
        live = publishing.publish(live, change=Change.CORRECTION, note=story[code]["correction"])
    if state == "withdrawn":
        publishing.withdraw(live, story[code]["withdrawn_reason"])


def _content(story, code):
    telling = story[code]
    body, pictures = _with_pictures(telling["body"])
    body = READ_ALSO.sub(_reference, body)
    if story["picture"]:
        pictures = (_use(story["picture"], "", telling), *pictures)
    return Content(
        headline=telling["headline"],
        lead=telling["lead"],
        body=write(from_html(body, code, telling["headline"], telling["lead"])),
        kind=story["kind"],
        section_id=Section.objects.get(slug=story["section"]).pk,
        urgency=story.get("urgency", 4),
        paid_label="promoted" if story.get("paid") else "",
        is_distressing=story.get("distressing", False),
        is_unindexed=story.get("noindex", False),
        author_ids=_keys(Author, story["authors"]),
        tag_ids=_keys(Tag, story["tags"]),
        pictures=pictures,
    )


def _keys(model, slugs):
    by_slug = dict(model.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    return tuple(by_slug[slug] for slug in slugs)


def _reference(match):
    return f'<div data-block="read-also" data-story="{_story_of(match[1]).pk}"></div>'


def _with_pictures(body):
    """The body with a key in place of each scene, and the uses of the pictures."""
    uses = []

    def place(match):
        words = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[2])}
        uses.append(_use(match[1], new_id(), words))
        return (
            f'<div data-block="picture" data-id="{uses[-1].block_id}"'
            f' data-picture="{uses[-1].picture}"></div>'
        )

    return PICTURE.sub(place, body), tuple(uses)


def _use(scene, block_id, words):
    return PictureInUse(
        picture=picture_of(scene).pk,
        block_id=block_id,
        caption=words.get("caption", ""),
        credit=words.get("credit", ""),
        alt=words.get("alt", ""),
    )
