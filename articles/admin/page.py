"""The screen of standing pages; their text passes the same allow-list as an article's."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils.translation import gettext_lazy as _

from articles.admin import copy
from articles.models import Page
from newsportal.refusals import RefusalsInForm


class PageForm(forms.ModelForm):
    """A page's text, typed as simple HTML."""

    class Meta:
        model = Page
        fields = ["language", "slug", "title", "body", "position"]
        widgets = {"body": AdminTextareaWidget({"rows": 24})}
        help_texts = {"body": _("Simple HTML: &lt;p&gt;, &lt;h2&gt;, &lt;ul&gt;, &lt;a&gt;.")}

    def clean_body(self):
        return copy.plain_canonical(self.cleaned_data["body"])


@admin.register(Page)
class PageAdmin(RefusalsInForm, admin.ModelAdmin):
    form = PageForm
    list_display = ["title", "language", "slug", "position"]
    list_editable = ["position"]
    list_filter = ["language"]
    list_select_related = ["language"]
    search_fields = ["title", "slug"]

    def view_on_site(self, page):
        return page.get_absolute_url()
