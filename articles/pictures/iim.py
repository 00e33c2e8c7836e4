"""
Reads IPTC-IIM records, as agencies write them into JPEG files, in whatever code page.

IIM says its code page in 1:90, and mostly does not: then it is guessed from all words together.
"""

import codecs
import re
import struct

# Records of one file; a caption may hold 2,000 bytes by the standard, and some hold more.
MOST_RECORDS = 400
MOST_BYTES = 64_000

_CODED_CHARACTER_SET = (1, 90)
_UTF8 = b"\x1b%G"
# Other pages that a file may name. Of "Latin 1" it says nothing: it is written before any page.
_ISO_8859 = {b"\x1b-B": "2", b"\x1b-C": "3", b"\x1b-D": "4", b"\x1b-L": "5", b"\x1b-M": "9"}

# Asked in this order: where two are equally plausible, the earlier wins.
CODE_PAGES = ("cp1252", "cp1251", "koi8_u", "mac_cyrillic")

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+\Z")
# Of each hundred letters of Ukrainian and Russian about seventy are these.
_FREQUENT = frozenset("оаеиніврслтукдм")
_RARE = frozenset("ўђѓљњќџјѕћЂЃЉЊЌЏЈЅЋЎ")
_SIGNS = frozenset("«»„“”‘’–—…№§©®°·\u00a0€")


def read(records: bytes) -> dict[tuple[int, int], list[str]]:
    """The values of each dataset, by (record, number); what is broken ends the reading."""
    found: dict[tuple[int, int], list[bytes]] = {}
    at = 0
    for _ in range(MOST_RECORDS):
        if records[at : at + 1] != b"\x1c" or len(records) < at + 5:
            break
        record, number, size = struct.unpack_from(">BBH", records, at + 1)
        # Lengths beyond 32,767 are written another way; no word that is asked for has one.
        if size > 0x7FFF:
            break
        value = records[at + 5 : at + 5 + size]
        if len(value) < size:
            break
        found.setdefault((record, number), []).append(value)
        at += 5 + size
    declared = found.pop(_CODED_CHARACTER_SET, [b""])[0]
    page = code_page([one for values in found.values() for one in values], declared)
    return {
        dataset: [one.decode(page, "ignore") for one in values] for dataset, values in found.items()
    }


def code_page(values: list[bytes], declared: bytes = b"") -> str:
    """The code page of a file's words: what it declares, if that is true, else a guess."""
    words = b"\n".join(values)[:MOST_BYTES]
    if (declared.startswith(_UTF8) or not words.isascii()) and all(map(_is_utf8, values)):
        return "utf-8"
    if words.isascii():
        return "ascii"
    if part := _ISO_8859.get(declared[:3]):
        return f"iso8859_{part}"
    return max(CODE_PAGES, key=lambda page: _plausibility(words.decode(page, "replace")))


def _is_utf8(value: bytes) -> bool:
    """Whether the bytes are UTF-8, perhaps cut in the middle of the last letter."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(value)
    except UnicodeDecodeError:
        return False
    return True


def _plausibility(text: str) -> float:
    """How much a text looks written by a person: letters of one alphabet, in their usual cases."""
    words = sum(_word_points(word) for word in _WORD.findall(text) if not word.isascii())
    odd = sum(
        one > "\x7f" and not one.isalpha() and one not in _SIGNS or one in _RARE for one in text
    )
    return words - 3 * odd


def _word_points(word: str) -> float:
    if not (word.islower() or word.istitle() or word.isupper()):
        return -len(word)
    if _CYRILLIC.match(word):
        frequent = sum(letter in _FREQUENT for letter in word.lower())
        # A word in capitals is rarer than one in small letters.
        return (2 * frequent - len(word)) * (0.5 if word.isupper() and len(word) > 1 else 1)
    if any("\u0400" <= letter <= "\u04ff" for letter in word):
        return -len(word)
    high = sum(letter > "\x7f" for letter in word)
    # A Latin word with an accent or two; one of accents alone is Cyrillic misread.
    return 1 if high * 2 <= len(word) else -len(word)
