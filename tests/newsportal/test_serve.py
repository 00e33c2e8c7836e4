"""The production server of `make run`, in processes of its own."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import TestCase

from newsportal.edge.sheet import SHEETS
from newsportal.environment import ROOT

PATIENCE_SECONDS = 180


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.xdist_group("serve")
class ServeTests(TestCase):
    def setUp(self):
        self.port = free_port()

    def serve(self, *, is_to_be_killed=False):
        database = connection.settings_dict
        user, password = quote(database["USER"]), quote(database["PASSWORD"])
        environ = {
            **os.environ,
            "DATABASE_URL": f"postgresql://{user}:{password}@/{quote(database['NAME'])}"
            f"?host={quote(database['HOST'])}",
            "DJANGO_SETTINGS_MODULE": "newsportal.settings",
            "PORT": str(self.port),
            "WORKERS": "1",
        }
        environ.pop("NEWSPORTAL_UNHURRIED")
        if is_to_be_killed:
            # A killed process leaves half a file of coverage, which spoils all others.
            environ = {name: environ[name] for name in environ if "COVERAGE" not in name}
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "serve"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environ,
            start_new_session=True,
            # The tests themselves may have been started so that a hang-up is ignored.
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def wait_for_page(self):
        """The status of the newsroom's door once somebody answers."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                address = f"http://127.0.0.1:{self.port}/admin/login/"
                with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                    return answer.status
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def knock(self):
        """The status of the newsroom for somebody whose session the database is asked for."""
        door = urllib.request.Request(  # noqa: S310 -- our own server
            f"http://127.0.0.1:{self.port}/admin/", headers={"Cookie": "newsroom=" + "a" * 32}
        )
        try:
            with urllib.request.urlopen(door) as answer:  # noqa: S310
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def wait_for_free_port(self):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            with socket.socket() as probe, contextlib.suppress(OSError):
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", self.port))
                return
            time.sleep(0.1)
        self.fail("the port is still in use")

    def workers_of_the_queue(self, process):
        """The keys of the processes that work off the queue for a server."""
        said = subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
        ).stdout
        lines = (line.split(maxsplit=2) for line in said.splitlines())
        return [
            int(pid)
            for pid, parent, *words in lines
            if int(parent) == process.pid and "manage.py work" in " ".join(words)
        ]

    def wait_for_worker(self, process, former=None):
        """The key of the one process that works off the queue."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            workers = self.workers_of_the_queue(process)
            if len(workers) == 1 and workers != [former]:
                return workers[0]
            time.sleep(0.1)
        return self.fail("there is no worker, or more than one")

    def assert_ends(self, pid):
        """A process is gone, or has nobody who takes note of its end."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            asked = ["ps", "-o", "stat=", "-p", str(pid)]
            state = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
            if not state.strip() or state.startswith("Z"):
                return
            time.sleep(0.1)
        self.fail("the worker is still there")

    def test_it_serves_until_ctrl_c_and_ends_in_order(self):
        process = self.serve()
        self.assertEqual(self.wait_for_page(), 200)
        worker = self.wait_for_worker(process)
        os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE_SECONDS)
        self.assertEqual(process.returncode, 0, said)
        self.assertIn(f"http://127.0.0.1:{self.port}/", said)
        # The demo stays out of a database that somebody named, and that is said.
        self.assertIn("manage.py load_demo", said)
        self.assertNotIn("Traceback", said)
        self.assert_ends(worker)

    def test_a_worker_of_the_queue_that_ends_is_started_again(self):
        process = self.serve()
        self.wait_for_page()
        worker = self.wait_for_worker(process)
        os.kill(worker, signal.SIGTERM)
        self.assert_ends(worker)
        self.wait_for_worker(process, former=worker)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE_SECONDS)

    def test_every_file_that_the_sheet_names_is_there_for_ever(self):
        self.serve()
        self.wait_for_page()
        files = re.findall(r"url\((.+?)\)", SHEETS["page"])
        self.assertTrue(files)
        for path in files:
            address = f"http://127.0.0.1:{self.port}{path}"
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                self.assertIn("immutable", answer.headers["Cache-Control"], path)

    def test_a_closed_terminal_ends_it_in_order(self):
        process = self.serve()
        self.wait_for_page()
        os.killpg(process.pid, signal.SIGHUP)
        said, _ = process.communicate(timeout=PATIENCE_SECONDS)
        self.assertEqual(process.returncode, 0, said)
        self.wait_for_free_port()

    def test_no_page_meets_a_connection_that_the_database_has_closed(self):
        self.serve()
        self.wait_for_page()
        self.assertEqual(self.knock(), 200)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            self.assertGreater(cursor.fetchone()[0], 0)
        self.assertEqual([self.knock() for _ in range(4)], [200] * 4)

    def test_two_starts_at_once_end_in_one_paper(self):
        starts = [self.serve(), self.serve()]
        self.assertEqual(self.wait_for_page(), 200)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while all(start.poll() is None for start in starts) and time.monotonic() < deadline:
            time.sleep(0.1)
        (second,) = (start for start in starts if start.poll() is not None)
        self.assertIn(f"Port {self.port} cannot be used", second.communicate()[0])

    def test_a_killed_server_leaves_no_worker_on_the_port(self):
        process = self.serve(is_to_be_killed=True)
        self.wait_for_page()
        worker = self.wait_for_worker(process)
        process.kill()
        self.wait_for_free_port()
        self.assert_ends(worker)

    def test_a_used_port_is_one_clear_line(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", self.port))
            taken.listen()
            said, _ = self.serve().communicate(timeout=PATIENCE_SECONDS)
        self.assertEqual(len(said.strip().splitlines()), 1, said)
        self.assertIn(f"Port {self.port} cannot be used", said)
