"""
Files that lie beside an item, and nothing else.

An item names its pictures as it likes; only a path that stays in the item's own folder, links
followed, is opened. Nothing is fetched from anywhere.
"""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from articles.pictures.intake import MOST_BYTES


class NotBeside(Exception):
    """There is no such file beside the item; says why in a wire editor's words."""


def content_of(href: str, folder: Path) -> bytes:
    """The bytes of a file beside an item. Raises NotBeside."""
    if is_address(href):
        raise NotBeside(
            f"no local file: its address is {href}; "
            "only files delivered beside the item are taken in"
        )
    path = _found(href, folder) or _found(unquote(href), folder)
    if path is None:
        raise NotBeside(f"the file {href} is not there")
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to refuse it as too heavy.
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotBeside(f"the file {href} cannot be opened: {error.strerror}") from error


def is_address(href: str) -> bool:
    """Whether a reference names a scheme or a host, so that it is no path."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc) or href.startswith("\\")


def _found(href: str, folder: Path) -> Path | None:
    home = folder.resolve()
    if href.startswith("/"):
        raise NotBeside(f"the path {href} is absolute; only paths beside the item are followed")
    try:
        path = (home / href).resolve()
        is_file = path.is_file()
    except (OSError, RuntimeError, ValueError):
        # Python 3.12 calls a loop of links a RuntimeError.
        return None
    if not path.is_relative_to(home):
        raise NotBeside(f"the path {href} leads out of the item's folder")
    return path if is_file else None
