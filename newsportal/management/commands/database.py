"""Looks after the clone's own database."""

import shlex
from typing import Any

from django.conf import settings
from django.core.management import CommandError, CommandParser
from django.core.management.base import BaseCommand
from psycopg.conninfo import make_conninfo

from newsportal.database import postmaster
from newsportal.database.cluster import stop
from newsportal.database.locks import exclusive


class Command(BaseCommand):
    help = "Shows or stops the database under var/, or tells how to connect to it."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["status", "stop", "address"])

    def handle(self, *, action: str, **options: Any) -> None:
        cluster = settings.EMBEDDED_DATABASE
        if cluster is None:
            raise CommandError("DATABASE_URL names another server; there is none of our own.")
        if action == "address":
            psql = cluster.binaries.program("psql")
            self.stdout.write(shlex.join([psql, make_conninfo(**cluster.parameters)]))
            return
        if action == "stop" and cluster.home.exists():
            with exclusive(cluster.home / "start.lock"):
                stop(cluster)
        pid = postmaster.running(cluster.data)
        state = f"runs (process {pid})" if pid is not None else "does not run"
        self.stdout.write(f"PostgreSQL {cluster.binaries.major} in {cluster.home} {state}.")
