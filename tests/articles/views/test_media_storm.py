"""Many readers ask for a new picture at once: each rendition is made once, nobody waits long."""

import time
from unittest import mock

from django.conf import settings
from django.db import connections
from django.test import Client, TransactionTestCase, override_settings

from articles import prints, tasks
from articles.content import PictureInUse
from articles.models import PrintSet
from articles.pictures.declared import DECLARED
from newsportal.file_storage import WholeFileStorage
from tests.articles.test_picture_store import OwnFolder
from tests.builders import make_article, make_editions, store_picture
from tests.concurrency import both

saved = []


class CountingStorage(WholeFileStorage):
    """Remembers every file that it was given."""

    def _save(self, name, content):
        saved.append(name)
        return super()._save(name, content)


def counting():
    default = {"BACKEND": "tests.articles.views.test_media_storm.CountingStorage"}
    return override_settings(STORAGES={**settings.STORAGES, "default": default})


class StormTests(OwnFolder, TransactionTestCase):
    def setUp(self):
        super().setUp()
        self.enterContext(counting())
        saved.clear()
        make_editions()
        self.picture = store_picture("teal", (480, 320))
        make_article(pictures=(PictureInUse(self.picture.pk),))
        saved.clear()
        self.cut = self.picture.whole

    def ask(self, address):
        def act():
            response = Client().get(address)
            return response.status_code, b"".join(response) if response.streaming else b""

        return act

    def hold(self):
        """Let another connection make the cut, for ever."""
        other = connections["default"].copy()
        # Another thread may let go of it.
        other.inc_thread_sharing()
        self.addCleanup(other.close)
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_lock(hashtextextended(%s, 0))",
                [f"picture {self.picture.pk} {self.cut.name}"],
            )
        return other

    def test_each_rendition_is_made_once(self):
        addresses = [
            self.cut.address(width, extension)
            for width in self.cut.widths
            for extension in ("avif", "webp", "jpg")
        ]
        answers = both(*(self.ask(address) for address in addresses * 3))
        self.assertIn(200, {status for status, _content in answers})
        self.assertLessEqual({status for status, _content in answers}, {200, 503})
        of_cut = [prints.path(self.picture, self.cut.name, file) for file in self.cut.prints]
        self.assertEqual(sorted(saved), sorted(of_cut))
        for address in addresses:
            self.assertEqual(self.ask(address)()[0], 200)
        self.assertEqual(len(saved), len(of_cut))

    def test_readers_and_the_worker_do_not_make_the_same(self):
        both(
            lambda: tasks.develop.call(self.picture.pk),
            self.ask(self.cut.largest),
            lambda: tasks.develop.call(self.picture.pk),
        )
        tasks.develop.call(self.picture.pk)
        self.assertEqual(len(saved), len(set(saved)))
        self.assertEqual(PrintSet.objects.count(), len(DECLARED))

    def test_who_waits_too_long_is_told_when_to_ask_again(self):
        self.hold()
        begun = time.monotonic()
        with mock.patch.object(prints, "PATIENCE_SECONDS", 0.3):
            response = Client().get(self.cut.largest)
        self.assertLess(time.monotonic() - begun, 3)
        self.assertEqual((response.status_code, response["Retry-After"]), (503, "1"))
        self.assertEqual(response["Cache-Control"], "no-store, private")
        self.assertEqual(saved, [])

    def test_who_waits_for_another_gets_what_that_one_made(self):
        other = self.hold()

        def finish():
            time.sleep(0.3)
            other.close()

        (status, _content), _none = both(self.ask(self.cut.largest), finish)
        self.assertEqual(status, 200)

    def test_where_too_many_are_being_made_one_is_told_so(self):
        self.hold()
        taken = [prints.places.acquire(blocking=False) for _place in range(settings.THREADS)]
        self.addCleanup(lambda: [prints.places.release() for is_mine in taken if is_mine])
        begun = time.monotonic()
        self.assertEqual(Client().get(self.cut.largest).status_code, 503)
        self.assertLess(time.monotonic() - begun, prints.PLACE_SECONDS + 2)

    def test_what_lies_there_needs_no_place(self):
        tasks.develop.call(self.picture.pk)
        taken = [prints.places.acquire(blocking=False) for _place in range(settings.THREADS)]
        self.addCleanup(lambda: [prints.places.release() for is_mine in taken if is_mine])
        self.assertEqual(self.ask(self.cut.largest)()[0], 200)
