"""
Indexes on tables that are already long, built while readers read and editors write.

Built apart from a transaction; where one was interrupted, PostgreSQL keeps an invalid index, which
has to be dropped before the migration is run again.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("articles", "0005_pages_of_lists")]

    operations = [
        AddIndexConcurrently(
            "article",
            models.Index(
                models.F("language"),
                models.OrderBy(models.F("withdrawn_at"), descending=True),
                condition=models.Q(("state", "withdrawn")),
                name="article_withdrawn",
            ),
        ),
        AddIndexConcurrently(
            "publication",
            models.Index(
                condition=models.Q(("change", "redate")),
                fields=["recorded_at"],
                name="publication_redated",
            ),
        ),
        AddIndexConcurrently(
            "publication",
            models.Index(
                models.OrderBy(models.F("from_moment"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("change", "correction")),
                name="publication_corrections",
            ),
        ),
    ]
