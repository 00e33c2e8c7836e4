"""
One item into the newsroom, in one transaction, through the verbs that editors use.

An item is known by its `uri`, its version by `versionCreated`: the same again does nothing, a
newer one is an update (`articles.interchange.renewal`), an older one is left alone.

Canceled before it was ever delivered, an item is kept as a draft, so that an older version which
arrives late is known to be older and is not published.
"""

from django.db import connection, transaction
from django.utils import timezone

from articles import numbers, publishing, revisions
from articles.interchange import former
from articles.interchange.copy import Copy
from articles.interchange.fields import InvalidItem, Problem
from articles.interchange.item import Status
from articles.interchange.naming import edition_for
from articles.interchange.renewal import Result, cancel, check_expiry, end_of, renew
from articles.models import Article, ImportedItem, ImportedStory, Origin, State
from newsportal.languages.models import Language

# Imports wait for each other: two must not make the same tag. The number means nothing else.
_LOCK = 1_850_289_012


@transaction.atomic
def take_in(item, folder, findings, *, as_drafts=False):
    """
    Bring an item in and say what became of it.

    `folder` is where its pictures lie; what could not be had of them is added to the findings.
    Raises InvalidItem, and then nothing of the item is stored.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    known = (
        ImportedItem.objects.select_related("article__language", "revision")
        .filter(uri=item.uri)
        .first()
    )
    if known and _is_older(item, known):
        findings.note(f"is older than the version of {known.version_at:%Y-%m-%d %H:%M}; left alone")
        return Result.UNCHANGED
    if known and item.status == Status.CANCELED:
        return cancel(known, item, findings)
    edition = _edition(item, known)
    # What refuses a new item is asked before its pictures are fetched and kept.
    story = None if known else _story(item, edition)
    copy = Copy(item, edition, folder, findings)
    if known is None:
        result, known = _begin(story, copy, findings, as_drafts)
    elif known.fingerprint == copy.fingerprint and not _waits(known.article, item, as_drafts):
        return Result.UNCHANGED
    else:
        result = renew(known, copy, findings, as_drafts)
    known.fingerprint = copy.fingerprint
    known.version_at = item.version_created
    known.save()
    _join(item, known.article, findings)
    if item.address:
        former.remember(item.address, known.article, findings)
    return result


def _waits(article, item, as_drafts):
    """Whether the item is a draft only because that was asked for, and is not asked for now."""
    return article.state == State.DRAFT and item.status == Status.USABLE and not as_drafts


def _is_older(item, known):
    return bool(
        item.version_created and known.version_at and item.version_created < known.version_at
    )


def _edition(item, known):
    if item.status == Status.CANCELED and not (item.headline and item.language):
        raise InvalidItem(
            Problem("pubStatus", "is canceled, but no such item was imported: nothing to withdraw")
        )
    edition = edition_for(item.language)
    if edition is None:
        codes = ", ".join(Language.objects.values_list("code", flat=True)) or "none yet"
        raise InvalidItem(
            Problem("language", f"there is no edition for “{item.language}”; editions: {codes}")
        )
    if known and known.article.language != edition:
        raise InvalidItem(
            Problem(
                "language",
                f"is “{item.language}” now, but the item was imported "
                f"as “{known.article.language.code}”; another language needs another uri",
            )
        )
    return edition


def _begin(story, copy, findings, as_drafts):
    """A telling for an item that nobody has seen before."""
    item = copy.item
    article = revisions.begin(story, copy.edition, copy.content(), origin=Origin.IMPORT)
    if item.embargoed_until:
        publishing.embargo(article, item.embargoed_until)
    ends = end_of(item, article, findings)
    if ends:
        publishing.expire(article, ends)
    known = ImportedItem(uri=item.uri, article=article, revision=article.draft_revision)
    if as_drafts or item.status != Status.USABLE:
        if item.status == Status.CANCELED:
            findings.note("is canceled, but was never imported; kept as a draft")
        return Result.DRAFTED, known
    publishing.publish(article, at=item.published_at)
    return Result.CREATED, known


def _story(item, edition):
    """The story that a new item tells: the one that its agency names, or a new one."""
    moment = max(filter(None, (item.published_at or timezone.now(), item.embargoed_until)))
    check_expiry(item, moment)
    joined = item.story_identity and (
        ImportedStory.objects.select_related("story").filter(identity=item.story_identity).first()
    )
    if not joined:
        try:
            return numbers.allot(item.number)
        except numbers.NumberTaken as error:
            raise InvalidItem(
                Problem("altIds", f"number {item.number} belongs to another story")
            ) from error
    story = joined.story
    if item.number and item.number != story.pk:
        raise InvalidItem(
            Problem("altIds", f"asks for number {item.number}, but its story has {story.pk}")
        )
    other = Article.objects.filter(story=story, language=edition).first()
    if other:
        uris = ", ".join(other.imported_items.values_list("uri", flat=True)) or "not imported"
        raise InvalidItem(
            Problem(
                "altIds",
                f"the story “{item.story_identity}” (number {story.pk}) has a telling "
                f"in {edition.code} already: {uris}",
            )
        )
    return story


def _join(item, article, findings):
    """Remember the story's identity; what an address once said (the number) never changes."""
    if item.number and item.number != article.story_id:
        findings.note(f"asks for number {item.number}; keeps {article.story_id}, its address")
    if item.story_identity:
        joined, _is_new = ImportedStory.objects.get_or_create(
            identity=item.story_identity, defaults={"story": article.story}
        )
        if joined.story_id != article.story_id:
            findings.note(
                f"the story “{item.story_identity}” has number {joined.story_id}; "
                f"this telling stays under {article.story_id}"
            )
