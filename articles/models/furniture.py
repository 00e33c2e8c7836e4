"""What stands around every article: the menu's entries, the support call."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .web_address import check_web_address


class MenuEntry(models.Model):
    """A line of the menu or the footer: a section, a topic or any address, under a heading."""

    class Group(models.TextChoices):
        SECTIONS = "sections", _("Sections")
        TOPICS = "topics", _("Topics")
        PROJECTS = "projects", _("Projects")
        PAPER = "paper", _("About the paper")

    language = models.ForeignKey("languages.Language", models.CASCADE, related_name="+")
    group = models.CharField(_("heading"), max_length=8, choices=Group)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    section = models.ForeignKey("articles.Section", models.CASCADE, null=True, blank=True)
    tag = models.ForeignKey("tags.Tag", models.CASCADE, null=True, blank=True)
    label = models.CharField(
        _("label"), max_length=80, blank=True, help_text=_("Empty: the name of section or tag.")
    )
    address = models.CharField(_("address"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu entries")
        ordering = ["language", "group", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(section__isnull=False, tag__isnull=True, address="")
                | Q(section__isnull=True, tag__isnull=False, address="")
                | Q(section__isnull=True, tag__isnull=True) & ~Q(address="") & ~Q(label=""),
                name="menu_entry_leads_to_one_place",
                violation_error_message=_(
                    "Choose a section, or a tag, or give both a label and an address."
                ),
            )
        ]

    def __str__(self):
        return self.label or str(self.section or self.tag)

    def clean(self):
        """Only web addresses and paths of this site may be put in the menu."""
        check_web_address("address", self.address)


class SupportCall(models.Model):
    """The line that asks readers of one edition for support, and where it leads."""

    language = models.OneToOneField("languages.Language", models.CASCADE, related_name="+")
    text = models.CharField(_("text"), max_length=200)
    label = models.CharField(_("button"), max_length=40)
    address = models.CharField(_("address"), max_length=300)

    class Meta:
        verbose_name = _("support call")
        verbose_name_plural = _("support calls")

    def __str__(self):
        return self.text

    def clean(self):
        """The button leads to the web or to a path of this site."""
        check_web_address("address", self.address)
