"""
The first words of addresses that already mean something, and which addresses begin with one.

No edition's prefix, kind, slug or imported address may begin with one of them: it would hide
a page. The kinds of articles stand here too; `articles` checks that it adds none of its own.
"""

from collections.abc import Iterable

from django.conf import settings

KIND_WORDS = (
    "news",
    "articles",
    "columns",
    "interview",
    "podcasts",
    "events",
    "projects",
)

PAGE_WORDS = (
    "sections",
    "tags",
    "authors",
    "archive",
    "search",
    "most-read",
    "corrections",
    "pages",
    "report",
    "lite",
    "preview",
    "recent",
    "consent",
    "offline",
)

SITE_WORDS = (
    "admin",
    "media",
    "static",
    "api",
    "health",
    "feed.rss",
    "feed.atom",
    "feed.json",
    "robots.txt",
    "sitemap.xml",
    "sitemap-news.xml",
    "manifest.webmanifest",
    "service-worker.js",
    "favicon.ico",
    "ads.txt",
    "trust.txt",
    ".well-known",
)

RESERVED_WORDS = KIND_WORDS + PAGE_WORDS + SITE_WORDS


def word_in_use(path: str, prefixes: Iterable[str]) -> str | None:
    """
    The first word of a path, behind one of the editions' prefixes or not, if pages begin with it.

    An empty word is the front page's; None: the path is free. Upper case hides nothing, but is
    read as lower case by people and by some servers.
    """
    places = (settings.ADMIN_PATH, settings.MEDIA_URL, settings.STATIC_URL)
    in_use = {"", *RESERVED_WORDS, *(place.strip("/").partition("/")[0] for place in places)}
    first, _slash, rest = path.lower().lstrip("/").partition("/")
    if first and first in prefixes:
        first = rest.partition("/")[0]
    return first if first in in_use else None
