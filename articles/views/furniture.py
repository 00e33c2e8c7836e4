"""What stands around every page: date, banner, menu, editions, support, advertising."""

from dataclasses import dataclass

from django.db.models import Exists, F, JSONField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    AdSlot,
    Article,
    Banner,
    Kind,
    MenuEntry,
    SectionName,
    SupportCall,
)
from newsportal.languages import editions
from newsportal.languages.middleware import lender
from newsportal.languages.models import Language
from newsportal.languages.names import best_name
from tags.models import TagName


@dataclass(frozen=True)
class EditionLink:
    """A line of the language switch."""

    language: object
    address: str
    is_current: bool
    is_same_story: bool


def furnish(request, addresses=None, kind="", otherwise=None, at=None):
    """
    The context that base.html needs, for a page of the request's language.

    `addresses` maps the keys of languages to this page's own address in them; an edition
    without one is entered by what `otherwise` gives for it, else by its front page. `kind` is the
    article's, where the page is one: some advertising is for certain kinds only. Date, banner and
    advertising are those of the moment `at`, by default now.
    """
    language = request.language
    slots = {slot.place: slot for slot in AdSlot.objects.for_pages(language, kind, at)}
    return {
        "language": language,
        "today": language.local(at or timezone.now()).date(),
        "front_address": front_address(language),
        "edition_links": edition_links(language, addresses or {}, otherwise or {}),
        "menu": menu(language),
        **calls(language, at),
        "slots": slots,
        "has_network_ads": any(slot.has_network for slot in slots.values()),
        "has_picture_ads": any(slot.picture for slot in slots.values()),
    }


def calls(language, at=None):
    """The support call and the breaking banner, or None for each, in one statement."""
    support = SupportCall.objects.filter(language=OuterRef("pk"))
    found = (
        Language.objects.filter(pk=language.pk)
        .annotate(
            support=Subquery(
                support.values(said=JSONObject(text="text", label="label", address="address"))
            ),
            banner=Subquery(standing_banners(at).values("said")[:1]),
        )
        .values("support", "banner")
        .first()
    )
    return {
        "support": found["support"],
        "banner": found["banner"]
        and {
            "text": found["banner"]["text"],
            "address": banner_address(found["banner"], language),
        },
    }


def standing_banners(at=None):
    """
    The banners of the outer query's language that stand at a moment, by default now, as JSON in
    `said`.

    One whose story readers do not see then has nothing to say.
    """
    articles = Article.objects.visible() if at is None else Article.objects.in_force(at)
    story = articles.filter(story=OuterRef("story"), language=OuterRef("language")).values(
        found=JSONObject(kind="kind", day="address_date", number="story")
    )
    return (
        Banner.objects.standing(at)
        .filter(language=OuterRef("pk"))
        .annotate(told=Subquery(story))
        .filter(Q(story__isnull=True) | Q(told__isnull=False))
        .annotate(said=JSONObject(text="text", address="address", told=F("told")))
    )


def banner_address(said, language):
    """Where a banner leads: to its story, to an address, or nowhere."""
    told = said["told"]
    if not told:
        return said["address"]
    year, month, day = told["day"].split("-")
    where = {"kind": told["kind"], "year": year, "month": month, "day": day}
    return reverse(
        "articles:article", kwargs={"language": language, "number": told["number"], **where}
    )


def front_address(language):
    return reverse("articles:front", kwargs={"language": language})


def edition_links(current, addresses, otherwise=None):
    """
    The launched editions in their order, each with its sibling of this page.

    Where there is none: with what comes closest, else with its front page.
    """
    otherwise = otherwise or {}
    return [
        EditionLink(
            language=language,
            address=addresses.get(language.pk)
            or otherwise.get(language.pk)
            or front_address(language),
            is_current=language == current,
            is_same_story=language.pk in addresses,
        )
        for language in editions.launched()
    ]


def menu(language):
    """The groups of the menu and the footer, each a list of (label, address, lang)."""
    kinds = [
        (
            kind.label,
            reverse("articles:kind", kwargs={"language": language, "kind": kind}),
            lender.get(),
        )
        for kind in Kind
    ]
    groups = {"kinds": kinds, "sections": [], "topics": [], "projects": [], "paper": []}
    articles = Article.objects.visible().tagged(OuterRef("tag"), language)
    names = SectionName.objects.filter(section=OuterRef("section"))
    entries = (
        MenuEntry.objects.filter(language=language)
        # What leads to a page that this edition does not have is left out until it has one.
        .filter(Q(tag__isnull=True) | Exists(articles))
        .filter(Q(section__isnull=True) | Exists(names.filter(language=language)))
        .select_related("section", "tag")
        .annotate(
            named=Coalesce(
                best_name(SectionName, ("section", "section_id"), language),
                best_name(TagName, ("tag", "tag_id"), language),
                Value(None, JSONField()),
                output_field=JSONField(),
            )
        )
    )
    for entry in entries:
        thing = entry.section or entry.tag
        named = entry.named or {"name": "", "language": language.code}
        groups[entry.group].append(
            (
                entry.label or named["name"],
                thing.get_absolute_url(language) if thing else entry.address,
                "" if entry.label or named["language"] == language.code else named["language"],
            )
        )
    return groups
