"""
A large generated paper in a database of its own, so that no other test meets it.

Its texts are short, which saves time and makes reading whole tables cheaper: the harder case for
an index to win.
"""

import contextlib
import itertools

from django.db import connection

from articles import paging
from articles.corpus.cast import make_cast
from articles.corpus.copying import Copier
from articles.corpus.phrasebook import LANGUAGES
from articles.corpus.stories import planned_stories
from articles.corpus.texts import Text
from articles.querysets import database_now

BODY = '<p data-block="paragraph" data-id="p1">Text.</p>'


@contextlib.contextmanager
def another_database(suffix):
    """A copy of the test database in its place."""
    ours = connection.settings_dict["NAME"]
    name = f"{ours}_{suffix}"
    copy = connection.ops.quote_name(name)
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {copy}")
        cursor.execute(f"CREATE DATABASE {copy} TEMPLATE {connection.ops.quote_name(ours)}")
    try:
        connection.settings_dict["NAME"] = name
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = ours
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {copy}")


def seed_short_stories(stories):
    """About 2.4 articles a story, in their lists, with the planner told."""
    now = database_now()
    short = Text("Lead.", "Longer lead.", BODY, "<p>Text.</p>", "Caption", "Alt", "Credit")
    copier = Copier(make_cast(pictures=1), dict.fromkeys(LANGUAGES, [short]), now)
    planned = planned_stories(stories, now, 1, texts=1, pictures=1)
    for batch in itertools.batched(planned, 1000):
        copier.copy(batch)
    paging.page_everything()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
