"""FrontSlot: a story that an editor set at a place of an edition's front page, for a while."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .timed import Timed


class Place(models.TextChoices):
    """The places of a front page that editors may fill; freshness fills what they leave."""

    LEAD = "lead", _("lead story")
    SECOND = "second", _("second line")
    RIVER = "river", _("more news")


class FrontSlot(Timed):
    """
    One pin. Where two pins want one place the one that began later leads, of those that began
    together the newer row; the other closes up behind it.

    Whatever is not visible at the moment leaves its place to the next.
    """

    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="front_slots")
    place = models.CharField(_("place"), max_length=8, choices=Place)
    position = models.PositiveSmallIntegerField(
        _("order"), default=1, help_text=_("Among the pins of the same place.")
    )

    class Meta(Timed.Meta):
        abstract = False
        verbose_name = _("front page slot")
        verbose_name_plural = _("front page slots")
        constraints = [
            *Timed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(place__in=Place.values), name="front_slot_place_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.get_place_display()} {self.position}: {self.story_id}"
