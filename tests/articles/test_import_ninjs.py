"""The command import_ninjs, as an operator meets it."""

import io
import json
import shutil
import tempfile
from pathlib import Path

from django.core.files.storage import FileSystemStorage
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from articles import revisions
from articles.content import Content
from articles.models import Article, ImportedItem, Picture
from tags.models import Tag
from tests.articles.interchange.samples import FOLDER, paint, plain, with_picture
from tests.builders import make_language


class InterruptedStorage(FileSystemStorage):
    """A storage during whose work, at the second picture, the operator presses Ctrl-C."""

    first = None

    def _save(self, name, content):
        if name.startswith("originals/"):
            type(self).first = self.first or name
            if name != self.first:
                raise KeyboardInterrupt
        return super()._save(name, content)


class FullStorage(FileSystemStorage):
    """A disk without room."""

    def _save(self, *args, **kwargs):
        raise OSError("no space left")


class Terminal(io.StringIO):
    """Output that somebody is looking at."""

    def isatty(self):
        return True


class ImportNinjsTests(TestCase):
    def setUp(self):
        make_language("en")
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.output, self.errors = io.StringIO(), io.StringIO()

    def put(self, name, *found):
        text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in found)
        (self.folder / name).write_text(text, encoding="utf-8")

    def run_command(self, *options, path=None, **keywords):
        call_command(
            "import_ninjs",
            str(path or self.folder),
            *options,
            stdout=self.output,
            stderr=self.errors,
            **keywords,
        )

    def assert_fails(self, *options):
        with self.assertRaises(CommandError) as caught:
            self.run_command(*options)
        return caught.exception

    def test_the_samples_of_every_shape_go_in(self):
        for code in ("de", "nb", "sv", "uk"):
            make_language(code)
        with self.assertRaises(CommandError):
            self.run_command(path=FOLDER)
        self.assertIn("4 items: 4 created", self.output.getvalue())
        self.assertEqual(Article.objects.visible().count(), 4)
        # The Swedish one has pictures, and the samples come without them.
        for line in self.errors.getvalue().splitlines():
            self.assertRegex(line, r"sv-pictures.json: picture [12]: the file .* is not there")

    def test_what_cannot_be_read_is_reported_by_place_and_field_and_the_rest_goes_in(self):
        self.put("a.jsonl", plain("urn:1"), "{broken", plain("urn:3", language="fi"))
        self.put("b.json", json.dumps([plain("urn:4"), plain("urn:5", expires="soon")]))
        self.assertEqual(self.assert_fails().returncode, 1)
        said = self.errors.getvalue()
        self.assertIn("a.jsonl, line 2: is not JSON", said)
        self.assertIn("a.jsonl, line 3: language: there is no edition for “fi”", said)
        self.assertIn("b.json, item 2: expires: “soon” is no date", said)
        self.assertIn("5 items: 2 created", self.output.getvalue())
        self.assertIn("3 failed.", self.output.getvalue())

    def test_no_item_can_drive_the_operator_s_terminal(self):
        self.put("a.json", plain(expires="\x1b[2Jsoon", subjects=[{"uri": "x"}]))
        self.assert_fails()
        self.assertIn("expires: “[2Jsoon” is no date", self.errors.getvalue())

    def test_without_trouble_the_command_succeeds_and_run_again_does_nothing(self):
        self.put("a.json", plain())
        self.run_command()
        self.run_command()
        self.assertIn("1 created, 0 updated, 0 unchanged", self.output.getvalue())
        self.assertIn("0 created, 0 updated, 1 unchanged", self.output.getvalue())
        self.assertEqual(self.errors.getvalue(), "")

    def test_drafts_on_demand(self):
        self.put("a.json", plain())
        self.run_command("--draft")
        self.assertIn("1 drafted", self.output.getvalue())
        self.assertFalse(Article.objects.visible().exists())

    def test_drafts_on_demand_are_published_by_a_run_without_it(self):
        self.put("a.json", plain())
        for options in (["--draft"], ["--draft"], []):
            self.assertFalse(Article.objects.visible().exists())
            self.run_command(*options)
        self.assertIn("1 items: 1 created", self.output.getvalue())
        self.assertTrue(Article.objects.visible().exists())

    def test_a_draft_that_an_editor_has_touched_is_the_editor_s_to_publish(self):
        self.put("a.json", plain())
        self.run_command("--draft")
        revisions.save(Article.objects.get(), Content(headline="Edited by hand"))
        self.run_command()
        self.assertFalse(Article.objects.visible().exists())

    def test_a_refused_picture_is_a_failure_but_not_of_the_text(self):
        self.put("a.json", plain(associations=with_picture("https://wire.example/a.jpg")))
        self.assertIn("0 items failed, 1 problems", str(self.assert_fails()))
        self.assertIn("a.json: picture 1: no local file", self.errors.getvalue())
        self.assertTrue(Article.objects.visible().exists())

    def test_notes_are_told_and_silenced(self):
        self.put("a.json", plain(versionCreated=None))
        self.run_command(verbosity=0)
        self.assertEqual(self.output.getvalue(), "")
        self.put("a.json", plain("urn:2", versionCreated=None))
        self.run_command()
        self.assertIn("a.json: note: has no date", self.output.getvalue())

    def test_interrupted_in_mid_item_nothing_of_that_item_is_in_and_a_second_run_goes_on(self):
        paint(self.folder / "mill.jpg")
        self.put("a.json", plain("urn:1"))
        paint(self.folder / "tram.jpg", colour="red")
        illustrated = with_picture("mill.jpg") + with_picture("tram.jpg")
        self.put("b.json", plain("urn:2", associations=illustrated, subjects=[{"name": "Mill"}]))
        storage = f"{__name__}.InterruptedStorage"
        with override_settings(STORAGES={"default": {"BACKEND": storage}}):
            error = self.assert_fails()
        self.assertEqual(error.returncode, 130)
        self.assertIn("Run the same command again", str(error))
        self.assertEqual(list(ImportedItem.objects.values_list("uri", flat=True)), ["urn:1"])
        self.assertFalse(Tag.objects.exists() or Picture.objects.exists())
        self.run_command()
        self.assertIn("2 items: 1 created, 0 updated, 1 unchanged", self.output.getvalue())

    def test_a_long_import_shows_its_progress_on_a_terminal(self):
        self.output = Terminal()
        self.put("a.jsonl", *(plain(f"urn:{number}") for number in range(30)))
        self.run_command()
        self.assertIn("items so far …", self.output.getvalue())

    def test_a_surprise_is_reported_and_the_rest_goes_in(self):
        paint(self.folder / "mill.jpg")
        self.put("a.json", plain("urn:1", associations=with_picture("mill.jpg")))
        self.put("b.json", plain("urn:2"))
        backend = {"default": {"BACKEND": "tests.articles.test_import_ninjs.FullStorage"}}
        with override_settings(STORAGES=backend):
            self.assert_fails()
            with self.assertRaises(OSError):
                self.run_command(traceback=True)
        self.assertIn(
            "a.json: item: cannot be taken in: OSError: no space left", self.errors.getvalue()
        )
        self.assertEqual(ImportedItem.objects.get().uri, "urn:2")
