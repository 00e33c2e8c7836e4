"""
The article's screen: its newest draft in a form, its life beside it.

Saves revisions and calls the verbs of publishing; the live row is never written here.
"""

import logging

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db.models import F
from django.forms.widgets import Script
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import revisions
from articles.admin import article_verbs, copy, withdrawal
from articles.admin.article_form import telling_form
from articles.admin.picture_choice import LARGER_WIDTH_PX, drawn
from articles.admin.places import Places
from articles.admin.rows import ManyRows, NeverDeleted
from articles.admin.standing import STANDINGS, StandingFilter, with_standing
from articles.content import Content
from articles.models import Article, Picture
from newsportal.languages.admin import in_editors_language
from newsportal.refusals import RefusalsInForm

# How much of an article's life is listed beside it; the rest is in the lists of their own.
LISTED = 12

logger = logging.getLogger(__name__)


@admin.register(Article)
class ArticleAdmin(RefusalsInForm, ManyRows, NeverDeleted):
    """A draft to write, a panel that says what readers see of it."""

    refusals = (*RefusalsInForm.refusals, *article_verbs.REFUSALS)
    words_of_constraints = article_verbs.WORDS_OF_CONSTRAINTS
    autocomplete_fields = ["story"]
    list_display = ["headline_of_draft", "story_number", "language", "kind", "state_now", "moment"]
    list_display_links = ["headline_of_draft"]
    list_filter = ["language", StandingFilter, "kind"]
    list_select_related = ["language"]
    search_fields = ["draft_revision__headline"]
    search_help_text = gettext_lazy("A number, or words of the headline.")
    ordering = ["-pk"]

    class Media:
        css = {"all": ["newsroom/article.css"]}
        js = [Script("newsroom/picture-words.js", type="module")]

    # The list

    def get_queryset(self, request):
        articles = with_standing(super().get_queryset(request))
        articles = articles.annotate(draft_headline=F("draft_revision__headline"))
        return articles.defer("body", "rendered")

    def get_search_results(self, request, queryset, search_term):
        number = search_term.strip()
        if number.isascii() and number.isdigit():
            return queryset.filter(story=int(number)), False
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=gettext_lazy("headline"), ordering="draft_revision__headline")
    def headline_of_draft(self, article):
        return article.draft_headline or article.headline or _("(no headline yet)")

    @admin.display(description=gettext_lazy("number"), ordering="story")
    def story_number(self, article):
        return article.story_id

    @admin.display(description=gettext_lazy("state"))
    def state_now(self, article):
        return STANDINGS[article.standing]

    @admin.display(description=gettext_lazy("moment"), ordering="published_at")
    def moment(self, article):
        return article.published_at or article.created_at

    # The form

    def get_fieldsets(self, request, obj=None):
        if not (self.has_change_permission(request, obj) or obj is None):
            return [(None, {"fields": ["newest_draft"]})]
        places = self._places(request, obj)
        preview = ["lead_preview"] if obj else []
        lead_picture = ["lead_picture", "lead_caption", "lead_credit", "lead_alt"]
        manuscript = ["headline", "lead", "body", "base"]
        return [
            *([] if obj else [(None, {"fields": [("story", "number"), "language"]})]),
            (None, {"fields": manuscript, "classes": ["manuscript"]}),
            (_("Lead picture"), {"fields": [*preview, *lead_picture], "classes": ["words"]}),
            *(
                (
                    _("Picture inside the text"),
                    {"fields": [caption, credit, alt], "classes": ["words"]},
                )
                for caption, credit, alt in places.picture_names
            ),
            (_("Where it stands"), {"fields": [("kind", "section", "urgency"), "pins"]}),
            (_("Byline"), {"fields": _pairs(places.author_names), "classes": ["places"]}),
            (_("Tags, in order"), {"fields": _pairs(places.tag_names), "classes": ["places"]}),
            (
                _("For readers"),
                {"fields": ["paid_label", "is_distressing", "is_unindexed"]},
            ),
            *self._publication_fieldset(request, obj),
        ]

    def _publication_fieldset(self, request, article):
        if article is None or not article_verbs.may_publish(request):
            return []
        first = ["change", "note"] if article_verbs.was_live(article) else ["publish_at"]
        fields = [*first, "embargo_until", "expires_at"]
        return [(_("Publication"), {"fields": fields, "classes": ["publication"]})]

    def get_readonly_fields(self, request, obj=None):
        return ["newest_draft", "lead_preview"]

    @admin.display(description=gettext_lazy("as saved"))
    def lead_preview(self, article):
        """The lead picture of the saved draft."""
        content = Content.of(article.draft_revision) if article.draft_revision else Content()
        keys = [use.picture for use in content.pictures if not use.block_id]
        picture = Picture.objects.filter(pk__in=keys).first()
        return drawn(picture, LARGER_WIDTH_PX) if picture else "—"

    @admin.display(description=gettext_lazy("newest draft"))
    def newest_draft(self, article):
        """For those who may look but not write: the whole text is on the revision's screen."""
        if article.draft_revision_id is None:
            return "—"
        address = reverse("admin:articles_revision_change", args=[article.draft_revision_id])
        return format_html('<a href="{}">{}</a>', address, article.draft_revision)

    def _places(self, request, article):
        draft = article.draft_revision if article else None
        return Places.for_content(Content.of(draft) if draft else Content(), request.POST)

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs["form"] = telling_form(self._places(request, obj))
        fields = kwargs.get("fields") or flatten_fieldsets(self.get_fieldsets(request, obj))
        kwargs["fields"] = [
            name for name in fields if name not in self.get_readonly_fields(request)
        ]
        form = super().get_form(request, obj, change=change, **kwargs)
        if article := obj:
            moments = ("published_at", "embargo_until", "expires_at")
            for field, value in zip(
                ("publish_at", *moments[1:]),
                (getattr(article, name) for name in moments),
                strict=True,
            ):
                form.base_fields[field].initial = value
        return form

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "section":
            kwargs["queryset"] = in_editors_language(
                db_field.remote_field.model.objects.order_by("position", "slug")
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    # What a button does

    def save_form(self, request, form, change):
        return form.instance if change else form.begin(request.user)

    def save_model(self, request, obj, form, change):
        if change:
            read = {"base": form.base_revision(), "over": form.over()}
            revisions.save(obj, form.content(), by=request.user, **read)
            request.said = article_verbs.apply(request, obj, form)
        else:
            request.said = _("The draft is begun. Readers do not see it.")
        lost = copy.not_kept(form.typed_body, form.cleaned_data["body"])
        request.warned = ", ".join(f"<{name}>" for name in lost)

    def save_related(self, request, form, formsets, change):
        """All that belongs to a telling is in its revision."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._answer(request, obj)

    def response_change(self, request, obj):
        return self._answer(request, obj)

    def _answer(self, request, article):
        self.message_user(request, request.said, messages.SUCCESS)
        if request.warned:
            self.message_user(
                request,
                _("Not kept in the text: %(elements)s.") % {"elements": request.warned},
                messages.WARNING,
            )
        if "_save" in request.POST:
            return self.response_post_save_change(request, article)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def words_for(self, refusal):
        words = article_verbs.refusal_words(refusal)
        if isinstance(refusal, ValueError):
            logger.exception("an article could not be saved", exc_info=refusal)
        return words or super().words_for(refusal)

    # The screen

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Everything on the screen, typed or shown, is on the clock of the article's edition."""
        article = self.get_object(request, unquote(object_id)) if object_id else None
        zone = article.language.zone if article else timezone.get_current_timezone()
        with timezone.override(zone):
            response = super().changeform_view(request, object_id, form_url, extra_context)
            return response.render() if hasattr(response, "render") else response

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            refusal = getattr(request, "refusal", None)
            context |= {
                "conflict": article_verbs.revision_to_read(refusal),
                "standing": STANDINGS[obj.standing],
                "zone": obj.language.time_zone,
                "blocks": copy.blocks_of(obj.draft_revision.body) if obj.draft_revision else [],
                "revisions": obj.revisions.select_related("made_by").defer("body", "lead")[:LISTED],
                "publications": obj.publications.select_related("made_by")[:LISTED],
            }
        context |= article_verbs.buttons(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_view_on_site_url(self, obj=None):
        if obj is None or not obj.is_visible(timezone.now()):
            return None
        return obj.get_absolute_url()

    def get_urls(self):
        withdraw = self.admin_site.admin_view(withdrawal.view_for(self))
        name = "articles_article_withdraw"
        return [path("<path:object_id>/withdraw/", withdraw, name=name), *super().get_urls()]


def _pairs(names):
    """Two places a line."""
    return [tuple(names[start : start + 2]) for start in range(0, len(names), 2)]
