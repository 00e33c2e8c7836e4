"""Builders of rows for tests: each gives a complete row and takes what the test cares about."""

import io

from PIL import Image

from articles import numbers, picture_store, publishing, revisions
from articles.content import Content
from articles.models import (
    AdSlot,
    Author,
    AuthorName,
    FrontSlot,
    MenuEntry,
    Page,
    Picture,
    Section,
    SectionName,
    SupportCall,
)
from newsportal.languages import editions
from newsportal.languages.models import Language
from tags.models import Tag, TagName

EDITIONS = {
    "uk": {"name": "Українська", "short_label": "Укр", "prefix": "", "is_default": True},
    "ru": {"name": "Русский", "short_label": "Рус", "prefix": "rus"},
    "en": {"name": "English", "short_label": "Eng", "prefix": "eng"},
}


def make_language(code="en", **values):
    """An edition, launched; the three first ones with their own names and prefixes."""
    known = EDITIONS.get(code, {"name": code, "short_label": code, "prefix": code})
    position = list(EDITIONS).index(code) if code in EDITIONS else 9
    defaults = {"is_launched": True, "site_name": "Meridian", "position": position}
    language, _is_new = Language.objects.get_or_create(
        code=code, defaults={**defaults, **known, **values}
    )
    return language


def make_editions():
    """The three editions of the paper: uk, ru, en."""
    editions.forget()
    return [make_language(code) for code in EDITIONS]


def make_draft(language="en", *, story=None, by=None, **content):
    """A telling that nobody has published; keywords are fields of `Content`."""
    content.setdefault("headline", "A bridge opens in Starobrid")
    if isinstance(language, str):
        language = make_language(language)
    return revisions.begin(story or numbers.allot(), language, Content(**content), by=by)


def make_article(language="en", *, story=None, at=None, expires_at=None, **content):
    """A published telling; `at` is its moment, by default now."""
    draft = make_draft(language, story=story, **content)
    return publishing.publish(draft, at=at, expires_at=expires_at)


def make_tag(slug="bridges", **names):
    """A tag; keywords are its names by language code, by default the slug in English."""
    tag = Tag.objects.create(slug=slug)
    for code, name in (names or {"en": slug}).items():
        TagName.objects.create(tag=tag, language=make_language(code), name=name)
    return tag


def make_author(slug="vira-lunna", **names):
    """An author; keywords are the names by language code, by default the slug in English."""
    author = Author.objects.create(slug=slug)
    for code, name in (names or {"en": slug}).items():
        AuthorName.objects.create(author=author, language=make_language(code), name=name)
    return author


def make_picture(key="key-of-a-picture", **values):
    """The row of a picture; there is no file behind it."""
    size = {"width": 720, "height": 480}
    return Picture.objects.create(key=key, sha256=key, **{**size, **values})


def make_section(slug="region", **names):
    """A section; keywords are its names by language code, by default the slug in English."""
    section = Section.objects.create(slug=slug)
    for code, name in (names or {"en": slug}).items():
        SectionName.objects.create(section=section, language=make_language(code), name=name)
    return section


def store_picture(colour="teal", size=(720, 480), **facts):
    """A picture with its renditions in the store; each colour and size is another one."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    return picture_store.store(buffer.getvalue(), **facts)


def make_page(language, slug="about", **values):
    """A standing page."""
    texts = {"title": "About the paper", "body": "<p>We print what happened.</p>"}
    return Page.objects.create(language=language, slug=slug, **{**texts, **values})


def make_slot(article, place="lead", **values):
    """A pin on the front page, by default of the article's own edition, from now on."""
    values = {"language": article.language, "story": article.story, "place": place, **values}
    return FrontSlot.objects.create(**values)


def furnish_edition(language, *, section=None, tag=None):
    """What stands around an edition's pages: support call, ad slots, a line in each menu group."""
    SupportCall.objects.create(
        language=language, text="Read us, support us", label="Support us", address="/pages/support/"
    )
    for place in AdSlot.Place:
        AdSlot.objects.create(language=language, place=place)
    lines = [{"group": "projects", "label": "Bread of our region", "address": "/projects/"}]
    if section:
        lines.append({"group": "sections", "section": section})
    if tag:
        lines.append({"group": "topics", "tag": tag})
    for line in lines:
        MenuEntry.objects.create(language=language, **line)
