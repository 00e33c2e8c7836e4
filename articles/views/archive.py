"""All News: the newest, and every day, month and year of the edition's own calendar."""

from datetime import date

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.views import furniture
from articles.views.calendars import date_or_404, existing, lives_of_editions, sheet_of
from articles.views.listing import by_days, in_edition, newest_of_edition
from articles.views.switch import same_page
from newsportal.edge import headers
from newsportal.languages import calendar, dates

NEWEST_LENGTH = 40


@require_safe
def all_news(request):
    """The newest of everything, and the way to every day."""
    lives = lives_of_editions()
    life = lives[request.language.pk]
    cards = list(newest_of_edition(request.language).for_cards()[:NEWEST_LENGTH])
    context = {
        **furniture.furnish(request, same_page("all_news")),
        **around(life, life.today),
        "title": _("All News"),
        "days": [
            (day, of_day, life.address_of_day(day))
            for day, of_day in by_days(cards, request.language)
        ],
        "canonical_path": request.path,
    }
    return headers.public(request, render(request, "articles/archive.html", context))


@require_safe
def day(request, year, month, day):
    """Everything of one day of the edition's clock, newest first."""
    wanted = date_or_404(year, month, day)
    lives = lives_of_editions()
    life = lives[request.language.pk]
    address = life.address_of_day(wanted)
    if not address:
        raise Http404
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    of_day = newest_of_edition(request.language).between(*calendar.span(wanted, request.language))
    siblings = {key: other.address_of_day(wanted) for key, other in lives.items()}
    context = {
        **furniture.furnish(request, existing(siblings)),
        **around(life, wanted),
        "title": dates.day(wanted, request.language),
        "day": wanted,
        "cards": in_edition(of_day.for_cards(), request.language),
        "previous_address": life.address_of_day(wanted - calendar.ONE_DAY),
        "next_address": life.address_of_day(wanted + calendar.ONE_DAY),
        "canonical_path": address,
    }
    return headers.public(request, render(request, "articles/day.html", context))


@require_safe
def month(request, year, month):
    """The days of a month, each with how much was published on it."""
    first = date_or_404(year, month, 1)
    lives = lives_of_editions()
    life = lives[request.language.pk]
    address = life.address_of_month(first)
    if not address:
        raise Http404
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    amounts = (
        Article.objects.visible()
        .in_language(request.language)
        .between(*calendar.month_span(first, request.language))
        .counted_by_day(request.language.zone)
    )
    siblings = {key: other.address_of_month(first) for key, other in lives.items()}
    context = {
        **furniture.furnish(request, existing(siblings)),
        **around(life, first),
        "title": dates.month(first, request.language),
        "sheet": sheet_of(first, life, amounts),
        "previous": (
            dates.month(calendar.previous_month(first), request.language),
            life.address_of_month(calendar.previous_month(first)),
        ),
        "next": (
            dates.month(calendar.next_month(first), request.language),
            life.address_of_month(calendar.next_month(first)),
        ),
        "canonical_path": address,
    }
    return headers.public(request, render(request, "articles/month.html", context))


@require_safe
def year(request, year):
    """Twelve months with a way to each of their days."""
    lives = lives_of_editions()
    life = lives[request.language.pk]
    address = life.address_of_year(year)
    if not address:
        raise Http404
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    siblings = {key: other.address_of_year(year) for key, other in lives.items()}
    context = {
        **furniture.furnish(request, existing(siblings)),
        **around(life, date(year, 12, 31)),
        "title": str(year),
        "sheets": [sheet_of(date(year, number, 1), life) for number in range(1, 13)],
        "previous": (year - 1, life.address_of_year(year - 1)),
        "next": (year + 1, life.address_of_year(year + 1)),
        "canonical_path": address,
    }
    return headers.public(request, render(request, "articles/month.html", context))


def around(life, day):
    """What every page of the archive has besides: feed, years, columns, the month of a day."""
    return {
        "feed_address": reverse("articles:all_news_feed", kwargs={"language": life.language}),
        "feed_title": _("All News"),
        "years": life.years(),
        "year": day.year,
        "today_address": life.address_of_day(life.today),
        "weekdays": [
            (dates.short_weekday(one, life.language), dates.weekday(one, life.language))
            for one in calendar.weekdays(life.language)
        ],
        "month_sheet": sheet_of(day.replace(day=1), life),
        "month_title": dates.month(day, life.language),
    }
