"""A newsstand to read at: pages as a reader gets them, and an article with everything on it."""

from datetime import timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree

from django.test import TestCase
from django.utils import timezone

from articles.content import PictureInUse
from articles.models import Article, Byline, Story, Tagging
from newsportal.languages import editions
from tests.builders import (
    furnish_edition,
    make_article,
    make_author,
    make_editions,
    make_section,
    make_tag,
    store_picture,
)

VOID = {"link", "meta", "img", "source", "br", "input", "hr"}

BODY = """
<div data-block="source" data-id="b1"><p>the river service</p></div>
<div data-block="details" data-id="b2"><p>Cars crossed it at noon.</p></div>
<div data-block="ad-break" data-id="b3"></div>
<blockquote data-block="quote" data-id="b4" data-speaker="Haiduk"
><p>“It was needed.”</p></blockquote>
<div data-block="picture" data-id="b5" data-picture="inside"></div>
<div data-block="read-also" data-id="b6" data-story="{read_also}"></div>
<div data-block="background" data-id="b7"><ul><li>The old bridge is closed.</li></ul></div>
"""


class Parsed(HTMLParser):
    """A page as a tree; whoever leaves an element open is noticed."""

    def __init__(self, html):
        super().__init__()
        self.builder = ElementTree.TreeBuilder()
        self.feed(html)
        self.close()
        self.tree = self.builder.close()

    def handle_starttag(self, tag, attributes):
        self.builder.start(tag, {name: value or "" for name, value in attributes})
        if tag in VOID:
            self.builder.end(tag)

    def handle_startendtag(self, tag, attributes):
        self.builder.start(tag, {name: value or "" for name, value in attributes})
        self.builder.end(tag)

    def handle_endtag(self, tag):
        self.builder.end(tag)

    def handle_data(self, text):
        self.builder.data(text)


def parse(response):
    """The tree of a response's page: `find` and `findall` take paths."""
    return Parsed(response.content.decode()).tree


def words(element):
    """The text of an element, its spaces as a reader sees them."""
    return " ".join("".join(element.itertext()).split())


class Newsstand(TestCase):
    """Three editions of the paper and somebody who reads them."""

    @classmethod
    def setUpTestData(cls):
        cls.uk, cls.ru, cls.en = make_editions()

    def setUp(self):
        editions.forget()

    def page(self, article_or_path, status=200):
        """The page at an address, or of an article, as a tree."""
        path = getattr(article_or_path, "get_absolute_url", lambda: article_or_path)()
        response = self.client.get(path)
        self.assertEqual(response.status_code, status)
        return parse(response)

    def file(self, address):
        """A response that brings a file, and the file's bytes."""
        response = self.client.get(address)
        # Read to its end a file closes itself; closing the response would take the database along.
        return response, b"".join(response) if response.streaming else b""

    def headlines(self, page, place):
        """The headlines of a rail, by the class of its element."""
        cards = page.findall(f".//*[@class='{place}']//*[@class='card']")
        urgent = page.findall(f".//*[@class='{place}']//*[@class='card urgent']")
        order = list(page.iter())
        return [words(card) for card in sorted(cards + urgent, key=order.index)]


def make_fullest(language, *, story=None, neighbours=12):
    """An article with every block of the reference page, and neighbours for its rails."""
    code = language.code
    section = make_section(f"region-{code}", **{code: "Region"})
    tags = [make_tag(f"{slug}-{code}", **{code: slug}) for slug in ("bridge", "river", "council")]
    keys = tuple(tag.pk for tag in tags)
    furnish_edition(language, section=section, tag=tags[0])
    now = timezone.now()
    others = [
        make_article(
            language,
            headline=f"Neighbour {index}",
            at=now - timedelta(minutes=10 + index),
            section_id=section.pk,
            tag_ids=keys[: 1 + index % 3],
            body='<p data-block="paragraph" data-id="c1">The body of a neighbour.</p>',
        )
        for index in range(neighbours)
    ]
    picture, inside = store_picture("teal"), store_picture("navy")
    return make_article(
        language,
        story=story,
        headline="The bridge opens early",
        lead="The old one is under water.",
        at=now - timedelta(minutes=5),
        body=BODY.format(read_also=others[-1].story_id if others else 0),
        section_id=section.pk,
        tag_ids=keys,
        author_ids=tuple(
            make_author(f"{slug}-{code}", **{code: name}).pk
            for slug, name in (("vira", "Vira Lunna"), ("ostap", "Ostap Mak"))
        ),
        pin_numbers=tuple(other.story_id for other in others[:1]),
        pictures=(
            PictureInUse(picture.pk, "", "The bridge at dawn", "Vira Lunna", "A long bridge"),
            PictureInUse(inside.pk, "b5", "A street", "Ostap Mak", "A street with trams"),
        ),
    )


def make_copies(article, count):
    """Many visible articles like this one, its tags and bylines too, in a handful of statements."""
    stories = Story.objects.bulk_create(Story() for _ in range(count))
    copies = []
    for place, story in enumerate(stories):
        copy = Article.objects.get(pk=article.pk)
        copy.pk, copy.story = None, story
        copy.published_at -= timedelta(minutes=20 + place)
        copies.append(copy)
    Article.objects.bulk_create(copies)
    for model, owner in ((Tagging, "tag_id"), (Byline, "author_id")):
        keys = model.objects.filter(article=article).values_list(owner, flat=True)
        model.objects.bulk_create(
            model(
                article=copy,
                position=position,
                language=copy.language,
                published_at=copy.published_at,
                number=copy.story_id,
                **{owner: key},
            )
            for copy in copies
            for position, key in enumerate(list(keys))
        )
    return copies
