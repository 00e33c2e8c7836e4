"""Collects the static files where they have changed since the last time."""

import hashlib
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def is_collected() -> bool:
    return stamp_file().exists() and stamp_file().read_text() == fingerprint()


def collect() -> None:
    """Hash, compress and copy every static file to STATIC_ROOT; drops what is no longer there."""
    stamp_file().unlink(missing_ok=True)
    before = fingerprint()
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp_file().write_text(before)


def stamp_file() -> Path:
    return Path(settings.STATIC_ROOT).with_suffix(".stamp")


def fingerprint() -> str:
    """Changes whenever a source file does; reads names, times and sizes only."""
    digest = hashlib.sha256(f"{django.__version__} {settings.STATIC_ROOT}".encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{found.st_mtime_ns}\0{found.st_size}\0".encode())
    return digest.hexdigest()
