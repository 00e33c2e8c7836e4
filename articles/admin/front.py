"""The screen of the front page's slots, and a look at the page of any moment."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import path
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override

from articles.admin.moments import MomentField
from articles.admin.timed import TimedAdmin
from articles.front import front
from articles.models import FrontSlot
from articles.views.front import gather
from newsportal.edge.policy import PUBLIC_CSP
from newsportal.languages.models import Language


class MomentForm(forms.Form):
    """Which front page to look at."""

    language = forms.ModelChoiceField(Language.objects.all(), label=_("edition"), empty_label=None)
    at = MomentField(
        label=_("moment"), help_text=_("On the clock of the edition; past or to come.")
    )

    def clean(self):
        values = super().clean()
        if values.get("language") and values.get("at"):
            naive = timezone.make_naive(values["at"])
            values["at"] = naive.replace(tzinfo=values["language"].zone)
        return values


@admin.register(FrontSlot)
class FrontSlotAdmin(TimedAdmin):
    what = ("language", "story", "place", "position")
    list_display = ["place", "position", "story_id", "language", *TimedAdmin.times]
    list_filter = [*TimedAdmin.list_filter, "place"]
    search_fields = ["story__number__exact"]
    search_help_text = _("A number.")
    autocomplete_fields = ["story"]
    change_list_template = "admin/articles/frontslot/change_list.html"

    def get_urls(self):
        # Outermost, so that the page is shown under the policy that readers get it with.
        page = csp_override(PUBLIC_CSP)(self.admin_site.admin_view(self.page))
        return [
            path("moment/", self.admin_site.admin_view(self.moment), name="front_moment"),
            path("moment/page/", page, name="front_moment_page"),
            *super().get_urls(),
        ]

    def moment(self, request):
        """Ask for edition and moment."""
        self._check(request)
        form = MomentForm(initial={"at": timezone.now()})
        return self._asked(request, form)

    def page(self, request):
        """The front page as it was or will be, drawn as readers see it."""
        form = MomentForm(request.GET)
        self._check(request)
        if not form.is_valid():
            return self._asked(request, form)
        language = request.language = form.cleaned_data["language"]
        at = form.cleaned_data["at"]
        with translation.override(language.code):
            context = gather(request, front(language, at), at)
            return render(request, "articles/front.html", context)

    def _check(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _asked(self, request, form):
        context = {**self.admin_site.each_context(request), "form": form, "opts": self.opts}
        return render(request, "admin/articles/frontslot/moment.html", context)
