"""
The editions as every request needs them: which exist, and which one an address belongs to.

Rows change a few times in a paper's life and are asked for on every request, so each process
remembers them for a few seconds: an edition launched in the admin answers everywhere within
`REMEMBERED_SECONDS` with no restart and no message between workers. While the database does not
answer, the last known ones hold; a file keeps them for a process that starts in such an hour.
"""

import contextlib
import time
from contextvars import ContextVar

from . import snapshot
from .models import Language

REMEMBERED_SECONDS = 5

_remembered: tuple[float, tuple[Language, ...]] | None = None
# An edition that is shown to one person of the newsroom before its launch.
_opened: ContextVar[Language | None] = ContextVar("opened", default=None)


def all_editions():
    """Every edition in its order, launched or not; at most `REMEMBERED_SECONDS` old."""
    global _remembered
    now = time.monotonic()
    if _remembered is None or now - _remembered[0] > REMEMBERED_SECONDS:
        last_known = _remembered[1] if _remembered else None
        if last_known is not None:
            # Whoever asks while this one reads goes on with what was known.
            _remembered = (now, last_known)
        rows = snapshot.read_rows(last_known)
        # From after the reading: without a database it lasts as long as a pool waits.
        _remembered = (time.monotonic(), rows)
    return _remembered[1]


def launched():
    """The editions that readers see; while one is opened for the newsroom, that one too."""
    opened = _opened.get()
    return tuple(
        language for language in all_editions() if language.is_launched or language == opened
    )


@contextlib.contextmanager
def opened(language):
    """Let an edition that is not launched answer within this block."""
    token = _opened.set(language)
    try:
        yield
    finally:
        _opened.reset(token)


def default():
    """The default edition, else the first one launched, else None."""
    editions = launched()
    return next((language for language in editions if language.is_default), None) or next(
        iter(editions), None
    )


def prefix_of(path):
    """The launched edition whose prefix is the path's first word, else None."""
    return _with_prefix(path, launched())


def unlaunched_of(path):
    """The edition that is not launched yet and whose prefix the path begins with, else None."""
    return _with_prefix(path, [one for one in all_editions() if not one.is_launched])


def of_path(path):
    """The edition of an address: by its prefix, else the one without, else the default."""
    language = prefix_of(path)
    if language is None:
        language = next((one for one in launched() if not one.prefix), None) or default()
    return language


def forget(**_signal):
    """Read the rows again at the next request; called when one is saved or deleted."""
    global _remembered
    _remembered = None


def _with_prefix(path, editions):
    first_word = path.lstrip("/").partition("/")[0]
    return next((one for one in editions if one.prefix and one.prefix == first_word), None)
