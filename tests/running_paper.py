"""
The paper as a server of its own, for tests of whole pages: one a worker at most.

Browser and HTML checker share it; `tests.paper` is what it runs.
"""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from newsportal.environment import ROOT


def pytest_collection_modifyitems(items):
    """A file's tests of the running paper go to one worker: each worker runs one paper at most."""
    for item in items:
        if "paper" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group(f"paper-{item.path.stem}"))


@contextmanager
def database(name):
    """The address of a new database; it is gone afterwards."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    here = settings.DATABASES["default"]
    user = f"{quote(here['USER'])}:{quote(here['PASSWORD'])}@" if here["USER"] else ""
    port = f":{here['PORT']}" if here["PORT"] else ""
    yield f"postgresql://{user}{port}/{name}?host={quote(here['HOST'], safe='')}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


class Paper:
    """Where the paper is served, and the addresses of its stories."""

    def __init__(self, url, stories, server):
        self.url = url
        self.stories = stories
        self.server = server

    def do(self, verb, **values):
        """Let the newsroom of the paper do something (`tests.paper_desk`); its answer."""
        self.server.stdin.write(json.dumps({"verb": verb, **values}) + "\n")
        self.server.stdin.flush()
        return json.loads(self.server.stdout.readline())

    def address(self, story, language="en"):
        return self.url + self.stories[story][language]


@pytest.fixture(scope="session")
def paper(django_db_modify_db_settings, django_db_blocker):
    """The demonstration, served by a process of its own from a database of its own."""
    with django_db_blocker.unblock(), database(f"browser_{os.getpid()}") as address:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "TEST_DATABASE_URL"},
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        with subprocess.Popen(
            [sys.executable, "-m", "tests.paper"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as server:
            said = server.stdout.readline()
            assert said, "the paper did not come up: see its words above"
            yield Paper(**json.loads(said), server=server)
            server.terminate()
