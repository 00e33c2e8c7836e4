"""A file comes in, is developed, and goes: what lies in the store then."""

import io
import tempfile
from pathlib import Path
from unittest import mock

from django.db.models import ProtectedError
from django.tasks import default_task_backend
from django.test import SimpleTestCase, TestCase, TransactionTestCase, override_settings
from django.utils import timezone
from PIL import Image

from articles import picture_store, prints, tasks
from articles.models import Picture, PrintSet
from articles.pictures import darkroom
from articles.pictures.darkroom import Facts
from articles.pictures.declared import DECLARED
from articles.pictures.hatch import LabFailure
from articles.pictures.intake import UnusablePicture
from tests.builders import make_draft
from tests.concurrency import both


def photograph(width=900, height=600, colour="teal"):
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "JPEG")
    return buffer.getvalue()


class OwnFolder:
    """Keeps the files of a test in a folder of its own."""

    def setUp(self):
        super().setUp()
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(override_settings(MEDIA_ROOT=folder))
        self.folder = Path(folder)

    def files(self):
        return sorted(
            str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()
        )


class StoreTests(OwnFolder, TestCase):
    def test_a_file_becomes_a_picture_with_its_facts_and_waits_to_be_developed(self):
        default_task_backend.clear()
        picture = picture_store.store(photograph(), credit="Photo: Vira Lunna", focal_x=0.2)
        stored = Picture.objects.get()
        self.assertEqual((stored.width, stored.height), (900, 600))
        self.assertEqual((stored.credit, stored.focal_x), ("Photo: Vira Lunna", 0.2))
        self.assertTrue(stored.is_focal_point_set)
        self.assertRegex(stored.tone, r"^#[0-9a-f]{6}$")
        self.assertEqual(self.files(), [stored.original.name])
        (waiting,) = default_task_backend.results
        self.assertEqual((waiting.task, waiting.args), (tasks.develop, [picture.pk]))

    def test_a_focal_point_that_nobody_named_is_a_first_guess(self):
        self.assertFalse(picture_store.store(photograph()).is_focal_point_set)

    def test_the_original_is_kept_untouched_under_a_name_that_nobody_can_guess(self):
        content = photograph()
        picture = picture_store.store(content)
        with picture.original.open() as original:
            self.assertEqual(original.read(), content)
        self.assertRegex(picture.original.name, r"^originals/[\w-]{32}$")
        self.assertRegex(picture.key, r"^[\w-]{32}$")
        self.assertNotIn(picture.key, picture.original.name)

    def test_the_same_bytes_twice_are_one_picture_with_its_first_facts(self):
        first = picture_store.store(photograph(), credit="First")
        files = self.files()
        self.assertEqual(picture_store.store(photograph(), credit="Second"), first)
        self.assertEqual(Picture.objects.get().credit, "First")
        self.assertEqual(self.files(), files)

    def test_other_bytes_are_another_picture(self):
        first, second = picture_store.store(photograph()), picture_store.store(photograph(901))
        self.assertNotEqual(first, second)
        self.assertNotEqual(first.key, second.key)

    def test_a_refused_file_leaves_neither_row_nor_file(self):
        with self.assertRaises(UnusablePicture):
            picture_store.store(b"<svg></svg>")
        self.assertEqual((Picture.objects.count(), self.files()), (0, []))

    def test_a_row_that_the_database_refuses_leaves_no_file(self):
        with self.assertRaises(Exception) as refused:
            picture_store.store(photograph(), focal_x=7)
        self.assertIn("picture_focal_point_is_inside", str(refused.exception))
        self.assertEqual(self.files(), [])


class TwoAtOnceTests(OwnFolder, TransactionTestCase):
    def test_the_same_file_stored_twice_at_once_is_one_picture_without_orphans(self):
        content = photograph(400, 300)
        one, other = both(
            lambda: picture_store.store(content), lambda: picture_store.store(content)
        )
        self.assertEqual(one, other)
        self.assertEqual(Picture.objects.count(), 1)
        self.assertEqual(len(self.files()), 1)

    def test_who_comes_second_after_looking_first_leaves_no_files(self):
        content = photograph(400, 300)
        first = picture_store.store(content)
        files = self.files()
        # As it looked a moment before the first one was stored.
        with mock.patch.object(Picture.objects, "filter", return_value=Picture.objects.none()):
            second = picture_store.store(content)
        self.assertEqual((second, self.files()), (first, files))


class OutOfOrderTests(TestCase):
    def test_a_lab_that_fails_is_a_refusal_that_blames_no_file(self):
        failing = mock.patch.object(darkroom, "inspect", side_effect=LabFailure("no Pillow"))
        said = self.assertLogs("articles.picture_store", "ERROR")
        with failing, said, self.assertRaises(UnusablePicture) as refused:
            picture_store.store(photograph())
        self.assertEqual(refused.exception.reason, "out-of-order")
        self.assertFalse(Picture.objects.exists())


class SaidTests(SimpleTestCase):
    found = Facts(caption="A bridge", credit="x" * 400, creator="Vira Lunna")

    def test_what_the_file_says_fills_what_was_left_empty(self):
        said = picture_store._said(self.found, {"creator": "Ostap Mak", "caption": ""})
        self.assertEqual(said, {"caption": "A bridge", "credit": "x" * 300})


