"""Lists of an edition: a kind, a section, a tag, an author."""

from django.http import Http404
from django.views.decorators.http import require_safe

from articles.models import Article, Author, Section
from articles.paging import Listing
from articles.views.listing import Place, list_page
from articles.views.moved import moved_thing
from newsportal.languages import editions
from newsportal.languages.middleware import lender
from tags.models import Tag


@require_safe
def kind(request, kind, page=None):
    """The newest of a kind."""
    place = Place(request.language, "kind", {"kind": kind})
    listing = Listing(request.language, "kind", kind)
    return list_page(request, place, listing, page, kind.label, title_lang=lender.get())


@require_safe
def section(request, slug, page=None):
    """The newest of a section; 404 in an edition that does not have it."""
    language = request.language
    sections = Section.objects.in_edition(language).named(language)
    section = sections.filter(slug=slug).first()
    if section is None:
        return moved_thing(Section, language, slug)
    return list_page(
        request,
        Place(language, "section", {"slug": slug}),
        Listing(language, "section", section.pk),
        page,
        section.name,
        languages=set(section.names.values_list("language_id", flat=True)),
    )


@require_safe
def tag(request, slug, page=None):
    """The newest under a tag, where there is something; a former slug answers 301."""
    language = request.language
    tag = Tag.objects.named(language).filter(slug=slug).first()
    if tag is None:
        return moved_thing(Tag, language, slug)
    found_in = Article.objects.visible().languages_tagged(tag, editions.launched())
    if language.pk not in found_in:
        # Its name alone may tell what is under embargo.
        raise Http404
    return list_page(
        request,
        Place(language, "tag", {"slug": slug}),
        Listing(language, "tag", tag.pk),
        page,
        tag.name,
        languages=found_in,
        title_lang=lent_by(tag, language),
        over="topics",
    )


@require_safe
def author(request, slug, page=None):
    """Who an author is, and the newest that they signed."""
    language = request.language
    author = Author.objects.named(language).with_portrait().filter(slug=slug).first()
    if author is None:
        return moved_thing(Author, language, slug)
    published_in = Article.objects.visible().languages_signed(author, editions.launched())
    return list_page(
        request,
        Place(language, "author", {"slug": slug}),
        Listing(language, "author", author.pk),
        page,
        author.name,
        languages={language.pk, *published_in},
        title_lang=lent_by(author, language),
        author=author,
        published_in=[one for one in editions.launched() if one.pk in published_in],
        template="articles/author.html",
    )


def lent_by(thing, language):
    """The language that lends the thing its name, where the page's own has none."""
    lender = thing.best["language"]
    return "" if lender == language.code else lender
