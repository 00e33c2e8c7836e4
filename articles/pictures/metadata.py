"""
What a file says of itself: XMP before IPTC-IIM before EXIF, each field for itself.

The fields are those of the IPTC Photo Metadata Standard; place and camera numbers of EXIF are not
even looked at.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from articles.pictures import iim, xmp
from articles.pictures.words import tidy, tidy_lines

# Most characters of each field, as far as there are columns for them.
MOST_CHARACTERS = {
    "headline": 300,
    "caption": 5000,
    "alt": 1000,
    "place": 200,
    "creator": 200,
    "credit": 300,
    "copyright": 300,
    "usage_terms": 2000,
}
_OF_SEVERAL_LINES = ("caption", "usage_terms")

_XMP = {
    "headline": (xmp.PHOTOSHOP, "Headline"),
    "caption": (xmp.DC, "description"),
    "alt": (xmp.IPTC_CORE, "AltTextAccessibility"),
    "credit": (xmp.PHOTOSHOP, "Credit"),
    "copyright": (xmp.DC, "rights"),
    "usage_terms": (xmp.RIGHTS, "UsageTerms"),
}
_IIM = {"headline": (2, 105), "caption": (2, 120), "credit": (2, 110), "copyright": (2, 116)}
_EXIF = {"caption": 0x010E, "creator": 0x013B, "copyright": 0x8298}
_EXIF_PART, _EXIF_TAKEN, _EXIF_ZONE = 0x8769, 0x9003, 0x9011
# What cameras write into every picture.
_SAID_BY_CAMERAS = re.compile(
    r"(?:\w+ DIGITAL CAMERA|SONY DSC|DCIM|DSC|Default|untitled|\.+|-+)\s*\Z", re.IGNORECASE
)
# The first photograph, and beyond any camera's clock.
_YEARS = range(1826, 2100)


def gather(info: dict[Any, Any], exif: Any) -> dict[str, str]:
    """
    The words of a picture that Pillow has opened, by the names of `darkroom.Facts`.

    `taken_at` is in ISO 8601, without a zone where the file names none. What is missing or
    broken is left out.
    """
    found: dict[str, str] = {}
    for source in (
        lambda: _from_xmp(_bytes(info.get("xmp"))),
        lambda: _from_iim(info.get("photoshop")),
        lambda: _from_exif(exif),
    ):
        for name, said in _read(source):
            if said and not found.get(name):
                found[name] = said
    return found


def _read(source: Callable[[], Iterator[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """The words of one source, tidied; broken words cost no picture, only what follows them."""
    try:
        for name, said in source():
            if name == "taken_at":
                yield name, said
            else:
                tidied = tidy_lines if name in _OF_SEVERAL_LINES else tidy
                yield name, tidied(said, MOST_CHARACTERS[name])
    except Exception:
        # Pillow's readers of metadata raise whatever their struct, dict or codec raised.
        return


def _bytes(said: Any) -> bytes:
    return said.encode() if isinstance(said, str) else bytes(said or b"")


def _from_xmp(packet: bytes) -> Iterator[tuple[str, str]]:
    said = xmp.read(packet)

    def values(namespace: str, name: str) -> list[str]:
        return said.get(f"{namespace} {name}", [])

    for field, (namespace, name) in _XMP.items():
        yield field, "".join(values(namespace, name)[:1])
    yield "creator", ", ".join(values(xmp.DC, "creator"))
    yield "place", _place(*(values(xmp.PHOTOSHOP, name) for name in ("City", "State", "Country")))
    for namespace, name in (
        (xmp.PHOTOSHOP, "DateCreated"),
        (xmp.EXIF, "DateTimeOriginal"),
        (xmp.XMP, "CreateDate"),
    ):
        yield "taken_at", _moment("".join(values(namespace, name)[:1]))


def _from_iim(resources: Any) -> Iterator[tuple[str, str]]:
    records = resources.get(0x0404) if isinstance(resources, dict) else None
    said = iim.read(records if isinstance(records, bytes) else b"")

    def values(number: int) -> list[str]:
        return said.get((2, number), [])

    for field, dataset in _IIM.items():
        yield field, "".join(said.get(dataset, [])[:1])
    yield "creator", ", ".join(values(80))
    yield "place", _place(values(90), values(95), values(101))
    day, time = "".join(values(55)[:1]), "".join(values(60)[:1])
    if re.fullmatch(r"\d{8}", day):
        yield "taken_at", _moment(f"{day}T{time}") or _moment(day)


def _from_exif(exif: Any) -> Iterator[tuple[str, str]]:
    for field, tag in _EXIF.items():
        said = exif.get(tag)
        if isinstance(said, str):
            # Pillow takes the bytes for Latin-1, whatever they are.
            raw = said.encode("latin-1", "ignore").split(b"\0")[0]
            words = raw.decode(iim.code_page([raw]), "ignore").strip()
            if not _SAID_BY_CAMERAS.match(words):
                yield field, words
    part = exif.get_ifd(_EXIF_PART)
    day, _, time = str(part.get(_EXIF_TAKEN, "")).strip("\0 ").partition(" ")
    zone = str(part.get(_EXIF_ZONE, "")).strip("\0 ")
    yield "taken_at", _moment(f"{day.replace(':', '-')}T{time}{zone}")


def _place(*parts: list[str]) -> str:
    """City, region and country; a name that says the same twice stands once."""
    names = [part[0].strip() for part in parts if part and part[0].strip()]
    return ", ".join(dict.fromkeys(names))


def _moment(said: str) -> str:
    """A moment in ISO 8601; empty where it is no day at all, or no camera's."""
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError:
        return ""
    offset = moment.utcoffset()
    is_zone = offset is None or abs(offset) <= timedelta(hours=14)
    return moment.isoformat() if moment.year in _YEARS and is_zone else ""
