"""A network's code, in a page of its own that is nobody's origin and nobody's to keep."""

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from articles.models import AdSlot
from newsportal.edge.policy import AD_FRAME_CSP


@require_safe
@xframe_options_sameorigin
@csp_override(AD_FRAME_CSP)
def frame(request, slot):
    """The code of a slot that stands now; its policy makes it a sandbox wherever it is opened."""
    found = AdSlot.objects.standing().exclude(network_code="").filter(pk=slot).first()
    if found is None:
        raise Http404
    page = render_to_string("articles/ad_frame.html", {"code": found.network_code})
    return HttpResponse(page, headers={"X-Robots-Tag": "noindex, nofollow"})
