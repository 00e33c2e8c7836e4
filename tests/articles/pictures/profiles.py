"""Colour profiles made by hand, as small as ICC allows: one of a wide gamut, one of a press."""

import struct

# The primaries of Display P3, adapted to D50, as X, Y, Z.
_P3 = {
    b"rXYZ": (0.51512, 0.2412, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.1571, 0.06657, 0.78407),
}
_D50 = (0.9642, 1.0, 0.8249)


def display_p3():
    """A matrix profile with the primaries of Display P3 and a gamma of 2.2."""
    tags = {name: _xyz(values) for name, values in _P3.items()}
    tags[b"wtpt"] = _xyz(_D50)
    for name in (b"rTRC", b"gTRC", b"bTRC"):
        tags[name] = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256))
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def press(ink=(60, 20, 10)):
    """
    A profile of four inks on a table of two points an axis: no ink is white, any ink is `ink`.

    `ink` is L (0 to 100), a and b, of every corner of the table but the first.
    """
    light, a, b = ink
    corner = bytes([round(light * 2.55), a + 128, b + 128])
    table = bytes([255, 128, 128]) + corner * 15
    straight = bytes(range(256))
    unit = struct.pack(">9i", *(65536 if index % 4 == 0 else 0 for index in range(9)))
    lut = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + unit + straight * 4 + table + straight * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": lut, b"wtpt": _xyz(_D50)})


def _xyz(values):
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _profile(kind, space, connection, tags):
    tags = {**tags, b"desc": _described(b"Made for a test"), b"cprt": b"text\0\0\0\0None\0"}
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += name + struct.pack(">II", at + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    size = at + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"test", 0x02400000, kind, space, connection)
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">3i", *(round(value * 65536) for value in _D50))
    return head.ljust(128, b"\0") + table + body


def _described(words):
    return b"desc\0\0\0\0" + struct.pack(">I", len(words) + 1) + words + b"\0" + bytes(78)
