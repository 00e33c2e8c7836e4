"""Banner: breaking news above every page of an edition, for a while."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .timed import Timed
from .web_address import check_web_address


class Banner(Timed):
    """One line of text that leads to a story or an address, or nowhere; the last begun is shown."""

    text = models.CharField(_("text"), max_length=160)
    story = models.ForeignKey(
        "articles.Story", models.PROTECT, null=True, blank=True, related_name="+"
    )
    address = models.CharField(_("address"), max_length=300, blank=True)

    class Meta(Timed.Meta):
        abstract = False
        verbose_name = _("breaking banner")
        verbose_name_plural = _("breaking banners")
        constraints = [
            *Timed.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="banner_says_something"),
            models.CheckConstraint(
                condition=Q(story__isnull=True) | Q(address=""),
                name="banner_leads_to_one_place",
                violation_error_message=_("Choose a story or give an address, not both."),
            ),
            # For ever is no breaking news: a forgotten banner goes by itself.
            models.CheckConstraint(
                condition=Q(until__isnull=False),
                name="banner_has_an_end",
                violation_error_message=_("Say until when the banner stands."),
            ),
        ]

    def __str__(self):
        return self.text

    def clean(self):
        """Only web addresses and paths of this site."""
        check_web_address("address", self.address)
