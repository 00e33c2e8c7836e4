"""
Lets every process of a clone use its one server: the first starts it, the last stops it.

Each holds a shared lock on `users.lock` for as long as it lives; whoever can turn that into a
lone one at its end is the last. Coming and leaving are serialised by `start.lock`, so that a
newcomer never meets a server that is being stopped. Killed processes let go by dying.
"""

import atexit
import os
import signal
import sys
import threading
from collections.abc import Mapping
from typing import Any

from newsportal.database import cluster as clusters
from newsportal.database import elsewhere
from newsportal.database.cluster import Cluster, Say
from newsportal.database.failure import DatabaseUnavailable
from newsportal.database.locks import become_only_holder, exclusive, hold_shared


class Share:
    """One process's use of a cluster; while it lasts, nobody else stops the server."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._hold: int | None = None
        self._owner = 0

    def open(self, say: Say) -> None:
        """Have the server running; raises DatabaseUnavailable."""
        if self._hold is not None:
            return
        home = self.cluster.home
        try:
            home.mkdir(parents=True, exist_ok=True)
            with exclusive(home / "start.lock"):
                self._owner = os.getpid()
                self._hold = hold_shared(home / "users.lock")
                try:
                    clusters.start(self.cluster, say)
                except BaseException:
                    self._leave()
                    raise
        except PermissionError as error:
            raise DatabaseUnavailable(
                f"{error.filename} belongs to another user ({error.strerror}). Run this as the "
                "user who started it first, or give the folder var/ to yourself with chown."
            ) from error

    def close(self) -> None:
        """Let go, and stop the server where nobody else uses it."""
        # A forked child shares its parent's hold and must not end it.
        if self._hold is None or self._owner != os.getpid():
            return
        with exclusive(self.cluster.home / "start.lock"):
            self._leave()

    def _leave(self) -> None:
        hold, self._hold = self._hold, None
        if hold is None:
            return
        try:
            if become_only_holder(hold):
                clusters.stop(self.cluster)
        finally:
            os.close(hold)


def have_database(embedded: Cluster | None, described: Mapping[str, Any]) -> None:
    """
    Share the embedded server for the rest of this process; where there is none, see that the
    one described in Django's words can be used. Raises DatabaseUnavailable.
    """
    if embedded is None:
        elsewhere.require(described)
    else:
        use_until_exit(embedded)


def use_until_exit(cluster: Cluster) -> None:
    """Share the cluster for the rest of this process."""
    share = Share(cluster)
    share.open(lambda text: print(text, file=sys.stderr, flush=True))  # noqa: T201
    atexit.register(leave_undisturbed, share)


def leave_undisturbed(share: Share) -> None:
    """A second Ctrl-C must not leave the server half stopped."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    share.close()
