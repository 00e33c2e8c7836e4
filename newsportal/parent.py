"""
Ends a process when the one that started it has ended.

A killed parent cannot stop its children; left alone they would keep the port, or the queue.
"""

import os
import signal
import threading
import time

LOOK_SECONDS = 0.5
# Told by the parent, for it may be gone before the child first looks.
PARENT = "NEWSPORTAL_SERVER"


def end_with_parent() -> None:
    """From now on; a process that nobody told of a parent lives for itself."""
    if PARENT in os.environ:
        parent = int(os.environ[PARENT])
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
