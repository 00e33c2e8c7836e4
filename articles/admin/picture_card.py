"""
A picture's card in the library: what it shows, and the few words that are edited in place.

The whole grid is one form (the admin's own, for browsers without scripts); a script sends the
card of one picture here and gets it back as it is now.
"""

from django import forms
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from articles.admin.moments import MomentField
from articles.admin.seen import SeenFields
from articles.models import Picture

EDITED = ("caption", "alt", "credit", "licence_ends_at", "is_syndicable")
TEMPLATE = "admin/articles/picture/_card.html"
REFUSED = 422


class CardForm(SeenFields, forms.ModelForm):
    """The words and rights that an editor goes through in many pictures at once."""

    licence_ends_at = MomentField(label=_("Licence ends"), required=False)
    guarded = EDITED

    class Meta:
        model = Picture
        fields = EDITED
        widgets = {
            "caption": AdminTextareaWidget({"rows": 2}),
            "alt": AdminTextareaWidget({"rows": 2}),
            "credit": AdminTextInputWidget,
        }


def cards_of(listed):
    """(picture, its form or None) of what a list shows, in order."""
    if listed.formset is None:
        return [(picture, None) for picture in listed.result_list]
    return [(form.instance, form) for form in listed.formset.forms]


def view_for(screen):
    """The view of one card, for the ModelAdmin on whose pictures it works."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def card(request, object_id):
        if not screen.has_view_permission(request):
            raise PermissionDenied
        picture = screen.get_object(request, unquote(object_id))
        if picture is None:
            raise Http404
        prefix = request.POST.get("prefix", f"picture-{picture.pk}")
        if request.method != "POST":
            return _drawn(screen, request, picture, prefix)
        if not screen.has_change_permission(request, picture):
            raise PermissionDenied
        with transaction.atomic():
            form = CardForm(request.POST, instance=picture, prefix=prefix)
            if not form.is_valid():
                return _drawn(screen, request, picture, prefix, form=form, status=REFUSED)
            if form.has_changed():
                screen.save_model(request, form.save(commit=False), form, change=True)
                said = screen.construct_change_message(request, form, [])
                screen.log_change(request, picture, said)
        picture = screen.get_object(request, str(picture.pk))
        return _drawn(screen, request, picture, prefix)

    return card


def _drawn(screen, request, picture, prefix, *, form=None, status=200):
    may_change = screen.has_change_permission(request, picture)
    context = {
        "picture": picture,
        "form": form or (CardForm(instance=picture, prefix=prefix) if may_change else None),
        "prefix": prefix,
        "may_choose": False,
    }
    return render(request, TEMPLATE, context, status=status)
