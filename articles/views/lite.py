"""
The light form of the paper, for old devices and poor connections: the same text, no script, no
picture unless asked for. Each page has its full form beside it and is canonical to it.
"""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.body.holes import holes
from articles.models import Article, Author, Kind, PictureUse, Section
from articles.views.article import HIGHEST_ASKED, beside, find, tellings
from articles.views.drawing import draw_lite
from articles.views.furniture import edition_links
from articles.views.moved import moved_thing
from articles.views.switch import same_page
from articles.views.topics import readable
from newsportal.edge import headers
from newsportal.languages import editions
from tags.models import Tag

# So many lines weigh 8 kB at most beyond the words of their headlines and times.
LIST_LENGTH = 30


@require_safe
def front(request):
    """The edition's newest."""
    return _list(request, "front", {}, lambda at: _newest(request), request.language.site_name)


@require_safe
def kind(request, kind):
    """The newest of a kind."""
    return _list(
        request,
        "kind",
        {"kind": kind},
        lambda at: _newest(request).filter(kind=kind),
        kind.label,
    )


@require_safe
def all_news(request):
    """Everything, newest first."""
    return _list(request, "all_news", {}, lambda at: _newest(request), _("All News"))


@require_safe
def section(request, slug):
    """The newest of a section; 404 in an edition that does not have it."""
    return _named_list(
        request,
        "section",
        Section.objects.in_edition(request.language),
        slug,
        lambda one, at: _newest(request).filter(section=one),
        languages_of=lambda one: set(one.names.values_list("language_id", flat=True)),
    )


@require_safe
def tag(request, slug):
    """The newest under a tag."""
    return _named_list(
        request,
        "tag",
        readable(Tag.objects.all(), request.language),
        slug,
        lambda one, at: Article.objects.visible().tagged(one, request.language, at),
        languages_of=lambda one: Article.objects.visible().languages_tagged(
            one, editions.launched()
        ),
    )


@require_safe
def author(request, slug):
    """The newest that an author signed."""
    return _named_list(
        request,
        "author",
        Author.objects.all(),
        slug,
        lambda one, at: Article.objects.visible().signed(one, request.language, at),
        languages_of=lambda one: {
            request.language.pk,
            *Article.objects.visible().languages_signed(one, editions.launched()),
        },
    )


@require_safe
def article_page(request, kind, year, month, day, number):
    """An article's text; the same answers as in the full form: 301, 404, 410."""
    article = find(request, number)
    address = lite_address(article)
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    siblings = {one.language_id: lite_address(one) for one in tellings(article)}
    context = {
        **_around(request, siblings),
        "article": article,
        "full_address": article.get_absolute_url(),
    }
    if article.answer == "gone":
        page = render(request, "articles/lite/gone.html", context, status=410)
        return headers.public(request, page)
    authors, tags, uses = beside(article)
    lead_use = uses.get(PictureUse.LEAD)
    context |= {
        "authors": authors,
        "tags": tags,
        "lead_use": lead_use,
        "body": draw_lite(article.rendered, uses, _read_also(article), article.language),
    }
    return headers.public(request, render(request, "articles/lite/article.html", context))


def lite_address(article):
    """The address of an article's light form."""
    match = {
        "kind": article.kind,
        "year": f"{article.address_date:%Y}",
        "month": f"{article.address_date:%m}",
        "day": f"{article.address_date:%d}",
        "number": article.story_id,
    }
    return reverse("articles:lite_article", kwargs={"language": article.language, **match})


def _read_also(article):
    """The cards that the text refers to, by number."""
    numbers = {int(hole.ref) for hole in holes(article.rendered) if hole.kind == "read-also"}
    if not numbers:
        return {}
    cards = (
        Article.objects.visible()
        .in_language(article.language)
        .filter(story__in=numbers)
        .for_cards()
    )
    return {card.story_id: card for card in _with_addresses(cards, article.language)}


def _newest(request):
    return Article.objects.visible().in_language(request.language).newest_first()


def _named_list(request, name, things, slug, articles_of, languages_of=lambda thing: None):
    """A list under a name; a former slug leads to the present one, in the full form."""
    thing = things.named(request.language).filter(slug=slug).first()
    if thing is None:
        return moved_thing(things.model, request.language, slug)
    lender = thing.best["language"]
    return _list(
        request,
        name,
        {"slug": slug},
        lambda at: articles_of(thing, at),
        thing.name,
        title_lang="" if lender == request.language.code else lender,
        languages=languages_of(thing),
    )


def _list(request, name, where, articles_until, title, title_lang="", languages=None):
    """A list from its front, or what is older than the article that the address names."""
    last = _last_seen(request)
    articles = articles_until(last and last.published_at)
    if last is not None:
        articles = articles.older_than(last)
    cards = list(_with_addresses(articles.for_cards()[: LIST_LENGTH + 1], request.language))
    has_older = len(cards) > LIST_LENGTH
    context = {
        **_around(request, same_page(f"lite_{name}", where, languages)),
        "title": title,
        "head_title": title if name == "front" else f"{title} — {request.language.site_name}",
        "title_lang": title_lang,
        "cards": cards[:LIST_LENGTH],
        "older_than": cards[LIST_LENGTH - 1].story_id if has_older else None,
        "full_address": reverse(f"articles:{name}", kwargs={"language": request.language, **where}),
    }
    return headers.public(request, render(request, "articles/lite/list.html", context))


def _last_seen(request):
    """
    The article behind which the list goes on, None at its front, else 404.

    One that readers had before them may be gone meanwhile; where it stood is known.
    """
    number = request.GET.get("before")
    if number is None:
        return None
    if not (number.isascii() and number.isdigit()) or int(number) > HIGHEST_ASKED:
        raise Http404
    stood = Article.objects.with_answer().filter(answer__in=("page", "gone"))
    return get_object_or_404(stood.in_language(request.language).for_cards(), story=number)


def _with_addresses(cards, language):
    for card in cards:
        card.language = language
        card.lite_address = lite_address(card)
        yield card


def _around(request, siblings):
    """What every light page has: the switch of languages and the ways onward."""
    language = request.language
    kinds = [
        (kind.label, reverse("articles:lite_kind", kwargs={"language": language, "kind": kind}))
        for kind in Kind
    ]
    sections = [
        (
            section.name,
            reverse("articles:lite_section", kwargs={"language": language, "slug": section.slug}),
        )
        for section in Section.objects.in_edition(language).named(language)
    ]
    return {
        "language": language,
        "edition_links": edition_links(
            language,
            same_page("lite_front") | siblings,
        ),
        "ways": kinds + sections,
        "now": timezone.now(),
    }
