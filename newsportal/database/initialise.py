"""Makes an empty cluster: UTF-8, checksums, letters of every script in upper and lower case."""

import locale
import shutil
import subprocess
from pathlib import Path

from newsportal.database.binaries import Binaries
from newsportal.database.failure import DatabaseUnavailable
from newsportal.database.postmaster import clean_environment
from newsportal.database.privileges import server_prefix

# The first version with a locale of its own, the same on every system.
FIRST_WITH_BUILTIN_LOCALE = 17


def initialise(binaries: Binaries, data: Path, *, is_durable: bool) -> None:
    """
    Fill the data folder, all or nothing: it takes its name when it is complete.

    Raises DatabaseUnavailable with initdb's own words when it fails.
    """
    unfinished = data.with_name(f"{data.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    command = [
        *server_prefix(unfinished),
        binaries.program("initdb"),
        *("-D", str(unfinished)),
        *("--username=newsportal", "--auth-local=trust", "--auth-host=reject"),
        *("--encoding=UTF8", "--data-checksums", "--no-instructions"),
        *locale_options(binaries.major),
    ]
    if not is_durable:
        command.append("--no-sync")
    answer = subprocess.run(  # noqa: S603 -- every word is ours
        command, capture_output=True, text=True, check=False, env=clean_environment()
    )
    if answer.returncode != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise DatabaseUnavailable(
            f"The database could not be prepared in {data}.\n{answer.stderr.strip()}"
        )
    unfinished.rename(data)


def locale_options(major: int) -> list[str]:
    """
    Sorting by code point, and case for every letter (`ILIKE 'ЇЖА'` finds «їжа»).

    The plain C locale knows the case of English letters only.
    """
    if major >= FIRST_WITH_BUILTIN_LOCALE:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale=C", f"--lc-ctype={ctype()}"]


def ctype() -> str:
    """A UTF-8 character type of this system: C.UTF-8 on Linux, UTF-8 on macOS."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "UTF-8"):
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return "C"
