"""
RSS of the corrections: which story, when, and what was put right.

The stories' texts are not in it: they are in the feeds of the lists that they stand in.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.feeds.lists import FEED_LENGTH, ListFeed
from articles.views.corrections import of_edition
from articles.views.listing import Place
from newsportal.edge import headers
from newsportal.languages.templatetags.sitewide import absolute


class CorrectionsFeed(ListFeed):
    """An item is a line of the publication log."""

    def items(self):
        lines = list(self._articles.for_corrections()[:FEED_LENGTH])
        for line in lines:
            line.article.language = self._place.language
        return lines

    def item_link(self, item):
        return absolute(item.article.get_absolute_url())

    def item_guid(self, item):
        """A name that never changes (RFC 4151): a line of the log does not."""
        host = urlsplit(settings.SITE_URL).hostname
        return f"tag:{host},{item.from_moment:%Y-%m-%d}:correction:{item.pk}"

    def item_description(self, item):
        return item.note

    def item_pubdate(self, item):
        return self._place.language.local(item.from_moment)

    item_updateddate = item_pubdate

    def item_categories(self, item):
        return []

    def item_enclosures(self, item):
        return []

    def item_extra_kwargs(self, item):
        content = format_html("<p>{}</p>", item.note) if item.note else ""
        return {"creators": [], "content": content, "picture": None}


@require_safe
def corrections(request):
    """The newest corrections of an edition."""
    place = Place(request.language, "corrections", {})
    feed = CorrectionsFeed(place, of_edition(request.language), _("Corrections"))
    return headers.public(request, feed(request))
