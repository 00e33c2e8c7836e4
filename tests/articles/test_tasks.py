"""The queue: enqueued with the picture, worked off by the worker."""

from django.db import transaction
from django.test import TestCase, TransactionTestCase, override_settings
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from articles.models import PrintSet
from articles.pictures.declared import DECLARED
from tests.articles.test_picture_store import OwnFolder
from tests.builders import store_picture

IN_DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def work():
    """Do all that waits."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    ).run()


@override_settings(TASKS=IN_DATABASE)
class WorkerTests(OwnFolder, TransactionTestCase):
    """The worker closes its connection between two tasks."""

    def test_a_new_picture_is_developed_by_the_worker(self):
        picture = store_picture("teal", (240, 160))
        self.assertFalse(PrintSet.objects.exists())
        work()
        made = set(picture.print_sets.values_list("cut", flat=True))
        self.assertEqual(made, {picture.cut(shape).name for shape in DECLARED})
        self.assertEqual(DBTaskResult.objects.get().status, "SUCCESSFUL")


@override_settings(TASKS=IN_DATABASE)
class QueueTests(OwnFolder, TestCase):
    def test_the_same_file_again_is_not_enqueued_again(self):
        store_picture("teal", (240, 160))
        store_picture("teal", (240, 160))
        self.assertEqual(DBTaskResult.objects.count(), 1)

    def test_a_picture_that_is_rolled_back_leaves_nothing_in_the_queue(self):
        with transaction.atomic():
            store_picture("teal", (240, 160))
            transaction.set_rollback(True)
        self.assertFalse(DBTaskResult.objects.exists())
