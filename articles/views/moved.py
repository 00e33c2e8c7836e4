"""Addresses that once were: 301 to the present one, in one hop."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import resolve, reverse
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from articles.models import Article
from newsportal.languages.models import FormerPrefix

# No address that was ever stored holds one, and PostgreSQL cannot even be asked about it.
NUL = "\x00"


@require_safe
def moved(request, path):
    """An address that an article had elsewhere, or one without its last slash, else 404."""
    if NUL in path:
        raise Http404
    article = once_at(request.path)
    if article is not None:
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    first_word, _slash, rest = path.partition("/")
    former = FormerPrefix.objects.filter(prefix=first_word).select_related("language").first()
    if former is not None:
        front = reverse("articles:front", kwargs={"language": former.language})
        return HttpResponsePermanentRedirect(f"{front}{iri_to_uri(rest.lstrip('/'))}")
    completed = f"{request.path}/"
    if path.endswith("/") or resolve(completed).func is moved:
        raise Http404
    return HttpResponsePermanentRedirect(completed)


def once_at(path):
    """The article that had this address elsewhere, if readers see it or once did, else None."""
    return (
        Article.objects.with_answer()
        .exclude(answer="unknown")
        .filter(former_addresses__path__in=_with_and_without_slash(path))
        .select_related("language")
        .for_cards()
        .first()
    )


def moved_thing(model, language, slug, name=None):
    """301 from a former slug of a tag, a section or an author, or of its page `name`, else 404."""
    thing = get_object_or_404(model, former_slugs__slug=slug)
    address = thing.get_absolute_url(language)
    if name is not None:
        address = reverse(f"articles:{name}", kwargs={"language": language, "slug": thing.slug})
    return HttpResponsePermanentRedirect(address)


def _with_and_without_slash(path):
    bare = path.rstrip("/")
    return [bare, f"{bare}/"]
