"""
manage.py import_ninjs PATH…: takes in what agencies deliver as IPTC ninjs.

Each item is one transaction: what cannot be taken in is reported with its file, place, field and
reason, the others go in, and the exit status is 1. Interrupted, it leaves whole items only; run
again, it goes on where it was, since what is known already does nothing.
"""

import time
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError, connection

from articles.body.allowlist import strip_controls
from articles.interchange import ninjs
from articles.interchange.fields import Findings, InvalidItem, Problem
from articles.interchange.intake import take_in
from articles.interchange.renewal import Result
from articles.interchange.sources import Found, Ignored, Unreadable, items

FAILED = "failed"
SECONDS_BETWEEN_LINES = 5
SECONDS_ON_A_TERMINAL = 0.2


class Command(BaseCommand):
    help = (
        "Takes in items in IPTC ninjs 2.x or 3.x with the pictures beside them. The same item "
        "again does nothing, a newer version updates. What editors changed is not overwritten."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="a file of one item or a list, JSON Lines, or a folder of such files",
        )
        parser.add_argument(
            "--draft",
            action="store_true",
            help="take everything in as drafts, also what the agency allows to be published",
        )

    def handle(self, *args, paths, draft, verbosity, traceback=False, **options):
        self.verbosity, self.as_drafts, self.traceback = verbosity, draft, traceback
        self.counts = Counter()
        self.troubles = 0
        self.last_line = time.monotonic()
        try:
            for source in items(paths):
                self._one(source)
                self._progress()
        except KeyboardInterrupt:
            self._clear_progress()
            self._summary()
            raise CommandError(
                "Interrupted. Every item counted above is in, whole; nothing else is. "
                "Run the same command again to go on.",
                returncode=130,
            ) from None
        self._clear_progress()
        self._summary()
        if self.troubles:
            raise CommandError(
                f"{self.counts[FAILED]} items failed, {self.troubles} problems in all: see above."
            )

    def _one(self, source):
        if isinstance(source, Ignored):
            self._note(source, source.reason)
        elif isinstance(source, Unreadable):
            self._failed(source, [source.reason])
        elif isinstance(source, Found):
            self._item(source)

    def _item(self, source):
        findings = Findings()
        try:
            item, findings = ninjs.read(source.value)
            result = take_in(item, source.file.parent, findings, as_drafts=self.as_drafts)
        except InvalidItem as refusal:
            self._failed(source, refusal.problems)
        except Exception as error:
            # One item must not keep the others out, whatever it holds.
            self._unexpected(source, error)
        else:
            self.counts[result] += 1
            for problem in findings.problems:
                self._trouble(source, problem)
        for note in findings.notes:
            self._note(source, note)

    def _unexpected(self, source, error):
        if self.traceback:
            raise error
        is_database = isinstance(error, DatabaseError | InterfaceError)
        if is_database and not connection.is_usable():
            raise CommandError(f"The database is gone: {error}") from error
        what = "the database refused it" if is_database else "cannot be taken in"
        said = next(iter(str(error).splitlines()), "")
        self._failed(source, [Problem("item", f"{what}: {type(error).__name__}: {said}")])

    # What is said

    def _failed(self, source, reasons):
        self.counts[FAILED] += 1
        for reason in reasons:
            self._trouble(source, reason)

    def _trouble(self, source, reason):
        self.troubles += 1
        self._clear_progress()
        self.stderr.write(strip_controls(f"{_place(source)}: {reason}"))

    def _note(self, source, text):
        if self.verbosity:
            self._clear_progress()
            self.stdout.write(strip_controls(f"{_place(source)}: note: {text}"))

    def _progress(self):
        is_terminal = self.stdout.isatty()
        pause = SECONDS_ON_A_TERMINAL if is_terminal else SECONDS_BETWEEN_LINES
        if not self.verbosity or time.monotonic() - self.last_line < pause:
            return
        self.last_line = time.monotonic()
        line = f"{self.counts.total()} items so far …"
        self.stdout.write(f"\r{line}" if is_terminal else line, ending="" if is_terminal else None)
        self.stdout.flush()

    def _clear_progress(self):
        if self.stdout.isatty():
            self.stdout.write("\r\033[K", ending="")

    def _summary(self):
        if self.verbosity:
            said = ", ".join(f"{self.counts[name]} {name}" for name in (*Result, FAILED))
            self.stdout.write(f"{self.counts.total()} items: {said}.")


def _place(source):
    return f"{source.file}, {source.place}" if source.place else str(source.file)
