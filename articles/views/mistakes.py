"""Report a mistake: a form that needs no script, and a brake on floods of reports."""

from datetime import timedelta

from django import forms
from django.db.models.functions import Now
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from articles.models import MistakeReport
from articles.views import furniture
from articles.views.article import find, siblings

# More reports of one article in one hour than this are a flood, not readers.
MOST_AN_HOUR = 30


class MistakeForm(forms.ModelForm):
    """The marked words and a remark; either is enough."""

    quoted = forms.CharField(
        label=_("The words with the mistake"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    remark = forms.CharField(
        label=_("What is wrong with them"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    # People do not see this field; programs that fill forms do.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1"}))

    class Meta:
        model = MistakeReport
        fields = ["quoted", "remark"]

    def clean(self):
        values = super().clean()
        if not self.errors and not values["quoted"] and not values["remark"]:
            raise forms.ValidationError(_("Tell us which words are wrong, or what is."))
        return values


@require_http_methods(["GET", "HEAD", "POST"])
def report(request, number):
    """Take a reader's report to the newsroom; the words may come marked in the address."""
    article = find(request, number)
    if article.answer == "gone":
        return redirect(article)
    form = MistakeForm(
        request.POST or None, initial={"quoted": request.GET.get("words", "")[:1000]}
    )
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and not form.cleaned_data["website"] and not _is_flooded(article):
        form.instance.article = article
        form.save()
    context = {
        **furniture.furnish(request, siblings(article)),
        "article": article,
        "form": form,
        "is_sent": is_sent,
    }
    return render(request, "articles/report.html", context)


def _is_flooded(article):
    last_hour = MistakeReport.objects.filter(
        article=article, created_at__gt=Now() - timedelta(hours=1)
    )
    return last_hour.count() >= MOST_AN_HOUR
