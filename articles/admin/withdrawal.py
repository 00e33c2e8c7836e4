"""The page that asks once more before an article is taken away from readers."""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.admin import article_verbs
from articles.models import State


class WithdrawalForm(forms.Form):
    """The word that readers will find at the address."""

    note = forms.CharField(
        label=gettext_lazy("word of explanation to readers"),
        required=False,
        widget=AdminTextareaWidget({"rows": 4}),
        help_text=gettext_lazy(
            "In the language of the article. Stands at its address from now on."
        ),
    )


def view_for(screen):
    """The view, for the ModelAdmin on whose articles it works."""

    def withdraw(request, object_id):
        article = screen.get_object(request, unquote(object_id))
        if article is None:
            raise Http404
        may = screen.has_change_permission(request, article) and article_verbs.may_publish(request)
        if not may:
            raise PermissionDenied
        back = reverse("admin:articles_article_change", args=[article.pk])
        if article.state != State.PUBLISHED:
            screen.message_user(
                request, _("Only a published article is withdrawn."), messages.ERROR
            )
            return HttpResponseRedirect(back)
        form = WithdrawalForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            publishing.withdraw(article, form.cleaned_data["note"], by=request.user)
            screen.log_change(request, article, [{"changed": {"fields": [_("withdrawn")]}}])
            screen.message_user(request, _("Withdrawn. No reader sees it from now on."))
            return HttpResponseRedirect(back)
        context = {
            **screen.admin_site.each_context(request),
            "title": _("Withdraw the article?"),
            "opts": screen.opts,
            "original": article,
            "form": form,
            "back": back,
            "media": screen.media,
        }
        return TemplateResponse(request, "admin/articles/article/withdraw.html", context)

    return withdraw
