"""
Names per language: one thing, one row a language, and a rule for the languages without one.

A section, an author, a tag is never copied per edition; its names are rows that point to it.
"""

from django.db import models, transaction
from django.db.models import Case, OuterRef, Subquery, Value, When
from django.db.models.functions import JSONObject
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

_SLUG_HELP = _("Part of addresses, the same in all languages: lower-case Latin letters.")


def best_name(names, to, language, **fields):
    """
    A subquery: the name in this language, else in the default one, else in the next by order.

    `names` is the model of the names, `to` its key to the named thing, in the terms of the
    outer query (`names=TagName, to=("tag", "tag_id")`). Gives JSON with `name`, `language`
    (its code) and `fields`, so that templates can mark a borrowed name with `lang`.
    """
    inner, outer = to
    return Subquery(
        names.objects.filter(**{inner: OuterRef(outer)})
        .order_by(
            Case(When(language=language, then=Value(0)), default=Value(1)),
            "-language__is_default",
            "language__position",
            "language__code",
        )
        .values(
            named=JSONObject(
                name="name", language="language__code", direction="language__direction", **fields
            )
        )[:1]
    )


class NamedQuerySet(models.QuerySet):
    """For things with names per language: `names_fields` of the model says what else to bring."""

    def named(self, language):
        """Annotate `named`: the best name in this language; see `best_name`."""
        names = self.model._meta.get_field("names")
        to = (names.remote_field.name, "pk")
        return self.annotate(
            named=best_name(names.related_model, to, language, **self.model.names_fields)
        )

    def in_edition(self, language):
        """Only what has a name in this language."""
        return self.filter(names__language=language)


class Named(models.Model):
    """A thing whose names stand in rows of their own, one a language (`related_name="names"`)."""

    names_fields: dict[str, str] = {}

    slug = models.SlugField(_("slug"), max_length=100, unique=True, help_text=_SLUG_HELP)

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Save, and keep the slug that a changed one leaves behind: it answers 301 from now on."""
        with transaction.atomic():
            before = type(self)._base_manager.filter(pk=self.pk).exclude(slug=self.slug)
            left_behind = list(before.values_list("slug", flat=True))
            super().save(*args, **kwargs)
            former = type(self)._meta.get_field("former_slugs").related_model
            former.objects.filter(slug=self.slug).delete()
            for slug in left_behind:
                self.former_slugs.get_or_create(slug=slug)

    @property
    def name(self):
        """The name chosen by `named()`, else any name (the admin's lists), else the slug."""
        return self.best["name"]

    @cached_property
    def best(self):
        """What `named()` found: `name`, `language`, `direction` and the model's own fields."""
        if "named" not in self.__dict__:
            self.named = type(self).objects.named(None).values_list("named").get(pk=self.pk)[0]
        return self.named or {"name": self.slug, "language": "", "direction": ""}


class Name(models.Model):
    """One name in one language; the models that inherit add the key to the named thing."""

    language = models.ForeignKey("languages.Language", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name


class FormerSlug(models.Model):
    """A slug that a thing once had; models that inherit add the key, as `former_slugs`."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.slug
