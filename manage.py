#!/usr/bin/env python
"""
Runs the commands of the newspaper, `manage.py help` lists them.

Starts the clone's own database first, where the command needs one and DATABASE_URL names none.
"""

import os
import signal
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from newsportal.database.failure import DatabaseUnavailable
from newsportal.database.sharing import have_database
from newsportal.environment import SECRET_KEY_FILE, make_local_secret_key

# Commands that ask the database nothing, or, `database` and `serve`, look after it themselves.
WITHOUT_DATABASE = {
    "collectstatic",
    "compilemessages",
    "database",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "serve",
    "startapp",
    "version",
}

SERVERS = {"runserver"}


def main(arguments: list[str]) -> None:
    """Prepare what a command needs, then run it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")
    command = arguments[1] if len(arguments) > 1 else "help"
    if command not in SERVERS:
        # Migrations and imports take longer than any page may.
        os.environ.setdefault("NEWSPORTAL_UNHURRIED", "1")
    is_key_needed = "SECRET_KEY" not in os.environ and "BEHIND_HTTPS" not in os.environ
    if is_key_needed and not SECRET_KEY_FILE.exists():
        make_local_secret_key()
    # An ended command leaves the database in order, also when it is told to end, or its
    # terminal was closed; `nohup` has that ignored.
    for told in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(told) is not signal.SIG_IGN:
            signal.signal(told, lambda number, _frame: sys.exit(128 + number))

    try:
        embedded = settings.EMBEDDED_DATABASE
        if needs_database(command, arguments):
            have_database(embedded, settings.DATABASES["default"])
        if embedded is not None:
            # Last, for `dbshell` on a machine without a psql of its own.
            os.environ["PATH"] += os.pathsep + str(embedded.binaries.folder)
    except (ImproperlyConfigured, DatabaseUnavailable) as error:
        sys.exit(str(error))
    execute_from_command_line(arguments)


def needs_database(command: str, arguments: list[str]) -> bool:
    if "--help" in arguments or "-h" in arguments or command.startswith("-"):
        return False
    return command not in WITHOUT_DATABASE or "--database" in arguments


if __name__ == "__main__":
    main(sys.argv)
