"""The embedded server: started by the first, stopped by the last, recovered after a kill."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

from django.test import SimpleTestCase

from newsportal.database import cluster as clusters
from newsportal.database import initialise, postmaster
from newsportal.database.binaries import find_binaries
from newsportal.database.cluster import Cluster
from newsportal.database.failure import DatabaseUnavailable
from newsportal.database.sharing import Share
from newsportal.environment import ROOT

USE_AND_SLEEP = """
import sys, time
from pathlib import Path
from newsportal.database.binaries import Binaries
from newsportal.database.cluster import Cluster
from newsportal.database.sharing import use_until_exit
folder, major, home, seconds = sys.argv[1:]
use_until_exit(Cluster(Binaries(Path(folder), int(major)), Path(home), is_durable=False))
print("ready", flush=True)
time.sleep(float(seconds))
"""


class ClusterTests(SimpleTestCase):
    """One prepared cluster for the class, in a folder whose name is not plain."""

    is_durable = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = Path(tempfile.mkdtemp(prefix="шлях із пропуском "))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.cluster = Cluster(
            find_binaries(os.environ), cls.folder / "pg", is_durable=cls.is_durable
        )
        cls.addClassCleanup(shutil.rmtree, cls.cluster.sockets, ignore_errors=True)
        cls.addClassCleanup(clusters.stop, cls.cluster)

    def setUp(self):
        self.said = []
        self.share = Share(self.cluster)
        self.addCleanup(self.share.close)

    def open(self):
        self.share.open(self.said.append)

    def other_process(self, seconds=60):
        binaries = self.cluster.binaries
        words = [str(binaries.folder), str(binaries.major), str(self.cluster.home), str(seconds)]
        process = subprocess.Popen(
            [sys.executable, "-c", USE_AND_SLEEP, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            # A killed process leaves half a file of coverage, which spoils all others.
            env={name: os.environ[name] for name in os.environ if "COVERAGE" not in name},
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def is_running(self):
        return postmaster.running(self.cluster.data) is not None

    def kill_server(self):
        pid = postmaster.running(self.cluster.data)
        os.kill(pid, signal.SIGKILL)
        while self.is_running():
            time.sleep(0.01)
        return pid


class SharingTests(ClusterTests):
    def test_the_first_starts_it_and_the_last_stops_it(self):
        self.open()
        self.assertTrue(self.is_running())
        self.share.close()
        self.assertFalse(self.is_running())

    def test_it_runs_on_while_another_process_uses_it(self):
        other = self.other_process()
        self.assertEqual(other.stdout.readline(), b"ready\n")
        self.open()
        self.assertEqual(self.said, [])
        self.share.close()
        self.assertTrue(self.is_running())
        # A killed user cannot say goodbye; the next one to leave cleans up.
        other.kill()
        other.wait()
        self.open()
        self.share.close()
        self.assertFalse(self.is_running())

    def test_many_newcomers_at_once_start_one_server(self):
        others = [self.other_process(seconds=0.2) for _ in range(4)]
        self.assertEqual([other.stdout.readline() for other in others], [b"ready\n"] * 4)
        self.assertEqual([other.wait() for other in others], [0] * 4)
        self.assertFalse(self.is_running())

    def test_a_forked_child_does_not_leave_for_its_parent(self):
        self.open()
        self.share._owner = os.getpid() + 1
        self.share.close()
        self.assertTrue(self.is_running())
        self.share._owner = os.getpid()


class RecoveryTests(ClusterTests):
    # What a kill leaves is the question, so nothing may be held back from the disk.
    is_durable = True

    def test_what_was_committed_survives_a_kill(self):
        self.open()
        with self.cluster.connect() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS headline (text text)")
            connection.execute("INSERT INTO headline VALUES ('Міст відкрито')")
        self.kill_server()
        self.share.close()
        self.open()
        with self.cluster.connect() as connection:
            self.assertEqual(
                connection.execute("SELECT DISTINCT text FROM headline").fetchone(),
                ("Міст відкрито",),
            )

    def test_a_pid_that_is_now_another_programs_does_not_stop_a_start(self):
        self.open()
        killed = self.kill_server()
        self.share.close()
        pid_file = self.cluster.data / postmaster.PID_FILE
        pid_file.write_text(pid_file.read_text().replace(str(killed), str(os.getpid()), 1))
        self.open()
        self.assertTrue(self.is_running())

    def test_an_empty_pid_file_does_not_stop_a_start(self):
        self.open()
        self.share.close()
        (self.cluster.data / postmaster.PID_FILE).touch()
        self.open()
        self.assertTrue(self.is_running())

    def test_a_server_whose_socket_was_cleaned_away_is_started_anew(self):
        self.open()
        before = postmaster.running(self.cluster.data)
        shutil.rmtree(self.cluster.sockets)
        share = Share(self.cluster)
        share.open(self.said.append)
        self.addCleanup(share.close)
        self.assertNotEqual(postmaster.running(self.cluster.data), before)
        self.assertTrue(clusters.answers(self.cluster))

    def test_an_interrupted_preparation_is_begun_again(self):
        cluster = Cluster(self.cluster.binaries, self.folder / "interrupted", is_durable=False)
        (cluster.home / "data.unfinished" / "base").mkdir(parents=True)
        share = Share(cluster)
        share.open(self.said.append)
        self.addCleanup(shutil.rmtree, cluster.sockets, ignore_errors=True)
        self.addCleanup(share.close)
        self.assertEqual(len(self.said), 2)
        self.assertFalse((cluster.home / "data.unfinished").exists())

    def test_a_failing_start_shows_the_log_and_keeps_no_hold(self):
        self.open()
        self.share.close()
        conf = self.cluster.data / "postgresql.auto.conf"
        conf.write_text("no_such_setting = 1\n")
        self.addCleanup(conf.write_text, "")
        with self.assertRaisesRegex(DatabaseUnavailable, "no_such_setting"):
            self.open()
        conf.write_text("")
        self.open()
        self.assertTrue(self.is_running())


class PreparationTests(ClusterTests):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        share = Share(cls.cluster)
        share.open(lambda text: None)
        cls.addClassCleanup(share.close)

    def ask(self, question):
        self.open()
        with self.cluster.connect() as connection:
            return connection.execute(question).fetchone()[0]

    def test_letters_of_every_script_have_case(self):
        self.assertTrue(self.ask("SELECT 'їжак ЩЕ' ILIKE 'ЇЖАК ще'"))

    def test_pages_have_checksums_and_nobody_listens_on_the_network(self):
        self.assertEqual(self.ask("SHOW data_checksums"), "on")
        self.assertEqual(self.ask("SHOW listen_addresses"), "")

    def test_the_socket_is_ours_alone(self):
        self.open()
        self.assertEqual(self.cluster.sockets.stat().st_mode & 0o777, 0o700)
        self.assertLess(len(str(self.cluster.sockets)), 80)

    def test_the_extensions_of_the_site_are_there(self):
        wanted = {"btree_gist", "pg_trgm", "pg_stat_statements"}
        found = self.ask("SELECT array_agg(name::text) FROM pg_available_extensions")
        self.assertEqual(wanted - set(found), set())

    def test_a_failing_preparation_tells_what_initdb_said(self):
        data = self.folder / "broken"
        self.enterContext(
            mock.patch.object(initialise, "locale_options", return_value=["--no-such-option"])
        )
        with self.assertRaisesRegex(DatabaseUnavailable, "no-such-option"):
            initialise.initialise(self.cluster.binaries, data, is_durable=False)
        self.assertEqual(list(self.folder.glob("broken*")), [])


class SocketFolderTests(SimpleTestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory())) / "sockets"

    def prepare(self):
        clusters.prepare_sockets(self.folder, owner=os.geteuid())

    def test_it_is_made_private_and_found_again(self):
        self.prepare()
        self.prepare()
        self.assertTrue(clusters.is_private(self.folder))

    def test_one_that_others_may_enter_is_refused(self):
        self.folder.mkdir(mode=0o755)
        with self.assertRaisesRegex(DatabaseUnavailable, "Remove it"):
            self.prepare()

    def test_a_link_to_somewhere_else_is_refused(self):
        self.folder.symlink_to(self.folder.parent)
        with self.assertRaises(DatabaseUnavailable):
            self.prepare()

    def test_one_of_another_user_is_refused(self):
        self.prepare()
        with self.assertRaises(DatabaseUnavailable):
            clusters.prepare_sockets(self.folder, owner=os.geteuid() + 1)
