"""
What happens to a telling when its agency sends it again.

What an editor has changed stays: the newer copy then becomes a draft. Where the editor has work
that is not published yet, even the newest draft stays theirs, and the copy lies among the
revisions, based on the last copy from the agency. The same holds for what the newsroom has
submitted or withdrawn. Nothing is published over, nothing is dropped, a note says what was done.

What an agency cancels is withdrawn, whoever worked on it. Its embargo and expiry are obeyed, but
an embargo is never shortened and an expiry never lifted: the newsroom may have set its own.
"""

from enum import StrEnum

from django.utils import timezone

from articles import publishing, revisions
from articles.content import Content
from articles.interchange.fields import InvalidItem, Problem
from articles.interchange.item import Status
from articles.models import Change, Origin, State


class Result(StrEnum):
    """What became of an item."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DRAFTED = "drafted"
    WITHDRAWN = "withdrawn"


def check_expiry(item, published_at):
    """Refuse an item that ends before it begins. Raises InvalidItem."""
    if item.expires and item.expires <= published_at:
        raise InvalidItem(
            Problem("expires", f"is not after its publication ({published_at.isoformat()})")
        )


def end_of(item, article, findings):
    """
    When the article leaves readers: as its agency says, unless that was over before it came here.

    To ninjs, `expires` is the end of editorial relevance to the provider. Who brings in an item
    after that wants it as archive.
    """
    if item.expires and item.expires <= article.created_at:
        findings.note(f"had expired ({item.expires.isoformat()}) before it came: stays readable")
        return None
    return item.expires


def cancel(known, item, findings):
    """Withdraw what readers see; a draft stays one. The same notice again does nothing."""
    article, fingerprint = known.article, item.fingerprint([])
    if known.fingerprint == fingerprint:
        return Result.UNCHANGED
    known.fingerprint = fingerprint
    known.version_at = item.version_created or known.version_at
    known.save()
    if article.state == State.PUBLISHED:
        publishing.withdraw(article, "")
        return Result.WITHDRAWN
    if article.state != State.WITHDRAWN:
        findings.note(f"is canceled; story {article.story_id} was not published and stays a draft")
    return Result.UNCHANGED


def renew(known, copy, findings, as_drafts):
    """Bring a known item's newer copy to its article, as far as editors have left that open."""
    content = copy.content(before=known.revision.body)
    is_same = Content.of(known.revision) == content
    if _is_in_hand(known.article):
        return _offer(known, content, is_same, findings)
    article, item = known.article, copy.item
    has_moved = _keep_terms(article, item, findings)
    is_newer = known.version_at is None or item.version_created != known.version_at
    if not is_same:
        known.revision = revisions.save(article, content, origin=Origin.IMPORT)
    if as_drafts or item.status != Status.USABLE:
        if article.state == State.PUBLISHED:
            findings.note(f"is a draft now; readers of story {article.story_id} see what was there")
        return Result.UNCHANGED if is_same else Result.DRAFTED
    if is_same and article.state == State.PUBLISHED and article.published_at <= timezone.now():
        return Result.UPDATED if has_moved else Result.UNCHANGED
    was_live = article.live_revision_id is not None
    publishing.publish(
        article,
        at=item.published_at,
        change=Change.UPDATE if is_newer else Change.SLIP,
        changed_at=item.version_created and min(item.version_created, timezone.now()),
    )
    return Result.UPDATED if was_live else Result.CREATED


def _is_in_hand(article):
    """Whether the newsroom has taken the telling into its own hands."""
    return article.state in (
        State.SUBMITTED,
        State.WITHDRAWN,
    ) or revisions.is_touched_by_editors(article)


def _offer(known, content, is_same, findings):
    if is_same:
        return Result.UNCHANGED
    known.revision, is_newest = revisions.offer(
        known.article, content, base=known.revision, origin=Origin.IMPORT
    )
    where = "a draft" if is_newest else f"revision {known.revision.pk}, beside the editor's draft"
    findings.note(
        f"story {known.article.story_id} is in the newsroom's hands: the newer copy is {where}"
    )
    return Result.DRAFTED


def _keep_terms(article, item, findings):
    """Obey the agency's embargo and expiry; say whether readers' view has changed by it."""
    now = timezone.now()
    is_public = article.published_at and article.published_at <= now
    begins = article.published_at if is_public else item.published_at or now
    check_expiry(item, max(begins, item.embargoed_until or begins))
    held, wanted = article.embargo_until, item.embargoed_until
    if wanted and (held is None or wanted > held):
        publishing.embargo(article, wanted)
    elif held and held > now and wanted != held:
        findings.note(f"stays under embargo until {held.isoformat()}; lift it in the newsroom")
    ends = end_of(item, article, findings)
    if ends == article.expires_at:
        return False
    if ends is None:
        findings.note(f"still expires at {article.expires_at.isoformat()}, as it did before")
        return False
    publishing.expire(article, ends)
    return True
