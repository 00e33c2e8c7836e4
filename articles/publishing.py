"""
Verbs of the newsroom: each moves an article from one state to another.

Knows nothing of requests or templates; callers hold the permission. Each verb is one
transaction: the live row, the rows beside it and a line of the publication log.
"""

from django.db import transaction

from articles import paging, revisions
from articles.body.render import render
from articles.content import Content
from articles.models import (
    TELLING_FIELDS,
    Article,
    Byline,
    Change,
    PictureUse,
    Publication,
    RelatedPin,
    State,
    Tagging,
)
from articles.querysets import database_now


class NotPublishable(Exception):
    """Something that readers need is missing; `missing` names the fields."""

    def __init__(self, missing):
        super().__init__(", ".join(missing))
        self.missing = missing


class StaleDraft(Exception):
    """The draft was written before the live text was corrected: merge first, or ask."""

    def __init__(self, live):
        super().__init__(f"revision {live.pk} went live after this draft was begun")
        self.live = live


@transaction.atomic
def publish(
    article,
    *,
    at=None,
    change=None,
    by=None,
    revision=None,
    expires_at=None,
    changed_at=None,
    note="",
):
    """
    Make a revision, by default the newest draft, what readers see; return the live article.

    `at` is the moment of first publication (default: the one already planned, else now); a
    later one is a schedule and needs no worker when due. It is never before the embargo and,
    once it has passed, moves for an embargo alone.
    `change` says what an edit of a published article is; an update or a correction sets
    "updated" to `changed_at`, by default now. `note` tells readers what a correction put right.
    Raises NotPublishable, StaleDraft.
    """
    live, now = _lock(article)
    revision = revision or live.draft_revision
    missing = [] if revision and revision.headline else ["headline"]
    if missing:
        raise NotPublishable(missing)
    if live.live_revision_id and not revisions.descends_from(revision, live.live_revision):
        raise StaleDraft(live.live_revision)
    is_first = _is_unseen(live, now)
    if is_first:
        live.published_at = at or max(live.published_at or now, now)
        change = Change.FIRST
    else:
        change = change or Change.UPDATE
        if change in (Change.UPDATE, Change.CORRECTION):
            live.updated_at = changed_at or now
    _hold_back(live, is_first)
    live.state = State.PUBLISHED
    live.withdrawn_at, live.withdrawal_note = None, ""
    live.expires_at = expires_at or live.expires_at
    _make_live(live, revision)
    paging.keep(live)
    _log(live, revision, max(now, live.published_at), change, by, note)
    return live


@transaction.atomic
def withdraw(article, note, *, by=None):
    """
    Take the article away from every reader at once; its address answers 410 with the note.

    What is withdrawn already gets the new note and keeps its moment: were it moved past the
    planned publication of a text that nobody saw, that text would seem to have been shown.
    """
    live, now = _lock(article)
    live.state, live.withdrawal_note = State.WITHDRAWN, note
    live.withdrawn_at = live.withdrawn_at or now
    live.save()
    _place_in_lists(live)
    _log(live, None, now, Change.WITHDRAWAL, by, note)
    return live


@transaction.atomic
def embargo(article, until, *, by=None):
    """
    Hold an article, and what is translated from it, back from readers until a moment.

    A translation follows unless its own desk holds it back longer. Lifted, an embargo gives what
    it hid its moment back; what nobody had seen stays planned for the end it had.
    """
    live, now = _lock(article)
    before, live.embargo_until = live.embargo_until, until
    planned = live.published_at
    if live.state == State.PUBLISHED:
        _hold_back(live, _is_unseen(live, now))
    live.save()
    _place_in_lists(live)
    if live.published_at != planned:
        _log_moments(live, now, by)
    for translation in Article.objects.filter(made_from__article=live).exclude(embargo_until=until):
        held = translation.embargo_until
        if held == before or (until and (held is None or held < until)):
            embargo(translation, until, by=by)
    return live


