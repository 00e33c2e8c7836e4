"""
How a feed is written: RSS 2.0 with the modules for full text, authors and pictures.

Knows no article. Characters that XML 1.0 forbids are left out, wherever they stand.
"""

import re
from datetime import UTC, datetime

from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date

# XML 1.0, section 2.2: everything but these may stand in a document.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EMPTY_SINCE = datetime(2000, 1, 1, tzinfo=UTC)
MODULES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def legal(value):
    """The text without what XML forbids; lists piece by piece, anything else as it is."""
    if isinstance(value, str):
        return _ILLEGAL.sub("", value)
    if isinstance(value, (list, tuple)):
        return [legal(one) for one in value]
    return value


class NewspaperFeed(Rss201rev2Feed):
    """RSS 2.0 as aggregators expect it from a paper."""

    def __init__(self, **channel):
        super().__init__(**{name: legal(value) for name, value in channel.items()})

    def add_item(self, **item):
        super().add_item(**{name: legal(value) for name, value in item.items()})

    def rss_attributes(self):
        return {**super().rss_attributes(), **MODULES}

    def latest_post_date(self):
        """The newest change; of an empty feed a moment that stays, so that its tag stays too."""
        moments = [item["updateddate"] for item in self.items]
        return max(moments) if moments else EMPTY_SINCE

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for creator in item["creators"]:
            handler.addQuickElement("dc:creator", creator)
        handler.addQuickElement("dcterms:modified", rfc3339_date(item["updateddate"]))
        if item["content"]:
            handler.addQuickElement("content:encoded", item["content"])
        if item["picture"]:
            self._add_picture(handler, item["picture"])

    def _add_picture(self, handler, picture):
        handler.startElement("media:content", picture.attributes)
        if picture.credit:
            handler.addQuickElement(
                "media:credit", legal(picture.credit), {"role": "photographer", "scheme": "urn:ebu"}
            )
        if picture.caption:
            handler.addQuickElement("media:description", legal(picture.caption))
        if picture.alt:
            handler.addQuickElement("media:text", legal(picture.alt), {"type": "plain"})
        handler.endElement("media:content")
