"""The front page of an edition."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.front import front as front_of
from articles.views import furniture
from articles.views.switch import same_page
from newsportal.edge import headers


@require_safe
def front(request):
    """The front page as it is now, in at most eight statements."""
    response = render(request, "articles/front.html", gather(request, front_of(request.language)))
    return headers.public(request, response)


def gather(request, page, at=None):
    """What front.html draws around the places of a page; around one of a moment what stood then."""
    return {
        **furniture.furnish(request, same_page("front"), at=at),
        "front": page,
        "now": at or timezone.now(),
        "canonical_path": furniture.front_address(request.language),
        "feed_address": reverse("articles:front_feed", kwargs={"language": request.language}),
    }
