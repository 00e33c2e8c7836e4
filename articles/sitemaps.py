"""
What search engines ask of the whole site: robots.txt, the sitemaps by month, the news of two days.

Only what readers see of launched editions, and nothing that is kept out of search engines. An
address lists its siblings in every language, itself among them.
"""

from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import islice

from django.db.models import OuterRef
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles.feeds.format import legal
from articles.list_querysets import in_use
from articles.models import Article, Author, Kind, Page, Section
from articles.views.switch import same_page
from newsportal.edge import headers
from newsportal.languages import calendar, editions
from newsportal.languages.templatetags.sitewide import absolute
from tags.models import Tag

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
# Limits of the news protocol.
NEWS_AGE = timedelta(days=2)
MOST_NEWS = 1000
# Of the sitemap protocol: a file with more addresses would be refused as a whole.
MOST_ADDRESSES = 50_000


@require_safe
def robots(request):
    """What crawlers may read: everything but forms. No address of the newsroom is told here."""
    forms = [
        reverse("articles:report", kwargs={"language": language, "number": 0}).removesuffix("0/")
        for language in editions.launched()
    ]
    lines = [
        "User-agent: *",
        *(f"Disallow: {address}" for address in forms),
        "",
        *(f"Sitemap: {absolute(reverse(name))}" for name in ("sitemap", "news_sitemap")),
        "",
    ]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    return headers.public(request, response)


@require_safe
def index(request):
    """All other sitemaps: the pages, and a file for each month of the paper's life."""
    addresses = [reverse("pages_sitemap")]
    addresses += [
        reverse("month_sitemap", kwargs={"year": f"{month:%Y}", "month": f"{month:%m}"})
        for month in _months()
    ]
    return _answer(request, "sitemapindex", (_Entry("sitemap", absolute(one)) for one in addresses))


@require_safe
def month(request, year, month):
    """The articles of a month (UTC), each with its tellings in other languages."""
    first = next((one for one in _months() if f"{one:%Y-%m}" == f"{year}-{month}"), None)
    if first is None:
        raise Http404
    span = [
        datetime(one.year, one.month, 1, tzinfo=UTC) for one in (first, calendar.next_month(first))
    ]
    of_month = list(_indexed().between(*span).newest_first().for_sitemap())
    numbers = {article.story_id for article in of_month}
    addresses, edition_of = {}, _editions()
    for article in _indexed().filter(story__in=numbers).for_sitemap():
        article.language = edition_of[article.language_id]
        tellings = addresses.setdefault(article.story_id, {})
        tellings[article.language_id] = absolute(article.get_absolute_url())
    entries = (
        _Entry(
            "url",
            addresses[article.story_id][article.language_id],
            changed_at=article.updated_at or article.published_at,
            siblings=addresses[article.story_id],
        )
        for article in of_month
        # Withdrawn between the two statements.
        if article.language_id in addresses.get(article.story_id, {})
    )
    return _answer(request, "urlset", entries, {"xmlns:xhtml": XHTML})


@require_safe
def pages(request):
    """Fronts, lists and standing pages of all editions."""
    entries = (
        _Entry("url", address, siblings=siblings)
        for siblings in map(_made_absolute, _siblings_of_pages())
        for address in siblings.values()
    )
    return _answer(request, "urlset", entries, {"xmlns:xhtml": XHTML})


@require_safe
def news(request):
    """The news of the last two days, all languages; nothing that somebody paid for."""
    since = timezone.now() - NEWS_AGE
    articles = _indexed().filter(published_at__gte=since, paid_label="").newest_first()
    entries, edition_of = [], _editions()
    for article in articles.for_cards()[:MOST_NEWS]:
        article.language = edition_of[article.language_id]
        entries.append(_Entry("url", absolute(article.get_absolute_url()), news=article))
    return _answer(request, "urlset", entries, {"xmlns:news": NEWS})


