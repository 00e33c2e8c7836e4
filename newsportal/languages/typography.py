"""
Non-breaking spaces and apostrophes, as the printed page of each language wants them. Applied when
a text is drawn, never stored.

Every rule replaces one character by another one: the length of a text never changes. What an
editor typed otherwise, quotation marks above all, is respected.
"""

import re
from html import escape, unescape
from typing import NamedTuple

_SPACE = "[ \xa0]"
_CYRILLIC = "А-Яа-яЁёІіЇїЄєҐґ"
_START = "(?<![\\w’'ʼ-])"


class _Rule(NamedTuple):
    """
    A pattern; its last character becomes the replacement. All groups look around, so no rule
    hinders another.
    """

    pattern: re.Pattern[str]
    replacement: str

    def apply(self, text: str) -> str:
        return self.pattern.sub(lambda match: match[0][:-1] + self.replacement, text)


def _rule(pattern: str, replacement: str = "\xa0", flags: int = 0) -> _Rule:
    return _Rule(re.compile(pattern, flags), replacement)


def _before_space(words: str, after: str = r"(?=\S)", *, ignore_case: bool = False) -> _Rule:
    """These words cling to what follows."""
    return _rule(f"{_START}(?:{words}) {after}", flags=re.IGNORECASE if ignore_case else 0)


_UNITS = (
    "%|‰|°C|°|€|\\$|£|₴|₽|kr|km|kg|cm|mm|m|g|t|ha|km²|m²|kW|MW|GW|kWh|MWh|GWh|TWh|Hz|MHz|GHz|GB|MB|TB|"
    "USD|EUR|GBP|UAH|PLN|SEK|NOK|million|billion|trillion|Mio\\.|Mrd\\.|mln|mld|mkr|mdkr|zł"
)
_CYRILLIC_UNITS = (
    "тис\\.|тыс\\.|млн|млрд|трлн|(?:тисяч|тысяч|мільйон|миллион|мільярд|миллиард)[а-яі]*|грн|гривень|гривні|гривня|руб\\.|рублей|коп\\.|дол\\.|доларів|долларов|євро|евро|"
    "км|м|см|мм|кг|г|т|ц|га|л|мл|км²|м²|год|хв|с|кВт|МВт|ГВт|"
    "р\\.|рр\\.|гг\\.|року|році|років|год|году|года|лет|ст\\.|в\\.|осіб|человек|відсотків|процентов"
)
_SCALES = "тис\\.|тыс\\.|млн|млрд|трлн"
_MONTHS = {
    "uk": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
}
_SHORT_WORDS = {
    "uk": "[вузійаояєж]|на|до|за|по|із|зі|об|від|під|над|при|про|без|для|не|ні|та|б",
    "ru": "[вксоуиая]|на|до|за|по|из|от|со|ко|во|об|не|ни|но|под|над|при|про|без|для",
}
# Abbreviations that stand before a name or a number.
_ABBREVIATIONS = {
    "uk": "м|с|смт|вул|просп|пров|пл|обл|буд|кв|ім|ст|п|ч|гр|акад|проф|доц|див|напр|т|св|о",
    "ru": "г|с|пос|ул|просп|пер|пл|обл|д|кв|им|ст|п|ч|гр|акад|проф|доц|см|напр|т|св|о",
}

_EVERYWHERE = (
    _rule(r"[№§] (?=\d)"),
    _rule(rf"\d (?=(?:{_UNITS})(?!\w))"),
)
_DASH = _rule(r"(?<=\S) (?=[—–](?:\s|\Z))")


def _slavic(language_code: str) -> tuple[_Rule, ...]:
    return (
        _before_space(_SHORT_WORDS[language_code], ignore_case=True),
        _before_space(rf"(?:{_ABBREVIATIONS[language_code]})\.", rf"(?=[\d«„\"“{_CYRILLIC}])"),
        # Initials before a surname and before each other.
        _before_space(rf"[{_CYRILLIC}A-Z]\.", "(?=[А-ЯІЇЄҐЁA-Z])"),
        _rule(rf"\d (?=(?:{_CYRILLIC_UNITS})(?!\w))"),
        _rule(rf"(?<=\d{_SPACE})(?:{_SCALES}) (?=\w)"),
        _rule(rf"\d (?=(?:{_MONTHS[language_code]})(?!\w))"),
        # Groups of three digits: 1 234 567.
        _rule(r"(?<!\d)\d{1,3} (?=\d{3}(?!\d))"),
        _DASH,
    )


_RULES: dict[str, tuple[_Rule, ...]] = {
    "uk": (*_slavic("uk"), _rule(f"(?<=[{_CYRILLIC}])['ʼ`](?=[{_CYRILLIC}])", "’")),
    "ru": _slavic("ru"),
    "en": (_DASH,),
}


def typeset(text: str, language_code: str) -> str:
    """
    The text with the spaces that must not break made non-breaking. Typesetting twice changes
    nothing more.
    """
    primary = language_code.lower().replace("_", "-").partition("-")[0]
    for rule in (*_EVERYWHERE, *_RULES.get(primary, ())):
        text = rule.apply(text)
    return text


# Code counts as a tag: nothing in it is touched.
_TAG = re.compile(r"(<code[ >].*?</code>|<[^>]*>)", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|cite|em|q|s|span|strong|sub|sup)[ >]")


def typeset_html(html: str, language_code: str) -> str:
    """
    The same for the words of clean markup. Tags, attributes and code stay as they are; a rule
    sees across inline tags.

    Expects markup as the allow-list writes it: "<" and ">" occur in tags only, and all code is
    closed.
    """
    parts = _TAG.split(html)
    texts = [unescape(text) for text in parts[::2]]
    seams = ["" if _INLINE.match(tag) else "\n" for tag in parts[1::2]]
    joined = "".join(text + seam for text, seam in zip(texts, [*seams, ""], strict=True))
    set_in_type = typeset(joined, language_code)
    position = 0
    for index, (text, seam) in enumerate(zip(texts, [*seams, ""], strict=True)):
        parts[2 * index] = escape(set_in_type[position : position + len(text)], quote=False)
        position += len(text) + len(seam)
    return "".join(parts)
