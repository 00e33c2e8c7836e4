"""
The settings of the tests: those of a site, on a database that may be careless.

What the developer's shell sets takes no part, but for where the database is.
"""

import atexit
import dataclasses
import os
import shutil
import tempfile
from pathlib import Path

from newsportal.environment import SETTINGS

OF_THE_DATABASE = {"DATABASE_URL", "PG_BIN"}

for setting in SETTINGS:
    if setting.name not in OF_THE_DATABASE:
        os.environ.pop(setting.name, None)
os.environ["SECRET_KEY"] = "the-tests-sign-nothing-that-anybody-else-would-ever-believe"
# One connection for each test process, and no pool whose threads outlive a test.
os.environ["NEWSPORTAL_UNHURRIED"] = "1"
if os.environ.get("TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from newsportal.settings import *  # noqa: E402, F403
from newsportal.settings import DATABASES, EMBEDDED_DATABASE, STORAGES, VAR  # noqa: E402

if EMBEDDED_DATABASE is not None:
    EMBEDDED_DATABASE = dataclasses.replace(
        EMBEDDED_DATABASE,
        home=VAR / f"test-{EMBEDDED_DATABASE.home.name}",
        is_durable=False,
    )
    DATABASES["default"]["HOST"] = str(EMBEDDED_DATABASE.sockets)

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# What is enqueued waits: a test that wants it done does it.
TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}

EDITIONS_FILE = os.path.join(tempfile.gettempdir(), f"newsportal-test-editions-{os.getpid()}.json")
MEDIA_ROOT = tempfile.mkdtemp(prefix="newsportal-test-media-")
SEEN_FOLDER = Path(tempfile.mkdtemp(prefix="newsportal-test-seen-"))
for folder in (MEDIA_ROOT, SEEN_FOLDER):
    atexit.register(shutil.rmtree, folder, ignore_errors=True)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
