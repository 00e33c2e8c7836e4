"""
How many places a telling's form offers for ordered things, and the fields of these places.

An import may bring more tags than editors are usually asked for; none may be lost on saving, so
there is always a free place after the last.
"""

import re
from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.content import PictureInUse
from articles.models import Author, Byline, Tagging
from newsportal.languages.admin import in_editors_language
from newsportal.refusals import KnownKeysSelect
from tags.models import Tag

FEWEST_AUTHORS = 4
FEWEST_TAGS = 8
# More than any form ever shows; keeps a forged post from asking for a thousand selects.
MOST_PLACES = 60


@dataclass(frozen=True)
class Places:
    """The places of one form: numbers of authors and tags, pictures inside the text by block."""

    authors: int
    tags: int
    pictures: tuple[PictureInUse, ...]

    @classmethod
    def for_content(cls, content, posted=()):
        """Enough for the draft and for what was typed when a save was refused."""
        return cls(
            authors=_enough(FEWEST_AUTHORS, len(content.author_ids) + 1, "author", posted),
            tags=_enough(FEWEST_TAGS, len(content.tag_ids) + 1, "tag", posted),
            pictures=tuple(use for use in content.pictures if use.block_id),
        )

    @property
    def author_names(self):
        return [f"author_{place}" for place in range(1, self.authors + 1)]

    @property
    def tag_names(self):
        return [f"tag_{place}" for place in range(1, self.tags + 1)]

    @property
    def picture_names(self):
        return [names_of_picture(use.block_id) for use in self.pictures]

    def fields(self):
        """The form fields of all places, by name."""
        fields = {
            name: _select(in_editors_language(Author.objects.all()), Byline, "author", number)
            for number, name in enumerate(self.author_names, 1)
        }
        fields |= {
            name: _select(in_editors_language(Tag.objects.all()), Tagging, "tag", number)
            for number, name in enumerate(self.tag_names, 1)
        }
        for names in self.picture_names:
            caption, credit, alt = names
            fields[caption] = _words(_("caption"))
            fields[credit] = _words(_("credit"), max_length=300)
            fields[alt] = _words(_("alternative text"))
        return fields


def names_of_picture(block_id):
    """The names of the fields that describe a picture inside the text."""
    return (f"caption_{block_id}", f"credit_{block_id}", f"alt_{block_id}")


def _select(queryset, joining_model, field, number):
    return forms.ModelChoiceField(
        queryset=queryset,
        widget=KnownKeysSelect(joining_model._meta.get_field(field), admin.site),
        required=False,
        label=str(number),
    )


def _words(label, **options):
    return forms.CharField(
        label=label,
        required=False,
        widget=admin.widgets.AdminTextInputWidget if options else _short_text(),
        **options,
    )


def _short_text():
    return admin.widgets.AdminTextareaWidget({"rows": 2})


def _enough(fewest, wanted, word, posted):
    typed = max(
        (
            int(name[1])
            for name in (re.fullmatch(rf"{word}_(\d{{1,2}})", key) for key in posted)
            if name
        ),
        default=0,
    )
    return min(max(fewest, wanted, typed), max(MOST_PLACES, wanted))