class _Entry:
    """One address of a sitemap and what is said of it; all its addresses are absolute."""

    def __init__(self, element, address, *, changed_at=None, siblings=None, news=None):
        self._element, self._address = element, address
        self._changed_at, self._siblings, self._news = changed_at, siblings or {}, news

    def write(self, xml, edition_of):
        xml.startElement(self._element, {})
        xml.addQuickElement("loc", self._address)
        if self._changed_at:
            xml.addQuickElement("lastmod", _moment(self._changed_at))
        for key, address in self._siblings.items():
            self._write_sibling(xml, edition_of[key].code, address)
            if edition_of[key].is_default:
                self._write_sibling(xml, "x-default", address)
        if self._news:
            self._write_news(xml)
        xml.endElement(self._element)

    def _write_sibling(self, xml, code, address):
        attributes = {"rel": "alternate", "hreflang": code, "href": address}
        xml.addQuickElement("xhtml:link", attrs=attributes)

    def _write_news(self, xml):
        language = self._news.language
        xml.startElement("news:news", {})
        xml.startElement("news:publication", {})
        xml.addQuickElement("news:name", legal(language.site_name))
        # The protocol knows no scripts or regions.
        xml.addQuickElement("news:language", language.code.partition("-")[0])
        xml.endElement("news:publication")
        xml.addQuickElement(
            "news:publication_date", _moment(language.local(self._news.published_at))
        )
        xml.addQuickElement("news:title", legal(self._news.headline))
        xml.endElement("news:news")


def _answer(request, root, entries, namespaces=None):
    # Not into the response: it would keep every piece by itself.
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement(root, {"xmlns": SITEMAP, **(namespaces or {})})
    edition_of = _editions()
    for entry in islice(entries, MOST_ADDRESSES):
        entry.write(xml, edition_of)
    xml.endElement(root)
    xml.endDocument()
    response = HttpResponse(text.getvalue(), content_type="application/xml; charset=utf-8")
    return headers.public(request, response)


def _indexed():
    """What search engines may know."""
    launched = [language.pk for language in editions.launched()]
    return Article.objects.visible().filter(language__in=launched, is_unindexed=False)


def _months():
    """The months of the paper's life by UTC, as their first days."""
    moments = Article.objects.visible().first_moments(editions.launched()).values()
    if not moments:
        return []
    first = min(moments).astimezone(UTC).date()
    return list(calendar.months(first, timezone.now().astimezone(UTC).date()))


def _siblings_of_pages():
    """The addresses of each page by the keys of languages."""
    for name in ("front", "all_news", "topics", "corrections"):
        yield same_page(name)
    for kind in Kind:
        yield same_page("kind", {"kind": kind})
    for section in Section.objects.prefetch_related("names"):
        languages = {name.language_id for name in section.names.all()}
        yield same_page("section", {"slug": section.slug}, languages)
    standing = {}
    for page in Page.objects.select_related("language").filter(language__is_launched=True):
        standing.setdefault(page.slug, {})[page.language_id] = page.get_absolute_url()
    yield from standing.values()
    visible = Article.objects.visible()
    yield from _things("tag", Tag, visible.tagged)
    yield from _things("author", Author, visible.signed)


def _things(name, model, listed):
    """The lists of tags or authors, in the languages in which they have something to read."""
    languages = {}
    for language in editions.launched():
        slugs = in_use(model.objects.all(), listed(OuterRef("pk"), language))
        for slug in slugs.values_list("slug", flat=True):
            languages.setdefault(slug, set()).add(language.pk)
    for slug in sorted(languages):
        yield same_page(name, {"slug": slug}, languages[slug])


def _editions():
    """The launched editions by their keys."""
    return {language.pk: language for language in editions.launched()}


def _made_absolute(addresses):
    return {key: absolute(address) for key, address in addresses.items()}


def _moment(value):
    return value.isoformat(timespec="seconds")
