"""
Drafts: begin a telling, save a revision of it.

Saving never touches what readers see. Every revision names the one it was based on; a save
whose base is no longer the newest draft is refused with both texts at hand, never merged
in silence.
"""

from django.db import transaction

from articles.body.blocks import write
from articles.body.reading import read
from articles.content import Content
from articles.models import Article, Origin, Revision

ANY_BASE = object()


class Conflict(Exception):
    """Somebody saved in between; `newest` is their revision, the caller still has the other."""

    def __init__(self, newest):
        super().__init__(f"revision {newest.pk} is newer than the base of this text")
        self.newest = newest


@transaction.atomic
def begin(story, language, content, *, by=None, origin=Origin.EDITOR, made_from=None):
    """
    Start a telling of a story in a language, with its first revision.

    A telling inherits the embargo of the one it was made from.
    """
    article = Article.objects.create(
        story=story,
        language=language,
        made_from=made_from,
        embargo_until=made_from.article.embargo_until if made_from else None,
    )
    save(article, content, by=by, origin=origin)
    return article


@transaction.atomic
def save(article, content, *, by=None, origin=Origin.EDITOR, base=ANY_BASE, over=None):
    """
    Store content as the article's newest draft and return the revision.

    `base` is the revision that the writer had before them (None: an empty telling); left out,
    the newest draft is meant. `over` is a live revision that the newest draft does not come from:
    the writer has read it and goes on from there. Nothing is stored when nothing changed.
    Raises Conflict.
    """
    locked = Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
    newest = locked.draft_revision
    if base is not ANY_BASE and base != newest:
        raise Conflict(newest)
    content = cleaned(content)
    if newest is not None and over is None and Content.of(newest) == content:
        article.draft_revision = newest
        return newest
    revision = Revision.objects.create(
        article=locked, base=over or newest, made_by=by, origin=origin, **content.as_columns()
    )
    Article.objects.filter(pk=locked.pk).update(draft_revision=revision)
    article.draft_revision = revision
    return revision


@transaction.atomic
def offer(article, content, *, base, origin):
    """
    Store content beside the line of drafts, written upon `base`, and say whether it is the newest.

    For copy that comes from outside after an editor has worked on the telling. It becomes the
    newest draft only where that hides no unpublished work of an editor; else it lies among the
    revisions, where it can be compared. Published as it is, it would be refused as a StaleDraft
    once the live text has gone another way.
    """
    locked = Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
    newest = locked.draft_revision
    revision = Revision.objects.create(
        article=locked, base=base, origin=origin, **cleaned(content).as_columns()
    )
    is_newest = (
        newest is None or newest.pk == locked.live_revision_id or newest.origin != Origin.EDITOR
    )
    if is_newest:
        Article.objects.filter(pk=locked.pk).update(draft_revision=revision)
    return revision, is_newest


def cleaned(content):
    """The content with its body through the allow-list and every block with an id of its own."""
    columns = {name: getattr(content, name) for name in content.__dataclass_fields__}
    columns["body"] = write(read(content.body))
    columns["headline"] = " ".join(content.headline.split())
    columns["lead"] = content.lead.strip()
    return Content(**columns)


def descends_from(revision, ancestor):
    """Whether a revision was written upon another one, directly or through others."""
    bases = dict(
        Revision.objects.filter(article_id=revision.article_id).values_list("pk", "base_id")
    )
    key = revision.pk
    while key is not None and key != ancestor.pk:
        key = bases[key]
    return key is not None


def is_touched_by_editors(article):
    """Whether a person wrote any revision of the telling; imports then keep their hands off."""
    return article.revisions.filter(origin=Origin.EDITOR).exists()
