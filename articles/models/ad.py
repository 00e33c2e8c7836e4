"""AdSlot: what fills a labelled place for advertising, and when."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .licence import is_licence_over
from .telling import Kind
from .web_address import check_web_address

# The sheet keeps these heights free; the content policy allows no other way to say one.
AD_HEIGHTS = (100, 250, 280, 600)


class AdSlotQuerySet(models.QuerySet):
    """Slots as pages ask for them."""

    def standing(self, at=None):
        """
        What is switched on, and within its dates at a moment, by default the database's now.

        Whether it was switched on at a past moment nobody knows.
        """
        moment = at or Now()
        return self.filter(
            Q(starts_at__isnull=True) | Q(starts_at__lte=moment),
            Q(ends_at__isnull=True) | Q(ends_at__gt=moment),
            is_active=True,
        )

    def for_pages(self, language, kind="", at=None):
        """
        What fills the places of a page at a moment, by default now; the one to be shown last.

        A slot for the page's own kind wins over one for all kinds, then the one with dates over
        the one that stands always, then the newer.
        """
        return (
            self.standing(at)
            .filter(Q(kind="") | Q(kind=kind or Value("")), language=language)
            .select_related("picture")
            .defer("network_code")
            .annotate(
                has_network=~Q(network_code=""),
                picture_is_over=is_licence_over("picture"),
            )
            .order_by("kind", F("starts_at").asc(nulls_first=True), "pk")
        )


class AdSlot(models.Model):
    """
    A labelled place for advertising. Reserves its height, so that nothing moves.

    A network's code runs in a frame of its own and only for readers who agreed; until then, and
    without a script, the house's own advertisement stands there, or nothing under the label.
    """

    class Place(models.TextChoices):
        TEXT = "text", _("inside the text")
        TAGS = "tags", _("under the tags")
        SIDE = "side", _("beside the text")
        FRONT = "front", _("front page, below the second line")
        FOOT = "foot", _("front page, among the sections")

    language = models.ForeignKey("languages.Language", models.CASCADE, related_name="+")
    place = models.CharField(_("place"), max_length=8, choices=Place)
    kind = models.CharField(
        _("kind"), max_length=12, choices=Kind, blank=True, help_text=_("Empty: on all kinds.")
    )
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    height_px = models.PositiveSmallIntegerField(
        _("height, px"), choices=[(height, height) for height in AD_HEIGHTS], default=280
    )
    house_text = models.CharField(
        _("house advertisement"),
        max_length=200,
        blank=True,
        help_text=_("With a picture it is the picture's alternative text."),
    )
    house_address = models.CharField(_("its address"), max_length=300, blank=True)
    picture = models.ForeignKey(
        "articles.Picture", models.PROTECT, null=True, blank=True, related_name="ad_slots"
    )
    network_code = models.TextField(
        _("network's code"),
        blank=True,
        help_text=_("HTML. Runs in a closed frame, only for readers who agreed."),
    )
    is_active = models.BooleanField(_("shown"), default=True)

    objects = AdSlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("ad slot")
        verbose_name_plural = _("ad slots")
        ordering = ["language", "place", "kind", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="ad_slot_ends_after_its_start",
                violation_error_message=_("The slot would end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(picture__isnull=True) | ~Q(house_text=""),
                name="ad_picture_has_words",
                violation_error_message=_("Say in words what the picture shows."),
            ),
        ]

    def __str__(self):
        return self.get_place_display()

    @property
    def frame_address(self):
        """Where the network's code is served."""
        return reverse("ad_frame", kwargs={"slot": self.pk})

    def clean(self):
        """Something must stand in it, and lead to the web or to a path of this site."""
        check_web_address("house_address", self.house_address)
        if not (self.house_text or self.network_code.strip()):
            raise ValidationError(_("Give the words of a house advertisement or a network's code."))
