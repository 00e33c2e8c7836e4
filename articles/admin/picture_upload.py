"""
One file of many, dropped or pasted into the library: stored, or answered with a clear word.

Looks at rights and weight before a byte of the file is read, and then only at this file: what
is wrong with it is no trouble for the others.
"""

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from articles import picture_store
from articles.admin.picture_form import REASONS, is_known, reason_of
from articles.pictures.intake import MOST_BYTES, UnusablePicture

# What a browser sends around the file.
ENVELOPE_BYTES = 16 * 1024


def view_for(screen):
    """The view, for the ModelAdmin into whose library the files go."""

    # The token is looked for in the body, so it is asked for after the weight.
    @csrf_exempt
    @require_POST
    def upload(request):
        if not screen.has_add_permission(request):
            return _refused(_("You may not add pictures."), 403)
        if _announced_bytes(request) > MOST_BYTES + ENVELOPE_BYTES:
            return _refused(REASONS["too-heavy"], 413)
        return taken_in(request)

    @csrf_protect
    def taken_in(request):
        file = _file_of(request)
        if file is None:
            return _refused(_("No file came. Try again."), 400)
        if file.size > MOST_BYTES:
            return _refused(REASONS["too-heavy"], 413)
        return _stored(screen, request, file.read())

    return upload


def _file_of(request):
    try:
        return request.FILES.get("file")
    except (MultiPartParserError, RequestDataTooBig, TooManyFilesSent):
        return None


def _stored(screen, request, content):
    was_known = is_known(content)
    try:
        picture = picture_store.store(content, added_by=request.user)
    except UnusablePicture as refusal:
        return _refused(reason_of(refusal), 422)
    if not was_known:
        screen.log_addition(request, picture, [{"added": {}}])
    return JsonResponse(_told(picture, was_known), status=200 if was_known else 201)


def _announced_bytes(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _told(picture, was_known):
    said = _("This file was already here.") if was_known else _("Added.")
    return {
        "said": said,
        "isKnown": was_known,
        "address": reverse("admin:articles_picture_change", args=[picture.pk]),
        "card": reverse("admin:articles_picture_card", args=[picture.pk]),
    }


def _refused(words, status):
    return JsonResponse({"said": str(words)}, status=status)
