"""Files are looked at in a process of its own, which can go wrong in every way but one: ours."""

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.test import SimpleTestCase
from PIL import Image

from articles.pictures import darkroom, hatch
from articles.pictures.darkroom import Facts, inspect
from articles.pictures.intake import UnusablePicture

from . import files
from .files import FULL_XMP, bomb, file_of, marked, turned


class InspectTests(SimpleTestCase):
    def test_a_file_tells_its_size_its_words_and_where_to_look(self):
        seen = inspect(file_of(marked(300, 200), "JPEG", xmp=FULL_XMP))
        self.assertEqual((seen.width, seen.height, seen.tone), (300, 200, "#4000be"))
        self.assertTrue(0 < seen.focal[0] < 0.6 and 0 < seen.focal[1] < 0.6)
        self.assertEqual(
            seen.facts,
            Facts(
                headline="Порт працює",
                caption="Порт уранці",
                alt="Кран над водою",
                place="Одеса, Україна",
                taken_at=datetime(2026, 5, 1, 3, 20, 30, tzinfo=UTC),
                creator="Віра Місячна, Ґанна Їжак",
                credit="Фото: Місячна",
                copyright="© 2026 Місячна",
                usage_terms="Editorial use only",
            ),
        )

    def test_the_size_is_that_of_the_upright_picture(self):
        seen = inspect(turned(6))
        self.assertEqual((seen.width, seen.height), (40, 60))

    def test_a_moment_without_a_zone_is_one_of_the_sites_own_clock(self):
        records = files.iim((2, 55, b"20260701"), (2, 60, b"120000"))
        taken_at = inspect(files.with_iim(file_of(marked(), "JPEG"), records)).facts.taken_at
        here = datetime(2026, 7, 1, 12).astimezone()
        self.assertEqual(taken_at, here)
        self.assertIsNotNone(taken_at.tzinfo)

    def test_a_file_that_says_nothing_says_nothing(self):
        self.assertEqual(inspect(file_of(marked())).facts, Facts())

    def test_reasons_come_through_the_hatch(self):
        moving = file_of(
            marked(), "WEBP", save_all=True, append_images=[Image.new("RGB", (60, 40))]
        )
        for content, reason in (
            (b"<svg/>", "unknown"),
            (bomb(12_000, 12_000), "too-large"),
            (file_of(files.noise(), "JPEG")[:9_000], "damaged"),
            (moving, "animated"),
        ):
            with self.subTest(reason), self.assertRaises(UnusablePicture) as refused:
                inspect(content)
            self.assertEqual(refused.exception.reason, reason)


class LimitTests(SimpleTestCase):
    def setUp(self):
        self.enterContext(mock.patch.object(hatch, "LAB", "tests.articles.pictures.rogue"))

    def ask(self, deed, seconds=20):
        return hatch.ask(b"content", seconds, deed=deed)

    def assert_refused(self, deed, reason, seconds=20):
        with self.assertRaises(UnusablePicture) as refused:
            self.ask(deed, seconds)
        self.assertEqual(refused.exception.reason, reason)

    def test_a_file_over_which_the_decoder_sleeps_is_given_up_and_nothing_is_left(self):
        began = time.monotonic()
        labs, start = [], subprocess.Popen

        def started(*args, **options):
            labs.append(start(*args, **options))
            return labs[-1]

        with mock.patch.object(subprocess, "Popen", started):
            self.assert_refused("sleep", "costly", 0.5)
        self.assertLess(time.monotonic() - began, 30)
        (lab,) = labs
        with self.assertRaises(ProcessLookupError):
            os.kill(lab.pid, 0)

    def test_more_files_than_places_wait_for_each_other(self):
        began = time.monotonic()
        with ThreadPoolExecutor(3 * hatch.MOST_LABS) as readers:
            list(readers.map(lambda _: self.ask("doze"), range(3 * hatch.MOST_LABS)))
        self.assertGreaterEqual(time.monotonic() - began, 0.9)

    def test_a_crash_is_the_files_fault(self):
        self.assert_refused("crash", "damaged")

    def test_greed_for_memory_is_refused(self):
        self.assert_refused("greed", "costly")

    def test_greed_for_time_is_refused(self):
        self.assert_refused("work", "costly")

    def test_an_answer_that_is_none_is_an_operators_matter(self):
        for deed in ("silence", "garbage", "lies", "error"):
            with self.subTest(deed), self.assertRaises(hatch.LabFailure) as failed:
                self.ask(deed)
        self.assertIn("The library is missing.", str(failed.exception))

    def test_the_sites_secrets_stay_outside(self):
        with mock.patch.dict(os.environ, {"SECRET_KEY": "s", "DATABASE_URL": "d"}):
            seen = self.ask("look around").words["seen"]
        self.assertEqual(set(seen) - {"LC_CTYPE"}, set())

    def test_a_request_for_one_print_ends_within_ten_seconds(self):
        self.assertLess(darkroom.SECONDS_TO_READ + darkroom.SECONDS_PER_PRINT, 10)


class WorkerTests(SimpleTestCase):
    def test_forty_megapixels_and_bombs_leave_a_worker_alive_and_small(self):
        size = (7_300, 5_450)
        grey = Image.new("L", size, 99)
        test_set = {
            "rgb.jpg": (file_of(grey.convert("RGB"), "JPEG", progressive=True), "taken"),
            "cmyk.jpg": (file_of(Image.new("CMYK", size, 9), "JPEG"), "taken"),
            "clear.png": (file_of(Image.new("RGBA", size, 9), compress_level=1), "taken"),
            "deep.png": (file_of(Image.new("I;16", size, 9), compress_level=1), "taken"),
            "rgb.webp": (file_of(grey, "WEBP", method=0), "taken"),
            "bomb.png": (bomb(20_000, 20_000), "too-large"),
            "cut.webp": (file_of(files.noise(), "WEBP")[:-999], "damaged"),
        }
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, (content, _fate) in test_set.items():
                paths.append(Path(folder, name))
                paths[-1].write_bytes(content)
            run = subprocess.run(
                [sys.executable, "-m", "tests.articles.pictures.worker", *paths],
                cwd=settings.BASE_DIR,
                capture_output=True,
                check=True,
            )
        said = json.loads(run.stdout)
        self.assertEqual(
            said["became"], {name: fate for name, (_content, fate) in test_set.items()}
        )
        worker, lab = said["memory"]
        self.assertLess(worker, 512)
        self.assertLess(lab, 512)
