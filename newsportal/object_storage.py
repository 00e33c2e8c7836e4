"""
The store of files in an S3-compatible service. Nobody but the site reads from it.

Needs django-storages with S3; imported only where PICTURE_STORE names a store.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

# A reader waits no longer than this for a service that does not answer.
CONNECT_SECONDS = 2
READ_SECONDS = 5
TRIES = 2
# Kept in memory up to here, beyond it in a temporary file.
IN_MEMORY_BYTES = 2 * 1024 * 1024


class PrivateObjectStorage(S3Storage):
    """Grants nobody anything; the same name again replaces the file, as a whole."""

    def get_default_settings(self) -> dict[str, Any]:
        return {
            **super().get_default_settings(),
            # No object is ever given a grant of its own: the bucket's privacy holds.
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": True,
            "addressing_style": "path",
            "signature_version": "s3v4",
            "max_memory_size": IN_MEMORY_BYTES,
            "client_config": Config(
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                retries={"total_max_attempts": TRIES},
                s3={"addressing_style": "path"},
                signature_version="s3v4",
                # Other stores than Amazon's know no newer checksums.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }

    def _open(self, name: str, mode: str = "rb") -> Any:
        """Fetched whole before anything of it is answered, so that no answer breaks off."""
        with _as_trouble_with_a_file():
            found = super()._open(name, mode)
            if "r" in mode:
                found.open()
            return found

    def _save(self, name: str, content: Any) -> Any:
        with _as_trouble_with_a_file():
            return super()._save(name, content)


@contextmanager
def _as_trouble_with_a_file() -> Iterator[None]:
    """What the service says wrong becomes what a folder would raise."""
    try:
        yield
    except (BotoCoreError, ClientError) as trouble:
        raise OSError(str(trouble)) from trouble
