"""
Remembers for a day (UTC), for all processes of a machine, that something was seen before.

What is remembered is a Bloom filter: bits, of which nobody can read what set them. It lives in a
file that the processes map into their memory, one a day, made by whoever comes first; those of
former days are deleted. Nothing waits for a lock: where two processes set bits of one byte at
the same moment one bit may be lost, and a repeat be taken for new. Where no file can be made a
process remembers for itself alone. Keeps no name, address or order of what it saw.
"""

import hashlib
import logging
import mmap
import os
import secrets
import struct
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

# 2 ** 25 bits, 4 MB: of 1,000,000 things a day about four are taken for seen that were not.
BITS = 1 << 25
HASHES = 8
SALT_BYTES = 16
FILE_BYTES = SALT_BYTES + BITS // 8

_POSITIONS = struct.Struct(f"<{HASHES}I")

logger = logging.getLogger(__name__)


def false_positives(count: int) -> float:
    """Which part of what is new is taken for seen, after so many different things."""
    still_empty = (1 - 1 / BITS) ** (HASHES * count)
    return float((1 - still_empty) ** HASHES)


class Seen:
    """
    What one process knows of the day's file. One thread at a time.

    Without a `folder` it remembers for itself. Who has the file but not the `secret` cannot even
    try whether something known to him is in it. `clock` gives seconds since 1970.
    """

    def __init__(
        self,
        folder: Path | None = None,
        secret: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._folder = folder
        self._secret = hashlib.blake2b(secret.encode()).digest()
        self._clock = clock
        self._day: date | None = None

    def is_new(self, *what: object) -> bool:
        """Whether this was not seen today; from now on it was. Costs the same for everything."""
        today = datetime.fromtimestamp(self._clock(), UTC).date()
        if today != self._day:
            self._begin(today)
        is_new = False
        for position in self._positions(what):
            place, bit = SALT_BYTES + (position >> 3), 1 << (position & 7)
            if not self._bytes[place] & bit:
                is_new = True
                self._bytes[place] |= bit
        return is_new

    def _positions(self, what: tuple[object, ...]) -> list[int]:
        words = "\0".join(map(str, what)).encode(errors="replace")
        digest = hashlib.blake2b(words, digest_size=_POSITIONS.size, key=self._key).digest()
        return [number % BITS for number in _POSITIONS.unpack(digest)]

    def _begin(self, today: date) -> None:
        self._bytes = self._of_all(today) or self._own()
        salt = self._bytes[:SALT_BYTES]
        self._key = hashlib.blake2b(salt, digest_size=64, key=self._secret).digest()
        self._day = today

    def _of_all(self, today: date) -> mmap.mmap | None:
        """The day's file, made if there is none; None where that cannot be."""
        if self._folder is None:
            return None
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _forget_before(today, self._folder)
            return _opened(self._folder / today.isoformat())
        except OSError:
            logger.warning("Repeats are known to each process alone today.", exc_info=True)
            return None

    def _own(self) -> mmap.mmap:
        memory = mmap.mmap(-1, FILE_BYTES)
        memory[:SALT_BYTES] = secrets.token_bytes(SALT_BYTES)
        return memory


def _opened(path: Path) -> mmap.mmap:
    """The file in memory, shared; OSError where it is not what it should be."""
    if not path.exists():
        _make(path)
    with path.open("r+b") as file:
        if os.fstat(file.fileno()).st_size != FILE_BYTES:
            raise OSError(f"{path} has a strange length.")
        return mmap.mmap(file.fileno(), FILE_BYTES)


def _make(path: Path) -> None:
    """Give the day an empty file, whole or not at all; another process's is left alone."""
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            # Zeros that are written, not a hole: on a full disk a hole would kill who sets a bit.
            file.write(secrets.token_bytes(SALT_BYTES) + bytes(FILE_BYTES - SALT_BYTES))
        os.link(unfinished, path)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()


def _forget_before(today: date, folder: Path) -> None:
    """Delete the files of former days, the unfinished ones too."""
    for path in folder.iterdir():
        # Days written like this are ordered as words are.
        if path.name[:10] < today.isoformat():
            path.unlink(missing_ok=True)
