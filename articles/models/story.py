"""Story: the public number that joins the tellings of one event in several languages."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

# Keeps a mistyped request for a number from driving the sequence out of readable size.
HIGHEST_NUMBER = 9_999_999_999


class Story(models.Model):
    """
    A number and nothing else; its articles own all that is told.

    The number comes from the column's own sequence and is never used again: the database
    refuses to delete a story, so a discarded draft leaves its number behind, taken.
    """

    number = models.BigAutoField(_("number"), primary_key=True)
    created_at = models.DateTimeField(_("created"), db_default=Now())

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=HIGHEST_NUMBER),
                name="story_number_is_readable",
            )
        ]

    def __str__(self):
        return str(self.number)
