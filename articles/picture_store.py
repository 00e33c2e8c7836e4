"""
The store of pictures: takes a file in, fills in what it says of itself, has it developed.

The original is kept untouched under a name that nobody can guess and no view serves. The
same bytes twice are the same picture.
"""

import hashlib
import logging
import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from articles import prints
from articles.models import Picture
from articles.pictures import darkroom
from articles.pictures.declared import DECLARED
from articles.pictures.hatch import LabFailure
from articles.pictures.intake import UnusablePicture
from articles.tasks import develop

logger = logging.getLogger(__name__)

# Columns that a file may fill by its own words.
SAID = (
    *("headline", "caption", "alt", "place", "taken_at"),
    *("creator", "credit", "copyright", "usage_terms"),
)


def store(content, **facts):
    """
    The Picture of a file's bytes, new or known; `facts` are columns of a new one (credit …).

    What they leave empty is filled with what the file says; a focal point that they do not name
    is a first guess. Raises `articles.pictures.intake.UnusablePicture`.
    """
    sha256 = fingerprint(content)
    known = Picture.objects.filter(sha256=sha256).first()
    if known is not None:
        return known
    seen = _inspected(content)
    with transaction.atomic():
        picture, is_new = Picture.objects.get_or_create(
            sha256=sha256,
            defaults={
                "key": secrets.token_urlsafe(24),
                "width": seen.width,
                "height": seen.height,
                "tone": seen.tone,
                "focal_x": seen.focal[0],
                "focal_y": seen.focal[1],
                "is_focal_point_set": "focal_x" in facts,
                **facts,
                **_said(seen.facts, facts),
            },
        )
        # Who stores the same file at the same time has waited here, and leaves no file behind.
        if is_new:
            picture.original.save(secrets.token_urlsafe(24), ContentFile(content))
            develop.enqueue(picture.pk)
    return picture


def _inspected(content):
    """What the darkroom says of a file; where it is itself out of order, a refusal like others."""
    try:
        return darkroom.inspect(content)
    except LabFailure as failure:
        logger.exception("The lab failed over a file that came in.")
        raise UnusablePicture("out-of-order") from failure


def change(picture, columns):
    """Save these columns of a picture; where it is cut or signed otherwise now, it is developed."""
    with transaction.atomic():
        picture.save(update_fields=columns)
        made = set(picture.print_sets.values_list("cut", flat=True))
        if any(picture.cut(shape).name not in made for shape in DECLARED):
            develop.enqueue(picture.pk)


def fingerprint(content):
    """By which the same bytes are known again."""
    return hashlib.sha256(content).hexdigest()


def remove(picture):
    """
    Remove a picture and its files. Raises ProtectedError where it is in use.

    The files go after the commit: what is rolled back keeps them.
    """
    files = [
        prints.path(picture, print_set.cut, file)
        for print_set in picture.print_sets.all()
        for file in print_set.bytes
    ]
    files.append(picture.original.name)
    with transaction.atomic():
        picture.delete()
        transaction.on_commit(lambda: [default_storage.delete(file) for file in files])


def _said(found, given):
    """What the file says where nothing was given, cut to what the columns hold."""
    said = {}
    for name in SAID:
        value = getattr(found, name)
        if value and not given.get(name):
            longest = Picture._meta.get_field(name).max_length
            said[name] = value[:longest] if longest else value
    return said
