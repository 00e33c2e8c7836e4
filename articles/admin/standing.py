"""What an article is at this moment: its state, as time has moved it on."""

from django.contrib import admin
from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from articles.models import State

STANDINGS = {
    **dict(State.choices),
    "scheduled": _("scheduled"),
    "expired": _("expired"),
}


def with_standing(articles):
    """Annotate `standing`, a key of STANDINGS, by the database's clock."""
    return articles.annotate(
        standing=Case(
            When(state=State.PUBLISHED, published_at__gt=Now(), then=Value("scheduled")),
            When(state=State.PUBLISHED, expires_at__lte=Now(), then=Value("expired")),
            default=F("state"),
            output_field=CharField(),
        )
    )


class StandingFilter(admin.SimpleListFilter):
    """Filters the list by what time has made of the state."""

    title = _("state")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return STANDINGS.items()

    def queryset(self, request, queryset):
        if self.value() not in STANDINGS:
            return queryset
        return queryset.filter(standing=self.value())
