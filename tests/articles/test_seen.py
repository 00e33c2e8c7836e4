"""What was seen today is known to all processes of a machine, and nobody can read who saw it."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

from django.test import SimpleTestCase

from articles import seen
from articles.seen import Seen, false_positives
from newsportal.environment import ROOT

DAY_SECONDS = 86_400
MORNING = 20_000 * DAY_SECONDS + 3600.0
TODAY = "2024-10-04"

TRY = """
import sys
from pathlib import Path
from articles.seen import Seen
memory = Seen(Path(sys.argv[1]), "secret")
sys.stdin.readline()
print(sum(memory.is_new(number) for number in range(500)))
"""


class SeenTests(SimpleTestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "seen"
        self.now = MORNING

    def process(self, key="of the site"):
        """What another process of the machine would have."""
        return Seen(self.folder, key, lambda: self.now)

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())

    def test_what_one_process_saw_is_known_to_the_others(self):
        first, second = self.process(), self.process()
        self.assertTrue(first.is_new(7, "192.0.2.7"))
        self.assertFalse(second.is_new(7, "192.0.2.7"))
        self.assertTrue(second.is_new(8, "192.0.2.7"))
        self.assertFalse(first.is_new(8, "192.0.2.7"))
        self.assertEqual(self.files(), [TODAY])

    def test_it_lasts_until_the_day_ends_in_utc(self):
        memory = self.process()
        memory.is_new(7)
        self.now = MORNING - 3600 + DAY_SECONDS - 1
        self.assertFalse(memory.is_new(7))
        self.now += 1
        self.assertTrue(memory.is_new(7))
        self.assertFalse(self.process().is_new(7))

    def test_former_days_are_deleted_with_what_was_never_finished(self):
        self.process().is_new(7)
        for name in ("2024-10-03.unfinished", f"{TODAY}.unfinished"):
            (self.folder / name).touch()
        self.now += DAY_SECONDS
        self.process().is_new(7)
        self.assertEqual(self.files(), ["2024-10-05"])

    def test_nothing_in_the_file_names_anybody_and_nobody_else_may_open_it(self):
        self.process().is_new(7, "192.0.2.7", "Mozilla/5.0 Firefox")
        (file,) = self.folder.iterdir()
        content = file.read_bytes()
        self.assertEqual(len(content), seen.FILE_BYTES)
        self.assertEqual(sum(map(int.bit_count, content[seen.SALT_BYTES :])), seen.HASHES)
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)

    def test_without_the_secret_the_file_answers_no_question(self):
        self.process().is_new(7, "192.0.2.7")
        self.assertTrue(self.process("guessed").is_new(7, "192.0.2.7"))

    def test_each_day_has_a_salt_of_its_own(self):
        self.process().is_new(7)
        first = (self.folder / TODAY).read_bytes()
        self.now += DAY_SECONDS
        self.process().is_new(7)
        self.assertNotEqual((self.folder / "2024-10-05").read_bytes(), first)

    def test_where_no_file_can_be_made_a_process_remembers_for_itself(self):
        self.folder.touch()
        with self.assertLogs("articles.seen", "WARNING") as said:
            first, second = self.process(), self.process()
            self.assertEqual([first.is_new(7), first.is_new(7)], [True, False])
            self.assertTrue(second.is_new(7))
        self.assertIn("each process alone", said.output[0])
        self.assertEqual(len(said.output), 2)

    def test_a_file_of_a_strange_length_is_not_used(self):
        self.folder.mkdir()
        (self.folder / TODAY).write_bytes(b"short")
        with self.assertLogs("articles.seen", "WARNING"):
            self.assertTrue(self.process().is_new(7))

    def test_who_comes_second_keeps_the_first_one_s_file(self):
        self.process().is_new(7)
        seen._make(self.folder / TODAY)
        self.assertFalse(self.process().is_new(7))
        self.assertEqual(self.files(), [TODAY])

    def test_processes_that_begin_together_have_one_file_and_count_each_thing_once(self):
        began = [
            subprocess.Popen(
                [sys.executable, "-c", TRY, str(self.folder)],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(3)
        ]
        for process in began:
            process.stdin.write("\n")
            process.stdin.flush()
        counts = [int(process.communicate(timeout=60)[0]) for process in began]
        self.assertEqual(len(self.files()), 1)
        # Processes in step may lose a bit of each other's, and never count too little.
        self.assertTrue(500 <= sum(counts) <= 520, counts)


class BoundTests(SimpleTestCase):
    def test_of_a_million_reads_a_day_five_or_less_are_not_counted(self):
        self.assertLess(false_positives(1_000_000), 5e-6)
        self.assertLess(false_positives(4_000_000), 0.03)
        self.assertLess(seen.FILE_BYTES, 5_000_000)

    def test_the_calculation_agrees_with_what_happens(self):
        with mock.patch.object(seen, "BITS", 1 << 15):
            memory = Seen()
            for number in range(4_000):
                memory.is_new("known", number)
            # Each question sets bits too, so only some are asked.
            wrong = sum(not memory.is_new("other", number) for number in range(400))
            self.assertAlmostEqual(wrong / 400, false_positives(4_200), delta=0.08)

    def test_a_read_costs_microseconds(self):
        memory = Seen()
        memory.is_new(0)
        began = time.perf_counter()
        for number in range(10_000):
            memory.is_new(number)
        self.assertLess((time.perf_counter() - began) / 10_000, 0.000_2)
