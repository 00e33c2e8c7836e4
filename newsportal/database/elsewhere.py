"""Sees, before anything is begun, that the server which DATABASE_URL names can be used."""

from collections.abc import Mapping
from typing import Any

import psycopg

from newsportal.database.binaries import OLDEST_MAJOR
from newsportal.database.failure import DatabaseUnavailable

PATIENCE_SECONDS = 10

CURE = (
    "Set DATABASE_URL=postgresql://user:password@host:5432/name, or leave it out for a database "
    "under var/."
)


def require(described: Mapping[str, Any]) -> None:
    """
    Connect once to the database that is described in Django's words.

    Raises DatabaseUnavailable when nobody answers, or an older version than the site runs on.
    """
    try:
        with psycopg.connect(**parameters(described)) as connection:
            major = connection.info.server_version // 10_000
    except (psycopg.Error, UnicodeError) as error:
        raise DatabaseUnavailable(
            f"DATABASE_URL names a database that cannot be used: {str(error).strip()}\n{CURE}"
        ) from error
    if major < OLDEST_MAJOR:
        raise DatabaseUnavailable(
            f"DATABASE_URL must name a PostgreSQL {OLDEST_MAJOR} or newer; it is {major}. {CURE}"
        )


def parameters(described: Mapping[str, Any]) -> dict[str, Any]:
    """The same in the words of libpq; what is empty is left to its defaults."""
    options = {name: value for name, value in described["OPTIONS"].items() if name != "pool"}
    address = {
        "dbname": described["NAME"],
        "user": described["USER"],
        "password": described["PASSWORD"],
        "host": described["HOST"],
        "port": described["PORT"],
    }
    given = {name: value for name, value in address.items() if value}
    return {"connect_timeout": PATIENCE_SECONDS, **given, **options}
