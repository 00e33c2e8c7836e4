"""
The worker of the task queue, as a process beside the web server: started, restarted, stopped.

What it works off is in the database; a server of its own on another machine works as well.
"""

import os
import subprocess
import sys
import threading

from newsportal.environment import ROOT
from newsportal.parent import PARENT

PAUSE_SECONDS = 2
# A task that is being done is given so long to end.
STOP_SECONDS = 10


class QueueWorker:
    """At most one process, which ends with this one, also when this one is killed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_kept = False
        self._is_ending = threading.Event()

    def start(self, *, is_urgent: bool = True) -> None:
        """
        Start it, where it was not, and again whenever it ends by itself.

        Not urgent: in a moment, when the pages that readers wait for have their processes.
        """
        if not self._is_kept:
            self._is_kept = True
            if is_urgent:
                self._process = _process()
            threading.Thread(target=self._keep, daemon=True).start()

    def stop(self) -> None:
        """Stop it, where it was started; an unfinished task is left as it is after a while."""
        self._is_ending.set()
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _keep(self) -> None:
        while True:
            if self._process is not None:
                self._process.wait()
            if self._is_ending.wait(PAUSE_SECONDS):
                return
            self._process = _process()


def _process() -> subprocess.Popen[bytes]:
    """A group of its own: Ctrl-C in a terminal is for the parent, which then stops it."""
    return subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, str(ROOT / "manage.py"), "work", "--verbosity", "0"],
        env={**os.environ, PARENT: str(os.getpid()), "NEWSPORTAL_UNHURRIED": "1"},
        process_group=0,
    )
