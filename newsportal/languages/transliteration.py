"""
Names in Latin letters, for slugs: by the language of the text (г is h in Ukrainian, g in Russian).

Ukrainian after resolution 55 of the Cabinet of Ministers (27.01.2010), Russian after ICAO 9303
as the trade uses it in slugs (ъ and ь vanish). ICU's generic rules fail both: щука becomes "suka".
"""

import hashlib
import re
import unicodedata

LONGEST_SLUG = 100

_COMMON = {
    **dict(zip("абвдезиклмнопрстуф", "abvdeziklmnoprstuf", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
}
_UKRAINIAN = {
    **_COMMON,
    "г": "h",
    "ґ": "g",
    "и": "y",
    "і": "i",
    "є": "ie",
    "ї": "i",
    "й": "i",
    "ю": "iu",
    "я": "ia",
    # Not Ukrainian, but met in names.
    "ё": "io",
    "ъ": "",
    "ы": "y",
    "э": "e",
}
_UKRAINIAN_AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = {
    **_COMMON,
    "г": "g",
    "ё": "e",
    "э": "e",
    "й": "i",
    "ъ": "",
    "ы": "y",
    "ю": "iu",
    "я": "ia",
    # Letters of neighbours, for every Cyrillic language without a table of its own.
    **dict(zip("іїґўјћѓќ", "iigujcgk", strict=True)),
    "є": "ie",
    "љ": "lj",
    "њ": "nj",
    "ђ": "dj",
    "џ": "dz",
    "ѕ": "dz",
}
# Letters that do not come apart into a letter and a mark.
_LATIN = {
    **dict(zip("łøđðıħŧəĸſ", "loddihteks", strict=True)),
    "þ": "th",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ŋ": "ng",
}
_APOSTROPHES = "'’ʼ‘`´′ʹ"
_ACUTE = "\u0301"
_WORD = re.compile(rf"[^\W\d_](?:[{_APOSTROPHES}{_ACUTE}]?[^\W\d_])*")


def transliterate(text: str, language_code: str) -> str:
    """
    The text with its Cyrillic and accented Latin letters in plain Latin ones.

    What no table knows (other scripts) stays as it is.
    """
    text = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda word: _word(word[0], language_code), text)


def slug(text: str, language_code: str) -> str:
    """
    A part of an address for a name: lower-case Latin letters, digits and hyphens, never empty.

    A name in a script without a table gets a short fingerprint of itself instead.
    """
    latin = transliterate(text, language_code).lower()
    words = re.findall(r"[a-z0-9]+", re.sub(rf"[{_APOSTROPHES}]", "", latin))
    short = "-".join(words)[:LONGEST_SLUG].strip("-")
    return short or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _word(word: str, language_code: str) -> str:
    is_ukrainian = language_code.partition("-")[0] == "uk"
    word = re.sub(rf"[{_APOSTROPHES}{_ACUTE}]", "", word) if _is_cyrillic(word) else word
    written = []
    for position, letter in enumerate(word):
        small = letter.lower()
        if is_ukrainian:
            latin = _ukrainian(small, word[position - 1].lower() if position else "")
        else:
            latin = _RUSSIAN.get(small)
        if latin is None:
            latin = _latin(small)
        written.append(_in_case_of(letter, latin, word))
    return "".join(written)


def _ukrainian(small: str, before: str) -> str | None:
    if not before and small in _UKRAINIAN_AT_START:
        return _UKRAINIAN_AT_START[small]
    # зг is zgh, to be told from ж (zh).
    return "gh" if (before, small) == ("з", "г") else _UKRAINIAN.get(small)


def _latin(small: str) -> str:
    if small in _LATIN:
        return _LATIN[small]
    base = unicodedata.normalize("NFKD", small)
    plain = "".join(character for character in base if not unicodedata.combining(character))
    return plain if plain.isascii() else small


def _in_case_of(letter: str, latin: str, word: str) -> str:
    if not letter.isupper():
        return latin
    return latin.upper() if len(word) > 1 and word.isupper() else latin.capitalize()


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in word)
