from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.test import TransactionTestCase

from articles.models import Picture

GUARDS = {"publication_log_is_append_only", "story_number_is_never_used_again"}


class BothWaysTests(TransactionTestCase):
    """On a copy of the tests' database, so that the tests' own one is never without its tables."""

    def setUp(self):
        tests = connections["default"]
        # Known by its name, for what migrations ask goes to the connection of that name.
        self.copy = connections["copy"] = tests.copy(alias="copy")
        self.name = f"{tests.settings_dict['NAME']}_copy"
        self.copy.settings_dict = {**tests.settings_dict, "NAME": self.name}
        self.addCleanup(self.drop)
        # A database that is copied must have nobody in it.
        tests.close()
        with tests._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}"')
            cursor.execute(
                f'CREATE DATABASE "{self.name}" TEMPLATE "{tests.settings_dict["NAME"]}"'
            )

    def drop(self):
        self.copy.close()
        del connections["copy"]
        with connections["default"].cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}"')

    def migrate(self, *targets):
        executor = MigrationExecutor(self.copy)
        executor.migrate(list(targets) or executor.loader.graph.leaf_nodes())

    def names(self, statement, **parameters):
        with self.copy.cursor() as cursor:
            cursor.execute(statement, parameters)
            return {name for (name,) in cursor.fetchall()}

    def remains(self):
        """Tables, sequences, indexes, constraints, triggers and functions of our apps."""
        return self.names(
            "SELECT relname FROM pg_class WHERE relname ~ %(ours)s"
            " UNION SELECT proname FROM pg_proc WHERE proname ~ %(ours)s"
            " UNION SELECT conname FROM pg_constraint WHERE conrelid::regclass::text ~ %(ours)s"
            " UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
            ours="^(articles|tags|languages)_",
        )

    def test_articles_tags_and_editions_go_to_nothing_and_come_back_whole(self):
        before = self.remains()
        self.assertLessEqual({"articles_article", "articles_refuse", *GUARDS}, before)
        self.migrate(("languages", None))
        self.assertEqual(self.remains(), set())
        self.migrate()
        self.assertEqual(self.remains(), before)
        self.assertTrue(self.names("SELECT name FROM articles_genrename"))

    def test_while_pictures_get_their_columns_the_release_before_goes_on(self):
        before = ("articles", "0005_pages_of_lists")
        of_before = (
            "INSERT INTO articles_picture (sha256, key, original, width, height, widths, creator,"
            " credit, copyright, usage_terms, is_syndicable, focal_x, focal_y, created_at)"
            " VALUES (%s, %s, 'o', 720, 480, '[360, 720]', '', '', '', '', false, 0.5, 0.4, now())"
        )
        self.migrate(before)
        with self.copy.cursor() as cursor:
            cursor.execute(of_before, ["old", "old"])
        self.migrate()
        with self.copy.cursor() as cursor:
            cursor.execute(of_before, ["late", "late"])
            cursor.execute(
                "SELECT count(*) FROM articles_picture WHERE crops = '{}' AND tone = ''"
                " AND licence_ends_at IS NULL AND NOT is_focal_point_set"
            )
            self.assertEqual(cursor.fetchone(), (2,))
        picture = Picture(sha256="new", key="new", width=3, height=2)
        picture.save(using="copy")
        self.migrate(before)
        self.assertEqual(self.names("SELECT key FROM articles_picture"), {"old", "late", "new"})
        self.assertEqual(
            self.names("SELECT widths::text FROM articles_picture"), {"[360, 720]", "[]"}
        )
        self.migrate()
