"""The run as a whole: its database, its tools, and an honest last word on what was left out."""

import os
import sys

import pytest
from django.conf import settings

from newsportal.database.sharing import Share
from tests.tools import all_tools

pytest_plugins = ["tests.running_paper"]

IS_STRICT = os.environ.get("STRICT_TOOLS", "") not in {"", "0"}

MISSING = {tool.marker: tool for tool in all_tools() if not tool.is_here}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Start the test server when the first test asks for a database."""
    if settings.EMBEDDED_DATABASE is None:
        yield
        return
    share = Share(settings.EMBEDDED_DATABASE)
    share.open(lambda text: print(text, file=sys.__stderr__))  # noqa: T201
    yield
    share.close()


def pytest_runtest_setup(item):
    """Leave out a test whose tool is missing; where all must run, let it fail."""
    for marker, tool in MISSING.items():
        if item.get_closest_marker(marker) is not None:
            reason = f"{tool.name} is missing: {tool.cure}"
            pytest.fail(reason) if IS_STRICT else pytest.skip(reason)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter):
    """Say what was skipped and how to get it."""
    skipped = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", [])]
    reasons = {reason.removeprefix("Skipped: ") for reason in skipped}
    for reason in sorted(reasons):
        count = sum(reason in text for text in skipped)
        terminalreporter.write_line(f"SKIPPED {count}: {reason}", yellow=True)


def pytest_sessionfinish(session):
    """A run that must be whole has failed where anything was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IS_STRICT and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
