"""
Authors, tags and editions by the names that agencies give them.

A name is looked for in the item's language, then in the others, then by its Latin spelling; only
then is there a new author or tag. A thing found under a name that it did not have in the item's
language gains it, so that the next item finds it at once.
"""

from django.db.models import Value
from django.db.models.functions import Lower

from articles.models import Author, AuthorName, FormerAuthorSlug
from newsportal.languages.models import Language
from newsportal.languages.transliteration import LONGEST_SLUG, slug
from tags.models import FormerTagSlug, Tag, TagName, TagSynonym

# Norwegian goes by three codes; an edition under one of them takes the others' items.
_NORWEGIAN = ("nb", "no", "nn")


def edition_for(tag):
    """
    The edition for a language tag, or None: “nb-NO” also finds nb and no, “de” also de-AT.

    Two tags that name different scripts never match.
    """
    wanted = _parts(tag)
    ranked = [(_likeness(wanted, _parts(one.code)), one) for one in Language.objects.all()]
    likeness, edition = max(ranked, key=lambda pair: pair[0], default=(0, None))
    return edition if likeness else None


def _parts(tag):
    """Language, script and region of a language tag, lower case, each possibly empty."""
    words = tag.lower().replace("_", "-").split("-")
    script = next((word for word in words[1:] if len(word) == 4 and word.isalpha()), "")
    region = next((word for word in words[1:] if len(word) == 2), "")
    return words[0], script, region


def _likeness(wanted, offered):
    """How well an edition suits a language tag; 0: not at all."""
    if wanted == offered:
        return 9
    (language, script, region), (other, other_script, other_region) = wanted, offered
    if script and other_script and script != other_script:
        return 0
    if language == other:
        return 4 if region and other_region and region != other_region else 6
    if language in _NORWEGIAN and other in _NORWEGIAN:
        # Nynorsk readers are better served by the common code.
        return 2 if "no" in (language, other) else 1
    return 0


def authors_named(names, language):
    """The keys of the authors of these names, in their order, each once."""
    return tuple(dict.fromkeys(_author(name, language).pk for name in names))


def tags_named(names, language):
    """The keys of the tags of these names, in their order, each once."""
    return tuple(dict.fromkeys(_tag(name, language).pk for name in names))


def _author(name, language):
    author = (
        _called(name, AuthorName.objects.filter(language=language), "author")
        or _called(name, AuthorName.objects.all(), "author")
        or _nameless(Author.objects.filter(slug=slug(name, language.code)), language)
        or Author.objects.create(slug=_free_slug(name, language, Author, FormerAuthorSlug))
    )
    if not author.names.filter(language=language).exists():
        author.names.create(language=language, name=name)
    return author


def _tag(name, language):
    known = _called(name, TagName.objects.filter(language=language), "tag") or _called(
        name, TagSynonym.objects.filter(language=language), "tag"
    )
    if known:
        return known
    spelling = slug(name, language.code)
    tag = (
        _called(name, TagName.objects.all(), "tag")
        or _called(name, TagSynonym.objects.all(), "tag")
        or _nameless(Tag.objects.filter(slug=spelling), language)
        or _nameless(Tag.objects.filter(former_slugs__slug=spelling), language)
        or Tag.objects.create(slug=_free_slug(name, language, Tag, FormerTagSlug))
    )
    if tag.names.filter(language=language).exists():
        tag.synonyms.create(language=language, name=name)
    else:
        tag.names.create(language=language, name=name)
    return tag


def _called(name, names, thing):
    """The thing that one of these names belongs to; names of the default edition come first."""
    found = (
        names.annotate(small=Lower("name"))
        .filter(small=Lower(Value(name)))
        .select_related(thing)
        .order_by("-language__is_default", "language__position", "pk")
        .first()
    )
    return found and getattr(found, thing)


def _nameless(things, language):
    """
    The thing, if it has no name in the language yet: «Київ» is found by “Kyiv”.

    One that has a name there is another thing, whose name only happens to be spelt alike.
    """
    return things.exclude(names__language=language).first()


def _free_slug(name, language, *models):
    """A slug that nothing has or had."""
    wanted = slug(name, language.code)
    candidate, number = wanted, 1
    while any(model.objects.filter(slug=candidate).exists() for model in models):
        number += 1
        ending = f"-{number}"
        candidate = wanted[: LONGEST_SLUG - len(ending)] + ending
    return candidate
