"""The database of DATABASE_URL: refused in words before anything is begun."""

from unittest import mock

from django.db import connection
from django.test import TestCase

from newsportal.database import elsewhere
from newsportal.database.failure import DatabaseUnavailable


class RequireTests(TestCase):
    def described(self, **values):
        return {**connection.settings_dict, **values}

    def test_one_that_answers_is_accepted(self):
        elsewhere.require(self.described())

    def test_one_that_is_not_there_is_refused_with_the_cure(self):
        with self.assertRaisesRegex(DatabaseUnavailable, "(?s)no_such.*Set DATABASE_URL="):
            elsewhere.require(self.described(NAME="no_such"))

    def test_an_unknown_option_is_refused(self):
        with self.assertRaisesRegex(DatabaseUnavailable, "colour"):
            elsewhere.require(self.described(OPTIONS={"colour": "blue"}))

    def test_an_old_version_is_refused(self):
        # There is no such server at hand, so a newer one than ours is asked for.
        with (
            mock.patch.object(elsewhere, "OLDEST_MAJOR", 99),
            self.assertRaisesRegex(DatabaseUnavailable, "99 or newer"),
        ):
            elsewhere.require(self.described())

    def test_the_pool_of_pages_is_not_asked_of_the_server(self):
        elsewhere.require(self.described(OPTIONS={"pool": {"min_size": 1}}))
