"""
Where pictures are used: by articles, authors, advertisements and the front page.

Asks a fixed number of questions for any number of pictures. What a person may not see is named
without its words.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.standing import STANDINGS, with_standing
from articles.models import AdSlot, Article, Author, Depiction, FrontSlot, PictureUse
from newsportal.languages.admin import in_editors_language
from newsportal.languages.models import Language

# Revisions that are read to find articles; a stock picture may stand in thousands.
MOST_REVISIONS = 2_000

IN_DRAFT = gettext_lazy("in the draft")
IN_PAST = gettext_lazy("in a past version")
# The first ones are what readers see.
LIVE, HELD, DRAFT, PAST = range(4)


@dataclass(frozen=True)
class Use:
    """One use: what it is called, in which language, in which state, and its screen."""

    rank: int
    words: str
    language: Language | None
    state: str
    address: str
    # The permission without which its words are not for that person.
    permission: str

    def line(self, user):
        """The use as a line, with its words and a link for whoever may see them."""
        known = user.has_perm(f"articles.view_{self.permission}")
        known = known or user.has_perm(f"articles.change_{self.permission}")
        named = (
            format_html('<a href="{}"{}>{}</a>', self.address, self._lang(), self.words)
            if known
            else _("(not for you to see)")
        )
        label = self.language.short_label if self.language else ""
        marks = " · ".join(filter(None, (label, str(self.state))))
        return format_html('{} <span class="newsroom-state">{}</span>', named, marks)

    def _lang(self):
        return format_html(' lang="{}"', self.language.code) if self.language else ""


def uses_of(pictures):
    """The uses of each picture, by its key in the database; what readers see comes first."""
    keys = [picture.pk for picture in pictures]
    found = defaultdict(list)
    if not keys:
        return found
    for gather in (_in_articles, _as_portraits, _in_advertisements):
        for key, use in gather(keys):
            found[key].append(use)
    for uses in found.values():
        uses.sort(key=lambda use: use.rank)
    return found


def _in_articles(keys):
    """Articles, and places of the front page where they are pinned with the picture."""
    live = PictureUse.objects.filter(picture__in=keys).values_list("picture", "article", "block_id")
    live = list(live.order_by("-article")[:MOST_REVISIONS])
    held = list(_held(keys))
    ranks = {(key, article): (PAST, IN_PAST) for key, article, _revision in held}
    everywhere = {article for _key, article in ranks} | {article for _key, article, _block in live}
    articles = with_standing(Article.objects.filter(pk__in=everywhere).select_related("language"))
    articles = articles.annotate(draft_headline=F("draft_revision__headline"))
    articles = {one.pk: one for one in articles.defer("body", "rendered")}
    for key, article, revision in held:
        if revision == articles[article].draft_revision_id:
            ranks[key, article] = (DRAFT, IN_DRAFT)
    for key, article, _block in live:
        standing = articles[article].standing
        ranks[key, article] = (HELD if standing != "published" else LIVE, STANDINGS[standing])
    for (key, article), (rank, state) in sorted(ranks.items(), key=lambda one: -one[0][1]):
        yield key, _of_article(articles[article], rank, state)
    leads = {(key, article) for key, article, block in live if not block}
    yield from _on_front(leads, articles)


def _held(keys):
    """(picture, article, revision) of the newest revisions that show one of these."""
    depicted = Depiction.objects.filter(picture__in=keys).order_by("-revision")
    return depicted.values_list("picture", "revision__article", "revision")[:MOST_REVISIONS]


def _of_article(article, rank, state):
    words = article.headline if rank == LIVE else article.draft_headline or article.headline
    address = reverse("admin:articles_article_change", args=[article.pk])
    return Use(rank, words or "—", article.language, state, address, "article")


def _on_front(leads, articles):
    """Pins that stand now and lead with the picture."""
    by_telling = defaultdict(list)
    for key, article in leads:
        telling = articles[article]
        by_telling[telling.story_id, telling.language_id].append(key)
    slots = FrontSlot.objects.standing().filter(story__in={story for story, _one in by_telling})
    for slot in slots.select_related("language"):
        for key in by_telling[slot.story_id, slot.language_id]:
            address = reverse("admin:articles_frontslot_change", args=[slot.pk])
            state = slot.get_place_display()
            yield key, Use(LIVE, _("Front page"), slot.language, state, address, "frontslot")


def _as_portraits(keys):
    """Authors of whom a picture is the portrait."""
    for author in in_editors_language(Author.objects.filter(portrait__in=keys)):
        address = reverse("admin:articles_author_change", args=[author.pk])
        use = Use(LIVE, str(author), None, _("portrait"), address, "author")
        yield author.portrait_id, use


def _in_advertisements(keys):
    """Advertisements of the house, standing or not."""
    slots = AdSlot.objects.filter(picture__in=keys).select_related("language").order_by("-pk")
    standing = set(AdSlot.objects.standing().filter(picture__in=keys).values_list("pk", flat=True))
    for slot in slots.defer("network_code"):
        rank = LIVE if slot.pk in standing else PAST
        state = _("advertisement") if rank == LIVE else _("advertisement, not shown now")
        address = reverse("admin:articles_adslot_change", args=[slot.pk])
        use = Use(rank, slot.house_text, slot.language, state, address, "adslot")
        yield slot.picture_id, use
