"""
The last known editions in a file, for a process that starts while the database is away.

Written whenever the rows differ from those last written; a file that cannot be written or read
is no reason to fail.
"""

import logging
import os
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.db import InterfaceError, OperationalError

from newsportal.database import outage

from .models import Language

logger = logging.getLogger(__name__)

_written: str | None = None


def read_rows(last_known):
    """The rows of the database; while it does not answer, the last known ones or the file's."""
    if outage.is_known() and last_known is not None:
        return last_known
    try:
        rows = tuple(Language.objects.all())
    except (OperationalError, InterfaceError) as error:
        outage.learn(error)
        return _from_file() if last_known is None else last_known
    _to_file(rows)
    return rows


def _to_file(rows):
    global _written
    text = serializers.serialize("json", rows)
    if text == _written:
        return
    file = Path(settings.EDITIONS_FILE)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        beside.write_text(text, "utf-8")
        beside.replace(file)
    except OSError as error:
        logger.warning("The last known editions could not be kept: %s", error)
    _written = text


def _from_file():
    try:
        text = Path(settings.EDITIONS_FILE).read_text("utf-8")
        return tuple(one.object for one in serializers.deserialize("json", text))
    except (OSError, serializers.base.DeserializationError) as error:
        logger.warning("The last known editions could not be read: %s", error)
        return ()
