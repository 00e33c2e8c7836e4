"""The demonstration's editions and what stands around its articles; only what is missing."""

from django.urls import reverse

from articles.body.blocks import write
from articles.body.parse import from_html
from articles.demo import files
from articles.demo.drawings import draw_portrait
from articles.demo.pictures import as_file
from articles.models import AdSlot, Author, AuthorName, Kind, MenuEntry, Page, Section, SupportCall
from articles.models.section import SectionName
from articles.picture_store import store
from newsportal.languages.models import Language
from tags.models import Tag, TagName

TOPICS = ("starobrid", "bridge", "flood", "council", "railway", "theatre")
PRINT_WORDS = {
    "uk": "«Меридіан» на папері: субота, вісім шпальт, без реклами",
    "ru": "«Меридиан» на бумаге: суббота, восемь полос, без рекламы",
    "en": "Meridian in print: Saturdays, eight pages, no advertising",
}
LETTER_WORDS = {
    "uk": "Лист із Лунви: головне за тиждень на одній сторінці, щоп’ятниці",
    "ru": "Письмо с Лунвы: главное за неделю на одной странице, по пятницам",
    "en": "Letter from the Lunva: the week on one page, every Friday",
}
PROJECTS = {"uk": "Хліб нашого краю", "ru": "Хлеб нашего края", "en": "Bread of our region"}


def furnish():
    """Bring in editions, sections, authors, tags, menu, support call, ad slots and pages."""
    editions = {}
    for position, values in enumerate(files.world()["editions"]):
        edition = {key: value for key, value in values.items() if not key.startswith("support")}
        language, is_new = Language.objects.get_or_create(
            code=edition.pop("code"),
            defaults={
                **edition,
                "position": position,
                "is_launched": True,
                "is_default": not edition["prefix"]
                and not Language.objects.filter(is_default=True).exists(),
            },
        )
        editions[language.code] = language
        if is_new:
            _put_around_articles(language, values)
    _named(Section, SectionName, "section", files.world()["sections"], editions)
    _named(Tag, TagName, "tag", files.world()["tags"], editions)
    for author in _named(Author, AuthorName, "author", files.world()["authors"], editions):
        if author.slug != "newsroom":
            author.portrait = store(
                as_file(draw_portrait(author.slug)),
                credit=editions["en"].site_name,
                is_syndicable=True,
            )
            author.save(update_fields=["portrait"])
    for language in editions.values():
        if not MenuEntry.objects.filter(language=language).exists():
            _fill_menu(language)
    return editions


def _named(model, name_model, key, rows, editions):
    """Make what is missing, with its names; return what was made."""
    made = []
    for position, row in enumerate(rows):
        in_order = {"position": position} if model is Section else {}
        thing, is_new = model.objects.get_or_create(slug=row["slug"], defaults=in_order)
        if is_new:
            made.append(thing)
            name_model.objects.bulk_create(
                name_model(
                    language=editions[code],
                    name=row[code],
                    **{key: thing},
                    **row.get("more", {}).get(code, {}),
                )
                for code in files.LANGUAGES
                if code in row
            )
    return made


def _put_around_articles(language, values):
    support_page = reverse("articles:page", kwargs={"language": language, "slug": "support"})
    SupportCall.objects.create(
        language=language,
        text=values["support_text"],
        label=values["support_label"],
        address=support_page,
    )
    slots = (
        ("text", 250, PRINT_WORDS),
        ("tags", 100, PRINT_WORDS),
        ("side", 280, LETTER_WORDS),
        ("front", 100, LETTER_WORDS),
        ("foot", 100, PRINT_WORDS),
    )
    for place, height_px, words in slots:
        AdSlot.objects.create(
            language=language,
            place=place,
            height_px=height_px,
            house_text=words[language.code],
            house_address=support_page,
        )
    for position, page in enumerate(files.pages()):
        Page.objects.create(
            language=language,
            slug=page["slug"],
            position=position,
            title=page[language.code]["title"],
            body=write(from_html(page[language.code]["body"], language.code)),
        )


def _fill_menu(language):
    for position, section in enumerate(Section.objects.in_edition(language)):
        MenuEntry.objects.create(
            language=language, group="sections", position=position, section=section
        )
    for position, slug in enumerate(TOPICS):
        MenuEntry.objects.create(
            language=language, group="topics", position=position, tag=Tag.objects.get(slug=slug)
        )
    for page in Page.objects.filter(language=language):
        MenuEntry.objects.create(
            language=language,
            group="paper",
            position=page.position,
            label=page.title,
            address=page.get_absolute_url(),
        )
    projects = reverse("articles:kind", kwargs={"language": language, "kind": Kind.PROJECTS})
    MenuEntry.objects.create(
        language=language, group="projects", label=PROJECTS[language.code], address=projects
    )
