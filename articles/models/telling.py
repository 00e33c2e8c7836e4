"""What is told: the columns that a draft and the live row have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The first word of an article's address. All stand in `newsportal.languages.reserved`."""

    NEWS = "news", _("News")
    ARTICLES = "articles", _("Publications")
    COLUMNS = "columns", _("Columns")
    INTERVIEW = "interview", _("Interviews")
    PODCASTS = "podcasts", _("Podcasts")
    EVENTS = "events", _("Events")
    PROJECTS = "projects", _("Special projects")


class PaidLabel(models.TextChoices):
    """How readers are told that somebody paid for the text."""

    NONE = "", _("not paid for")
    PROMOTED = "promoted", _("Promoted")
    PROJECT = "special-project", _("Special project")
    SUPPORTED = "supported-by", _("Supported by a partner")


class Telling(models.Model):
    """
    Headline, lead, body and all flags of one telling at one moment.

    The body is canonical HTML of typed blocks (`articles.body`); ordered bylines, tags, pins
    and pictures stand in rows beside the live row and as lists of keys in a revision.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.NEWS)
    section = models.ForeignKey(
        "articles.Section", models.PROTECT, null=True, blank=True, related_name="+"
    )
    headline = models.CharField(_("headline"), max_length=500, blank=True)
    lead = models.TextField(_("lead"), blank=True)
    body = models.TextField(_("body"), blank=True)
    urgency = models.PositiveSmallIntegerField(
        _("urgency"), default=4, help_text=_("1 and 2 are set bold in rails (IPTC: 1 to 9).")
    )
    paid_label = models.CharField(
        _("paid content"), max_length=16, choices=PaidLabel, blank=True, default=PaidLabel.NONE
    )
    is_distressing = models.BooleanField(
        _("distressing"), default=False, help_text=_("The picture waits for a click.")
    )
    is_unindexed = models.BooleanField(_("kept out of search engines"), default=False)

    class Meta:
        abstract = True


TELLING_FIELDS = tuple(field.attname for field in Telling._meta.local_fields)
