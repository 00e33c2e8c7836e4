"""Reads the demonstration's texts, which lie beside this file as TOML."""

import tomllib
from functools import cache
from pathlib import Path

from articles.demo.bulletins import bulletins

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("uk", "ru", "en")
# What the demonstration brought is known by it.
IDENTITY = "urn:newsportal:demo:"


@cache
def world():
    """Editions, sections, authors and tags, as lists of tables."""
    return tomllib.loads((FOLDER / "world.toml").read_text("utf-8"))


def pages():
    """The standing pages: Support, About, Rules, Contacts."""
    return tomllib.loads((FOLDER / "pages.toml").read_text("utf-8"))["pages"]


def stories():
    """Every story, oldest first, so that a reference meets a story that is already there."""
    found = [
        tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("stories/*.toml"))
    ]
    found += bulletins()
    return sorted(found, key=lambda story: story["minutes_ago"], reverse=True)
