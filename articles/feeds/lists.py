"""
RSS of every list: the newest texts in full, without advertising, support call or rails.

Where a feed comes from says the list; what of an article goes into it, `items`.
"""

from django.contrib.syndication.views import Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.feeds import items
from articles.feeds.format import NewspaperFeed
from articles.models import Article, Author, Section, Span
from articles.paging import Listing
from articles.views.listing import Place, newest_of_edition
from articles.views.moved import moved_thing
from articles.views.topics import readable
from newsportal.edge import headers
from newsportal.languages.templatetags.sitewide import absolute
from tags.models import Tag

FEED_LENGTH = 20
MINUTES_TO_LIVE = 15


class ListFeed(Feed):
    """The feed of one list, made for one request."""

    feed_type = NewspaperFeed
    ttl = MINUTES_TO_LIVE
    item_guid_is_permalink = False

    def __init__(self, place, articles, title=""):
        site_name = place.language.site_name
        self._place, self._articles = place, articles
        self.language = place.language.code
        self.title = f"{title} — {site_name}" if title else site_name
        self.description = place.language.tagline or self.title
        # Whole addresses, so that none is made of what a request claims to be its host.
        self.link = absolute(place.address())
        self.feed_url = absolute(place.feed())

    def items(self):
        return items.load(self._articles[:FEED_LENGTH], self._place.language)

    def item_title(self, item):
        return item.article.headline

    def item_link(self, item):
        return absolute(item.article.get_absolute_url())

    def item_guid(self, item):
        return item.identity

    def item_description(self, item):
        return item.article.lead

    def item_pubdate(self, item):
        return self._place.language.local(item.article.published_at)

    def item_updateddate(self, item):
        return self._place.language.local(item.article.updated_at or item.article.published_at)

    def item_categories(self, item):
        return item.categories

    def item_enclosures(self, item):
        return [item.picture.enclosure] if item.picture else []

    def item_extra_kwargs(self, item):
        return {"creators": item.creators, "content": item.content, "picture": item.picture}


@require_safe
def edition(request, name):
    """Everything of an edition; `name` is the page that it stands beside."""
    articles = newest_of_edition(request.language)
    return _answer(request, Place(request.language, name, {}), articles)


@require_safe
def most_read(request):
    """Today's most read, in their order; nothing where nobody counts."""
    articles = Article.objects.visible().most_read(request.language, Span.DAY).order_by("rank")
    return _answer(request, Place(request.language, "most_read", {}), articles, _("Most read"))


@require_safe
def kind(request, kind):
    """The texts of a kind."""
    place = Place(request.language, "kind", {"kind": kind})
    return _answer(request, place, Listing(request.language, "kind", kind).articles(), kind.label)


@require_safe
def section(request, slug):
    """The texts of a section."""
    sections = Section.objects.in_edition(request.language)
    return _of_thing(request, "section", Section, sections, slug)


@require_safe
def tag(request, slug):
    """The texts under a tag."""
    return _of_thing(request, "tag", Tag, readable(Tag.objects.all(), request.language), slug)


@require_safe
def author(request, slug):
    """The texts that an author signed."""
    return _of_thing(request, "author", Author, Author.objects.all(), slug)


def _of_thing(request, name, model, things, slug):
    language = request.language
    thing = things.named(language).filter(slug=slug).first()
    if thing is None:
        return moved_thing(model, language, slug, f"{name}_feed")
    articles = Listing(language, name, thing.pk).articles()
    return _answer(request, Place(language, name, {"slug": slug}), articles, thing.name)


def _answer(request, place, articles, title=""):
    return headers.public(request, ListFeed(place, articles, title)(request))
