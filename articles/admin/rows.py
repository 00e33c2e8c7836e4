"""Rules that several screens share about rows: which only grow, how many are counted."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.functional import cached_property

from newsportal.languages import editions


def on_the_papers_clock():
    """Within this block moments are on the clock of the default edition."""
    edition = editions.default()
    return timezone.override(edition.zone if edition else timezone.get_current_timezone())


class ShortCountPaginator(Paginator):
    """
    Counts no further than anybody pages.

    PostgreSQL counts a million rows in a large part of a second; whoever looks for an older row
    searches or filters.
    """

    MOST_COUNTED = 5_000

    @cached_property
    def count(self):
        return self.object_list.order_by()[: self.MOST_COUNTED].count()


class ManyRows(admin.ModelAdmin):
    """A list that may hold a million rows."""

    paginator = ShortCountPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 200

    def changelist_view(self, request, extra_context=None):
        """Moments in a list are on the paper's clock."""
        with on_the_papers_clock():
            response = self.listed(request, extra_context)
            return response.render() if hasattr(response, "render") else response

    def listed(self, request, extra_context):
        """The list before it is drawn, for screens that add to it."""
        return super().changelist_view(request, extra_context)


class NeverDeleted(admin.ModelAdmin):
    """Rows that stay for ever."""

    def has_delete_permission(self, request, obj=None):
        return False


class OnlyRead(NeverDeleted):
    """Rows that verbs and imports write; the screen shows them."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
