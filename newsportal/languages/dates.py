"""
Dates and clock times as each edition prints them.

The forms of the three first editions stand here; any other language takes the form that
Django's own locale data give it, or the English form where there are none. Pure: computes from
a moment and a Language.
"""

from datetime import date, datetime

from django.utils import formats, translation
from django.utils.dateformat import format as date_format
from django.utils.text import capfirst

from newsportal.languages.models import Language

# The long form of a moment. E is the month in the genitive, which Ukrainian and Russian need.
MOMENT = {
    "uk": "l, j E Y, H:i",
    "ru": "l, j E Y, H:i",
    "en": "l, j F Y, H:i",
}
DAY = {"uk": "l, j E Y", "ru": "l, j E Y", "en": "l, j F Y"}
DAY_AND_MONTH = {"uk": "j E", "ru": "j E", "en": "j F"}
DAY_OF_YEAR = {"uk": "j E Y", "ru": "j E Y", "en": "j F Y"}
# A month by itself stands in the nominative: F, not E.
MONTH = {"uk": "F Y", "ru": "F Y", "en": "F Y"}
CLOCK = "H:i"


def moment(value: datetime, language: Language) -> str:
    """`Thursday, 7 November 2024, 21:22` in the edition's words and on its clock."""
    local = language.local(value)
    pattern = _form(MOMENT, language) or f"l, {_stock('DATE_FORMAT', language)}, {CLOCK}"
    return _print(local, pattern, language)


def day(value: date, language: Language) -> str:
    """`Thursday, 7 November 2024`; takes a date of the edition's calendar."""
    pattern = _form(DAY, language) or f"l, {_stock('DATE_FORMAT', language)}"
    return _print(value, pattern, language)


def day_and_month(value: date, language: Language) -> str:
    """`7 November`; takes a date or a moment already on the edition's clock."""
    pattern = _form(DAY_AND_MONTH, language) or _stock("MONTH_DAY_FORMAT", language)
    return _print(value, pattern, language)


def day_of_year(value: date, language: Language) -> str:
    """`7 November 2024`; takes a date or a moment already on the edition's clock."""
    pattern = _form(DAY_OF_YEAR, language) or _stock("DATE_FORMAT", language)
    return _print(value, pattern, language)


def month(value: date, language: Language) -> str:
    """`November 2024`; takes any day of it."""
    pattern = _form(MONTH, language) or _stock("YEAR_MONTH_FORMAT", language)
    return capfirst(_print(value, pattern, language))


def month_name(value: date, language: Language) -> str:
    """`November`, by itself."""
    return capfirst(_print(value, "F", language))


def weekday(value: date, language: Language) -> str:
    """`Thursday`."""
    return _print(value, "l", language)


def short_weekday(value: date, language: Language) -> str:
    """`Thu`, to stand above a column."""
    return _print(value, "D", language)


def clock(value: datetime, language: Language) -> str:
    """`21:22` on the edition's clock."""
    return language.local(value).strftime("%H:%M")


def rail_time(value: datetime, language: Language, now: datetime) -> str:
    """
    The clock time today; the day before it on any other day, and the year of any other year, so
    that no hour misleads.
    """
    local, today = language.local(value), language.local(now).date()
    if local.date() == today:
        return clock(value, language)
    if local.year == today.year:
        return f"{day_and_month(local, language)}, {clock(value, language)}"
    return f"{day_of_year(local, language)}, {clock(value, language)}"


def _form(forms: dict[str, str], language: Language) -> str | None:
    """The site's own form; None where Django knows the language better."""
    return forms.get(language.code if has_locale(language) else "en")


def has_locale(language: Language) -> bool:
    """Whether Django knows how the language writes its dates."""
    return any(formats.get_format_modules(language.code))


def _stock(name: str, language: Language) -> str:
    return str(formats.get_format(name, lang=language.code))


def _print(value: date, pattern: str, language: Language) -> str:
    """In the edition's words; Django's straight apostrophe of П'ятниця becomes the page's own ’."""
    with translation.override(language.code):
        return date_format(value, pattern).replace("'", "’")
