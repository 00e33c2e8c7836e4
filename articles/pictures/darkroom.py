"""
From a photographer's file to what pages show: looks at a file, makes renditions.

Knows no model, and decodes nothing itself: that happens in the lab, behind the hatch.
"""

from dataclasses import dataclass
from datetime import datetime

from articles.pictures import hatch
from articles.pictures.geometry import Box
from articles.pictures.intake import refuse_at_sight
from articles.pictures.notice import packet as notice_packet

# By the wall's clock. A request that waits for one print ends within ten.
SECONDS_TO_READ = 8
SECONDS_PER_PRINT = 1.5


@dataclass(frozen=True)
class Facts:
    """What a file says of itself (IPTC, XMP); empty where it says nothing."""

    headline: str = ""
    caption: str = ""
    alt: str = ""
    place: str = ""
    taken_at: datetime | None = None
    creator: str = ""
    credit: str = ""
    copyright: str = ""
    usage_terms: str = ""


@dataclass(frozen=True)
class Inspected:
    """A file that can become a picture: upright size in px, words, first guesses."""

    width: int
    height: int
    facts: Facts
    # Where the eye goes, in shares from the left and the top.
    focal: tuple[float, float]
    # The mean colour, "#rrggbb".
    tone: str


@dataclass(frozen=True)
class Notice:
    """The only words that a rendition carries."""

    creator: str = ""
    credit: str = ""
    copyright: str = ""


@dataclass(frozen=True)
class Print:
    """A rendition to make: a part of the upright original, at a size, in a format."""

    box: Box
    width: int
    height: int
    # "avif", "webp" or "jpg".
    extension: str


def inspect(content: bytes) -> Inspected:
    """
    What a file is and says. Raises `intake.UnusablePicture`.

    A moment for which the file names no zone is one of the site's own clock.
    """
    refuse_at_sight(content)
    said = hatch.ask(content, SECONDS_TO_READ).words
    facts = dict(said["facts"])
    moment = facts.pop("taken_at", "")
    taken_at = datetime.fromisoformat(moment).astimezone() if moment else None
    return Inspected(
        said["width"],
        said["height"],
        Facts(taken_at=taken_at, **facts),
        (said["focal"][0], said["focal"][1]),
        said["tone"],
    )


def develop(content: bytes, prints: list[Print], notice: Notice) -> list[bytes]:
    """
    The renditions of a file, in the order asked for. Raises `intake.UnusablePicture`.

    The file is decoded once in each call, so few calls are cheaper than many.
    """
    refuse_at_sight(content)
    if not prints:
        return []
    seconds = SECONDS_TO_READ + SECONDS_PER_PRINT * len(prints)
    packet = notice_packet(notice.creator, notice.credit, notice.copyright)
    return hatch.ask(
        content, seconds, prints=[_order(one) for one in prints], packet=packet.decode()
    ).prints


def _order(wanted: Print) -> dict[str, object]:
    box = wanted.box
    return {
        "box": [box.left, box.top, box.width, box.height],
        "width": wanted.width,
        "height": wanted.height,
        "extension": wanted.extension,
    }
