"""The form of one picture: its file, its words, its rights, what must stay in view."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles import picture_store
from articles.admin.moments import MomentField
from articles.admin.picture_crops import CropField, check
from articles.admin.seen import SeenFields
from articles.models import Picture
from articles.pictures.geometry import SHAPES
from articles.pictures.intake import MOST_BYTES

REASONS = {
    "too-heavy": _("The file is larger than 50 MB."),
    "too-large": _("The picture has more than 40 megapixels or is higher than 16,383 px."),
    "unknown": _("The file is not a JPEG, PNG, WebP or AVIF picture."),
    "damaged": _("The picture is damaged and cannot be read to its end."),
    "disguised": _(
        "The file is a picture and at the same time a web page, a program or an archive. "
        "Save the picture anew and send that file."
    ),
    "animated": _(
        "The picture moves; only a still one can be used. Save the frame that is to be shown."
    ),
    "overfull": _("The words or the colour profile inside the file unpack to an enormous size."),
    "costly": _(
        "Reading the picture takes more time or memory than one file is given. "
        "Save it anew, or smaller."
    ),
    "out-of-order": _(
        "Pictures cannot be read at the moment; nothing is wrong with the file. Try again later, "
        "and tell whoever runs the site."
    ),
}

WORDS = ("headline", "caption", "alt", "place", "taken_at")
RIGHTS = (
    *("creator", "credit", "copyright", "usage_terms"),
    *("licence_ends_at", "is_syndicable"),
)
POINT = ("focal_x", "focal_y")
CROPS = tuple(f"crop_{shape}" for shape in SHAPES)


def reason_of(refusal):
    """Why a file cannot become a picture, in the words of the newsroom."""
    return REASONS.get(refusal.reason, str(refusal))


class CapitalLabels:
    """Labels of fields that are typed here look like those of the model's own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.label = capfirst(field.label)


class NewPictureForm(CapitalLabels, forms.ModelForm):
    """A file, and the words that shall stand instead of those that it brings along."""

    file = forms.FileField(
        label=_("file"),
        help_text=_("JPEG, PNG, WebP or AVIF, up to 50 MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}),
    )
    taken_at = MomentField(label=_("taken"), required=False)
    licence_ends_at = MomentField(label=_("licence ends"), required=False)

    class Meta:
        model = Picture
        fields = (*WORDS, *RIGHTS)

    def clean_file(self):
        if self.cleaned_data["file"].size > MOST_BYTES:
            raise ValidationError(REASONS["too-heavy"])
        return self.cleaned_data["file"]

    def stored(self, by):
        """The picture of the file, new or known. Raises UnusablePicture."""
        typed = {name: self.cleaned_data[name] for name in (*WORDS, *RIGHTS)}
        content = self.cleaned_data["file"].read()
        self.was_known = is_known(content)
        return picture_store.store(content, added_by=by, **typed)


class CropFields(forms.Form):
    """A crop by hand for each of the shapes."""

    crop_wide = CropField("wide")
    crop_classic = CropField("classic")
    crop_square = CropField("square")
    crop_portrait = CropField("portrait")
    crop_share = CropField("share")


class PictureForm(CapitalLabels, SeenFields, CropFields, forms.ModelForm):
    """What is known of a picture that is here."""

    taken_at = MomentField(label=_("taken"), required=False)
    licence_ends_at = MomentField(
        label=_("licence ends"),
        required=False,
        help_text=Picture._meta.get_field("licence_ends_at").help_text,
    )
    guarded = (*WORDS, *RIGHTS, *POINT, *CROPS)
    # Columns that are no fields of their own.
    also_changed = ("crops", "is_focal_point_set")

    class Meta:
        model = Picture
        fields = (*WORDS, *RIGHTS, *POINT)
        widgets = {
            name: AdminTextareaWidget({"rows": 2}) for name in ("caption", "alt", "usage_terms")
        } | {
            name: forms.NumberInput({"min": 0, "max": 1, "step": "any", "data-point": name[-1]})
            for name in POINT
        }

    def __init__(self, *args, instance=None, initial=None, **kwargs):
        crops = {
            f"crop_{shape}": crop
            for shape, crop in (instance.crops if instance else {}).items()
            if shape in SHAPES
        }
        super().__init__(*args, instance=instance, initial=crops | (initial or {}), **kwargs)

    def stored(self, row, name):
        if name in CROPS:
            return row.crops.get(name.removeprefix("crop_"))
        return super().stored(row, name)

    def clean(self):
        cleaned = super().clean()
        for shape in SHAPES:
            if crop := cleaned.get(f"crop_{shape}"):
                try:
                    check(crop, shape, self.instance.width, self.instance.height)
                except ValidationError as error:
                    self.add_error(f"crop_{shape}", error)
        return cleaned

    def save(self, commit=True):
        """Only what was changed is written; who saves has looked at the shapes."""
        picture = self.instance
        crops = {shape: self.cleaned_data.get(f"crop_{shape}") for shape in SHAPES}
        picture.crops = {shape: crop for shape, crop in crops.items() if crop}
        picture.is_focal_point_set = True
        return super().save(commit)


def is_known(content):
    """Whether the very same bytes are here already."""
    return Picture.objects.filter(sha256=picture_store.fingerprint(content)).exists()
