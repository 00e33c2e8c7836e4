"""
The order of words in an index: each language's own alphabet first, then other letters, digits.

Pure. PostgreSQL's own order depends on how it was built, and the embedded one knows no ICU.
"""

import unicodedata
from itertools import dropwhile

# Letters that differ in nothing but rank of accent share a place: "её" in Russian.
ALPHABETS = {
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "ru": "а б в г д её ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "crh": "aâ b c ç d e f g ğ h ı i j k l m n ñ o ö p q r s ş t u ü v y z",
    "he": "א ב ג ד ה ו ז ח ט י כך ל מם נן ס ע פף צץ ק ר ש ת",
}
# Their capital of "i" has a dot.
_DOTTED = {"crh", "tr", "az"}
DIGITS = "0–9"
OTHERS = "#"
GAP = (0, 0)

_PLACES = {
    code: {letter: place for place, letters in enumerate(alphabet.split()) for letter in letters}
    for code, alphabet in ALPHABETS.items()
}

type Key = tuple[tuple[tuple[int, int], ...], str]


def key(words: str, code: str) -> Key:
    """
    What words are sorted by; compare only keys of one language.

    Word by word, blind to case, apostrophes and quotation marks; equal words keep one order.
    """
    places = [place for place in (_place(sign, code) for sign in _signs(words, code)) if place]
    return tuple(dropwhile(lambda place: place == GAP, places)), words


def heading(words: str, code: str) -> str:
    """The letter under which words stand in the index."""
    for sign in _signs(words, code):
        place = _place(sign, code)
        if place is None or place == GAP:
            continue
        if place[0] == 1:
            return _capital(ALPHABETS[code].split()[place[1]][0], code)
        return _capital(sign, code) if place[0] == 2 else DIGITS
    return OTHERS


def _signs(words: str, code: str) -> list[str]:
    """Letters in small, without accents where they are none of the language's own."""
    own = _PLACES.get(code, {})
    signs: list[str] = []
    for sign in unicodedata.normalize("NFC", words.casefold()):
        signs += [sign] if sign in own else unicodedata.normalize("NFD", sign)
    return signs


def _place(sign: str, code: str) -> tuple[int, int] | None:
    """Gap between words, own letters, other letters, digits; None for what does not count."""
    own = _PLACES.get(code, {})
    if sign in own:
        return 1, own[sign]
    category = unicodedata.category(sign)
    if category in ("Ll", "Lo"):
        return 2, ord(sign)
    if category == "Nd":
        return 3, unicodedata.digit(sign)
    return GAP if category in ("Zs", "Pd") else None


def _capital(letter: str, code: str) -> str:
    if letter == "i" and code in _DOTTED:
        return "İ"
    # The capital of a letter that has none of its own would be another letter's.
    return letter.upper() if letter.upper().lower() == letter or code in _DOTTED else letter
