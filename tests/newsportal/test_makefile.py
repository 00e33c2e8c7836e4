"""The virtual environment that make prepares, with a stand-in for Python that installs nothing."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from django.test import SimpleTestCase

from newsportal.environment import ROOT

# Answers like a Python 3.12 with venv; notes each environment made and each installation.
PYTHON = """#!/bin/sh
case "$*" in
  *--version) echo 'Python 3.12.0' ;;
  '-m venv '*) echo made >> notes; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  '-m pip '*) echo installed >> notes; exit "${PIP_FAILS:-0}" ;;
esac
"""


class VenvTests(SimpleTestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="шлях із ")))
        shutil.copy(ROOT / "Makefile", self.folder)
        (self.folder / "requirements.lock").write_text("django==6.1.3\n")
        self.python = self.folder / "python"
        self.python.write_text(PYTHON)
        self.python.chmod(0o755)

    def make(self, **environ):
        answer = subprocess.run(
            ["make", "venv"],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "PYTHON": str(self.python), **environ},
            capture_output=True,
            text=True,
            check=False,
        )
        return answer.returncode

    def notes(self):
        """What was done since this was last asked."""
        notes = self.folder / "notes"
        done = notes.read_text().split() if notes.exists() else []
        notes.unlink(missing_ok=True)
        return done

    def test_it_is_made_once_and_the_lock_installed_when_it_is_another(self):
        self.assertEqual((self.make(), self.notes()), (0, ["made", "installed"]))
        self.assertEqual((self.make(), self.notes()), (0, []))
        (self.folder / "requirements.lock").write_text("django==6.1.4\n")
        self.assertEqual((self.make(), self.notes()), (0, ["installed"]))

    def test_one_that_was_killed_in_the_middle_is_made_anew(self):
        self.make()
        ended = subprocess.Popen(["true"])
        ended.wait()
        (self.folder / ".venv" / "half-made").write_text(str(ended.pid))
        self.notes()
        self.assertEqual((self.make(), self.notes()), (0, ["made", "installed"]))

    def test_an_installation_that_fails_leaves_the_old_one_usable(self):
        self.make()
        (self.folder / "requirements.lock").write_text("django==6.1.4\n")
        self.assertNotEqual(self.make(PIP_FAILS="1"), 0)
        self.notes()
        self.assertEqual((self.make(), self.notes()), (0, ["installed"]))
