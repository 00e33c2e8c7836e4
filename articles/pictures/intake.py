"""
What is taken in: formats, limits, and the reasons for which a file is refused.

Looks at bytes, never at names, and decodes nothing; Pillow is not imported here.
"""

import re
from mmap import mmap

# Recognised by content; anything else is refused, whatever its name says.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_BYTES = 50 * 1024 * 1024
MOST_PIXELS = 40_000_000
# WebP can store no more.
MOST_HEIGHT = 16_383

REASONS = {
    "too-heavy": "the file is larger than 50 MB",
    "too-large": "the picture has more than 40 megapixels or is higher than 16,383 px",
    "unknown": "the file is not a JPEG, PNG, WebP or AVIF picture",
    "damaged": "the picture is damaged and cannot be read to its end",
    "disguised": "the file is a picture and at the same time a web page, a program or an archive",
    "animated": "the picture moves; only a still one can be used",
    "overfull": "the words or the colour profile inside the file unpack to an enormous size",
    "costly": "reading the picture takes more time or memory than one file is given",
    "out-of-order": "pictures cannot be read at the moment; nothing is wrong with the file",
}

# The reach of an archive's last record: 22 bytes and a comment of at most 65,535.
_ARCHIVE_TAIL = 22 + 65_535
_ARCHIVE_HEADS = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
# Readers of PDF take a head that begins this late.
_PDF_HEAD = 1024
# Long enough not to appear by chance in 50 MB of pixels.
_ACTIVE = re.compile(
    rb"<script[\s>/]|<html[\s>]|<body[\s>]|<!doctype\s|<\?php\s|<iframe\s|<svg\s[^<>]{0,400}xmlns",
    re.IGNORECASE,
)


# A file's bytes, or the file itself where it lies in memory.
Content = bytes | mmap


class UnusablePicture(Exception):
    """The file cannot become a picture; `reason` is a key of `REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(REASONS[reason])
        self.reason = reason


def format_of(content: Content) -> str | None:
    """Which of `FORMATS` the first bytes are those of, if any."""
    head = bytes(content[:64])
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WEBP"
    # The major brand, or one of the compatible ones.
    if head[4:8] == b"ftyp" and any(brand in head[8:] for brand in (b"avif", b"avis")):
        return "AVIF"
    return None


def refuse_at_sight(content: Content) -> str:
    """The format of a file that may be decoded. Raises UnusablePicture."""
    if len(content) > MOST_BYTES:
        raise UnusablePicture("too-heavy")
    found = format_of(content)
    if found is None:
        raise UnusablePicture("unknown")
    if _is_something_else_too(content):
        raise UnusablePicture("disguised")
    return found


def _is_something_else_too(content: Content) -> bool:
    """
    Whether browsers or tools might take the file for a page, a program, a PDF or an archive.

    Bytes after the picture's end are no sign of it: phones put a short film there.
    """
    return (
        b"%PDF-" in content[:_PDF_HEAD]
        or _is_archive(content)
        or _ACTIVE.search(content) is not None
    )


def _is_archive(content: Content) -> bool:
    """
    Whether tools find an archive in the file, also behind other bytes or before some.

    ZIP, JAR and office files by their last record and their list of contents, RAR and 7z by
    their heads: too long to appear by chance.
    """
    is_zip = b"PK\x05\x06" in content[-_ARCHIVE_TAIL:] and content.find(b"PK\x01\x02") >= 0
    return is_zip or any(content.find(head) >= 0 for head in _ARCHIVE_HEADS)
