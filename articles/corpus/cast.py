"""
The cast: editions, sections, authors, tags and pictures under which the corpus appears.

What an earlier run made is found again by its slug (a picture by its bytes); what is missing is
made. Slugs begin with a word of their own, so that nothing of the real paper is taken for ours.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models.functions import Lower

from articles.models import Author, AuthorName, Section, SectionName
from articles.picture_store import store
from newsportal.languages.models import Language
from tags.models import Tag, TagName

from . import names
from .drawings import drawing
from .phrasebook import AUTHORS, LANGUAGES, TAGS, phrasebook

_SLUG = "corpus-{}"
_EDITIONS = {
    "uk": {"name": "Українська", "short_label": "Укр", "prefix": "", "site_name": "Меридіан"},
    "ru": {"name": "Русский", "short_label": "Рус", "prefix": "rus", "site_name": "Меридиан"},
    "en": {"name": "English", "short_label": "Eng", "prefix": "eng", "site_name": "Meridian"},
}


@dataclass(frozen=True)
class Cast:
    """Keys in the database, in the order in which the planned stories count them."""

    editions: dict[str, Language]
    sections: list[int]
    authors: list[int]
    tags: list[int]
    pictures: list[int]


@transaction.atomic
def make_cast(*, pictures):
    """Find or make the whole cast; `pictures` says how many of them."""
    editions = {code: _edition(code) for code in LANGUAGES}
    return Cast(
        editions=editions,
        sections=_sections(editions),
        authors=_authors(editions),
        tags=_tags(editions),
        pictures=[store(drawing(number)).pk for number in range(pictures)],
    )


def _edition(code):
    known = Language.objects.filter(code=code).first()
    if known is not None:
        return known
    values = dict(_EDITIONS[code])
    if Language.objects.filter(prefix=values["prefix"]).exists():
        values["prefix"] = code
    return Language.objects.create(
        code=code,
        position=list(_EDITIONS).index(code),
        is_launched=True,
        is_default=code == "uk" and not Language.objects.filter(is_default=True).exists(),
        **values,
    )


def _sections(editions):
    slugs = [_SLUG.format(name.lower()) for name in phrasebook("en").sections]
    return _named(
        Section,
        SectionName,
        editions,
        slugs,
        lambda number, book: {"name": book.sections[number]},
    )


def _authors(editions):
    slugs = [_slug(names.author(number, phrasebook("en"))) for number in range(AUTHORS)]
    return _named(
        Author,
        AuthorName,
        editions,
        slugs,
        lambda number, book: {
            "name": names.author(number, book),
            "role": book.roles[number % len(book.roles)],
        },
    )


def _tags(editions):
    """Tags under names that no other tag has: printed names must be unambiguous."""
    slugs = [_slug(names.subject(number, phrasebook("en"))) for number in range(TAGS)]
    taken = set(
        TagName.objects.exclude(tag__slug__in=slugs).values_list(Lower("name"), "language__code")
    )

    def name(number, book):
        plain = names.subject(number, book)
        return {"name": f"{plain} {number}" if (plain.lower(), book.code) in taken else plain}

    return _named(Tag, TagName, editions, slugs, name)


def _slug(english_name):
    return _SLUG.format("-".join(english_name.lower().split()))


def _named(model, name_model, editions, slugs, values):
    """Find or make the rows under these slugs, a name in each edition; their keys in order."""
    (owner,) = {model.names.rel.remote_field.name}
    known = set(model.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    missing = [number for number, slug in enumerate(slugs) if slug not in known]
    made = model.objects.bulk_create(model(slug=slugs[number]) for number in missing)
    name_model.objects.bulk_create(
        name_model(language=edition, **{owner: thing}, **values(number, phrasebook(edition.code)))
        for number, thing in zip(missing, made, strict=True)
        for edition in editions.values()
    )
    keys = dict(model.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    return [keys[slug] for slug in slugs]
