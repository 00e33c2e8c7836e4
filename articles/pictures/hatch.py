"""
The hatch to the lab: hands a file in, waits no longer than it must, takes the answer out.

Every file is decoded in a process of its own, so that no file can take a web worker with it
(decision 13). Knows nothing of pictures.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.pictures.intake import UnusablePicture

LAB = "articles.pictures.lab"
# The folder in which the packages of the site lie.
_HOUSE = Path(__file__).resolve().parents[2]
# Of the words; prints are counted by the lab's own limit.
MOST_WORDS_BYTES = 1024 * 1024
_LAST_WORDS_BYTES = 4_000
# At once, for each process of the site; who comes later waits. Each lab may take half a gigabyte.
MOST_LABS = max(2, os.cpu_count() or 1)
_PLACES = threading.BoundedSemaphore(MOST_LABS)


class LabFailure(RuntimeError):
    """The lab went wrong for a reason that lies not in the file: an operator must see it."""


@dataclass(frozen=True)
class Answer:
    words: dict[str, Any]
    prints: list[bytes]


def ask(content: bytes, seconds: float, **order: Any) -> Answer:
    """
    The lab's answer to an order about a file, within so many seconds of its beginning.

    Files instead of pipes at both ends: nothing can block, and what comes back has a limit.
    Raises UnusablePicture, LabFailure.
    """
    with (
        _PLACES,
        tempfile.TemporaryFile() as file,
        tempfile.TemporaryFile() as asked,
        tempfile.TemporaryFile() as answer,
        tempfile.TemporaryFile() as complaints,
    ):
        file.write(content)
        file.seek(0)
        asked.write(json.dumps({"file": file.fileno(), "seconds": seconds, **order}).encode())
        asked.seek(0)
        # Without the environment, and so without the site's passwords.
        lab = subprocess.Popen(  # noqa: S603
            [sys.executable, "-E", "-s", "-W", "ignore", "-m", LAB],
            cwd=_HOUSE,
            env={},
            stdin=asked,
            stdout=answer,
            stderr=complaints,
            pass_fds=[file.fileno()],
            start_new_session=True,
        )
        try:
            lab.wait(seconds)
        except subprocess.TimeoutExpired:
            raise UnusablePicture("costly") from None
        finally:
            lab.kill()
            lab.wait()
        if lab.returncode:
            _explain(lab.returncode, complaints)
        answer.seek(0)
        return _taken(answer)


def _explain(code: int, complaints: Any) -> None:
    """Raise what an end other than a good one means."""
    if code == -signal.SIGXCPU or code == -signal.SIGKILL:
        raise UnusablePicture("costly")
    if code < 0:
        # A decoder that crashes over a file has read something that no camera writes.
        raise UnusablePicture("damaged")
    complaints.seek(0, 2)
    complaints.seek(max(complaints.tell() - _LAST_WORDS_BYTES, 0))
    raise LabFailure(complaints.read().decode(errors="replace"))


def _taken(answer: Any) -> Answer:
    """The answer in its parts; a lab that was taken over by a file may answer anything."""
    length = int.from_bytes(answer.read(8))
    if length > MOST_WORDS_BYTES:
        raise LabFailure("The words of the answer are too long.")
    try:
        words = json.loads(answer.read(length))
        refused = UnusablePicture(words["reason"]) if "reason" in words else None
        prints = [answer.read(int(size)) for size in words["sizes"]]
    except (ValueError, KeyError, TypeError) as error:
        raise LabFailure("The answer cannot be read.") from error
    if refused is not None:
        raise refused
    return Answer(words, prints)
