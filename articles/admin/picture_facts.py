"""What the screen of a picture says of its file; none of it can be changed."""

from django.contrib import admin
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

FACTS = ("size", "key", "block", "added")


class PictureFacts:
    """Columns and lines of a ModelAdmin of pictures."""

    @admin.display(description=_("known as"))
    def known_as(self, picture):
        return str(picture)

    @admin.display(description=_("size, px"))
    def size(self, picture):
        return f"{picture.width} × {picture.height}"

    @admin.display(description=_("inside a text"))
    def block(self, picture):
        """What an editor copies into the text to set the picture there."""
        return format_html(
            '<code>&lt;div data-block="picture" data-picture="{}"&gt;&lt;/div&gt;</code>',
            picture.key,
        )

    @admin.display(description=_("added"))
    def added(self, picture):
        moment = date_format(localtime(picture.created_at), "j E Y, H:i")
        return " · ".join(filter(None, (moment, str(picture.added_by or ""))))
