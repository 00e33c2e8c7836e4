"""Corrections: everything that the edition has put right, with its date."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article, Publication
from articles.views import furniture
from articles.views.calendars import date_or_404
from articles.views.switch import same_page
from newsportal.edge import headers
from newsportal.languages import calendar, editions

NEWEST_LENGTH = 40


@require_safe
def corrections(request):
    """The newest corrections, and the way to those of every year."""
    lines = of_edition(request.language).for_corrections()[:NEWEST_LENGTH]
    years = years_of([request.language])[request.language]
    return draw(request, lines, years, same_page("corrections"), {}, title=_("Corrections"))


@require_safe
def of_year(request, year):
    """All corrections of a year of the edition's calendar."""
    language = request.language
    years_by_edition = years_of({language, *editions.launched()})
    years = years_by_edition[language]
    if year not in years:
        raise Http404
    if request.path != address_of_year(language, year):
        return HttpResponsePermanentRedirect(address_of_year(language, year))
    ends = [calendar.beginning(date_or_404(one, 1, 1), language) for one in (year, year + 1)]
    lines = of_edition(language).begun_between(*ends).for_corrections()
    title = _("Corrections, %(year)d") % {"year": year}
    siblings = {
        one.pk: address_of_year(one, year)
        for one, its_years in years_by_edition.items()
        if year in its_years
    }
    return draw(request, lines, years, siblings, same_page("corrections"), title=title, year=year)


def draw(request, lines, years, siblings, otherwise, **more):
    """The page of some corrections; an edition without a sibling is entered by `otherwise`."""
    language = request.language
    lines = list(lines)
    for line in lines:
        line.article.language = language
    context = {
        **furniture.furnish(request, siblings, otherwise=otherwise),
        "feed_address": reverse("articles:corrections_feed", kwargs={"language": language}),
        "feed_title": _("Corrections"),
        "lines": lines,
        "years": [(one, address_of_year(language, one)) for one in years],
        "all_address": reverse("articles:corrections", kwargs={"language": language}),
        "canonical_path": request.path,
        **more,
    }
    return headers.public(request, render(request, "articles/corrections.html", context))


def of_edition(language):
    """The corrections that readers of an edition have before them, newest first."""
    return Publication.objects.corrections(Article.objects.visible().in_language(language))


def years_of(languages):
    """
    For each edition the years from this one back to the one of its first correction, if any.

    In one statement.
    """
    first, *others = (
        of_edition(language)
        .order_by("from_moment")
        .values_list("article__language", "from_moment")[:1]
        for language in languages
    )
    # The log's own order would be asked of a column that the union does not have.
    oldest = dict(first.union(*others, all=True).order_by() if others else first)
    now = timezone.now()
    return {
        language: range(language.local(now).year, language.local(oldest[language.pk]).year - 1, -1)
        if language.pk in oldest
        else []
        for language in languages
    }


def address_of_year(language, year):
    """The page of a year's corrections."""
    return reverse("articles:corrections_of_year", kwargs={"language": language, "year": year})
