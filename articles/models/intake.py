"""Where imported articles came from, the addresses they once had, and the names of kinds."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .telling import Kind


class ImportedItem(models.Model):
    """The identity that an agency gives an item: a second import updates, never doubles."""

    uri = models.TextField(_("identity"), unique=True)
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="imported_items")
    revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, related_name="+"
    )
    fingerprint = models.CharField(_("fingerprint of the item"), max_length=64)
    version_at = models.DateTimeField(
        _("moment of its version"),
        null=True,
        blank=True,
        help_text=_("An older version that arrives later is left alone."),
    )
    imported_at = models.DateTimeField(_("imported"), auto_now=True)

    class Meta:
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")

    def __str__(self):
        return self.uri


class ImportedStory(models.Model):
    """The identity under which an agency joins the tellings of one story."""

    identity = models.TextField(_("identity"), unique=True)
    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="identities")

    class Meta:
        verbose_name = _("imported story")
        verbose_name_plural = _("imported stories")

    def __str__(self):
        return self.identity


class FormerAddress(models.Model):
    """A path that an article had elsewhere or before: answers 301 to its address here."""

    path = models.CharField(_("path"), max_length=500, unique=True)
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self):
        return self.path


class GenreName(models.Model):
    """A genre in an agency's words and the kind of article that it means here."""

    name = models.CharField(_("genre"), max_length=120, unique=True, help_text=_("Lower case."))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)

    class Meta:
        verbose_name = _("name of a genre")
        verbose_name_plural = _("names of genres")

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.name = self.name.strip().lower()
        super().save(*args, **kwargs)
