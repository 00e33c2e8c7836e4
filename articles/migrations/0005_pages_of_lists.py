"""
Pages of long lists, and those of the articles that are already there; an index of corrections.

The rows are made in one statement for each sort of list: a paper may have a million articles.
"""

import django.db.models.deletion
from django.db import migrations, models

FILL = """
INSERT INTO articles_pagebreak (language_id, listed, page, published_at, number)
SELECT language_id, listed, place / 40, published_at, number
FROM (
    SELECT article.language_id, listed, article.published_at, story_id AS number,
        row_number() OVER of_list AS place,
        count(*) OVER (PARTITION BY article.language_id, listed) AS amount
    FROM articles_article article
    JOIN LATERAL ({lists}) of_article ON true
    WHERE state = 'published' AND article.published_at <= now()
        AND (expires_at IS NULL OR expires_at > now())
    WINDOW of_list AS (
        PARTITION BY article.language_id, listed ORDER BY article.published_at, story_id
    )
) counted
WHERE place % 40 = 0 AND place <= amount - 40
"""
LISTS = (
    "SELECT 'kind-' || article.kind AS listed",
    "SELECT 'section-' || section_id AS listed WHERE section_id IS NOT NULL",
    "SELECT 'tag-' || tag_id AS listed FROM articles_tagging WHERE article_id = article.id",
    "SELECT 'author-' || author_id AS listed FROM articles_byline WHERE article_id = article.id",
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_front_page"), ("languages", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="PageBreak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "listed",
                    models.CharField(
                        help_text="tag-17, kind-news …", max_length=40, verbose_name="list"
                    ),
                ),
                ("page", models.PositiveIntegerField(verbose_name="page")),
                ("published_at", models.DateTimeField(verbose_name="ends with the moment")),
                ("number", models.BigIntegerField(verbose_name="and the number")),
                (
                    "language",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="languages.language",
                    ),
                ),
            ],
            options={
                "verbose_name": "page of a list",
                "verbose_name_plural": "pages of lists",
                "ordering": ["language_id", "listed", "page"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=models.Deferrable.IMMEDIATE,
                        fields=("language", "listed", "page"),
                        name="page_of_a_list_ends_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("page__gte", 1)), name="pages_are_counted_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("listed__regex", "^(kind-[a-z]+|(section|tag|author)-[1-9][0-9]*)$")
                        ),
                        name="page_belongs_to_a_known_list",
                    ),
                ],
            },
        ),
        *(
            migrations.RunSQL(FILL.format(lists=lists), migrations.RunSQL.noop)
            for lists in LISTS
        ),
    ]
