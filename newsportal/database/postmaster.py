"""
What a data folder's `postmaster.pid` says, and whether it is true.

The file outlives a killed server, and its number may by then be another program's, or a
zombie's; PostgreSQL itself would take either for a running server.
"""

import os
import subprocess
from pathlib import Path

PID_FILE = "postmaster.pid"

# No system hands out so high a number.
NOBODYS_PID = 2**31 - 2


def running(data: Path) -> int | None:
    """The process id of the live server of this data folder, if there is one."""
    pid = recorded(data)
    if pid is not None and str(data) in command_line(pid):
        return pid
    return None


def recorded(data: Path) -> int | None:
    try:
        first_line = (data / PID_FILE).read_text(errors="replace").partition("\n")[0]
    except (FileNotFoundError, NotADirectoryError):
        return None
    return int(first_line) if first_line.strip().isdigit() else None


def disarm(data: Path) -> None:
    """
    Make a stale pid file harmless. Only for a data folder without a running server.

    The file stays: it also holds the key of the shared memory, by which a new server notices
    and awaits orphans of the killed one. Only the number becomes one that cannot be alive.
    """
    pid_file = data / PID_FILE
    if recorded(data) is None:
        # A kill in the very moment of writing leaves an empty file, which the server refuses.
        pid_file.unlink(missing_ok=True)
        return
    _, _, rest = pid_file.read_text(errors="replace").partition("\n")
    pid_file.write_text(f"{NOBODYS_PID}\n{rest}")


def command_line(pid: int) -> str:
    """The words of a running process; empty for a dead one, a zombie or a stranger's."""
    if Path("/proc/self/cmdline").exists():
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return ""
        return os.fsdecode(words).replace("\0", " ")
    answer = subprocess.run(  # noqa: S603
        ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)],
        capture_output=True,
        check=False,
    )
    return os.fsdecode(answer.stdout)


def clean_environment() -> dict[str, str]:
    """Our environment without libpq's and the server's own variables, in the plainest locale."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C"}
