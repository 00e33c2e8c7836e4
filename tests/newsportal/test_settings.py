"""What may be set from the environment, and what a wrong value answers."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest import mock

from django.core.exceptions import ImproperlyConfigured
from django.test import SimpleTestCase

from newsportal import environment
from newsportal.environment import ROOT, SETTINGS, read_environment, settings_table

KEY = "one-key-of-the-tests-that-signs-nothing-at-all-1234"

PRODUCTION = {
    "BEHIND_HTTPS": "yes",
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": "news.example.org",
    "SITE_URL": "https://news.example.org",
}


def run_manage(*arguments, **environ):
    """One command in a process of its own, with nothing of the tests' environment."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PG_BIN") if name in os.environ}
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**kept, "SECRET_KEY": KEY, "PYTHONUTF8": "1", **environ},
    )


class ReadingTests(SimpleTestCase):
    def complaints(self, **environ):
        with self.assertRaises(ImproperlyConfigured) as caught:
            read_environment(environ)
        return str(caught.exception).splitlines()

    def test_an_empty_environment_is_enough(self):
        values = read_environment({})
        self.assertEqual(values["PORT"], 8000)
        self.assertIs(values["DEBUG"], False)
        self.assertIsNone(values["DATABASE_URL"])
        self.assertEqual(values["MEDIA_ROOT"], ROOT / "var" / "media")

    def test_spaces_and_empty_values_count_as_left_out(self):
        self.assertEqual(read_environment({"PORT": "  ", "WORKERS": " 3 "})["PORT"], 8000)

    def test_a_wrong_value_is_reported_with_its_name_and_the_cure(self):
        self.assertEqual(
            self.complaints(PORT="abc"),
            [
                "PORT must be a whole number from 1 to 65535; it is 'abc'. "
                "Set PORT=8000 or leave it out."
            ],
        )

    def test_all_wrong_values_are_reported_at_once(self):
        self.assertEqual(len(self.complaints(PORT="0", DEBUG="maybe", SITE_URL="news")), 3)

    def test_each_kind_of_wrong_value_is_refused(self):
        wrong = {
            "DATABASE_URL": [
                "postgresql://host",
                "postgresql://h:port/n",
                "host/name",
                "mysql://h/n",
            ],
            "SECRET_KEY": ["short"],
            "SECRET_KEY_FALLBACKS": [f"{KEY},short"],
            "DEBUG": ["2", "да"],
            "PORT": ["65536", "-1", "8000.0", "٣"],
            "WORKERS": ["0"],
            "ALLOWED_HOSTS": ["*", "https://news.example.org", "a b", ","],
            "SITE_URL": [
                "ftp://a",
                "https://",
                "https://a/b",
                "https://u@a",
                "http://a:x",
                "http://[a",
            ],
            "CSRF_TRUSTED_ORIGINS": ["desk.example.org"],
            "ADMIN_PATH": ["/admin", "Admin", "a//b", "../a", "static", "news/desk"],
            "MEDIA_ROOT": ["media", str(Path(__file__)), f"{__file__}/in-a-file"],
        }
        for name, values in wrong.items():
            for value in values:
                with self.subTest(name=name, value=value):
                    complaints = self.complaints(**{name: value})
                    self.assertTrue(complaints[0].startswith(f"{name} must "), complaints)

    def test_sqlite_is_refused_by_name(self):
        self.assertIn("no SQLite mode", self.complaints(DATABASE_URL="sqlite:///db")[0])

    def test_a_secret_is_not_printed(self):
        complaint = self.complaints(DATABASE_URL="mysql://portal:hunter2@host/name")[0]
        self.assertNotIn("hunter2", complaint)

    def test_https_needs_a_key_hosts_and_an_address_of_its_own(self):
        names = [line.partition(" ")[0] for line in self.complaints(BEHIND_HTTPS="yes")]
        self.assertEqual(names, ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"])
        self.assertTrue(read_environment(PRODUCTION)["BEHIND_HTTPS"])

    def test_every_example_of_the_table_is_accepted(self):
        for setting in SETTINGS:
            # Folders are those of some other machine.
            if not setting.example.startswith(("<", "/")):
                setting.read(setting.example)


class DatabaseAddressTests(SimpleTestCase):
    def read(self, address):
        return read_environment({"DATABASE_URL": address})["DATABASE_URL"]

    def test_every_part_is_taken_and_unquoted(self):
        self.assertEqual(
            self.read("postgres://po%40rtal:p%2Fss@db.example.org:6432/na%20me?sslmode=require"),
            {
                "NAME": "na me",
                "USER": "po@rtal",
                "PASSWORD": "p/ss",
                "HOST": "db.example.org",
                "PORT": "6432",
                "OPTIONS": {"sslmode": "require"},
            },
        )

    def test_a_socket_may_be_named(self):
        found = self.read("postgresql:///portal?host=/var/run/postgresql")
        self.assertEqual((found["HOST"], found["NAME"]), ("/var/run/postgresql", "portal"))


class ReadmeTests(SimpleTestCase):
    def test_the_readme_has_the_table_of_the_code(self):
        self.assertIn(settings_table(), (ROOT / "README.md").read_text())

    def test_the_table_has_every_setting(self):
        named = re.findall(r"^\| `([A-Z_]+)`", settings_table(), re.MULTILINE)
        self.assertEqual(named, [setting.name for setting in SETTINGS])


class LocalKeyTests(SimpleTestCase):
    def setUp(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.file = folder / "var" / "secret-key"
        self.enterContext(mock.patch.object(environment, "SECRET_KEY_FILE", self.file))

    def test_there_is_none_before_it_is_made(self):
        self.assertEqual(environment.local_secret_key(), "")

    def test_one_of_another_user_is_named_with_the_cure(self):
        # Root may read everything, so the refusal of the system is played.
        refusal = mock.patch.object(Path, "read_text", side_effect=PermissionError)
        with refusal, self.assertRaisesRegex(ImproperlyConfigured, "secret-key belongs to another"):
            environment.local_secret_key()

    def test_it_is_long_private_and_made_once(self):
        environment.make_local_secret_key()
        key = environment.local_secret_key()
        environment.make_local_secret_key()
        self.assertGreaterEqual(len(key), 50)
        self.assertEqual(environment.local_secret_key(), key)
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        self.assertEqual(list(self.file.parent.iterdir()), [self.file])


class StartUpTests(SimpleTestCase):
    def test_a_wrong_setting_stops_a_command_without_a_traceback(self):
        answer = run_manage("check", PORT="abc", DATABASE_URL="sqlite:///db")
        self.assertEqual(answer.returncode, 1)
        self.assertEqual(len(answer.stderr.strip().splitlines()), 2, answer.stderr)

    def test_a_database_that_does_not_answer_is_named_with_the_cure(self):
        for command in ("migrate", "serve"):
            with self.subTest(command):
                answer = run_manage(command, DATABASE_URL="postgresql://127.0.0.1:1/portal")
                self.assertEqual(answer.returncode, 1)
                self.assertIn("DATABASE_URL names a database that cannot be used", answer.stderr)
                self.assertIn("Set DATABASE_URL=", answer.stderr)
                self.assertNotIn("Traceback", answer.stderr)

    def test_a_wrong_folder_of_programs_is_named(self):
        answer = run_manage("check", PG_BIN="/nowhere")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("PG_BIN must be a folder", answer.stderr)
        self.assertNotIn("Traceback", answer.stderr)

    def test_production_settings_pass_every_check_of_deployment(self):
        answer = run_manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
        self.assertEqual(answer.returncode, 0, answer.stderr)

    def test_pages_have_a_time_limit_and_commands_have_none(self):
        code = "from newsportal.settings import DATABASES as d; print(d['default']['OPTIONS'])"
        for unhurried, count in (({}, 1), ({"NEWSPORTAL_UNHURRIED": "1"}, 0)):
            answer = subprocess.run(
                [sys.executable, "-c", code],
                capture_output=True,
                text=True,
                check=True,
                cwd=ROOT,
                env={"SECRET_KEY": KEY, "PATH": os.environ["PATH"], **unhurried},
            )
            self.assertEqual(answer.stdout.count("statement_timeout"), count)
