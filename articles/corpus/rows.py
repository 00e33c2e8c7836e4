"""Rows on their way into COPY: which columns the corpus writes, and one batch of all its tables."""

import json

from psycopg import sql

from articles.models import (
    Article,
    Byline,
    PictureUse,
    Publication,
    Revision,
    Story,
    Tagging,
)


class Rows:
    """
    Rows of one table.

    `names` are the columns that differ from row to row; the model's defaults fill the others,
    and the database those that it fills by itself.
    """

    def __init__(self, model, *names):
        fields = {field.attname: field for field in model._meta.local_concrete_fields}
        others = {
            name: _as_copied(field.get_default())
            for name, field in fields.items()
            if name not in names and not field.primary_key and not field.has_db_default()
        }
        columns = [sql.Identifier(fields[name].column) for name in (*names, *others)]
        self._statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(model._meta.db_table), sql.SQL(", ").join(columns)
        )
        self._others = tuple(others.values())
        self._rows = []

    def add(self, *values):
        """Add a row: the named columns in their order."""
        self._rows.append(values + self._others)

    def copy(self, cursor):
        """Send the rows."""
        with cursor.copy(self._statement) as stream:
            for row in self._rows:
                stream.write_row(row)


def _as_copied(default):
    return json.dumps(default) if isinstance(default, list) else default


class Batch:
    """The rows of a few hundred stories, table by table."""

    def __init__(self):
        self.stories = Rows(Story, "number", "created_at")
        content = ("kind", "section_id", "urgency", "headline", "body", "lead")
        self.articles = Rows(
            Article,
            *("id", "story_id", "language_id", "state", *content, "rendered"),
            *("published_at", "address_date", "updated_at", "withdrawn_at", "withdrawal_note"),
            *("live_revision_id", "draft_revision_id", "made_from_id", "created_at"),
        )
        self.revisions = Rows(
            Revision,
            *("id", "article_id", "base_id", "created_at", *content),
            *("author_ids", "tag_ids", "pictures"),
        )
        listed = ("position", "article_id", "language_id", "published_at", "number")
        self.bylines = Rows(Byline, "author_id", *listed)
        self.taggings = Rows(Tagging, "tag_id", *listed)
        self.picture_uses = Rows(PictureUse, "article_id", "picture_id", "caption", "credit", "alt")
        self.publications = Rows(
            Publication,
            *("article_id", "revision_id", "from_moment", "change", "note", "recorded_at"),
        )

    def copy(self, cursor):
        """Send all tables; keys to rows that follow are checked at the end of the transaction."""
        for rows in vars(self).values():
            rows.copy(cursor)
