"""The most read, and the address to which a page says that it was read."""

import re

from django.conf import settings
from django.db.models import Value
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles import reads
from articles.models import Article, Span
from articles.views import furniture
from articles.views.switch import same_page
from newsportal.edge import headers
from newsportal.languages import editions

LIST_LENGTH = 20
SAID = re.compile(rb"([1-9]\d{0,9}) ([a-zA-Z-]{2,11})")
MOST_BYTES = 64


# Harmless from anywhere: it can but add one to a count, and each sender only so often.
@csrf_exempt
@require_POST
def count(request):
    """
    Count one read: the body is the story's number and the language's code.

    Answers 204 whatever was said, so that nothing can be learned here.
    """
    said = _said(request)
    language = said and _language(said[2].decode())
    agent = request.headers.get("User-Agent", "")
    if not language or reads.is_bot(agent):
        return HttpResponse(status=204)
    if reads.tally.add(int(said[1]), language.pk, _sender(request), agent):
        reads.flush()
    return HttpResponse(status=204)


def _sender(request):
    """
    The network address that asks.

    Behind a proxy it is the last of those named: our proxy added it, whatever stands before.
    """
    named = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_HTTPS else ""
    return named.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _said(request):
    """What the body says, if it is short and says it rightly."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isascii() or not length.isdigit() or int(length) > MOST_BYTES:
        return None
    return SAID.fullmatch(request.body)


def _language(code):
    return next((one for one in editions.launched() if one.code == code), None)


@require_safe
def most_read_page(request):
    """The most read of today and of this week, as long as somebody counts."""
    language = request.language
    cards = Article.objects.visible().for_cards()
    day, week = (cards.annotate(span=Value(span)).most_read(language, span) for span in Span)
    lists = {span: [] for span in Span}
    for card in day.union(week, all=True).order_by("rank"):
        card.language = language
        lists[card.span].append(card)
    context = {
        **furniture.furnish(request, same_page("most_read")),
        "title": _("Most read"),
        "lists": [
            (heading, lists[span][:LIST_LENGTH])
            for span, heading in ((Span.DAY, _("Today")), (Span.WEEK, _("This week")))
            if lists[span]
        ],
        "feed_address": reverse("articles:most_read_feed", kwargs={"language": language}),
        "canonical_path": request.path,
    }
    return headers.public(request, render(request, "articles/most_read.html", context))
