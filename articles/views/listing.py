"""
A page of a list of headlines: the same for every list that has pages.

The newest page stands at the list's own address; full ones under `page/N/`, counted from the
oldest.
"""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import paging
from articles.models import Article
from articles.views import furniture
from articles.views.switch import same_page
from newsportal.edge import headers


@dataclass(frozen=True)
class Place:
    """Where a list stands: the name of its pattern and the words of its address."""

    language: object
    name: str
    where: dict

    def address(self, page=None):
        """The list's own address, or that of a full page."""
        if page is None:
            return reverse(f"articles:{self.name}", kwargs=self._words())
        return reverse(f"articles:{self.name}_page", kwargs={**self._words(), "page": page})

    def feed(self):
        return reverse(f"articles:{self.name}_feed", kwargs=self._words())

    def _words(self):
        return {"language": self.language, **self.where}


def list_page(request, place, listing, number, title, *, languages=None, **more):
    """Render a page of a list; 404 where there is none of this number."""
    if request.path != place.address(number):
        return HttpResponsePermanentRedirect(place.address(number))
    try:
        page = paging.read(listing, number)
    except paging.NoSuchPage as absent:
        raise Http404 from absent
    siblings = same_page(place.name, place.where, languages)
    if number is not None:
        # In no other edition this page has the same headlines.
        siblings[request.language.pk] = place.address(number)
    context = {
        **furniture.furnish(request, siblings),
        "title": title,
        "head_title": _("%(title)s, page %(page)d") % {"title": title, "page": number}
        if number
        else title,
        "days": by_days(page.cards, request.language),
        "page": page,
        "newer_address": place.address(page.newer) if number else "",
        "older_address": place.address(page.older) if page.older else "",
        "oldest_address": place.address(1) if page.older > 1 else "",
        "newest_address": place.address(),
        "canonical_path": request.path,
        "has_siblings": number is None,
        "feed_address": place.feed(),
        **more,
    }
    template = more.get("template", "articles/list.html")
    return headers.public(request, render(request, template, context))


def by_days(cards, language):
    """Cards of an edition, newest first, as (day on the edition's clock, cards of the day)."""
    days = groupby(
        in_edition(cards, language), key=lambda card: language.local(card.published_at).date()
    )
    return [(day, list(of_day)) for day, of_day in days]


def in_edition(cards, language):
    """Cards of one edition, each with the edition itself: its address asks for it."""
    cards = list(cards)
    for card in cards:
        card.language = language
    return cards


def newest_of_edition(language):
    """All that readers see of an edition, newest first."""
    return Article.objects.visible().in_language(language).newest_first()
