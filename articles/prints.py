"""
Makes renditions, once each, and opens them.

A lock of the database's own keeps a second process, or a second thread, from making in the
same cut: it waits a while for the first, or is told that it is being made. Knows no request.
"""

import time
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from articles.models import PrintSet
from articles.pictures import darkroom
from articles.pictures.declared import DECLARED

# How long a reader waits for a rendition that another process is making.
PATIENCE_SECONDS = 7
LOOK_SECONDS = 0.1
# One thread of each process stays free for pages, but for a moment, however many ask for new
# pictures.
PLACE_SECONDS = 1
places = BoundedSemaphore(max(1, settings.THREADS - 1))


class BeingMade(Exception):
    """Somebody is making the rendition, or too many are being made; ask again in a second."""


def path(picture, cut, file):
    """Where a rendition lies in the store."""
    return f"pictures/{picture.key}/{cut}/{file}"


def have(picture, cut, file):
    """
    The bytes of the files of a present cut that lie there, this one among them.

    Only this one is made, where it is missing: all of a cut would take longer than a reader
    waits. Raises BeingMade, and UnusablePicture where the original can be read no more.
    """
    if not places.acquire(timeout=PLACE_SECONDS):
        raise BeingMade
    try:
        return _have(picture, cut, file, time.monotonic() + PATIENCE_SECONDS)
    finally:
        places.release()


def _have(picture, cut, file, until):
    while True:
        with _locked(picture, [cut]) as held:
            kept = _kept(picture, cut)
            if file not in kept and held:
                _make(picture, held, {file})
                kept = _kept(picture, cut)
        if file in kept:
            return kept
        if time.monotonic() > until:
            raise BeingMade
        time.sleep(LOOK_SECONDS)


def make_all(picture):
    """Make whatever is missing of a picture's present cuts; what others are making is left."""
    with _locked(picture, [picture.cut(shape) for shape in DECLARED]) as held:
        _make(picture, held)


def opened(picture, cut, file, length):
    """
    The file of a rendition that is `length` bytes long.

    Raises FileNotFoundError where it is lost or was never whole, and forgets that it was made.
    """
    try:
        found = default_storage.open(path(picture, cut, file))
        if found.size == length:
            return found
        found.close()
    except FileNotFoundError:
        pass
    PrintSet.objects.filter(picture=picture, cut=cut).delete()
    raise FileNotFoundError(path(picture, cut, file))


def _kept(picture, cut):
    """The files of a cut that lie in the store, with their bytes."""
    found = PrintSet.objects.filter(picture=picture, cut=cut.name).values_list("bytes", flat=True)
    return next(iter(found), {})


def _make(picture, cuts, only=None):
    """Make what is missing of these cuts, in one go: the original is decoded once."""
    missing = []
    for cut in cuts:
        wanted = (only or cut.prints.keys()) - _kept(picture, cut).keys()
        missing += [(cut, file, one) for file, one in cut.prints.items() if file in wanted]
    if not missing:
        return
    with picture.original.open("rb") as original:
        content = original.read()
    made = darkroom.develop(content, [one for _cut, _file, one in missing], picture.notice)
    written = {}
    for (cut, file, _one), rendition in zip(missing, made, strict=True):
        default_storage.save(path(picture, cut.name, file), ContentFile(rendition))
        written.setdefault(cut.name, {})[file] = len(rendition)
    for name, files in written.items():
        print_set, _is_new = PrintSet.objects.get_or_create(picture=picture, cut=name)
        print_set.bytes |= files
        print_set.save()


@contextmanager
def _locked(picture, cuts):
    """Those of the cuts that nobody else holds; held until the end, or the process's death."""
    held = []
    try:
        for cut in cuts:
            if _asked("pg_try_advisory_lock", picture, cut):
                held.append(cut)
        yield held
    finally:
        for cut in held:
            _asked("pg_advisory_unlock", picture, cut)


def _asked(function, picture, cut):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {function}(hashtextextended(%s, 0))",  # noqa: S608 -- one of two words
            [f"picture {picture.pk} {cut.name}"],
        )
        return cursor.fetchone()[0]
