"""
Language: one row is one edition of the paper.

Owns the edition's place in the address space, its clock and its name plate; knows no article.
"""

import zoneinfo
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .reserved import RESERVED_WORDS

# BCP 47, as far as editions need it: language, script, region (uk, en-GB, sr-Latn).
LANGUAGE_CODE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
PREFIX = r"^([a-z]{2,12}(-[a-z]{2,8})?)?$"


def validate_time_zone(name):
    """Refuse a zone that this machine's tz database does not know."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Use a name like Europe/Kyiv."),
            params={"name": name},
        )


def validate_prefix(prefix):
    """Refuse a prefix that would hide a kind of articles or another page."""
    if prefix in RESERVED_WORDS or prefix == settings.ADMIN_PATH.partition("/")[0]:
        raise ValidationError(
            _("“%(prefix)s” is already the first word of other pages. Choose another prefix."),
            params={"prefix": prefix},
        )


class Language(models.Model):
    """An edition: a language with its own prefix, clock, direction and name plate."""

    class Direction(models.TextChoices):
        LTR = "ltr", _("left to right")
        RTL = "rtl", _("right to left")

    code = models.CharField(
        _("code"),
        max_length=11,
        unique=True,
        validators=[RegexValidator(LANGUAGE_CODE)],
        help_text=_("BCP 47: uk, en, crh, sr-Latn."),
    )
    name = models.CharField(_("own name"), max_length=60, help_text=_("Українська, English …"))
    short_label = models.CharField(_("short label"), max_length=12, help_text=_("Укр, Eng …"))
    prefix = models.CharField(
        _("address prefix"),
        max_length=21,
        unique=True,
        blank=True,
        validators=[RegexValidator(PREFIX), validate_prefix],
        help_text=_("First word of the edition's addresses; empty for one edition only."),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="Europe/Kyiv", validators=[validate_time_zone]
    )
    direction = models.CharField(
        _("direction"), max_length=3, choices=Direction, default=Direction.LTR
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_default = models.BooleanField(
        _("default edition"),
        default=False,
        help_text=_("Answers x-default and the names that other languages lack."),
    )
    is_launched = models.BooleanField(
        _("launched"), default=False, help_text=_("Until then readers do not see the edition.")
    )
    site_name = models.CharField(_("name of the paper"), max_length=80)
    tagline = models.CharField(_("line under the name"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=Q(is_default=True),
                name="one_default_language",
                violation_error_message=_(
                    "Another edition is the default one. Take the mark from it first."
                ),
            ),
            models.CheckConstraint(
                condition=Q(prefix__regex=PREFIX), name="language_prefix_is_one_word"
            ),
            models.CheckConstraint(
                condition=~Q(prefix__in=RESERVED_WORDS), name="language_prefix_hides_no_page"
            ),
            models.CheckConstraint(
                condition=Q(code__regex=LANGUAGE_CODE), name="language_code_is_bcp47"
            ),
            models.CheckConstraint(
                condition=Q(direction__in=["ltr", "rtl"]), name="language_direction_is_known"
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Save, and keep the prefix that a changed one leaves behind: it answers 301 now."""
        with transaction.atomic():
            before = Language.objects.filter(pk=self.pk).exclude(prefix__in=["", self.prefix])
            left_behind = list(before.values_list("prefix", flat=True))
            super().save(*args, **kwargs)
            FormerPrefix.objects.filter(prefix=self.prefix).delete()
            for prefix in left_behind:
                FormerPrefix.objects.get_or_create(prefix=prefix, defaults={"language": self})

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The edition's clock as a tzinfo."""
        return zoneinfo.ZoneInfo(self.time_zone)

    def local(self, moment: datetime) -> datetime:
        """The moment on the edition's clock."""
        return moment.astimezone(self.zone)


class FormerPrefix(models.Model):
    """A prefix that an edition once had: its addresses answer 301 to the present ones."""

    prefix = models.CharField(_("address prefix"), max_length=21, unique=True)
    language = models.ForeignKey(Language, models.CASCADE, related_name="former_prefixes")

    class Meta:
        verbose_name = _("former prefix")
        verbose_name_plural = _("former prefixes")

    def __str__(self):
        return self.prefix
