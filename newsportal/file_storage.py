"""The store of files in a local folder; nobody ever finds one half written."""

import os
import secrets
from typing import Any

from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """Writes beside the name and renames; the same name again replaces the file."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"allow_overwrite": True, **options})

    def _save(self, name: str, content: Any) -> str:
        unfinished = super()._save(f"{name}.{secrets.token_hex(8)}.part", content)  # type: ignore[misc]
        os.replace(self.path(unfinished), self.path(name))
        return name
