"""Addresses of the whole site: the newsroom, the files, then the editions."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path, register_converter

from articles import sitemaps
from articles.views.ads import frame
from articles.views.errors import not_found
from articles.views.kinds import KindConverter
from articles.views.media import rendition
from articles.views.offline import service_worker
from articles.views.reads import count
from newsportal.errors import bad_request, refused, server_error
from newsportal.languages.routing import edition_patterns

register_converter(KindConverter, "kind")

urlpatterns = [
    path(settings.ADMIN_PATH, admin.site.urls),
    path(
        f"{settings.MEDIA_URL.strip('/')}/pictures/<slug:key>/<slug:cut>/<int:width>.<str:extension>",
        rendition,
        name="rendition",
    ),
    path("api/reads/", count, name="count"),
    path("api/frames/<int:slot>/", frame, name="ad_frame"),
    path("service-worker.js", service_worker, name="service_worker"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="pages_sitemap"),
    path("sitemap-news.xml", sitemaps.news, name="news_sitemap"),
    re_path(
        r"^sitemap-(?P<year>\d{4})-(?P<month>\d{2})\.xml$",
        sitemaps.month,
        name="month_sitemap",
    ),
    *edition_patterns(path("", include("articles.urls"))),
]

handler400 = bad_request
handler403 = refused
handler404 = not_found
handler500 = server_error
