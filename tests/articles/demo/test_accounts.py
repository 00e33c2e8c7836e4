"""The demonstration's accounts: made once, shown at every start while what is shown is true."""

import json
import tempfile
from pathlib import Path

from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.test import TestCase

from articles.demo.accounts import ROLES, accounts


class AccountsTests(TestCase):
    def setUp(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.file = folder / "var" / "demo-accounts.json"

    def test_each_role_can_sign_in_with_what_is_shown(self):
        shown = accounts(self.file)
        self.assertEqual([name for name, _ in shown], list(ROLES))
        for name, password in shown:
            user = authenticate(username=name, password=password)
            self.assertTrue(user.is_staff)
            self.assertEqual(user.is_superuser, name == "chief")

    def test_a_second_start_keeps_them(self):
        self.assertEqual(accounts(self.file), accounts(self.file))

    def test_the_passwords_are_kept_for_their_owner_alone(self):
        shown = accounts(self.file)
        self.assertEqual(json.loads(self.file.read_text("utf-8")), dict(shown))
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        self.assertEqual(list(self.file.parent.iterdir()), [self.file])

    def test_a_changed_password_stays_and_the_old_one_is_not_shown(self):
        accounts(self.file)
        chief = User.objects.get(username="chief")
        chief.set_password("my own secret word")
        chief.save()
        self.assertEqual(dict(accounts(self.file))["chief"], "")
        self.assertIsNotNone(authenticate(username="chief", password="my own secret word"))

    def test_another_database_gets_the_same_passwords(self):
        shown = accounts(self.file)
        User.objects.all().delete()
        self.assertEqual(accounts(self.file), shown)

    def test_a_spoiled_file_does_not_stop_a_start(self):
        accounts(self.file)
        self.file.write_text("", "utf-8")
        self.assertEqual(dict(accounts(self.file)), dict.fromkeys(ROLES, ""))
        User.objects.get(username="editor").delete()
        self.assertNotEqual(dict(accounts(self.file))["editor"], "")
