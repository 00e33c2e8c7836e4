"""Which revision shows which picture is written down by the database, whoever writes revisions."""

from django.db import connection
from django.test import TestCase

from articles.content import PictureInUse
from articles.models import Depiction, Revision
from tests.builders import make_draft, make_picture


class DepictionTests(TestCase):
    def setUp(self):
        self.one, self.two = make_picture("one"), make_picture("two")

    def shown(self):
        return sorted(Depiction.objects.values_list("picture__key", flat=True))

    def test_each_picture_of_a_revision_has_one_line(self):
        make_draft(pictures=(PictureInUse(self.one.pk), PictureInUse(self.two.pk, "b1")))
        make_draft(pictures=(PictureInUse(self.one.pk), PictureInUse(self.one.pk, "b1")))
        make_draft()
        self.assertEqual(self.shown(), ["one", "one", "two"])

    def test_a_picture_that_is_not_there_has_none(self):
        make_draft(pictures=(PictureInUse(self.two.pk + 1000),))
        self.assertEqual(self.shown(), [])

    def test_a_revision_that_is_put_right_is_followed(self):
        draft = make_draft(pictures=(PictureInUse(self.one.pk),))
        revisions = Revision.objects.filter(pk=draft.draft_revision.pk)
        revisions.update(pictures=[{"picture": self.two.pk}])
        self.assertEqual(self.shown(), ["two"])
        revisions.update(pictures=[])
        self.assertEqual(self.shown(), [])

    def test_a_bulk_copy_that_spares_itself_triggers_is_followed_too(self):
        draft = make_draft()
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            Revision.objects.create(article=draft, pictures=[{"picture": self.one.pk}])
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        self.assertEqual(self.shown(), ["one"])
