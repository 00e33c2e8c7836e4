"""The whole newspaper from one command, for `make run` and `make dev`."""

import multiprocessing
import os
import signal
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.management import CommandError, CommandParser, call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from newsportal import static_files
from newsportal.database.failure import DatabaseUnavailable
from newsportal.database.locks import hold_alone
from newsportal.database.sharing import have_database
from newsportal.environment import ROOT, VAR
from newsportal.languages.models import Language
from newsportal.parent import PARENT
from newsportal.queue import QueueWorker

HOST = "127.0.0.1"

# A worker that still talks to a slow reader is not waited for longer than this.
STOP_SECONDS = 10

# Any number that nothing else in the database uses.
PREPARATION_LOCK = 20_261_124


EMPTY = (
    "This database has no edition yet, so readers get an error. Add one in the newsroom "
    "(.venv/bin/python manage.py createsuperuser), or load the demo: "
    ".venv/bin/python manage.py load_demo"
)


class Command(BaseCommand):
    help = "Prepares the database, the demo and the static files, and serves the site."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--dev", action="store_true", help="reload on changes")
        parser.add_argument("--no-demo", action="store_true", help="leave the demo out")

    def handle(self, *, port: int, dev: bool, no_demo: bool, **options: Any) -> None:
        self.worker = QueueWorker()
        try:
            claim(port)
            have_database(settings.EMBEDDED_DATABASE, settings.DATABASES["default"])
            self.prepare(with_demo=not no_demo, with_static_files=not dev)
            os.environ.pop("NEWSPORTAL_UNHURRIED", None)
            # Somebody may have been quicker meanwhile.
            refuse_used_port(port)
            address = f"http://{HOST}:{port}/"
            self.say(
                f"The newspaper is at {address}, its newsroom at {address}{settings.ADMIN_PATH}"
            )
            self.say("Ctrl-C stops it.")
            self.worker.start(is_urgent=dev)
            if dev:
                run_with_reloading(port)
            self.run(port)
        except DatabaseUnavailable as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.say("Stopped.")
        finally:
            self.worker.stop()

    def prepare(self, *, with_demo: bool, with_static_files: bool) -> None:
        # Two starts at once: the second waits, then finds all prepared. Closing lets go.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARATION_LOCK])
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("Bringing the database up to date …")
            call_command("migrate", interactive=False, verbosity=0)
        if not Language.objects.exists():
            # Before the demo comes: its pictures are developed while it is loaded.
            self.worker.start()
        if with_static_files and not static_files.is_collected():
            self.say("Collecting the static files …")
            static_files.collect()
        # The demo never goes into a database that somebody named: it may be a real paper's.
        if with_demo and settings.EMBEDDED_DATABASE is not None and "load_demo" in get_commands():
            self.say("Loading the demo …")
            call_command("load_demo")
        elif not Language.objects.exists():
            self.say(EMPTY)
        connection.close()

    def run(self, port: int) -> None:
        """Answer requests until SIGINT or SIGTERM."""
        os.environ[PARENT] = str(os.getpid())
        # Workers start fresh: a fork would inherit the connections and limits of the commands.
        multiprocessing.set_start_method("spawn", force=True)
        server = Granian(
            "newsportal.worker:application",
            address=HOST,
            port=port,
            interface=Interfaces.WSGI,
            workers=settings.WORKERS,
            blocking_threads=settings.THREADS,
            respawn_failed_workers=True,
            workers_kill_timeout=STOP_SECONDS,
            websockets=False,
            log_level=LogLevels.warning,
        )
        is_hang_up_ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN

        def stop_with_terminal() -> None:
            """On SIGHUP, which means "reload" to granian; `nohup` has it ignored."""
            told = signal.SIG_IGN if is_hang_up_ignored else signal.getsignal(signal.SIGTERM)
            signal.signal(signal.SIGHUP, told)

        server.on_startup(stop_with_terminal)
        server.serve()
        self.say("Stopped.")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def claim(port: int) -> None:
    """
    Refuse a port that is used, or about to be used by a start of this clone that still prepares.

    Without the lock both would come to listen, for the server shares its port.
    """
    refuse_used_port(port)
    VAR.mkdir(exist_ok=True)
    try:
        hold_alone(VAR / f"port-{port}.lock")
    except BlockingIOError as error:
        raise CommandError(
            f"Port {port} cannot be used: this clone is being started on it already."
        ) from error


def refuse_used_port(port: int) -> None:
    with socket.socket() as probe:
        # Without this, connections of a server that has just ended would count as use.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}). "
                f"Stop what listens there, or choose another: make run PORT={port + 1}"
            ) from error


def run_with_reloading(port: int) -> None:
    """Become Django's development server; it shares the database by itself."""
    sys.stdout.flush()
    os.execv(  # noqa: S606 -- our own program
        sys.executable,
        [sys.executable, str(ROOT / "manage.py"), "runserver", f"{HOST}:{port}"],
    )
