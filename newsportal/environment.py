"""
Reads the settings of a site from its environment, all of them from one table.

Every wrong or missing one is reported at once, with its name and the cure; nothing is guessed.
"""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from newsportal import readers

ROOT = Path(__file__).resolve().parent.parent

# What a running site keeps: the embedded database, pictures, collected static files, its key.
VAR = ROOT / "var"

SECRET_KEY_FILE = VAR / "secret-key"


@dataclass(frozen=True)
class Setting:
    """One line of the table: its name, how it is read, what holds without it."""

    name: str
    read: Callable[[str], Any]
    default: str
    meaning: str
    example: str
    is_secret: bool = False


SETTINGS = [
    Setting(
        "DATABASE_URL",
        readers.postgresql_address,
        "",
        "The PostgreSQL to use (15 or newer). Without it, one is started under `var/`.",
        "postgresql://portal:password@db.example.org:5432/portal",
        is_secret=True,
    ),
    Setting(
        "PG_BIN",
        readers.text,
        "",
        "Folder of the PostgreSQL programs for the database under `var/`, where the ones that "
        "come with the requirements should not be used.",
        "/usr/lib/postgresql/18/bin",
    ),
    Setting(
        "SECRET_KEY",
        readers.secret,
        "",
        "Signs sessions and forms; at least 50 characters. Without it, a local one is made in "
        "`var/secret-key`; a site with `BEHIND_HTTPS` must name its own.",
        "<50 random characters>",
        is_secret=True,
    ),
    Setting(
        "SECRET_KEY_FALLBACKS",
        readers.secrets,
        "",
        "Former keys, separated by commas, still accepted while a new one comes into use.",
        "<the former key>",
        is_secret=True,
    ),
    Setting("DEBUG", readers.yes_or_no, "no", "Shows errors in the browser (`make dev`).", "no"),
    Setting(
        "PORT",
        readers.whole_number(1, 65535),
        "8000",
        "Where `make run` and `make dev` listen, on 127.0.0.1.",
        "8000",
    ),
    Setting(
        "WORKERS",
        readers.whole_number(1, 256),
        "2",
        "Processes of the web server.",
        "2",
    ),
    Setting(
        "THREADS",
        readers.whole_number(1, 256),
        "4",
        "Requests that one process answers at a time, and its most database connections.",
        "4",
    ),
    Setting(
        "ALLOWED_HOSTS",
        readers.words,
        "127.0.0.1,localhost,[::1]",
        "Host names the site answers to, separated by commas.",
        "news.example.org",
    ),
    Setting(
        "SITE_URL",
        readers.origin,
        "",
        "The origin of absolute addresses (feeds, canonical links). Without it, "
        "`http://127.0.0.1:` and the port.",
        "https://news.example.org",
    ),
    Setting(
        "CSRF_TRUSTED_ORIGINS",
        readers.origins,
        "",
        "Further origins whose forms are accepted, separated by commas.",
        "https://desk.example.org",
    ),
    Setting(
        "BEHIND_HTTPS",
        readers.yes_or_no,
        "no",
        "The site stands behind a proxy that speaks HTTPS and sets `X-Forwarded-Proto` itself: "
        "secure cookies, HSTS, and http answered with a redirect.",
        "yes",
    ),
    Setting(
        "ADMIN_PATH",
        readers.path_of_address,
        "admin/",
        "Where the newsroom's screens are.",
        "admin/",
    ),
    Setting(
        "MEDIA_ROOT",
        readers.folder(VAR / "media"),
        "",
        "Folder of the pictures. Without it, `var/media`.",
        "/srv/newsportal/media",
    ),
    Setting(
        "PICTURE_STORE",
        readers.object_store,
        "",
        "An S3-compatible store for the pictures in the place of `MEDIA_ROOT`: access key, secret "
        "key, host and bucket in one address; `?region=…` where the store has regions, `s3+http` "
        "where it speaks no HTTPS. The bucket stays private. Needs `requirements-s3.lock`.",
        "s3://key:secret@s3.example.org/pictures?region=eu-central-1",
        is_secret=True,
    ),
]


def read_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    """
    The value of every setting, by name.

    Raises ImproperlyConfigured with one line for each that is wrong or missing.
    """
    values: dict[str, Any] = {}
    problems: list[str] = []
    for setting in SETTINGS:
        given = environ.get(setting.name, "").strip()
        try:
            values[setting.name] = setting.read(given or setting.default)
        except ValueError as error:
            problems.append(complaint(setting, given, str(error)))
    problems += missing_together(values, environ)
    if problems:
        raise ImproperlyConfigured("\n".join(problems))
    return values


def complaint(setting: Setting, given: str, rule: str) -> str:
    shown = "" if setting.is_secret else f"; it is {given!r}"
    return f"{setting.name} {rule}{shown}. Set {setting.name}={setting.example} or leave it out."


def missing_together(values: Mapping[str, Any], environ: Mapping[str, str]) -> list[str]:
    """Settings that are needed because of another one."""
    if not values.get("BEHIND_HTTPS"):
        return []
    needed = {
        "SECRET_KEY": "sessions would be signed with a key of this machine",
        "ALLOWED_HOSTS": "the site would answer to nobody",
        "SITE_URL": "its absolute addresses would lead to 127.0.0.1",
    }
    examples = {setting.name: setting.example for setting in SETTINGS}
    return [
        f"{name} is missing, and with BEHIND_HTTPS {reason}. Set {name}={examples[name]}."
        for name, reason in needed.items()
        if not environ.get(name, "").strip()
    ]


def local_secret_key() -> str:
    """The key of this clone, made by `make_local_secret_key`; empty where there is none."""
    try:
        return SECRET_KEY_FILE.read_text().strip()
    except FileNotFoundError:
        return ""
    except PermissionError as error:
        raise ImproperlyConfigured(
            f"{SECRET_KEY_FILE} belongs to another user. Run this as the user who started it "
            "first, or give the folder var/ to yourself with chown, or set SECRET_KEY."
        ) from error


def make_local_secret_key() -> None:
    """Give this clone a key of its own, once, readable by its owner alone."""
    SECRET_KEY_FILE.parent.mkdir(parents=True, exist_ok=True)
    unfinished = SECRET_KEY_FILE.with_name(f"secret-key.{os.getpid()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(60))
    try:
        # A link, unlike a rename, never replaces the key that another process made meanwhile.
        os.link(unfinished, SECRET_KEY_FILE)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()


def settings_table() -> str:
    """The table of the README, in Markdown."""
    lines = ["| setting | default | meaning |", "| --- | --- | --- |"]
    for setting in SETTINGS:
        default = f"`{setting.default}`" if setting.default else ""
        lines.append(f"| `{setting.name}` | {default} | {setting.meaning} |")
    return "\n".join(lines)
