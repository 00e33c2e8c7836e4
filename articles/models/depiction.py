"""Depiction: a picture in a revision, so that every use there ever was is found by its picture."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .picture import Picture
from .revision import Revision


class Depiction(models.Model):
    """
    One line for a picture in one revision.

    The database itself keeps them from `Revision.pictures` (migration 0008), whichever way a
    revision comes in; nothing else writes here. A picture in any revision cannot be deleted.
    """

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="depictions")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="depictions")

    class Meta:
        verbose_name = _("picture in a revision")
        verbose_name_plural = _("pictures in revisions")
        constraints = [
            models.UniqueConstraint(fields=["revision", "picture"], name="one_depiction_of_each")
        ]

    def __str__(self):
        return f"{self.revision_id}: {self.picture_id}"
