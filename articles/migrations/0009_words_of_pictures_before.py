"""
The lines of revisions that were there before the triggers, and the indexes of words.

Apart from a transaction: while it runs, editors save and readers read. Words are found by their
beginnings (`articles/admin/picture_search.py` asks with the same expressions). Where a build was
interrupted, PostgreSQL keeps an invalid index, which has to be dropped before the next run.
"""

from django.db import migrations

FILL = """
INSERT INTO articles_depiction (revision_id, picture_id)
SELECT DISTINCT revision.id, picture.id
FROM articles_revision AS revision
CROSS JOIN LATERAL jsonb_array_elements(revision.pictures) AS said
JOIN articles_picture AS picture ON picture.id = (said->>'picture')::bigint
ON CONFLICT DO NOTHING
"""

PICTURES = """
CREATE INDEX CONCURRENTLY picture_words ON articles_picture USING gin (
    to_tsvector('simple', headline || ' ' || caption || ' ' || alt || ' ' || place || ' '
        || creator || ' ' || credit || ' ' || copyright)
)
"""

REVISIONS = """
CREATE INDEX CONCURRENTLY revision_words_of_pictures ON articles_revision USING gin (
    to_tsvector('simple', pictures)
)
"""


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("articles", "0008_words_of_pictures")]

    operations = [
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(PICTURES, "DROP INDEX CONCURRENTLY picture_words"),
        migrations.RunSQL(REVISIONS, "DROP INDEX CONCURRENTLY revision_words_of_pictures"),
    ]
