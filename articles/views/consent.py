"""What of third parties a page may show, and the reader's word on it, kept on the device alone."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.views import furniture
from newsportal.edge import headers
from newsportal.edge.policy import FRAMED
from newsportal.languages import editions


@require_safe
def consent(request):
    """Explains, shows the choice and lets it be changed; without a script there is none to make."""
    siblings = {
        language.pk: reverse("articles:consent", kwargs={"language": language})
        for language in editions.launched()
    }
    context = {
        **furniture.furnish(request, siblings),
        "hosts": [address.removeprefix("https://") for address in FRAMED],
        "canonical_path": request.path,
    }
    return headers.public(request, render(request, "articles/consent.html", context))
