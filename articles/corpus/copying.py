"""
Bulk copy: planned stories become the rows that `publishing` would have left behind.

`tests/articles/test_seed_corpus.py` compares the two, row by row. Keys come from the sequences,
so that others may write meanwhile.
"""

import contextlib
import datetime
import json
from array import array

from django.db import connection, transaction

from articles.models import Article, Change, PictureUse, Revision, State, Story

from .phrasebook import phrasebook
from .rows import Batch
from .texts import HOLE

# How long before its publication a text was begun.
_AT_WORK = datetime.timedelta(minutes=10)


class Copier:
    """Copies planned stories under a cast; `texts` are lists by language, `now` the run's."""

    def __init__(self, cast, texts, now):
        self._cast = cast
        self._texts = texts
        self._now = now
        # Of every story so far, by its index: "Read also" looks its number up here.
        self._numbers = array("q")

    def copy(self, stories):
        """Copy whole stories in one transaction; return how many articles they have."""
        tellings = [telling for story in stories for telling in story.tellings]
        changes = sum(telling.change is not None for telling in tellings)
        with transaction.atomic(), connection.cursor() as cursor, _hurried(cursor):
            numbers = _reserved(cursor, Story, len(stories))
            self._articles = iter(_reserved(cursor, Article, len(tellings)))
            self._revisions = iter(_reserved(cursor, Revision, len(tellings) + changes))
            self._batch = Batch()
            for number, story in zip(numbers, stories, strict=True):
                self._add_story(number, story)
            self._batch.copy(cursor)
        return len(tellings)

    def _add_story(self, number, story):
        self._numbers.append(number)
        self._batch.stories.add(number, self._begun(story.tellings[0]))
        source = None
        for telling in story.tellings:
            first = self._add_telling(number, story, telling, source)
            source = source or first

    def _add_telling(self, number, story, telling, source):
        """Add a telling, its revisions and its log; return the key of its first revision."""
        article = next(self._articles)
        text = self._texts[telling.code][story.text]
        body, rendered = self._under_read_also(story, text)
        headline = phrasebook(telling.code).headline(story.index)
        section = self._cast.sections[story.section]
        content = (story.kind.value, section, story.urgency, headline, body)
        lists = self._add_lists(article, number, story, telling, text)
        first, live = self._add_revisions(article, telling, text, content, lists)
        is_longer, is_out = live != first, telling.withdrawn_at is not None
        is_updated = is_longer and telling.change is not Change.SLIP
        language = self._cast.editions[telling.code]
        self._batch.articles.add(
            *(article, number, language.pk),
            (State.WITHDRAWN if is_out else State.PUBLISHED).value,
            *content,
            text.longer_lead if is_longer else text.lead,
            *(rendered, telling.published_at, language.local(telling.published_at).date()),
            telling.changed_at if is_updated else None,
            telling.withdrawn_at,
            phrasebook(telling.code).withdrawal_note if is_out else "",
            *(live, live, source, self._begun(telling)),
        )
        return first

    def _add_revisions(self, article, telling, text, content, lists):
        """Add what was written, and when it was shown; return the first and the live one."""
        revisions, log = self._batch.revisions, self._batch.publications
        first = live = next(self._revisions)
        revisions.add(first, article, None, self._begun(telling), *content, text.lead, *lists)
        shown = min(telling.published_at, self._now)
        log.add(article, first, telling.published_at, Change.FIRST.value, "", shown)
        if telling.change is not None:
            live, at = next(self._revisions), telling.changed_at
            revisions.add(live, article, first, at, *content, text.longer_lead, *lists)
            log.add(article, live, at, telling.change.value, "", at)
        if telling.withdrawn_at is not None:
            at, note = telling.withdrawn_at, phrasebook(telling.code).withdrawal_note
            log.add(article, None, at, Change.WITHDRAWAL.value, note, at)
        return first, live

    def _add_lists(self, article, number, story, telling, text):
        """Add byline, tags and lead picture; return them as a revision holds them."""
        authors = [self._cast.authors[place] for place in story.authors]
        tags = [self._cast.tags[place] for place in story.tags]
        moment = telling.published_at if telling.withdrawn_at is None else None
        listed = (article, self._cast.editions[telling.code].pk, moment, number)
        for position, author in enumerate(authors):
            self._batch.bylines.add(author, position, *listed)
        for position, tag in enumerate(tags):
            self._batch.taggings.add(tag, position, *listed)
        uses = []
        if story.picture is not None:
            picture = self._cast.pictures[story.picture]
            words = {"caption": text.caption, "credit": text.credit, "alt": text.alt}
            uses.append({"picture": picture, "block_id": PictureUse.LEAD, **words})
            self._batch.picture_uses.add(article, picture, *words.values())
        return str(authors), str(tags), json.dumps(uses, ensure_ascii=False)

    def _under_read_also(self, story, text):
        """Body and rendered text with the number of the story that they lead to."""
        if story.read_also is None:
            return text.body, text.rendered
        number = str(self._numbers[story.read_also])
        return text.body.replace(HOLE, number), text.rendered.replace(HOLE, number)

    def _begun(self, telling):
        return min(telling.published_at, self._now) - _AT_WORK


@contextlib.contextmanager
def _hurried(cursor):
    """
    Spare the transaction what costs most and guards nothing here.

    Every key is our own or one of the cast, and checking each again takes 40 % of the time: a
    superuser may go without. A batch lost by a crash of the server may as well be run again.
    """
    cursor.execute("SET LOCAL synchronous_commit = off")
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    (is_superuser,) = cursor.fetchone()
    if is_superuser:
        cursor.execute("SET LOCAL session_replication_role = replica")
    yield
    if is_superuser:
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def _reserved(cursor, model, amount):
    """So many new keys of a model, from its sequence."""
    cursor.execute(
        "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
        [model._meta.db_table, model._meta.pk.column, amount],
    )
    return [key for (key,) in cursor.fetchall()]
