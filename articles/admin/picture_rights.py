"""The report of rights: pictures whose licence has ended or is about to, with all their uses."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.admin.picture_standing import LICENCES, with_licence
from articles.admin.picture_uses import uses_of

PER_PAGE = 40


def view_for(screen):
    """The view, for the ModelAdmin whose pictures it reports on."""

    @require_safe
    def rights(request):
        if not screen.has_view_permission(request):
            raise PermissionDenied
        due = with_licence(screen.get_queryset(request)).exclude(licence="")
        page = Paginator(due.order_by("licence_ends_at", "pk"), PER_PAGE).get_page(
            request.GET.get("p")
        )
        uses = uses_of(page.object_list)
        lines = [
            (
                picture,
                LICENCES[picture.licence],
                [use.line(request.user) for use in uses[picture.pk]],
            )
            for picture in page
        ]
        context = {
            **screen.admin_site.each_context(request),
            "title": _("Licences that have ended or end soon"),
            "opts": screen.opts,
            "page": page,
            "lines": lines,
            "media": screen.media,
        }
        return TemplateResponse(request, "admin/articles/picture/rights.html", context)

    return rights
