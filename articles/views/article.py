"""The article page: one telling, with everything that the reference page has around it."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.body.holes import holes
from articles.models import (
    Article,
    AuthorName,
    Byline,
    PictureUse,
    RelatedPin,
    SectionName,
    Tagging,
)
from articles.querysets import neighbours
from articles.views import furniture, rails
from articles.views.drawing import draw_body
from articles.views.moved import once_at
from newsportal.edge import headers
from newsportal.languages.names import best_name
from tags.models import TagName

# Beyond this no number was ever given; PostgreSQL's bigint ends a little later.
HIGHEST_ASKED = 10**18


@require_safe
def article_page(request, kind, year, month, day, number):
    """A telling at its canonical address; 301 from any other, 410 when it was taken away."""
    article = find(request, number)
    if request.path != article.get_absolute_url():
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    if article.answer == "gone":
        return gone(request, article)
    return headers.public(
        request, render(request, "articles/article.html", gather(request, article))
    )


@require_safe
def other_spelling(request, number):
    """
    301 from any other spelling of a number to the one address.

    Other papers number their articles too: what one of ours was elsewhere comes first.
    """
    article = once_at(request.path) or find(request, int(number))
    return HttpResponsePermanentRedirect(article.get_absolute_url())


def find(request, number):
    """The article of a number in the request's language, if readers see it or once did."""
    if number > HIGHEST_ASKED:
        raise Http404
    language = request.language
    article = (
        Article.objects.filter(story=number, language=language)
        .with_answer()
        .for_page()
        .select_related("section")
        .annotate(
            section_named=best_name(SectionName, ("section", "section_id"), language),
            pin_numbers=ArraySubquery(
                RelatedPin.objects.filter(article=OuterRef("pk")).values("story")
            ),
        )
        .first()
    )
    if article is None or article.answer == "unknown":
        raise Http404
    article.language = language
    return article


def gone(request, article):
    """A word of explanation where a withdrawn or expired article stood."""
    context = {"article": article, **furniture.furnish(request, siblings(article))}
    return headers.public(request, render(request, "articles/gone.html", context, status=410))


def beside(article):
    """What stands in rows beside an article: its authors, its tags, its pictures by block."""
    language = article.language
    bylines = list(
        Byline.objects.filter(article=article)
        .select_related("author")
        .annotate(named=best_name(AuthorName, ("author", "author_id"), language))
    )
    taggings = list(
        Tagging.objects.filter(article=article)
        .select_related("tag")
        .annotate(named=best_name(TagName, ("tag", "tag_id"), language))
    )
    uses = {use.block_id: use for use in PictureUse.objects.for_pages().filter(article=article)}
    return (
        [named(byline.author, byline.named) for byline in bylines],
        [named(tagging.tag, tagging.named) for tagging in taggings],
        uses,
    )


def gather(request, article):
    """All that article.html draws, in at most ten statements whatever the size of the archive."""
    language = article.language
    authors, tags, uses = beside(article)
    body_holes = holes(article.rendered)
    tag_keys = [tag.pk for tag in tags]
    around = rails.choose(
        in_edition(
            neighbours(
                Article.objects,
                article,
                tag_keys,
                article.pin_numbers,
                [int(hole.ref) for hole in body_holes if hole.kind == "read-also"],
            ),
            language,
        ),
        article,
        tag_keys,
        article.pin_numbers,
    )
    context = {
        **furniture.furnish(request, siblings(article), article.kind),
        "article": article,
        "section": named(article.section, article.section_named) if article.section_id else None,
        "authors": authors,
        "tags": tags,
        "lead_use": uses.get(PictureUse.LEAD),
        "rails": around,
        "now": timezone.now(),
        "canonical_path": article.get_absolute_url(),
        "report_address": reverse(
            "articles:report", kwargs={"language": language, "number": article.story_id}
        ),
    }
    context["body"] = draw_body(article.rendered, uses, around.read_also, context)
    return context


def named(thing, best):
    """The author, tag or section with the name that its row brought along."""
    thing.named = best
    return thing


def in_edition(cards, language):
    """Cards of one edition, each with the edition itself: its address asks for it."""
    for card in cards:
        card.language = language
        yield card


def siblings(article):
    """Addresses of the story's visible tellings, by language, this one included."""
    return {one.language_id: one.get_absolute_url() for one in tellings(article)}


def tellings(article):
    """The story's visible tellings, this one included."""
    others = (
        Article.objects.visible()
        .filter(story=article.story_id)
        .exclude(pk=article.pk)
        .select_related("language")
        .for_cards()
    )
    return [*others, article] if article.answer == "page" else list(others)
