"""
Each turns the text of one setting into its value, or raises ValueError with the rule it breaks.

The rule is the middle of a sentence: "PORT {must be a whole number …}".
"""

import os
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from newsportal.languages.reserved import RESERVED_WORDS

SECRET_LENGTH = 50

YES = {"1", "yes", "true", "on"}
NO = {"0", "no", "false", "off"}


def text(value: str) -> str:
    return value


def yes_or_no(value: str) -> bool:
    if value.lower() in YES:
        return True
    if value.lower() in NO:
        return False
    raise ValueError("must be yes or no")


def whole_number(lowest: int, highest: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if re.fullmatch(r"[0-9]{1,9}", value) and lowest <= int(value) <= highest:
            return int(value)
        raise ValueError(f"must be a whole number from {lowest} to {highest}")

    return read


def words(value: str) -> list[str]:
    """Host names, separated by commas; no wildcard for all of them."""
    found = [word.strip() for word in value.split(",") if word.strip()]
    if not found or any(re.search(r"[\s/*]", word) for word in found):
        raise ValueError("must be host names separated by commas, without scheme, path or *")
    return found


def origin(value: str) -> str:
    """Scheme and host, without a path; empty stays empty."""
    if not value:
        return ""
    parts = split(value)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
        or parts.username is not None
    ):
        raise ValueError("must be an origin: http:// or https:// and a host, without a path")
    return f"{parts.scheme}://{parts.netloc}"


def origins(value: str) -> list[str]:
    return [origin(part.strip()) for part in value.split(",") if part.strip()]


def secret(value: str) -> str:
    if value and len(value) < SECRET_LENGTH:
        raise ValueError(f"must have at least {SECRET_LENGTH} characters")
    return value


def secrets(value: str) -> list[str]:
    return [secret(part.strip()) for part in value.split(",") if part.strip()]


def path_of_address(value: str) -> str:
    """The beginning of an address: no slash at the front, one at the end."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*(/[a-z0-9-]+)*/?", value):
        raise ValueError("must be made of small letters, digits and hyphens, like desk-7f3a/")
    first = value.split("/")[0]
    if first in set(RESERVED_WORDS) - {"admin"}:
        raise ValueError(f"must not begin with {first}/, where readers find something else")
    return value.rstrip("/") + "/"


def folder(default: Path) -> Callable[[str], Path]:
    def read(value: str) -> Path:
        path = Path(value) if value else default
        if not path.is_absolute():
            raise ValueError("must be a whole path, beginning with a slash")
        if value and not is_writable(path):
            raise ValueError("must be a folder in which this user may write")
        return path

    return read


def is_writable(folder: Path) -> bool:
    """Also one that is not there yet, where it can be made."""
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def postgresql_address(value: str) -> dict[str, Any] | None:
    """Django's description of a database from its address; None from an empty one."""
    if not value:
        return None
    parts = split(value)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(
            "must begin with postgresql://, for the portal runs on PostgreSQL only "
            "(there is no SQLite mode)"
        )
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ValueError("must end with the name of a database")
    # libpq's own form for a socket: postgresql:///name?host=/var/run/postgresql
    options = dict(parse_qsl(parts.query))
    return {
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }


def object_store(value: str) -> dict[str, Any] | None:
    """The options of Django's storage for an S3-compatible store; None from an empty address."""
    if not value:
        return None
    parts = split(value)
    bucket, options = parts.path.strip("/"), dict(parse_qsl(parts.query))
    is_whole = parts.username and parts.password and parts.hostname and bucket
    if parts.scheme not in {"s3", "s3+http"} or not is_whole or "/" in bucket:
        raise ValueError(
            "must be s3://, access key:secret key, @, the store's host, / and a bucket"
        )
    if set(options) - {"region"}:
        raise ValueError("may end with ?region= and nothing else")
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ValueError(
            "needs django-storages with S3: pip install --require-hashes -r requirements-s3.lock"
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    return {
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "endpoint_url": f"{'https' if parts.scheme == 's3' else 'http'}://{host}{port}",
        "region_name": options.get("region", "us-east-1"),
        "bucket_name": bucket,
    }


def split(value: str) -> Any:
    """The parts of an address; the port is read here because it may be wrong."""
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 -- raises ValueError
    except ValueError:
        raise ValueError("must be an address") from None
    return parts
