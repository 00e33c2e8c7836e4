"""
What the library of pictures asks of the database: which revisions show one.

The pictures of a revision stand in its JSON; triggers keep a line for each of them beside it.
"""

from django.db import migrations, models

KEEP = """
-- By the pictures' key, whatever the planner took for cheap when the table was small: a session
-- keeps its plan, and a bulk of revisions would read a hundred thousand pictures for each.
CREATE FUNCTION articles_keep_depictions() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM articles_depiction WHERE revision_id = NEW.id;
    END IF;
    INSERT INTO articles_depiction (revision_id, picture_id)
    SELECT DISTINCT NEW.id, picture.id
    FROM jsonb_array_elements(NEW.pictures) AS said
    JOIN articles_picture AS picture ON picture.id = (said->>'picture')::bigint;
    RETURN NULL;
END $$;

CREATE TRIGGER depictions_of_new_revision AFTER INSERT ON articles_revision
    FOR EACH ROW WHEN (NEW.pictures <> '[]') EXECUTE FUNCTION articles_keep_depictions();
CREATE TRIGGER depictions_of_revision AFTER UPDATE OF pictures ON articles_revision
    FOR EACH ROW EXECUTE FUNCTION articles_keep_depictions();

-- Bulk copies spare themselves the other triggers.
ALTER TABLE articles_revision ENABLE ALWAYS TRIGGER depictions_of_new_revision;
ALTER TABLE articles_revision ENABLE ALWAYS TRIGGER depictions_of_revision;
"""

FORGET = """
DROP TRIGGER depictions_of_revision ON articles_revision;
DROP TRIGGER depictions_of_new_revision ON articles_revision;
DROP FUNCTION articles_keep_depictions();
"""

class Migration(migrations.Migration):
    dependencies = [("articles", "0007_library_of_pictures")]

    operations = [
        migrations.CreateModel(
            name="Depiction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=models.deletion.PROTECT,
                        related_name="depictions",
                        to="articles.picture",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=models.deletion.CASCADE,
                        related_name="depictions",
                        to="articles.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture in a revision",
                "verbose_name_plural": "pictures in revisions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["revision", "picture"], name="one_depiction_of_each"
                    )
                ],
            },
        ),
        migrations.RunSQL(KEEP, FORGET),
    ]
