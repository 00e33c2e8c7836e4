"""
Lets PostgreSQL run where we are root, which it refuses to be.

A user namespace shows the server our own files as those of a plain user, and nothing has to
change hands. Where namespaces are forbidden (most containers), the folder is given to another
user instead.
"""

import os
import shutil
import subprocess
from pathlib import Path

from newsportal.database.failure import DatabaseUnavailable

AS_PLAIN_USER = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]

NOBODY = 65534

NO_WAY_DOWN = (
    "PostgreSQL does not run as root, and neither `unshare --user` nor `setpriv` works here. "
    "Run this as an ordinary user, or set DATABASE_URL to a server that runs elsewhere."
)


def server_prefix(folder: Path) -> list[str]:
    """
    What to write before a command of the server that works in the given folder.

    As root it may give the folder (and all in it) to another user.
    """
    if os.geteuid() != 0:
        return []
    owner = folder.stat().st_uid
    if owner == 0 and works(AS_PLAIN_USER):
        return AS_PLAIN_USER
    user = owner or NOBODY
    for prefix in (as_other_user(user, "+dac_override"), as_other_user(user, None)):
        if works(prefix):
            give(folder, user)
            return prefix
    raise DatabaseUnavailable(NO_WAY_DOWN)


def as_other_user(user: int, capability: str | None) -> list[str]:
    """
    Become another user; with `dac_override` also one who may walk into root's own home,
    where the clone and the programs may lie.
    """
    prefix = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    if capability is not None:
        prefix += [f"--inh-caps={capability}", f"--ambient-caps={capability}"]
    return prefix


def works(prefix: list[str]) -> bool:
    if shutil.which(prefix[0]) is None:
        return False
    answer = subprocess.run([*prefix, "true"], capture_output=True, check=False)  # noqa: S603
    return answer.returncode == 0


def give(folder: Path, user: int) -> None:
    os.chown(folder, user, user)
    for path in folder.rglob("*"):
        os.chown(path, user, user, follow_symlinks=False)
