"""
Proofs for the newsroom: a picture as large as its screen needs it, whole or cut to a shape.

Made from the original when they are asked for and kept by the editor's browser; readers never
get one.
"""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.pictures.darkroom import Notice, Print, develop
from articles.pictures.geometry import SHAPES, WHOLE, cut
from articles.pictures.intake import UnusablePicture

WIDTH_PX = 1080
SHAPE_WIDTH_PX = 360
KEPT_SECONDS = 3600


def view_for(screen):
    """The view, for the ModelAdmin whose pictures it shows."""

    @require_safe
    @cache_control(private=True, max_age=KEPT_SECONDS)
    def proof(request, object_id, shape):
        if not screen.has_view_permission(request):
            raise PermissionDenied
        picture = screen.get_object(request, unquote(object_id))
        if picture is None or shape not in (WHOLE, *SHAPES):
            raise Http404
        try:
            with picture.original.open() as file:
                (made,) = develop(file.read(), [_print_of(picture, shape)], Notice())
        except (OSError, ValueError, UnusablePicture) as lost:
            raise Http404 from lost
        return HttpResponse(made, content_type="image/jpeg")

    return proof


def _print_of(picture, shape):
    focal = (picture.focal_x, picture.focal_y)
    box = cut(picture.width, picture.height, shape, focal, picture.crops.get(shape))
    width = min(box.width, WIDTH_PX if shape == WHOLE else SHAPE_WIDTH_PX)
    return Print(box, width, max(1, round(box.height * width / box.width)), "jpg")
