"""
The only table of label words: what each edition prints before a typed block, and what it
recognises in copy.

The first word of a row is the printed one. `{speaker}` stands for a name in the case the language
asks for; English words are recognised in every language.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from articles.body.blocks import BlockType

_LONGEST_SPEAKER = 120

_SOURCE, _DETAILS, _QUOTE = BlockType.SOURCE, BlockType.DETAILS, BlockType.QUOTE
_BACKGROUND, _READ_ALSO, _AD = BlockType.BACKGROUND, BlockType.READ_ALSO, BlockType.AD_BREAK

_WORDS: dict[str, dict[BlockType, tuple[str, ...]]] = {
    "en": {
        _SOURCE: ("Source", "Sources"),
        _DETAILS: ("Details", "More details"),
        _QUOTE: ("Quote", "Quote from {speaker}", "Quote by {speaker}", "Direct speech"),
        _BACKGROUND: ("Background", "Previously", "Context"),
        _READ_ALSO: ("Read also", "Also read", "Read more", "See also"),
        _AD: ("Advertisement", "Advertising"),
    },
    "uk": {
        _SOURCE: ("Джерело", "Джерела"),
        _DETAILS: ("Деталі", "Подробиці"),
        _QUOTE: ("Пряма мова", "Пряма мова {speaker}", "Цитата", "Цитата {speaker}", "Дослівно"),
        _BACKGROUND: ("Що передувало", "Передісторія", "Нагадаємо", "Нагадуємо", "Контекст"),
        _READ_ALSO: ("Читайте також", "Також читайте", "Читати також", "Дивіться також"),
        _AD: ("Реклама",),
    },
    "ru": {
        _SOURCE: ("Источник", "Источники"),
        _DETAILS: ("Детали", "Подробности"),
        _QUOTE: (
            *("Прямая речь", "Прямая речь {speaker}"),
            *("Цитата", "Цитата {speaker}", "Дословно"),
        ),
        _BACKGROUND: ("Что предшествовало", "Предыстория", "Напомним", "Напоминаем", "Контекст"),
        _READ_ALSO: ("Читайте также", "Также читайте", "Читать также", "Смотрите также"),
        _AD: ("Реклама",),
    },
    "de": {
        _SOURCE: ("Quelle", "Quellen"),
        _DETAILS: ("Details", "Einzelheiten"),
        _QUOTE: ("Zitat", "Zitat von {speaker}", "Wortlaut", "Im Wortlaut"),
        _BACKGROUND: ("Hintergrund", "Vorgeschichte", "Zum Hintergrund"),
        _READ_ALSO: ("Lesen Sie auch", "Lesen Sie mehr", "Mehr zum Thema", "Siehe auch"),
        _AD: ("Anzeige", "Werbung"),
    },
    "nb": {
        _SOURCE: ("Kilde", "Kilder"),
        _DETAILS: ("Detaljer",),
        _QUOTE: ("Sitat", "Sitat fra {speaker}", "Sitat av {speaker}"),
        _BACKGROUND: ("Bakgrunn", "Dette har skjedd"),
        _READ_ALSO: ("Les også", "Les mer", "Se også"),
        _AD: ("Annonse", "Reklame"),
    },
    "nn": {
        _SOURCE: ("Kjelde", "Kjelder"),
        _DETAILS: ("Detaljar",),
        _QUOTE: ("Sitat", "Sitat frå {speaker}", "Sitat av {speaker}"),
        _BACKGROUND: ("Bakgrunn", "Dette har hendt"),
        _READ_ALSO: ("Les også", "Les òg", "Les meir", "Sjå også"),
        _AD: ("Annonse", "Reklame"),
    },
    "sv": {
        _SOURCE: ("Källa", "Källor"),
        _DETAILS: ("Detaljer",),
        _QUOTE: ("Citat", "Citat från {speaker}", "Citat av {speaker}"),
        _BACKGROUND: ("Bakgrund", "Detta har hänt"),
        _READ_ALSO: ("Läs också", "Läs även", "Läs mer", "Se även"),
        _AD: ("Annons", "Reklam"),
    },
    "pl": {
        _SOURCE: ("Źródło", "Źródła"),
        _DETAILS: ("Szczegóły",),
        _QUOTE: ("Cytat", "Wypowiedź {speaker}", "Cytat z {speaker}", "Wypowiedź"),
        _BACKGROUND: ("Kontekst", "Tło", "Przypomnijmy", "Co było wcześniej"),
        _READ_ALSO: ("Czytaj także", "Czytaj też", "Przeczytaj także", "Zobacz też"),
        _AD: ("Reklama", "Ogłoszenie"),
    },
    "crh": {
        _SOURCE: ("Menba", "Menbalar"),
        _DETAILS: ("Tafsilât", "Tafsilâtlar"),
        _QUOTE: ("İqtibas", "{speaker} sözleri"),
        _BACKGROUND: ("Evelki adiseler", "Hatırlatamız"),
        _READ_ALSO: ("Bunı da oquñız",),
        _AD: ("Reklama",),
    },
    "he": {
        _SOURCE: ("מקור", "מקורות"),
        _DETAILS: ("פרטים",),
        _QUOTE: ("ציטוט", "ציטוט מפי {speaker}", "ציטוט מאת {speaker}"),
        _BACKGROUND: ("רקע", "הרקע"),
        _READ_ALSO: ("קראו גם", "קראו עוד", "ראו גם"),
        _AD: ("פרסומת",),
    },
}
_SAME = {"no": "nb"}


class Label(NamedTuple):
    type: BlockType
    speaker: str = ""


def _of_language(language_code: str) -> dict[BlockType, tuple[str, ...]]:
    """
    The words of a language; a region ("nb-NO") does not matter, English stands in for the
    unknown.
    """
    primary = re.split("[-_]", language_code.lower(), maxsplit=1)[0]
    return _WORDS.get(_SAME.get(primary, primary), _WORDS["en"])


def printed(block_type: BlockType, language_code: str, speaker: str = "") -> str:
    """The label before a block, without a colon; nothing for types that have none."""
    words = _of_language(language_code).get(block_type, ("",))
    if speaker and block_type == BlockType.QUOTE:
        return next(word for word in words if "{speaker}" in word).format(speaker=speaker)
    return words[0]


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


@lru_cache
def _recognised(language_code: str) -> tuple[dict[str, BlockType], list[tuple[str, str]]]:
    exact: dict[str, BlockType] = {}
    around: list[tuple[str, str]] = []
    for table in (_of_language(language_code), _WORDS["en"]):
        for block_type, words in table.items():
            for word in words:
                before, is_pattern, after = word.partition("{speaker}")
                if is_pattern:
                    around.append((_fold(before), _fold(after)))
                else:
                    exact.setdefault(_fold(word), block_type)
    # "Quote from X" must not be read as the shorter "Quote" with a speaker "from X".
    return exact, sorted(around, key=lambda pair: -len(pair[0] + pair[1]))


def recognise(words: str, language_code: str) -> Label | None:
    """Which block the words, without their colon, announce in the language or in English."""
    words = " ".join(words.split())
    if len(words) > _LONGEST_SPEAKER:
        return None
    exact, around = _recognised(language_code)
    if block_type := exact.get(words.casefold()):
        return Label(block_type)
    names = words.split(" ")
    for before, after in around:
        first, last = len(before.split()), len(names) - len(after.split())
        speaker = " ".join(names[first:last])
        if speaker and (_fold(" ".join(names[:first])), _fold(" ".join(names[last:]))) == (
            before,
            after,
        ):
            return Label(BlockType.QUOTE, speaker)
    return None
