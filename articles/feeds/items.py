"""
What a feed tells of an article: its whole text with absolute addresses, authors, topics, picture.

Pictures go out only where they may be passed on (`Picture.is_syndicable`), none that may distress.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch
from django.db.models.functions import JSONObject
from django.template.loader import render_to_string
from django.utils.feedgenerator import Enclosure

from articles.body.holes import fill, holes
from articles.models import (
    Article,
    AuthorName,
    Byline,
    PictureUse,
    PrintSet,
    SectionName,
    Tagging,
)
from newsportal.languages.names import best_name
from newsportal.languages.templatetags.sitewide import absolute
from tags.models import TagName

# The renderer writes its attributes with double quotes; "//host" is another site's address.
_OWN_ADDRESS = re.compile(r'\b(href|src|cite)="(/(?!/)[^"]*)"')
JPEG = "image/jpeg"


@dataclass(frozen=True)
class FeedPicture:
    """The lead picture's largest rendition, and what is said of it."""

    address: str
    width: int
    height: int
    bytes: int
    credit: str
    caption: str
    alt: str

    @property
    def enclosure(self):
        return Enclosure(self.address, str(self.bytes), JPEG)

    @property
    def attributes(self):
        """Of `media:content`."""
        return {
            "url": self.address,
            "medium": "image",
            "type": JPEG,
            "width": str(self.width),
            "height": str(self.height),
        }


@dataclass(frozen=True)
class Item:
    """An article as a feed tells of it."""

    article: Article
    identity: str
    creators: list
    categories: list
    content: str
    picture: FeedPicture | None


def load(articles, language):
    """The items of these articles of an edition, in five statements."""
    chosen = list(
        articles.for_feed()
        .annotate(section_named=best_name(SectionName, ("section", "section_id"), language))
        .prefetch_related(
            Prefetch(
                "bylines",
                Byline.objects.annotate(
                    named=best_name(AuthorName, ("author", "author_id"), language)
                ),
            ),
            Prefetch(
                "taggings",
                Tagging.objects.annotate(named=best_name(TagName, ("tag", "tag_id"), language)),
            ),
            Prefetch("picture_uses", PictureUse.objects.for_pages().annotate(made=_made())),
        )
    )
    pointed_at = {
        int(hole.ref)
        for article in chosen
        for hole in holes(article.rendered)
        if hole.kind == "read-also"
    }
    cards = Article.objects.visible().in_language(language).filter(story__in=pointed_at)
    read_also = {card.story_id: card for card in cards.for_cards()}
    for article in (*chosen, *read_also.values()):
        article.language = language
    return [_item(article, read_also) for article in chosen]


def identity_of(article):
    """
    A name that never changes, nor is anybody else's (RFC 4151).

    The day is the one of the address, which stays when the article moves in time.
    """
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{article.address_date}:{article.story_id}:{article.language.code}"


def _item(article, read_also):
    uses = {
        use.block_id: use
        for use in article.picture_uses.all()
        if use.picture.is_syndicable and not use.is_over and not article.is_distressing
    }
    lead = uses.pop(PictureUse.LEAD, None)
    section = [article.section_named] if article.section_named else []
    topics = [*section, *(tagging.named for tagging in article.taggings.all())]
    return Item(
        article=article,
        identity=identity_of(article),
        creators=[byline.named["name"] for byline in article.bylines.all()],
        categories=[named["name"] for named in topics],
        content=_content(article, lead, uses, read_also),
        picture=lead and _picture(lead),
    )


def _content(article, lead, uses, read_also):
    """The whole text for a reader's program: no advertising, nothing that waits for a script."""

    def draw(hole):
        if hole.kind == "picture" and hole.block_id in uses:
            return _drawn("_feed_picture", use=uses[hole.block_id])
        if hole.kind == "read-also" and int(hole.ref) in read_also:
            card = read_also[int(hole.ref)]
            return _drawn("_read_also", card=card, language=article.language)
        return ""

    text = _drawn("_feed_text", article=article, lead_use=lead, body=fill(article.rendered, draw))
    return _OWN_ADDRESS.sub(lambda match: f'{match[1]}="{absolute(match[2])}"', text).strip()


def _drawn(name, **context):
    return render_to_string(f"articles/{name}.html", context)


def _made():
    """The cuts of a use's picture that lie in the store, with the bytes of their files."""
    kept = PrintSet.objects.filter(picture=OuterRef("picture"))
    return ArraySubquery(kept.values(made=JSONObject(cut="cut", bytes="bytes")))


def _picture(use):
    cut = use.picture.whole
    made = {one["cut"]: one["bytes"] for one in use.made}
    return FeedPicture(
        address=absolute(cut.largest),
        width=cut.width,
        height=cut.height,
        # 0 says that it is not known yet: somebody was faster than the worker.
        bytes=made.get(cut.name, {}).get(f"{cut.width}.jpg", 0),
        credit=use.credit,
        caption=use.caption,
        alt=use.alt,
    )
