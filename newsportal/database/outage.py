"""
Whether the database is known to be away, so that not every page waits to find out.

A page waits seconds for a connection. Once one has waited in vain, the process asks the server
itself, which costs a refused connection a moment and no login, and serves on when it answers.
"""

import threading
import time

from django.db import connection
from psycopg import pq
from psycopg.conninfo import make_conninfo
from psycopg_pool import PoolTimeout

ASKED_EVERY_SECONDS = 1
LONGEST_ASKED_SECONDS = 1

_lock = threading.Lock()
# When the server may be asked again; None while it is not known to be away.
_ask_at: float | None = None


def learn(error: BaseException) -> None:
    """What a failed statement says: whether no connection was to be had."""
    global _ask_at
    if isinstance(error.__cause__, PoolTimeout):
        _ask_at = time.monotonic() + ASKED_EVERY_SECONDS


def is_known() -> bool:
    """Whether the database is away as far as this process knows; at most a second old."""
    global _ask_at
    with _lock:
        if _ask_at is None:
            return False
        if time.monotonic() >= _ask_at:
            _ask_at = None if _answers() else time.monotonic() + ASKED_EVERY_SECONDS
        return _ask_at is not None


def forget() -> None:
    """Know nothing again."""
    global _ask_at
    _ask_at = None


def _answers() -> bool:
    """Whether the server accepts connections."""
    given = connection.get_connection_params()
    where = {name: given[name] for name in ("host", "port", "dbname", "user") if given.get(name)}
    said = pq.PGconn.ping(make_conninfo(**where, connect_timeout=LONGEST_ASKED_SECONDS).encode())
    return said == pq.Ping.OK
