"""
Picture: a photographer's file and what is known of it; and each use of it in a telling.

Caption, credit and alternative text belong to a use, and so to one language.
"""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from articles.pictures.darkroom import Notice
from articles.pictures.geometry import WHOLE

from .ad import AdSlot
from .article import Article
from .author import Author
from .cut import Cut, PrintSet
from .licence import is_licence_over

_SHARE = [MinValueValidator(0), MaxValueValidator(1)]


class PictureQuerySet(models.QuerySet):
    """Pictures as readers may ask for them."""

    def shown(self):
        """
        In a visible article, the portrait of somebody who signs, or in an advertisement.

        None whose licence has ended.
        """
        own = {"picture": OuterRef("pk")}
        visible = Article.objects.visible().filter(pk=OuterRef("article"))
        used = PictureUse.objects.filter(Exists(visible), **own)
        advertised = AdSlot.objects.standing().filter(**own)
        signing = Author.objects.filter(portrait=OuterRef("pk"))
        return self.exclude(is_licence_over()).filter(
            Exists(used) | Exists(advertised) | Exists(signing)
        )

    def with_prints(self, name):
        """Annotate `kept`: the files of the cut of this name and their bytes, or None."""
        kept = PrintSet.objects.filter(picture=OuterRef("pk"), cut=name)
        return self.annotate(kept=Subquery(kept.values("bytes")[:1]))


class Picture(models.Model):
    """One file, stored once: the same bytes twice are the same picture."""

    sha256 = models.CharField(_("fingerprint"), max_length=64, unique=True, editable=False)
    key = models.CharField(_("key"), max_length=43, unique=True, editable=False)
    original = models.FileField(_("original"), upload_to="originals/", editable=False)
    width = models.PositiveIntegerField(_("width, px"), editable=False)
    height = models.PositiveIntegerField(_("height, px"), editable=False)
    # What the file says, or its author: the beginning of every use's own words.
    headline = models.CharField(_("headline"), max_length=300, blank=True, db_default="")
    caption = models.TextField(_("caption"), blank=True, db_default="")
    alt = models.TextField(_("alternative text"), blank=True, db_default="")
    place = models.CharField(_("place"), max_length=200, blank=True, db_default="")
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    creator = models.CharField(_("photographer"), max_length=200, blank=True)
    credit = models.CharField(_("credit"), max_length=300, blank=True)
    copyright = models.CharField(_("copyright"), max_length=300, blank=True)
    usage_terms = models.TextField(_("usage terms"), blank=True)
    licence_ends_at = models.DateTimeField(
        _("licence ends"),
        null=True,
        blank=True,
        help_text=_("From then on readers see a stand-in wherever the picture is used."),
    )
    is_syndicable = models.BooleanField(_("may be passed on"), default=False)
    focal_x = models.FloatField(_("focal point, from the left"), default=0.5, validators=_SHARE)
    focal_y = models.FloatField(_("focal point, from the top"), default=0.4, validators=_SHARE)
    # False: the point is a first guess, which nobody has looked at.
    is_focal_point_set = models.BooleanField(db_default=False, editable=False)
    # Cut by hand: {"wide": [left, top, width, height]} in shares of the picture.
    crops = models.JSONField(_("crops by hand"), default=dict, db_default={}, blank=True)
    # The colour that stands in its place until it has come, "#rrggbb".
    tone = models.CharField(max_length=7, blank=True, db_default="", editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
                name="picture_focal_point_is_inside",
            ),
            models.CheckConstraint(
                condition=Q(width__gt=0, height__gt=0), name="picture_has_a_size"
            ),
        ]

    def __str__(self):
        """In the newsroom's lists the words that were said of it (`described`), else the credit."""
        return getattr(self, "described", "") or self.credit or self.key

    @property
    def notice(self):
        """The words that its renditions carry."""
        return Notice(self.creator, self.credit, self.copyright)

    def cut(self, shape):
        """What a shape shows of it, and its renditions."""
        return Cut(self, shape)

    @property
    def whole(self):
        return self.cut(WHOLE)

    @property
    def share(self):
        """The card of social networks."""
        return self.cut("share")


class PictureUseQuerySet(models.QuerySet):
    """Uses as pages ask for them."""

    def for_pages(self):
        """With the picture, and `is_over` where its licence has ended."""
        return self.select_related("picture").annotate(is_over=is_licence_over("picture"))


class PictureUse(models.Model):
    """A picture in a telling: the lead picture, or one inside the text."""

    LEAD = ""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="picture_uses")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="uses")
    block_id = models.CharField(
        _("block"), max_length=32, blank=True, help_text=_("Empty for the lead picture.")
    )
    caption = models.TextField(_("caption"), blank=True)
    credit = models.CharField(_("credit"), max_length=300, blank=True)
    alt = models.TextField(_("alternative text"), blank=True)

    objects = PictureUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a picture")
        verbose_name_plural = _("uses of pictures")
        constraints = [
            models.UniqueConstraint(fields=["article", "block_id"], name="one_picture_per_block")
        ]

    def __str__(self):
        return self.caption or self.alt or str(self.picture_id)

    @property
    def caption_sentence(self):
        """The caption, closed by a full stop where a credit follows it."""
        is_open = self.caption and self.credit and self.caption[-1] not in '.!?…»”"'
        return f"{self.caption}." if is_open else self.caption
