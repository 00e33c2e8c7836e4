"""A newsroom to test in: a row of every kind, people with and without rights, forms filled in."""

import io
from datetime import timedelta

from django.contrib.auth.models import Permission, User
from django.utils.html import escape
from PIL import Image

from articles import picture_store
from articles.content import PictureInUse
from articles.models import (
    AdSlot,
    Author,
    Banner,
    FormerAddress,
    FrontSlot,
    GenreName,
    ImportedItem,
    ImportedStory,
    MenuEntry,
    MistakeReport,
    MostRead,
    Page,
    PageBreak,
    ReadCount,
    Section,
    SupportCall,
)
from articles.querysets import database_now
from tags.models import FormerTagSlug, Tag
from tests.builders import make_article, make_draft, make_language


def make_chief():
    """Somebody who may do everything."""
    return User.objects.create_superuser("chief", password="a-long-pass-phrase")


def make_person(username, *permissions):
    """Somebody of the staff with these permissions only."""
    person = User.objects.create_user(username, is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return person


def picture_file(colour="teal", size=(400, 300), image_format="PNG"):
    """The bytes of a small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, image_format)
    return buffer.getvalue()


def make_named(model, slug, *languages):
    """A section, author or tag with a name in each language."""
    thing = model.objects.create(slug=slug)
    for language in languages:
        thing.names.create(language=language, name=f"{slug} {language.code}")
    return thing


def furnish(suffix=""):
    """A row of every model that the admin shows, joined as they are in a running paper."""
    english, ukrainian = make_language("en"), make_language("uk")
    section = make_named(Section, f"region{suffix}", english, ukrainian)
    author = make_named(Author, f"olena-mak{suffix}", english, ukrainian)
    tag = make_named(Tag, f"bridges{suffix}", english, ukrainian)
    tag.synonyms.create(language=english, name=f"crossings{suffix}")
    FormerTagSlug.objects.create(tag=tag, slug=f"bridge{suffix}")
    picture = picture_store.store(picture_file(size=(400, 300 + len(suffix))), credit="Photo desk")
    article = make_article(
        english,
        lead="The old one closed.",
        body=(
            '<p data-block="paragraph" data-id="aa1">Cars crossed it at noon.</p>'
            f'<div data-block="picture" data-id="pp1" data-picture="{escape(picture.key)}"></div>'
        ),
        section_id=section.pk,
        author_ids=(author.pk,),
        tag_ids=(tag.pk,),
        pictures=(
            PictureInUse(picture=picture.pk, caption="The bridge"),
            PictureInUse(picture=picture.pk, block_id="pp1", caption="From below"),
        ),
    )
    make_draft(ukrainian, story=article.story, headline="Міст відкрили")
    MenuEntry.objects.create(language=english, group="sections", section=section)
    SupportCall.objects.get_or_create(
        language=english, text="Support us", label="Give", address="/"
    )
    AdSlot.objects.get_or_create(language=english, place="text")
    furnish_front(article)
    Page.objects.create(language=english, slug=f"about{suffix}", title="About", body="<p>We</p>")
    PageBreak.objects.create(
        language=english,
        listed=f"tag-{tag.pk}",
        page=1,
        published_at=article.published_at,
        number=article.story_id,
    )
    MistakeReport.objects.create(article=article, quoted="noon", remark="It was ten.")
    GenreName.objects.create(name=f"a genre of ours{suffix}", kind="articles")
    ImportedStory.objects.create(identity=f"urn:story{suffix}", story=article.story)
    ImportedItem.objects.create(
        uri=f"urn:item{suffix}", article=article, revision=article.live_revision, fingerprint="0"
    )
    FormerAddress.objects.create(path=f"/old/bridge{suffix}.html", article=article)
    return article


def furnish_front(article):
    """A slot, a banner and counts for an article."""
    language, now = article.language, database_now()
    FrontSlot.objects.create(language=language, story=article.story, place="lead")
    Banner.objects.create(language=language, text="Flood", until=now + timedelta(hours=1))
    ReadCount.objects.create(language=language, article=article, hour=now, reads=7)
    MostRead.objects.create(
        language=language,
        span="day",
        position=MostRead.objects.count(),
        article=article,
        reads=7,
        counted_at=now,
    )


def filled_in(response, **changes):
    """What a browser would post of the form on this page, with these fields changed."""
    form = response.context["adminform"].form
    posted = {}
    for bound in form:
        value = bound.value()
        if value is None or value is False:
            continue
        if value is True:
            value = "on"
        shown = bound.field.widget.format_value(value)
        posted[bound.html_name] = shown[0] if isinstance(shown, list) else shown
    posted |= changes
    return {name: value for name, value in posted.items() if value is not None}
