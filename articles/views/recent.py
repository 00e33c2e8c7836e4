"""
What the rail of an open page asks for: whether there is news, and if so, the newest headlines.

Asked minute by minute by every open page, so the first question is answered in a few bytes.
"""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.querysets import RECENT_LENGTH
from newsportal.edge import headers

# Neither is a page; the policy of one would be most of what a poll weighs.
bare = csp_override({"default-src": [CSP.NONE]})


@bare
@require_safe
def newest(request):
    """The number of the edition's newest article, null where there is none."""
    card = _newest_first(request).first()
    return headers.public(request, JsonResponse({"newest": card and card.story_id}))


@bare
@require_safe
def recent(request):
    """The lines of the rail; one more than it shows, for an article's page leaves itself out."""
    cards = list(_newest_first(request)[: RECENT_LENGTH + 1])
    for card in cards:
        card.language = request.language
    context = {
        "cards": cards,
        "labels": labels(),
        "language": request.language,
        "now": timezone.now(),
    }
    response = render(request, "articles/recent.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return headers.public(request, response)


def labels():
    """The words on the button for 1, 2 … new headlines; a full rail of them may be more."""
    counted = [
        ngettext("%(count)s new", "%(count)s new", count) % {"count": count}
        for count in range(1, RECENT_LENGTH)
    ]
    return [*counted, _("%(count)s+ new") % {"count": RECENT_LENGTH}]


def _newest_first(request):
    return Article.objects.visible().in_language(request.language).newest_first().for_cards()
