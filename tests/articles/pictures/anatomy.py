"""
The parts of a rendition, byte by byte: segments of a JPEG, chunks of a WebP, items of an AVIF.

Written from the formats' specifications and not by Pillow, which shows only what it knows.
"""

import struct


def parts(content):
    """Name and content of each part of a file that is no pixel; fails on bytes left over."""
    if content.startswith(b"\xff\xd8"):
        return _of_jpeg(content)
    if content.startswith(b"RIFF"):
        return _of_webp(content)
    return _of_avif(content)


def _of_jpeg(content):
    found, at = [], 2
    while True:
        marker = content[at + 1]
        assert content[at] == 0xFF, "no marker where one must be"
        if marker == 0xD9:
            assert at + 2 == len(content), "bytes behind the end"
            return found
        size = int.from_bytes(content[at + 2 : at + 4])
        found.append((f"{marker:02X}", content[at + 4 : at + 2 + size]))
        at += 2 + size
        if marker == 0xDA:
            # A scan ends with a marker that is neither a stuffed byte nor a restart.
            while content[at] != 0xFF or content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
                at += 1


def _of_webp(content):
    assert int.from_bytes(content[4:8], "little") + 8 == len(content), "bytes behind the end"
    found, at = [], 12
    while at < len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        found.append((name.decode(), content[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found


def _boxes(content, start, end):
    while start < end:
        size, name = struct.unpack_from(">I4s", content, start)
        assert size >= 8, "a box without a size"
        yield name.decode(), start + 8, start + size
        start += size
    assert start == end, "bytes behind the end"


def _of_avif(content):
    """The boxes at the top, each item with its type, and each property."""
    found = []
    for name, start, end in _boxes(content, 0, len(content)):
        if name != "meta":
            found.append((name, b""))
            continue
        for inner, inner_start, inner_end in _boxes(content, start + 4, end):
            found.append((inner, content[inner_start:inner_end]))
            if inner == "iinf":
                found += _items(content, inner_start + 6, inner_end)
            if inner == "iprp":
                _ipco, first, last = next(_boxes(content, inner_start, inner_end))
                found += [(one, content[a:b]) for one, a, b in _boxes(content, first, last)]
    return found


def _items(content, start, end):
    """Type and kind of each item: "av01", or "mime" with "application/rdf+xml"."""
    for _infe, first, last in _boxes(content, start, end):
        yield "item:" + content[first + 8 : first + 12].decode(), content[first + 12 : last]
