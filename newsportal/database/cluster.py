"""
One PostgreSQL server with its data, under a folder of its own: prepare, start, ask, stop.

Callers hold the start lock (`sharing`): nothing here defends against a second starter.
"""

import hashlib
import os
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import conninfo

from newsportal.database import postmaster
from newsportal.database.binaries import Binaries
from newsportal.database.failure import DatabaseUnavailable
from newsportal.database.initialise import initialise
from newsportal.database.privileges import server_prefix

NAME = "newsportal"

PORT = 5432

# Recovery after a crash replays what was written since the last checkpoint: minutes at worst.
PATIENCE_SECONDS = 300

STOP_SECONDS = 60

LOG_LIMIT_BYTES = 1_000_000

# $0 is the log, $@ the server. A shell starts it and leaves, so that the server is nobody's
# child and a killed one is reaped by the system, not left behind as a zombie of ours.
LAUNCH = 'exec </dev/null >>"$0" 2>&1; "$@" &'

# Speed for tests, where the data may be lost with the machine.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

type Say = Callable[[str], None]


@dataclass(frozen=True)
class Cluster:
    """Where one server's programs, data and socket are. Making one touches nothing."""

    binaries: Binaries
    home: Path
    is_durable: bool = True

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def sockets(self) -> Path:
        """
        The folder of the server's socket, named after the data it belongs to.

        It is short and in /tmp because a socket's whole path may have 107 bytes.
        """
        name = hashlib.sha256(os.fsencode(self.home.resolve())).hexdigest()[:16]
        return Path("/tmp") / f"{NAME}-{name}"  # noqa: S108 -- see prepare_sockets

    @property
    def parameters(self) -> dict[str, str]:
        """How to connect, in libpq's words."""
        return {"host": str(self.sockets), "port": str(PORT), "user": NAME, "dbname": NAME}

    def django_settings(self) -> dict[str, Any]:
        """How Django connects, but for the engine."""
        return {
            "NAME": NAME,
            "USER": NAME,
            "HOST": str(self.sockets),
            "PORT": str(PORT),
            "OPTIONS": {},
        }

    def connect(self, dbname: str = NAME) -> psycopg.Connection:
        parameters = {**self.parameters, "dbname": dbname}
        return psycopg.connect(conninfo.make_conninfo(**parameters), autocommit=True)


def start(cluster: Cluster, say: Say) -> None:
    """Have the server running and its database there. Does nothing where that is so."""
    if answers(cluster):
        return
    if not (cluster.data / "PG_VERSION").exists():
        say("Preparing the database (the first time only) …")
        initialise(cluster.binaries, cluster.data, is_durable=cluster.is_durable)
    prefix = server_prefix(cluster.data)
    prepare_sockets(cluster.sockets, owner=cluster.data.stat().st_uid)
    pid = postmaster.running(cluster.data)
    if pid is not None and not (cluster.sockets / f".s.PGSQL.{PORT}").exists():
        # Alive but out of reach: somebody cleaned /tmp.
        stop(cluster)
        pid = None
    if pid is None:
        say("Starting the database …")
        postmaster.disarm(cluster.data)
        for left_over in cluster.sockets.glob(".s.PGSQL.*"):
            left_over.unlink()
        launch(cluster, prefix)
    wait_until_ready(cluster, say)


def launch(cluster: Cluster, prefix: list[str]) -> None:
    if cluster.log.exists() and cluster.log.stat().st_size > LOG_LIMIT_BYTES:
        cluster.log.replace(cluster.log.with_suffix(".log.1"))
    options = {
        "listen_addresses": "",
        "port": str(PORT),
        "unix_socket_directories": str(cluster.sockets),
        "unix_socket_permissions": "0700",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "%m [%p] ",
        "shared_buffers": "128MB",
    }
    if not cluster.is_durable:
        options |= CARELESS
    command = [*prefix, cluster.binaries.program("postgres"), "-D", str(cluster.data)]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    subprocess.run(  # noqa: S603 -- every word is ours
        ["/bin/sh", "-c", LAUNCH, str(cluster.log), *command],
        check=True,
        env=postmaster.clean_environment(),
        start_new_session=True,
    )


def wait_until_ready(cluster: Cluster, say: Say) -> None:
    """Return when a real connection succeeds; pid files and `pg_ctl status` can be wrong."""
    begun = time.monotonic()
    is_patience_announced = False
    while not answers(cluster):
        waited_seconds = time.monotonic() - begun
        is_gone = waited_seconds > 1 and postmaster.running(cluster.data) is None
        if is_gone or waited_seconds > PATIENCE_SECONDS:
            raise DatabaseUnavailable(
                f"The database did not start. The end of {cluster.log}:\n{last_lines(cluster.log)}"
            )
        if waited_seconds > 3 and not is_patience_announced:
            say("The database recovers from having been killed …")
            is_patience_announced = True
        time.sleep(0.05)


def answers(cluster: Cluster) -> bool:
    """Whether the server accepts a connection; creates the database where it is missing."""
    if not is_private(cluster.sockets):
        return False
    try:
        with cluster.connect("postgres") as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME])
            if known.fetchone() is None:
                connection.execute(f"CREATE DATABASE {NAME}")
    except psycopg.OperationalError:
        return False
    return True


def stop(cluster: Cluster) -> None:
    """Stop the server the fast way: sessions end, everything committed is on disk."""
    pid = postmaster.running(cluster.data)
    if pid is None:
        return
    os.kill(pid, signal.SIGINT)
    deadline = time.monotonic() + STOP_SECONDS
    while postmaster.running(cluster.data) is not None:
        if time.monotonic() > deadline:
            raise DatabaseUnavailable(
                f"The database (process {pid}) does not stop; see {cluster.log}."
            )
        time.sleep(0.02)


def is_private(folder: Path) -> bool:
    """Whether the folder is a real one, closed to others, of a user who may own the server."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700


def prepare_sockets(folder: Path, owner: int) -> None:
    """
    Make the folder of the socket, or see that the one found can be trusted.

    /tmp is everybody's: whoever owned this folder could listen in our server's place.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        if owner != os.geteuid() == 0:
            os.chown(folder, owner, owner)
    if not is_private(folder) or folder.lstat().st_uid != owner:
        raise DatabaseUnavailable(
            f"{folder} is not a private folder of this server's user, so another program may "
            "listen there. Remove it and start again."
        )


def last_lines(log: Path, count: int = 8) -> str:
    try:
        text = log.read_text(errors="replace")
    except OSError:
        return "(there is no log)"
    return "\n".join(text.splitlines()[-count:])
