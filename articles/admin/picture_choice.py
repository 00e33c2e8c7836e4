"""How editors tell pictures apart: by a drawing of each, and the words that were said of it."""

from django import forms
from django.contrib import admin
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from articles import prints
from articles.models import Picture, PictureUse
from articles.pictures.intake import UnusablePicture
from newsportal.refusals import KnownKeysSelect

THUMBNAIL_WIDTH_PX = 120
LARGER_WIDTH_PX = 360
LONGEST_DESCRIPTION = 80


def described(pictures):
    """Annotate `described`: its own words, else the newest that were said of it in an article."""
    newest = PictureUse.objects.filter(picture=OuterRef("pk")).order_by("-pk")
    words = Coalesce(NullIf("caption", Value("")), "alt", output_field=CharField())
    said = Subquery(newest.values(words=Left(words, LONGEST_DESCRIPTION))[:1])
    own = (NullIf(Left(name, LONGEST_DESCRIPTION), Value("")) for name in ("caption", "headline"))
    return pictures.annotate(
        described=Coalesce(
            *own, NullIf(said, Value("")), "alt", Value(""), output_field=CharField()
        )
    )


def picture_select(**options):
    """A select of one picture, found by its words."""
    return forms.ModelChoiceField(
        queryset=described(Picture.objects.all()),
        widget=KnownKeysSelect(PictureUse._meta.get_field("picture"), admin.site),
        required=False,
        **options,
    )


def drawn(picture, width=THUMBNAIL_WIDTH_PX):
    """The smallest rendition, shown at most so wide."""
    width = min(width, picture.width)
    height = max(1, round(picture.height * width / picture.width))
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        reverse("admin:articles_picture_thumbnail", args=[picture.pk]),
        width,
        height,
        picture,
    )


def thumbnail(picture):
    """The file of the smallest rendition, whether readers may see the picture yet or not."""
    if picture is None:
        raise Http404
    cut = picture.whole
    file = f"{cut.widths[0]}.jpg"
    try:
        length = prints.have(picture, cut, file)[file]
        found = prints.opened(picture, cut.name, file, length)
    except (FileNotFoundError, UnusablePicture) as lost:
        raise Http404 from lost
    except prints.BeingMade:
        return HttpResponse(status=503, headers={"Retry-After": 1})
    return FileResponse(found, content_type="image/jpeg")
