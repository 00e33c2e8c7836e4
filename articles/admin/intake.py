"""The screens of what imports leave behind: identities, former addresses, names of genres."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.rows import ManyRows, OnlyRead
from articles.models import FormerAddress, GenreName, ImportedItem, ImportedStory
from newsportal.languages import editions
from newsportal.languages.reserved import word_in_use
from newsportal.refusals import RefusalsInForm


class FormerAddressForm(forms.ModelForm):
    """A path that led to the article elsewhere, or here before."""

    class Meta:
        model = FormerAddress
        fields = ["path", "article"]
        help_texts = {"path": _("From the first slash on: /2019/03/bridge-opens.html")}

    def clean_path(self):
        """Refuse a path that would hide a page of the site, or that no browser asks for."""
        path = self.cleaned_data["path"].rstrip("/") or "/"
        if not path.startswith("/") or path.startswith("//"):
            raise ValidationError(_("Begin with one slash, without the name of the site."))
        if any(character in path for character in "?#\\") or len(path.split()) != 1:
            raise ValidationError(_("A path has no spaces and none of the signs ? # \\."))
        word = word_in_use(path, {language.prefix for language in editions.all_editions()})
        if word == "":
            raise ValidationError(_("This is the front page of an edition."))
        if word:
            raise ValidationError(
                _("“%(word)s” is already the first word of other pages."),
                params={"word": word},
            )
        return path


@admin.register(FormerAddress)
class FormerAddressAdmin(RefusalsInForm, ManyRows):
    form = FormerAddressForm
    autocomplete_fields = ["article"]
    list_display = ["path", "article"]
    list_select_related = ["article"]
    search_fields = ["path"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body", "article__rendered")


class GenreNameForm(forms.ModelForm):
    """Lower case before anything else looks, so that “News” and “news” are found to be one."""

    class Meta:
        model = GenreName
        fields = ["name", "kind"]

    def clean_name(self):
        return self.cleaned_data["name"].strip().lower()


@admin.register(GenreName)
class GenreNameAdmin(RefusalsInForm, admin.ModelAdmin):
    form = GenreNameForm
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]
    ordering = ["name"]


@admin.register(ImportedItem)
class ImportedItemAdmin(ManyRows, OnlyRead):
    list_display = ["uri", "article", "imported_at"]
    list_select_related = ["article"]
    search_fields = ["uri"]
    ordering = ["-pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body", "article__rendered")


@admin.register(ImportedStory)
class ImportedStoryAdmin(ManyRows, OnlyRead):
    list_display = ["identity", "story"]
    list_select_related = ["story"]
    search_fields = ["identity"]
    ordering = ["-pk"]
