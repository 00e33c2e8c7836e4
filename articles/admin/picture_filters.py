"""The filters beside the library of pictures."""

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Count, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from articles.admin.picture_standing import SOON, USED, in_use

# As many names as somebody reads; whoever looks for another one searches.
MOST_NAMES = 25

RIGHTS = {
    "syndicable": _("may be passed on"),
    "own": _("not to be passed on"),
    "soon": _("licence ends within 30 days"),
    "over": _("licence has ended"),
    "uncredited": _("without a credit"),
}


class UsedFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return USED.items()

    def queryset(self, request, queryset):
        return in_use(queryset, self.value()) if self.value() in USED else queryset


class RightsFilter(admin.SimpleListFilter):
    title = _("rights")
    parameter_name = "rights"

    def lookups(self, request, model_admin):
        return RIGHTS.items()

    def queryset(self, request, queryset):
        conditions = {
            "syndicable": Q(is_syndicable=True),
            "own": Q(is_syndicable=False),
            "soon": Q(licence_ends_at__gt=Now(), licence_ends_at__lte=Now() + SOON),
            "over": Q(licence_ends_at__lte=Now()),
            "uncredited": Q(credit="", creator=""),
        }
        return queryset.filter(conditions.get(self.value(), Q()))


class PhotographerFilter(admin.SimpleListFilter):
    """Those with the most pictures."""

    title = _("photographer")
    parameter_name = "creator"

    def lookups(self, request, model_admin):
        named = model_admin.model.objects.exclude(creator="").order_by()
        counted = named.values("creator").annotate(pictures=Count("pk")).order_by("-pictures")
        names = sorted(row["creator"] for row in counted[:MOST_NAMES])
        chosen = request.GET.get(self.parameter_name)
        if chosen and chosen not in names and "\x00" not in chosen:
            names.append(chosen)
        return [(name, name) for name in names]

    def queryset(self, request, queryset):
        known = {name for name, _shown in self.lookup_choices}
        return queryset.filter(creator=self.value()) if self.value() in known else queryset


class AddedByFilter(admin.SimpleListFilter):
    """Who brought it in: people of the newsroom."""

    title = _("added by")
    parameter_name = "added_by"

    def lookups(self, request, model_admin):
        staff = User.objects.filter(is_staff=True).order_by("username")
        return [(str(key), name) for key, name in staff.values_list("pk", "username")[:MOST_NAMES]]

    def queryset(self, request, queryset):
        known = {key for key, _name in self.lookup_choices}
        return queryset.filter(added_by=self.value()) if self.value() in known else queryset


FILTERS = (
    UsedFilter,
    RightsFilter,
    ("created_at", admin.DateFieldListFilter),
    ("taken_at", admin.DateFieldListFilter),
    PhotographerFilter,
    AddedByFilter,
)