@transaction.atomic
def expire(article, at, *, by=None):
    """Let the article leave readers at a moment, its address answering 410; None: it stays."""
    live, now = _lock(article)
    live.expires_at = at
    live.save(update_fields=["expires_at"])
    _log_moments(live, now, by)
    return live


@transaction.atomic
def redate(article, at, *, by=None):
    """Move a published article and all its moments in time; its address stays."""
    live, now = _lock(article)
    moved_by = at - live.published_at
    live.published_at = at
    for name in ("seen_from", "updated_at", "withdrawn_at", "embargo_until", "expires_at"):
        moment = getattr(live, name)
        setattr(live, name, moment and moment + moved_by)
    live.save()
    _place_in_lists(live)
    if live.state == State.PUBLISHED:
        paging.keep(live)
    _log_moments(live, now, by)
    return live


def submit(article):
    """Hand a draft to the desk."""
    Article.objects.filter(pk=article.pk, state=State.DRAFT).update(state=State.SUBMITTED)


def _lock(article):
    """
    The article, locked for this transaction, and the database's now.

    Both are read once the lock is had: what is joined in the locking statement, and its moment,
    would be those of before the wait for somebody else's verb.
    """
    live = Article.objects.select_for_update().get(pk=article.pk)
    live.now = database_now()
    return live, live.now


def _is_unseen(article, now):
    """No reader can have seen the article: its moment has not come, or it was withdrawn before."""
    if article.seen_from:
        return False
    return article.published_at is None or article.published_at > (article.withdrawn_at or now)


def _hold_back(article, is_unseen):
    """Not before the embargo; until readers have seen the article, its address follows the day."""
    moment = article.seen_from or article.published_at
    article.published_at = max(moment, article.embargo_until or moment)
    if is_unseen:
        article.address_date = article.language.local(article.published_at).date()
    else:
        article.seen_from = moment if article.published_at > moment else None


def _make_live(article, revision):
    """Copy a revision onto the live row and the rows beside it; render its text."""
    for name in TELLING_FIELDS:
        setattr(article, name, getattr(revision, name))
    article.live_revision = revision
    article.rendered = render(
        revision.body, article.language.code, ad_breaks=not revision.is_distressing
    )
    article.save()
    content = Content.of(revision)
    article.bylines.all().delete()
    article.taggings.all().delete()
    article.pins.all().delete()
    article.picture_uses.all().delete()
    in_lists = {"language": article.language, "number": article.story_id}
    in_lists["published_at"] = article.published_at
    Byline.objects.bulk_create(
        Byline(article=article, author_id=key, position=position, **in_lists)
        for position, key in enumerate(content.author_ids)
    )
    Tagging.objects.bulk_create(
        Tagging(article=article, tag_id=key, position=position, **in_lists)
        for position, key in enumerate(content.tag_ids)
    )
    RelatedPin.objects.bulk_create(
        RelatedPin(article=article, story_id=number, position=position)
        for position, number in enumerate(content.pin_numbers)
    )
    PictureUse.objects.bulk_create(
        PictureUse(
            article=article,
            picture_id=use.picture,
            block_id=use.block_id,
            caption=use.caption,
            credit=use.credit,
            alt=use.alt,
        )
        for use in content.pictures
    )


def _place_in_lists(article):
    """Move the article in the lists of its tags and authors, or out of them."""
    moment = article.published_at if article.state == State.PUBLISHED else None
    article.bylines.update(published_at=moment)
    article.taggings.update(published_at=moment)


def _log_moments(article, now, by):
    """Log the new moments of a published article; of another one, readers see no change."""
    if article.state == State.PUBLISHED:
        moment = max(now, article.published_at)
        _log(article, article.live_revision, moment, Change.REDATE, by)


def _log(article, revision, from_moment, change, by, note=""):
    Publication.objects.create(
        article=article,
        revision=revision,
        from_moment=from_moment,
        until=article.expires_at if revision else None,
        change=change,
        made_by=by,
        note=note,
    )
