"""
The form of a telling: it shows and makes a draft, the live row takes no part in it.

Its class is made for each draft (`telling_form`), with as many places as the draft needs.
"""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles import numbers, revisions
from articles.admin import copy
from articles.admin.moments import MomentField
from articles.admin.picture_choice import picture_select
from articles.admin.picture_words import NAMES as WORDS
from articles.admin.picture_words import filled
from articles.admin.pins import PinsField
from articles.admin.places import names_of_picture
from articles.content import Content, PictureInUse
from articles.models import Article, Change, Picture, Revision, Story

PLAIN_FIELDS = (
    "headline",
    "lead",
    "body",
    "kind",
    "section",
    "urgency",
    "paid_label",
    "is_distressing",
    "is_unindexed",
)
BODY_HELP = _(
    "Simple HTML: &lt;p&gt;, &lt;h2&gt;, &lt;ul&gt;, &lt;blockquote&gt;, &lt;a&gt;. A paragraph "
    "that begins with a bold label word of the language (“Source:”, “Details:”, “Background:”) "
    "becomes that block. Keep data-id where it stands: it is the block’s name."
)
CHANGES = (Change.UPDATE, Change.CORRECTION, Change.SLIP)


class TellingForm(forms.ModelForm):
    """One telling as an editor sees it: the newest draft."""

    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    instead_of = forms.IntegerField(required=False, widget=forms.HiddenInput)
    number = forms.IntegerField(
        label=_("number"),
        required=False,
        min_value=1,
        max_value=numbers.HIGHEST_ASKED,
        help_text=_("Only to ask for a certain new number; otherwise the next one is given."),
    )
    urgency = forms.IntegerField(
        label=_("urgency"),
        min_value=1,
        max_value=9,
        initial=4,
        help_text=_("1 and 2 are set bold in rails (IPTC: 1 to 9)."),
    )
    pins = PinsField(
        label=_("pinned stories"),
        required=False,
        help_text=_("Numbers, separated by commas; they come first among the related headlines."),
    )
    lead_picture = picture_select(label=_("lead picture"))
    lead_caption = forms.CharField(
        label=_("caption"), required=False, widget=AdminTextareaWidget({"rows": 2})
    )
    lead_credit = forms.CharField(
        label=_("credit"), required=False, max_length=300, widget=AdminTextInputWidget
    )
    lead_alt = forms.CharField(
        label=_("alternative text"), required=False, widget=AdminTextareaWidget({"rows": 2})
    )
    change = forms.ChoiceField(
        label=_("this change is"),
        required=False,
        choices=[(one.value, one.label) for one in CHANGES],
        help_text=_("An update or a correction shows “updated” to readers; a slip does not."),
    )
    note = forms.CharField(
        label=_("what the correction puts right"),
        required=False,
        widget=AdminTextareaWidget({"rows": 2}),
        help_text=_("Readers find it on the page of corrections."),
    )
    publish_at = MomentField(label=_("publish at"), required=False)
    embargo_until = MomentField(
        label=_("embargo until"), required=False, help_text=_("No reader sees it before.")
    )
    expires_at = MomentField(
        label=_("expires"), required=False, help_text=_("No reader sees it after.")
    )

    class Meta:
        model = Article
        fields = (*PLAIN_FIELDS, "story", "language")
        widgets = {
            "headline": AdminTextareaWidget({"rows": 2, "maxlength": 500}),
            "lead": AdminTextareaWidget({"rows": 3}),
            "body": AdminTextareaWidget({"rows": 30, "spellcheck": "true"}),
        }
        help_texts = {"body": BODY_HELP}

    # Made by `telling_form`.
    places = None

    def __init__(self, *args, instance=None, initial=None, **kwargs):
        self.draft = instance.draft_revision if instance is not None else None
        content = Content.of(self.draft) if self.draft else Content()
        first = initial_of(content, self.places)
        first["base"] = self.draft.pk if self.draft else None
        super().__init__(*args, instance=instance, initial=first | (initial or {}), **kwargs)
        for field in self.fields.values():
            # Fields of the model come so from the admin.
            field.label = capfirst(field.label or "")
        for name in {"section", "language", "story"} & self.fields.keys():
            _without_links(self.fields[name].widget)
        if "story" in self.fields:
            self.fields["story"].required = False
            self.fields["story"].help_text = _("Empty: a new story.")
        if "lead_picture" in self.fields:
            asked = reverse("admin:articles_picture_words", args=[0])
            self.fields["lead_picture"].widget.attrs["data-words"] = asked
        if "body" in self.fields and self.language_code:
            self.fields["body"].widget.attrs["lang"] = self.language_code

    def _post_clean(self):
        """Nothing here is written to the live row, so there is nothing to check on it."""

    @property
    def language_code(self):
        """The language in which the copy is written."""
        if self.instance.language_id:
            return self.instance.language.code
        language = getattr(self, "cleaned_data", {}).get("language")
        return language.code if language else ""

    def clean(self):
        cleaned = super().clean()
        if "language" in self.fields:
            self._check_story(cleaned)
        for name in ("author", "tag"):
            self._check_chosen_once(name)
        self._check_schedule(cleaned)
        self.typed_body = cleaned.get("body", "")
        cleaned["body"] = copy.canonical(self.typed_body, self.language_code)
        cleaned["pictures"] = self._pictures(cleaned)
        return cleaned

    def _check_story(self, cleaned):
        story, number = cleaned.get("story"), cleaned.get("number")
        if story and number:
            self.add_error("number", _("Choose a story or ask for a new number, not both."))
        elif number and Story.objects.filter(pk=number).exists():
            self.add_error("number", _("This number is taken. Choose the story instead."))
        if story and Article.objects.filter(story=story, language=cleaned.get("language")).exists():
            self.add_error("language", _("This story is already told in this language."))

    def _check_schedule(self, cleaned):
        """Without a moment the button would publish at once."""
        is_asked = "_schedule" in self.data and "publish_at" in self.data
        if is_asked and cleaned.get("publish_at", "") is None:
            self.add_error("publish_at", self.fields["publish_at"].error_messages["required"])

    def _check_chosen_once(self, word):
        seen = set()
        for name in getattr(self.places, f"{word}_names"):
            chosen = self.cleaned_data.get(name)
            if chosen in seen:
                self.add_error(name, _("Chosen twice."))
            seen |= {chosen} - {None}

    def _pictures(self, cleaned):
        """The lead picture and one use for each picture block that the text still has."""
        lead = self._lead(cleaned)
        uses = [lead] if lead else []
        known = {use.block_id: use.picture for use in self.places.pictures}
        for block in copy.blocks_of(cleaned["body"]):
            if block.type != "picture":
                continue
            key = block.attributes.get("picture", "")
            picture = Picture.objects.filter(key=key).first()
            if picture is None and block.id not in known:
                self.add_error(
                    "body",
                    ValidationError(_("There is no picture “%(key)s”."), params={"key": key}),
                )
                continue
            names = dict(zip(WORDS, names_of_picture(block.id), strict=True))
            words = {word: cleaned.get(name, "") for word, name in names.items()}
            if picture and known.get(block.id) != picture.pk:
                words = filled(words, picture)
            number = picture.pk if picture else known[block.id]
            uses.append(PictureInUse(picture=number, block_id=block.id, **words))
        return tuple(uses)

    def _lead(self, cleaned):
        """The lead picture's use; a newly chosen one brings its words, unless others were typed."""
        picture = cleaned.get("lead_picture")
        if not picture:
            return None
        words = {name: cleaned.get(f"lead_{name}", "") for name in WORDS}
        if self.initial.get("lead_picture") != picture.pk:
            words = filled(words, picture)
        return PictureInUse(picture=picture.pk, **words)

    def content(self):
        """What was typed, as a telling."""
        cleaned = self.cleaned_data
        plain = {name: cleaned[name] for name in PLAIN_FIELDS if name != "section"}
        return Content(
            **plain,
            section_id=cleaned["section"].pk if cleaned["section"] else None,
            author_ids=self._keys(self.places.author_names),
            tag_ids=self._keys(self.places.tag_names),
            pin_numbers=cleaned["pins"],
            pictures=cleaned["pictures"],
        )

    def _keys(self, names):
        chosen = (self.cleaned_data.get(name) for name in names)
        return tuple(thing.pk for thing in chosen if thing)

    def base_revision(self):
        """The newest draft that the editor had before them, or has agreed to write over."""
        agreed = None if self.over() else self.cleaned_data.get("instead_of")
        key = agreed or self.cleaned_data.get("base")
        if key is None:
            return None
        # An unknown key is answered like an old one: the newest draft is shown.
        return Revision.objects.filter(article=self.instance, pk=key).first()

    def over(self):
        """The live revision, where the draft is of another line and the editor has read both."""
        live = self.instance.live_revision
        is_apart = live is not None and live != self.draft
        return live if is_apart and live.pk == self.cleaned_data.get("instead_of") else None

    def begin(self, by):
        """The new telling. Raises NumberTaken, IntegrityError."""
        story = self.cleaned_data["story"] or numbers.allot(self.cleaned_data["number"])
        return revisions.begin(story, self.cleaned_data["language"], self.content(), by=by)


def initial_of(content, places):
    """The values of the form's fields that show a telling."""
    values = {name: getattr(content, name) for name in PLAIN_FIELDS if name != "section"}
    values |= {"body": copy.laid_out(content.body)}
    values |= {"section": content.section_id, "pins": content.pin_numbers}
    values |= dict(zip(places.author_names, content.author_ids, strict=False))
    values |= dict(zip(places.tag_names, content.tag_ids, strict=False))
    for use in content.pictures:
        if use.block_id:
            caption, credit, alt = names_of_picture(use.block_id)
        else:
            caption, credit, alt = "lead_caption", "lead_credit", "lead_alt"
            values["lead_picture"] = use.picture
        values |= {caption: use.caption, credit: use.credit, alt: use.alt}
    return values


def _without_links(widget):
    """Sections and editions are made on their own screens, a few times in a paper's life."""
    widget.can_add_related = widget.can_change_related = False
    widget.can_delete_related = widget.can_view_related = False


def telling_form(places):
    """The form's class for a draft that needs these places."""
    return type("TellingForm", (TellingForm,), {"places": places, **places.fields()})
