"""The newsroom's admin: Django's own, under a content policy of its own, never cached."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override

from newsportal.edge.policy import NEWSROOM_CSP


class NewsroomSite(AdminSite):
    """Every screen, the sign-in too, goes out under the newsroom's policy."""

    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("The paper")

    def admin_view(self, view, cacheable=False):
        return csp_override(NEWSROOM_CSP)(super().admin_view(view, cacheable))

    def login(self, request, extra_context=None):
        return csp_override(NEWSROOM_CSP)(super().login)(request, extra_context)
