"""
Where items come from: files of one item or of a list, JSON Lines, folders of these.

Files are read one line or one file at a time, so that the length of a JSON Lines file does not
matter. What cannot be read is an answer too, never an exception.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LINES_SUFFIXES = (".jsonl", ".ndjson")
SUFFIXES = (".json", ".ninjs", *LINES_SUFFIXES)

# One item, or a file that is not JSON Lines, has to fit into memory several times.
MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Found:
    """A JSON value that may be an item, the file and the place in it (“line 3”)."""

    file: Path
    place: str
    value: Any


@dataclass(frozen=True)
class Unreadable:
    """A file, or a place in it, from which no value could be read, and why."""

    file: Path
    place: str
    reason: str


@dataclass(frozen=True)
class Ignored:
    """A file that holds no item and need not."""

    file: Path
    reason: str
    place: str = ""


Source = Found | Unreadable | Ignored


def items(paths: list[Path]) -> Iterator[Source]:
    """All values of the files, folders and their folders, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from _folder(path)
        elif not path.exists():
            yield Unreadable(path, "", "there is no such file or folder")
        else:
            yield from _file(path)


def _folder(folder: Path) -> Iterator[Source]:
    is_empty = True
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                is_empty = False
                yield from _file(Path(place, name))
    if is_empty:
        yield Unreadable(folder, "", f"there is no file in it that ends in {', '.join(SUFFIXES)}")


def _file(path: Path) -> Iterator[Source]:
    try:
        if not path.is_file():
            yield Unreadable(path, "", "is no ordinary file")
        elif path.suffix.lower() in LINES_SUFFIXES or _is_lines(path):
            yield from _lines(path)
        else:
            yield from _whole(path)
    except OSError as error:
        yield Unreadable(path, "", f"cannot be opened: {error.strerror}")


def _is_lines(path: Path) -> bool:
    """Whether a file without the suffix is JSON Lines: its first line is a whole object."""
    with path.open("rb") as file:
        first = file.readline(MOST_BYTES)
        if not first.strip() or not file.readline(MOST_BYTES).strip():
            return False
    try:
        return isinstance(_parsed(first), dict)
    except ValueError:
        return False


def _lines(path: Path) -> Iterator[Source]:
    number = 0
    with path.open("rb") as file:
        while line := file.readline(MOST_BYTES + 1):
            number += 1
            if len(line) > MOST_BYTES:
                while line and not line.endswith(b"\n"):
                    line = file.readline(MOST_BYTES)
                yield Unreadable(path, f"line {number}", "is longer than 64 MB")
            elif line.strip():
                yield from _value(path, f"line {number}", line)
    if not number:
        yield Unreadable(path, "", "the file is empty")


def _whole(path: Path) -> Iterator[Source]:
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        yield Unreadable(path, "", "is larger than 64 MB; deliver it as JSON Lines")
    elif not content.strip():
        yield Unreadable(path, "", "the file is empty")
    else:
        for source in _value(path, "", content):
            if isinstance(source, Found) and isinstance(source.value, list):
                for position, value in enumerate(source.value, 1):
                    yield Found(path, f"item {position}", value)
            elif isinstance(source, Found) and _is_schema(source.value):
                yield Ignored(path, "is a JSON Schema, not an item")
            else:
                yield source


def _value(path: Path, place: str, content: bytes) -> Iterator[Source]:
    try:
        yield Found(path, place, _parsed(content))
    except UnicodeDecodeError as error:
        yield Unreadable(path, place, f"is not UTF-8 (byte {error.start + 1})")
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if not place else ""
        yield Unreadable(path, place, f"is not JSON: {error.msg} ({where}column {error.colno})")
    except ValueError as error:
        yield Unreadable(path, place, f"is not JSON that can be read: {error}"[:200])
    except RecursionError:
        yield Unreadable(path, place, "is nested too deeply")


def _parsed(content: bytes) -> Any:
    return json.loads(
        content.decode("utf-8-sig"),
        object_pairs_hook=_object,
        parse_constant=_no_constant,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, unless a key stands twice in it: nobody can know which was meant."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key “{key[:40]}” stands twice")
        found[key] = value
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


def _is_schema(value: Any) -> bool:
    return isinstance(value, dict) and "$schema" in value and "uri" not in value
