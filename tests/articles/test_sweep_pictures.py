"""The sweep finds files that belong to no picture, says so first, and leaves the rest alone."""

import io
import os
import time
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import TestCase

from articles import picture_sweep
from articles.models import Picture
from tests.builders import make_picture, store_picture

TWO_HOURS = 7200


def swept(**options):
    """What the command says, on both of its channels."""
    said, warned = io.StringIO(), io.StringIO()
    call_command("sweep_pictures", stdout=said, stderr=warned, **options)
    return said.getvalue(), warned.getvalue()


def stray(path, age_seconds=TWO_HOURS):
    """A file of nobody's, so old."""
    name = default_storage.save(path, ContentFile(b"x" * 2048))
    moment = time.time() - age_seconds
    os.utime(default_storage.path(name), (moment, moment))
    return name


class SweepTests(TestCase):
    def setUp(self):
        for name in picture_sweep.look().orphans:
            default_storage.delete(name[0])
        self.picture = store_picture("maroon")
        for folder, _folders, files in os.walk(default_storage.location):
            for name in files:
                moment = time.time() - TWO_HOURS
                os.utime(Path(folder) / name, (moment, moment))
        picture_sweep.remove(picture_sweep.look())

    def test_files_of_pictures_are_no_strays(self):
        self.assertIn("No file without a picture", swept()[0])
        swept(remove=True)
        self.assertTrue(default_storage.exists(self.picture.original.name))

    def test_without_the_option_it_only_says_what_it_would_do(self):
        original = stray("originals/nobodys")
        rendition = stray("pictures/unknown-key/whole/360.jpg")
        said = swept()[0]
        for name in (original, rendition):
            self.assertIn(name, said)
            self.assertTrue(default_storage.exists(name))
        self.assertIn("Would remove 2 files, 4.0\xa0KB", said)

    def test_with_the_option_strays_go_and_their_folders_too(self):
        original = stray("originals/nobodys-either")
        rendition = stray("pictures/another-key/360.jpg")
        self.assertIn("Removed 2 of 2 files", swept(remove=True)[0])
        for name in (original, rendition, "pictures/another-key"):
            self.assertFalse(default_storage.exists(name))
        self.assertTrue(default_storage.exists(self.picture.original.name))

    def test_files_younger_than_an_hour_are_left_alone(self):
        young = stray("originals/just-coming", age_seconds=3000)
        said = swept(remove=True)[0]
        self.assertTrue(default_storage.exists(young))
        self.assertIn("1 files younger than an hour", said)
        default_storage.delete(young)

    def test_a_file_that_found_its_picture_meanwhile_is_kept(self):
        name = stray("originals/found-late")
        findings = picture_sweep.look()
        make_picture("late", original=name)
        self.assertEqual(picture_sweep.remove(findings), 0)
        self.assertTrue(default_storage.exists(name))
        default_storage.delete(name)

    def test_the_files_of_a_deleted_picture_are_found(self):
        name = self.picture.original.name
        rendition = stray(f"pictures/{self.picture.key}/wide/72.jpg")
        self.picture.print_sets.create(cut="wide", bytes={"72.jpg": 2048})
        self.assertNotIn(rendition, swept()[0])
        Picture.objects.all().delete()
        said = swept(remove=True)[0]
        self.assertIn(name, said)
        self.assertIn(rendition, said)
        self.assertFalse(default_storage.exists(name))

    def test_what_no_row_names_is_found_beside_what_rows_name(self):
        folder = f"pictures/{self.picture.key}"
        named = stray(f"{folder}/wide-1/360.jpg")
        self.picture.print_sets.create(cut="wide-1", bytes={"360.jpg": 2048})
        strays = [stray(f"{folder}/wide-1/9999.jpg"), stray(f"{folder}/wide-2/360.jpg")]
        strays.append(stray("pictures/loose.jpg"))
        late = stray(f"{folder}/wide-3/360.jpg")
        findings = picture_sweep.look()
        self.assertCountEqual([path for path, _size in findings.orphans], [*strays, late])
        self.picture.print_sets.create(cut="wide-3", bytes={"360.jpg": 2048})
        self.assertEqual(picture_sweep.remove(findings), 3)
        for path, is_there in {named: True, late: True, strays[0]: False}.items():
            self.assertEqual(default_storage.exists(path), is_there, path)
        self.assertFalse(default_storage.exists(f"{folder}/wide-2"))

    def test_a_picture_without_its_original_is_reported_and_stays(self):
        default_storage.delete(self.picture.original.name)
        _said, warned = swept(remove=True)
        self.assertIn(f"picture {self.picture.pk} ", warned)
        self.assertTrue(Picture.objects.filter(pk=self.picture.pk).exists())
