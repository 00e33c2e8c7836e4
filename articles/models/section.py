"""Section: a part of the paper; absent from the editions in which it has no name."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsportal.languages.names import FormerSlug, Name, Named


class Section(Named):
    """Region, Economy, Culture … with one slug in all languages."""

    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "slug"]

    def get_absolute_url(self, language):
        """The section's page in an edition."""
        return reverse("articles:section", kwargs={"language": language, "slug": self.slug})


class SectionName(Name):
    """A section's name in one language."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="names")

    class Meta:
        verbose_name = _("name of a section")
        verbose_name_plural = _("names of a section")
        constraints = [
            models.UniqueConstraint(
                fields=["section", "language"], name="one_section_name_per_language"
            )
        ]


class FormerSectionSlug(FormerSlug):
    """An address that the section once had: answers 301 to the present one."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("former address of a section")
        verbose_name_plural = _("former addresses of a section")
