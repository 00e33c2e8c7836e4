"""
Words out of a file: without what cannot be printed, and of bounded length.
"""

import re
import unicodedata

# Controls, what XML 1.0 cannot hold, and marks that turn the direction of the text around them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]"
)
_BLANK = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


def tidy(said: str, most_characters: int) -> str:
    """The words as one line, cut at a word's end where they are too many."""
    words = tidy_lines(said, most_characters * 2).replace("\n", " ")
    return _cut(words, most_characters)


def tidy_lines(said: str, most_characters: int) -> str:
    """The words with their lines kept; blank ones go."""
    # What is far too long is not even looked through.
    said = said[: most_characters * 4].replace("\r\n", "\n").replace("\r", "\n")
    said = _UNPRINTABLE.sub("", unicodedata.normalize("NFC", said))
    said = _LINES.sub("\n", _BLANK.sub(" ", said)).strip()
    return _cut(said, most_characters)


def _cut(words: str, most_characters: int) -> str:
    if len(words) <= most_characters:
        return words
    kept = words[: most_characters - 1]
    whole = kept.rpartition(" ")[0]
    return (whole if len(whole) > most_characters // 2 else kept).rstrip() + "…"
