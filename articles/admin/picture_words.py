"""
A picture's own words on their way into a use: asked for by an article's form, filled in by it.

What an editor has typed is never replaced.
"""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

NAMES = ("caption", "credit", "alt")


def filled(words, picture):
    """The words of a use, with the picture's own where nothing was typed."""
    own = {name: words.get(name) or getattr(picture, name) for name in NAMES}
    return own | {"credit": own["credit"] or picture.creator}


def view_for(screen):
    """The view, for the ModelAdmin whose pictures are asked after."""

    @require_safe
    def words(request, object_id):
        if not screen.has_view_permission(request):
            raise PermissionDenied
        picture = screen.get_object(request, unquote(object_id))
        if picture is None:
            raise Http404
        thumbnail = reverse("admin:articles_picture_thumbnail", args=[picture.pk])
        return JsonResponse({**filled({}, picture), "thumbnail": thumbnail, "known": str(picture)})

    return words
