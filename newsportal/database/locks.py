"""
Locks between the processes of one clone.

They are advisory locks on open files, so that a killed process lets go of its own by dying.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait until nobody else holds the file, and hold it alone."""
    descriptor = open_lock_file(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def hold_shared(path: Path) -> int:
    """Hold the file together with others; the descriptor is the hold, closing it lets go."""
    descriptor = open_lock_file(path)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def hold_alone(path: Path) -> int:
    """Hold the file for as long as the process lives; BlockingIOError where another one does."""
    descriptor = open_lock_file(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor


def become_only_holder(descriptor: int) -> bool:
    """
    Turn a shared hold into a lone one where nobody else holds the file.

    A refusal may lose the shared hold too (flock(2) converts in two steps), so callers
    must be leaving, and must keep newcomers out meanwhile.
    """
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def open_lock_file(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
