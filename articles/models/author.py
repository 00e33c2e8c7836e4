"""Author: a person or a desk that signs articles, with a name in each language."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsportal.languages.names import FormerSlug, Name, Named, NamedQuerySet

from .licence import is_licence_over


class AuthorQuerySet(NamedQuerySet):
    """Authors as pages ask for them."""

    def with_portrait(self):
        """With the portrait, and `portrait_is_over` where its licence has ended."""
        return self.select_related("portrait").annotate(
            portrait_is_over=is_licence_over("portrait")
        )


class Author(Named):
    """Signs articles; need not have an account."""

    names_fields = {"role": "role", "biography": "biography"}

    user = models.OneToOneField(
        "auth.User", models.SET_NULL, null=True, blank=True, related_name="author"
    )
    portrait = models.ForeignKey(
        "articles.Picture", models.PROTECT, null=True, blank=True, related_name="portraits"
    )

    objects = AuthorQuerySet.as_manager()  # type: ignore[misc]  # narrower than the parent's

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def get_absolute_url(self, language):
        """The author's page in an edition."""
        return reverse("articles:author", kwargs={"language": language, "slug": self.slug})


class AuthorName(Name):
    """An author's name, role and biography in one language."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="names")
    role = models.CharField(_("role"), max_length=120, blank=True)
    biography = models.TextField(_("biography"), blank=True)

    class Meta:
        verbose_name = _("name of an author")
        verbose_name_plural = _("names of an author")
        constraints = [
            models.UniqueConstraint(
                fields=["author", "language"], name="one_author_name_per_language"
            )
        ]


class FormerAuthorSlug(FormerSlug):
    """An address that the author once had: answers 301 to the present one."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("former address of an author")
        verbose_name_plural = _("former addresses of an author")
