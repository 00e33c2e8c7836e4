"""Addresses of an edition's pages, behind its prefix."""

from django.urls import include, path, re_path

from articles.feeds import corrections as corrections_feed
from articles.feeds import lists as feeds
from articles.views import (
    archive,
    article,
    consent,
    corrections,
    front,
    lists,
    lite,
    mistakes,
    moved,
    offline,
    pages,
    reads,
    recent,
    topics,
)

app_name = "articles"

# The light form of a page has its name behind `lite_`.
lite_patterns = [
    path("", lite.front, name="lite_front"),
    path("sections/<slug:slug>/", lite.section, name="lite_section"),
    path("tags/<slug:slug>/", lite.tag, name="lite_tag"),
    path("authors/<slug:slug>/", lite.author, name="lite_author"),
    path("archive/", lite.all_news, name="lite_all_news"),
    path("<kind:kind>/", lite.kind, name="lite_kind"),
    path(
        "<kind:kind>/<str:year>/<str:month>/<str:day>/<int:number>/",
        lite.article_page,
        name="lite_article",
    ),
]


def listed(route, name, view, feed):
    """A list that has pages: its newest page, its full ones, its feed."""
    return [
        path(route, view, name=name),
        path(f"{route}page/<int:page>/", view, name=f"{name}_page"),
        path(f"{route}feed.rss", feed, name=f"{name}_feed"),
    ]


urlpatterns = [
    path("", front.front, name="front"),
    path("feed.rss", feeds.edition, {"name": "front"}, name="front_feed"),
    *listed("sections/<slug:slug>/", "section", lists.section, feeds.section),
    path("tags/", topics.topics, name="topics"),
    *listed("tags/<slug:slug>/", "tag", lists.tag, feeds.tag),
    *listed("authors/<slug:slug>/", "author", lists.author, feeds.author),
    path("archive/", archive.all_news, name="all_news"),
    path("archive/feed.rss", feeds.edition, {"name": "all_news"}, name="all_news_feed"),
    path("archive/<int:year>/", archive.year, name="year"),
    path("archive/<int:year>/<int:month>/", archive.month, name="month"),
    path("archive/<int:year>/<int:month>/<int:day>/", archive.day, name="day"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/feed.rss", corrections_feed.corrections, name="corrections_feed"),
    path("corrections/<int:year>/", corrections.of_year, name="corrections_of_year"),
    path("most-read/", reads.most_read_page, name="most_read"),
    path("most-read/feed.rss", feeds.most_read, name="most_read_feed"),
    path("pages/<slug:slug>/", pages.page, name="page"),
    path("report/<int:number>/", mistakes.report, name="report"),
    path("lite/", include(lite_patterns)),
    path("consent/", consent.consent, name="consent"),
    path("offline/", offline.offline, name="offline"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("recent/", recent.recent, name="recent"),
    path("recent/newest.json", recent.newest, name="newest"),
    *listed("<kind:kind>/", "kind", lists.kind, feeds.kind),
    path(
        "<kind:kind>/<str:year>/<str:month>/<str:day>/<int:number>/",
        article.article_page,
        name="article",
    ),
    # Any other spelling of a number: an old kind, an old date, an unpadded day, no last slash.
    re_path(
        r"^[\w-]{1,40}/\d{1,4}/\d{1,2}/\d{1,2}/(?P<number>\d{1,19})/?$",
        article.other_spelling,
    ),
    re_path(r"^(?P<path>.+)$", moved.moved),
]