class DevelopTests(OwnFolder, TestCase):
    def setUp(self):
        super().setUp()
        self.picture = picture_store.store(photograph(400, 300))

    def expected(self):
        return sorted(
            prints.path(self.picture, self.picture.cut(shape).name, file)
            for shape in DECLARED
            for file in self.picture.cut(shape).prints
        )

    def test_it_makes_every_declared_rendition_and_no_other(self):
        tasks.develop.call(self.picture.pk)
        self.assertEqual(self.files(), sorted([self.picture.original.name, *self.expected()]))
        for print_set in PrintSet.objects.all():
            for file, length in print_set.bytes.items():
                lies_at = self.folder / prints.path(self.picture, print_set.cut, file)
                self.assertEqual(lies_at.stat().st_size, length)

    def test_a_second_run_makes_nothing_anew(self):
        tasks.develop.call(self.picture.pk)
        moments = {path: (self.folder / path).stat().st_mtime_ns for path in self.expected()}
        tasks.develop.call(self.picture.pk)
        for path, moment in moments.items():
            self.assertEqual((self.folder / path).stat().st_mtime_ns, moment)

    def test_what_is_missing_of_a_cut_is_added(self):
        tasks.develop.call(self.picture.pk)
        cut = self.picture.whole
        print_set = PrintSet.objects.get(cut=cut.name)
        lacking = print_set.bytes.pop("360.avif")
        print_set.save()
        tasks.develop.call(self.picture.pk)
        print_set.refresh_from_db()
        self.assertEqual(print_set.bytes["360.avif"], lacking)

    def test_each_cut_is_there_for_readers_before_the_next_one_is_begun(self):
        made, develop = [], darkroom.develop

        def noting(content, wanted, notice):
            made.append(set(self.picture.print_sets.values_list("cut", flat=True)))
            return develop(content, wanted, notice)

        with mock.patch.object(darkroom, "develop", noting):
            tasks.develop.call(self.picture.pk)
        names = [self.picture.cut(shape).name for shape in DECLARED]
        self.assertEqual(made, [set(names[:place]) for place in range(len(names))])

    def test_a_picture_that_is_gone_is_no_trouble(self):
        tasks.develop.call(self.picture.pk + 1)

    def test_one_that_can_be_read_no_more_is_tried_again_later_and_fails_in_the_end(self):
        Path(self.picture.original.path).write_bytes(b"nothing")
        default_task_backend.clear()
        before = timezone.now()
        tasks.develop.call(self.picture.pk)
        self.assertFalse(PrintSet.objects.exists())
        (again,) = default_task_backend.results
        self.assertEqual(again.args, [self.picture.pk, 2])
        self.assertGreaterEqual(again.task.run_after, before + tasks.PAUSE)
        with self.assertRaises(UnusablePicture):
            tasks.develop.call(self.picture.pk, tasks.TRIES)
        self.assertEqual(len(default_task_backend.results), 1)


class ChangeTests(OwnFolder, TestCase):
    """What an editor changes afterwards is developed too, and nothing else is."""

    def setUp(self):
        super().setUp()
        self.picture = picture_store.store(photograph(400, 300))
        tasks.develop.call(self.picture.pk)
        default_task_backend.clear()

    def change(self, **values):
        for name, value in values.items():
            setattr(self.picture, name, value)
        picture_store.change(self.picture, list(values))
        return [(one.task, one.args) for one in default_task_backend.results]

    def test_another_point_or_crop_or_photographer_is_developed(self):
        for values in (
            {"focal_x": 0.9},
            {"crops": {"square": [0, 0, 0.75, 1]}},
            {"creator": "Ostap Mak"},
        ):
            default_task_backend.clear()
            self.assertEqual(self.change(**values), [(tasks.develop, [self.picture.pk])])
            tasks.develop.call(self.picture.pk)
        made = set(self.picture.print_sets.values_list("cut", flat=True))
        self.assertLessEqual({self.picture.cut(shape).name for shape in DECLARED}, made)

    def test_other_words_are_only_kept(self):
        self.assertEqual(self.change(caption="A bridge", is_syndicable=True), [])
        self.picture.refresh_from_db()
        self.assertEqual(self.picture.caption, "A bridge")


class RemoveTests(OwnFolder, TestCase):
    def setUp(self):
        super().setUp()
        self.picture = picture_store.store(photograph(400, 300))
        tasks.develop.call(self.picture.pk)

    def test_the_files_go_with_the_row(self):
        with self.captureOnCommitCallbacks(execute=True):
            picture_store.remove(self.picture)
        self.assertEqual((Picture.objects.count(), self.files()), (0, []))

    def test_what_is_rolled_back_keeps_its_files(self):
        files = self.files()
        with self.captureOnCommitCallbacks():
            picture_store.remove(self.picture)
        self.assertEqual(self.files(), files)

    def test_a_picture_in_use_stays(self):
        article = make_draft()
        article.picture_uses.create(picture=self.picture)
        files = self.files()
        with self.assertRaises(ProtectedError):
            picture_store.remove(self.picture)
        self.assertEqual(self.files(), files)
