"""Page: Support, About, Rules, Contacts: a standing text of the paper, one row a language."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Page(models.Model):
    """A standing text; the same slug in every language joins the siblings."""

    language = models.ForeignKey("languages.Language", models.CASCADE, related_name="+")
    slug = models.SlugField(_("slug"), max_length=60)
    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("text"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["language", "position", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["language", "slug"], name="one_page_per_language")
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The page's address in its edition."""
        return reverse("articles:page", kwargs={"language": self.language, "slug": self.slug})
