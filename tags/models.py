"""
Tag: what stories are about, one thing with a name in each language.

Knows nothing of articles; they point here.
"""

from django.db import models
from django.db.models import Count
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsportal.languages.names import FormerSlug, Name, Named, NamedQuerySet


class TagQuerySet(NamedQuerySet):
    """Tags as pages ask for them."""

    def most_used_in(self, articles):
        """Those of the given articles (their keys), the most used first."""
        return (
            self.filter(taggings__article__in=articles)
            .annotate(uses=Count("taggings"))
            .order_by("-uses", "slug")
        )


class Tag(Named):
    """A person, place, organisation or theme that readers can follow."""

    objects = TagQuerySet.as_manager()  # type: ignore[misc]  # the base has a plain one

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def get_absolute_url(self, language):
        """The tag's page in an edition."""
        return reverse("articles:tag", kwargs={"language": language, "slug": self.slug})


class TagName(Name):
    """A tag's name in one language, as printed under articles."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="names")

    class Meta:
        verbose_name = _("name of a tag")
        verbose_name_plural = _("names of a tag")
        constraints = [
            models.UniqueConstraint(fields=["tag", "language"], name="one_tag_name_per_language"),
            models.UniqueConstraint(
                Lower("name"),
                "language",
                name="tag_name_is_unambiguous",
                violation_error_message=_("Another tag already has this name in this language."),
            ),
        ]


class TagSynonym(Name):
    """Another word by which imports and editors find the tag; never printed."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="synonyms")

    class Meta:
        verbose_name = _("synonym of a tag")
        verbose_name_plural = _("synonyms of a tag")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "language",
                name="tag_synonym_is_unambiguous",
                violation_error_message=_("This synonym is already taken in this language."),
            ),
        ]


class FormerTagSlug(FormerSlug):
    """An address that the tag once had: answers 301 to the present one."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("former address of a tag")
        verbose_name_plural = _("former addresses of a tag")
