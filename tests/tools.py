"""Programs of the machine without which some tests cannot run, and how to get them."""

import os
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path

from newsportal.environment import VAR

# All pages in all dresses instead of a seeded part: for CI.
IS_WHOLE = os.environ.get("WHOLE", "") not in {"", "0"}


def seeded(many: list, seed: str) -> list:
    """One of many, drawn by a word and so always the same; whole: all of them."""
    return many if IS_WHOLE else [many[zlib.crc32(seed.encode()) % len(many)]]


@dataclass(frozen=True)
class Tool:
    """What the tests with a marker need."""

    marker: str
    name: str
    is_here: bool
    cure: str


def chromium() -> str | None:
    """The browser's program."""
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    return next((path for name in names if name and (path := shutil.which(name))), None)


def vnu() -> Path | None:
    """The HTML checker's archive, where Java can run it."""
    default = VAR / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    jar = Path(os.environ.get("VNU_JAR") or default)
    return jar if shutil.which("java") and jar.exists() else None


# Of Debian's package lomiri-wallpapers-16.04, free photographs (CC BY-SA).
PHOTOGRAPHS = Path("/usr/share/backgrounds")


def photographs() -> list[Path]:
    """The photographs on which renditions are measured."""
    return sorted(PHOTOGRAPHS.glob("*_by_*.jpg"))


def all_tools() -> list[Tool]:
    return [
        Tool("browser", "Chromium", chromium() is not None, "apt-get install chromium"),
        Tool(
            "html",
            "The HTML checker",
            vnu() is not None,
            "apt-get install default-jre-headless npm && npm install --prefix var/vnu vnu-jar",
        ),
        Tool(
            "exiftool",
            "ExifTool",
            shutil.which("exiftool") is not None,
            "apt-get install libimage-exiftool-perl",
        ),
        Tool(
            "photographs",
            "A set of photographs",
            len(photographs()) >= 10,
            "apt-get install --no-install-recommends lomiri-wallpapers-16.04",
        ),
    ]
