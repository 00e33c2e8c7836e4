"""Support, About, Rules, Contacts: the paper's standing pages."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.body.inline import text_of
from articles.body.text import summary
from articles.models import Page
from articles.views import furniture
from newsportal.edge import headers

# What a search engine shows of it.
DESCRIPTION_LENGTH = 160


@require_safe
def page(request, slug):
    """A standing page; the language switch leads to its siblings."""
    versions = {
        one.language_id: one for one in Page.objects.filter(slug=slug).select_related("language")
    }
    page = versions.get(request.language.pk)
    if page is None:
        raise Http404
    addresses = {key: one.get_absolute_url() for key, one in versions.items()}
    context = {
        **furniture.furnish(request, addresses),
        "page": page,
        "description": summary(text_of(page.body), DESCRIPTION_LENGTH),
        "canonical_path": page.get_absolute_url(),
    }
    return headers.public(request, render(request, "articles/page.html", context))
