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

# How long a reader waits for a rendition that another process is making; with the time to make
# it themselves after that, well within ten seconds.
PATIENCE_SECONDS = 5
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
        with _locked(picture, cut) as is_held:
            kept = _kept(picture, cut)
            if file not in kept and is_held:
                _make(picture, cut, {file})
                kept = _kept(picture, cut)
        if file in kept:
            return kept
        if time.monotonic() > until:
            raise BeingMade
        time.sleep(LOOK_SECONDS)


def make_all(picture):
    """
    Make whatever is missing of a picture's present cuts; what others are making is left.

    Cut by cut, so that a reader who is faster waits for one cut at most. The original is decoded
    once for each; bench/ keeps an eye on what that costs.
    """
    for shape in DECLARED:
        cut = picture.cut(shape)
        with _locked(picture, cut) as is_held:
            if is_held:
                _make(picture, cut, cut.prints.keys())


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


def _make(picture, cut, files):
    """Make those of these files of a cut that are missing, in one go."""
    missing = sorted(files - _kept(picture, cut).keys())
    if not missing:
        return
    with picture.original.open("rb") as original:
        content = original.read()
    made = darkroom.develop(content, [cut.prints[file] for file in missing], picture.notice)
    for file, rendition in zip(missing, made, strict=True):
        default_storage.save(path(picture, cut.name, file), ContentFile(rendition))
    print_set, _is_new = PrintSet.objects.get_or_create(picture=picture, cut=cut.name)
    print_set.bytes |= {file: len(one) for file, one in zip(missing, made, strict=True)}
    print_set.save()


@contextmanager
def _locked(picture, cut):
    """Whether the cut is this one's to make; held until the end, or the process's death."""
    is_held = _asked("pg_try_advisory_lock", picture, cut)
    try:
        yield is_held
    finally:
        if is_held:
            _asked("pg_advisory_unlock", picture, cut)


def _asked(function, picture, cut):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {function}(hashtextextended(%s, 0))",  # noqa: S608 -- one of two words
            [f"picture {picture.pk} {cut.name}"],
        )
        return cursor.fetchone()[0]
