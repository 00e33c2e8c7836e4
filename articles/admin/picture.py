"""
The library of pictures: a grid to look through, one screen a picture, the way in for files.

Nothing that any revision, author or advertisement shows is deleted.
"""

import json
from http import HTTPStatus

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.widgets import Script
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from articles import picture_store
from articles.admin import (
    picture_card,
    picture_proof,
    picture_rights,
    picture_upload,
    picture_words,
)
from articles.admin.picture_choice import described, thumbnail
from articles.admin.picture_crops import NAMES
from articles.admin.picture_facts import FACTS, PictureFacts
from articles.admin.picture_filters import FILTERS
from articles.admin.picture_form import (
    CROPS,
    POINT,
    RIGHTS,
    WORDS,
    NewPictureForm,
    PictureForm,
    reason_of,
)
from articles.admin.picture_search import saying
from articles.admin.picture_standing import with_licence, with_use
from articles.admin.picture_uses import uses_of
from articles.admin.rows import ManyRows, on_the_papers_clock
from articles.models import Picture
from articles.pictures.geometry import SHAPES
from articles.pictures.intake import UnusablePicture
from newsportal.refusals import RefusalsInForm

# How many uses are listed; one is enough to keep a picture.
MOST_LISTED = 100


@admin.register(Picture)
class PictureAdmin(PictureFacts, RefusalsInForm, ManyRows):
    """The library and the screen of one picture."""

    refusals = (*RefusalsInForm.refusals, UnusablePicture)
    list_display = ["known_as", *picture_card.EDITED]
    list_display_links = ["known_as"]
    list_editable = picture_card.EDITED
    list_filter = FILTERS
    list_per_page = 36
    actions_selection_counter = False
    # The library searches by itself; naming a field makes the admin show the box.
    search_fields = ["credit"]
    ordering = ["-pk"]

    class Media:
        css = {"all": ["newsroom/article.css", "newsroom/pictures.css"]}
        js = [
            Script("newsroom/picture-cards.js", type="module"),
            Script("newsroom/picture-upload.js", type="module"),
            Script("newsroom/picture-desk.js", type="module"),
        ]

    # The library

    def get_queryset(self, request):
        return with_licence(with_use(described(super().get_queryset(request))))

    def get_search_results(self, request, queryset, search_term):
        return saying(queryset, search_term), False

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, **{"form": picture_card.CardForm, **kwargs})

    def listed(self, request, extra_context):
        """Cards are compared with the database and saved in one transaction."""
        may_change = self.has_change_permission(request)
        context = {"title": _("Pictures"), "may_change": may_change, **(extra_context or {})}
        with transaction.atomic():
            response = super().listed(request, context)
            if listed := getattr(response, "context_data", {}).get("cl"):
                response.context_data["cards"] = picture_card.cards_of(listed)
            return response

    # One picture

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = PictureForm if obj else NewPictureForm
        return super().get_form(request, obj, change=change, **{"form": form, **kwargs})

    def get_fieldsets(self, request, obj=None):
        rights = (_("Rights"), {"fields": RIGHTS, "classes": ["words"]})
        if obj is None:
            said = _("What is left empty is filled with what the file itself says.")
            words = {"fields": WORDS, "classes": ["words"], "description": said}
            return [(None, {"fields": ["file"]}), (_("Words"), words), rights]
        numbers = _(
            "Crops are left, top, width and height in per cent of the picture; empty ones are cut "
            "about the point."
        )
        return [
            (_("Words"), {"fields": WORDS, "classes": ["words"]}),
            rights,
            (
                _("What must stay in view, in numbers"),
                {"fields": [POINT, *CROPS], "classes": ["collapse"], "description": numbers},
            ),
            (_("The file"), {"fields": FACTS}),
        ]

    def get_readonly_fields(self, request, obj=None):
        return FACTS if obj else []

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with on_the_papers_clock():
            response = super().changeform_view(request, object_id, form_url, extra_context)
            return response.render() if hasattr(response, "render") else response

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= {
                "shapes": [(shape, NAMES[shape], *SHAPES[shape]) for shape in SHAPES],
                "shapes_json": json.dumps(SHAPES),
                "may_point": self.has_change_permission(request, obj),
                "uses": [use.line(request.user) for use in uses_of([obj])[obj.pk]],
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        """Views beside the admin's own; each asks for its permission."""
        own = {
            "upload/": ("upload", picture_upload.view_for(self)),
            "rights/": ("rights", picture_rights.view_for(self)),
            "<path:object_id>/thumbnail/": ("thumbnail", self.thumbnail_view),
            "<path:object_id>/proof/<slug:shape>/": ("proof", picture_proof.view_for(self)),
            "<path:object_id>/card/": ("card", picture_card.view_for(self)),
            "<path:object_id>/words/": ("words", picture_words.view_for(self)),
        }
        views = [
            path(route, self.admin_site.admin_view(view), name=f"articles_picture_{name}")
            for route, (name, view) in own.items()
        ]
        return [*views, *super().get_urls()]

    def thumbnail_view(self, request, object_id):
        """The picture's smallest rendition, for whoever may see the screen."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        answer = thumbnail(self.get_object(request, unquote(object_id)))
        if answer.status_code == HTTPStatus.OK:
            patch_cache_control(answer, private=True, max_age=picture_proof.KEPT_SECONDS)
        return answer

    # A new one

    def save_form(self, request, form, change):
        if change:
            return form.save(commit=False)
        picture = form.stored(by=request.user)
        request.was_known = form.was_known
        return picture

    def save_model(self, request, obj, form, change):
        """Only what was changed is written: somebody else may have changed the rest."""
        if change:
            columns = {field.name for field in Picture._meta.concrete_fields}
            changed = columns & set(form.changed_data)
            picture_store.change(obj, [*changed, *getattr(form, "also_changed", ())])

    def save_related(self, request, form, formsets, change):
        """A picture has nothing beside it that this form could change."""

    def response_add(self, request, obj, post_url_continue=None):
        """Lead to the picture, so that its editor sees what the file said of itself."""
        if request.was_known:
            said = _("This file was already here; its words are unchanged.")
            self.message_user(request, said, messages.WARNING)
        if IS_POPUP_VAR in request.POST or "_addanother" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        if not request.was_known:
            said = _("Added. Look at its words and at what must stay in view.")
            self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_picture_change", args=[obj.pk]))

    def log_addition(self, request, obj, message):
        """What was here already was not added now."""
        if not getattr(request, "was_known", False):
            super().log_addition(request, obj, message)

    def words_for(self, refusal):
        if isinstance(refusal, UnusablePicture):
            return reason_of(refusal)
        return super().words_for(refusal)

    # Deleting

    def delete_model(self, request, obj):
        picture_store.remove(obj)

    def delete_queryset(self, request, queryset):
        with transaction.atomic():
            for picture in queryset:
                picture_store.remove(picture)

    def get_deleted_objects(self, objs, request):
        """Whatever shows one of them is named, and keeps it."""
        to_delete, count, perms_needed, protected = super().get_deleted_objects(objs, request)
        found = uses_of(list(objs)).values()
        lines = [use.line(request.user) for uses in found for use in uses]
        return to_delete, count, perms_needed, lines[:MOST_LISTED] or protected
