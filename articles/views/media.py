"""Renditions of pictures: files under addresses that never change their content."""

import logging
from contextlib import suppress
from dataclasses import dataclass

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles import prints
from articles.models import Picture
from articles.pictures.declared import DECLARED
from articles.pictures.hatch import LabFailure
from articles.pictures.intake import UnusablePicture
from newsportal.edge import headers

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
ASK_AGAIN_SECONDS = 1
logger = logging.getLogger(__name__)


@require_safe
def rendition(request, key, cut, width, extension):
    """
    One rendition of a picture that readers may see; a bare 404 for everything else.

    One that nobody has made yet is made now; 503 where that would take longer than a reader
    waits, and while the store has trouble. A former cut is served while it is kept, and never
    made again.
    """
    shape, _hyphen, _digits = cut.partition("-")
    if shape not in DECLARED or extension not in DECLARED[shape].extensions:
        return HttpResponse(status=404)
    picture = Picture.objects.shown().filter(key=key).with_prints(cut).first()
    if picture is None:
        return HttpResponse(status=404)
    asked = _Asked(request, picture, shape, cut, f"{width}.{extension}")
    try:
        return asked.answer()
    except FileNotFoundError:
        return HttpResponse(status=404)
    except UnusablePicture as refusal:
        if refusal.reason != "costly":
            return HttpResponse(status=404)
        # It could be read when it came in: the machine has too much to do.
        return _ask_again(key, cut, asked.file, refusal)
    except (prints.BeingMade, LabFailure, OSError) as trouble:
        return _ask_again(key, cut, asked.file, trouble)


def _ask_again(key, cut, file, trouble):
    logger.warning("Rendition %s/%s/%s: %r", key, cut, file, trouble)
    return HttpResponse(status=503, headers={"Retry-After": ASK_AGAIN_SECONDS})


@dataclass(frozen=True)
class _Asked:
    """A file of a cut of a picture, as somebody asked for it."""

    request: HttpRequest
    picture: Picture
    shape: str
    cut: str
    file: str

    def answer(self):
        """The file. Raises FileNotFoundError, UnusablePicture or BeingMade."""
        length = (self.picture.kept or {}).get(self.file)
        if length is not None:
            # What was lost behind its row is made anew.
            with suppress(FileNotFoundError):
                return self._answer(length)
        cut = self.picture.cut(self.shape)
        if self.cut != cut.name or self.file not in cut.prints:
            raise FileNotFoundError
        return self._answer(prints.have(self.picture, cut, self.file)[self.file])

    def _answer(self, length):
        return headers.immutable(
            self.request, f"{self.cut}-{self.file}-{length}", lambda: self._response(length)
        )

    def _response(self, length):
        content = prints.opened(self.picture, self.cut, self.file, length)
        content_type = TYPES[self.file.rpartition(".")[2]]
        return FileResponse(content, content_type=content_type, headers={"Content-Length": length})
