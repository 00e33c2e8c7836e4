"""
What the database itself refuses: changing the publication log, deleting a story.

The log is the proof of what readers were shown; a story's number may never be used again.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION articles_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: its rows stay for ever', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER publication_log_is_append_only BEFORE UPDATE OR DELETE ON articles_publication
    FOR EACH STATEMENT EXECUTE FUNCTION articles_refuse();

CREATE TRIGGER story_number_is_never_used_again BEFORE DELETE ON articles_story
    FOR EACH STATEMENT EXECUTE FUNCTION articles_refuse();
"""

ALLOW = """
DROP TRIGGER story_number_is_never_used_again ON articles_story;
DROP TRIGGER publication_log_is_append_only ON articles_publication;
DROP FUNCTION articles_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
