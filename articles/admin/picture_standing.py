"""What a picture is to readers at this moment: used or not, free to use or not any more."""

from datetime import timedelta

from django.db.models import Case, CharField, Exists, F, OuterRef, Value, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from articles.models import AdSlot, Article, Author, Depiction, PictureUse

SOON = timedelta(days=30)

USED = {
    "shown": _("published"),
    "kept": _("only in drafts and past versions"),
    "unused": _("not used"),
}
LICENCES = {
    "over": _("licence has ended"),
    "soon": _("licence ends within 30 days"),
}


def with_use(pictures):
    """Annotate `use`, a key of USED, by the database's clock."""
    is_shown, is_kept = _conditions()
    return pictures.annotate(
        use=Case(
            When(is_shown, then=Value("shown")),
            When(is_kept, then=Value("kept")),
            default=Value("unused"),
            output_field=CharField(),
        )
    )


def in_use(pictures, use):
    """Those of one of the keys of USED, asked so that the planner may join."""
    is_shown, is_kept = _conditions()
    if use == "shown":
        return pictures.filter(is_shown)
    return pictures.filter(~is_shown, is_kept if use == "kept" else ~is_kept)


def _conditions():
    """Whether readers see it; whether anything of the newsroom shows it."""
    own = {"picture": OuterRef("pk")}
    visible = Article.objects.visible().filter(pk=OuterRef("article"))
    is_shown = (
        Exists(PictureUse.objects.filter(Exists(visible), **own))
        | Exists(Author.objects.filter(portrait=OuterRef("pk")))
        | Exists(AdSlot.objects.standing().filter(**own))
    )
    is_kept = (
        Exists(Depiction.objects.filter(**own))
        | Exists(PictureUse.objects.filter(**own))
        | Exists(AdSlot.objects.filter(**own))
    )
    return is_shown, is_kept


def with_licence(pictures):
    """Annotate `licence`, a key of LICENCES or empty, and `licence_days` left."""
    return pictures.annotate(
        licence=Case(
            When(licence_ends_at__lte=Now(), then=Value("over")),
            When(licence_ends_at__lte=Now() + SOON, then=Value("soon")),
            default=Value(""),
            output_field=CharField(),
        ),
        licence_left=F("licence_ends_at") - Now(),
    )
