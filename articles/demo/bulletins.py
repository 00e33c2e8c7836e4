"""
The river service's daily bulletins: short stories enough for lists to have pages.

Made by rule and alike every time; invented like everything here. They end before the flood of
the told stories begins.
"""

import math

BULLETIN = "river-bulletin-"
AMOUNT = 64
DAY = 24 * 60
# The newest is so old that the water in it is still low.
DAYS_BEFORE_FLOOD = 17

HEADLINES = {
    "uk": {
        "fell": "Лунва біля Староброда: {level} см, за добу впала на {change}",
        "rose": "Лунва біля Староброда: {level} см, за добу піднялася на {change}",
        "same": "Лунва біля Староброда: {level} см, без змін",
    },
    "ru": {
        "fell": "Лунва у Староброда: {level} см, за сутки упала на {change}",
        "rose": "Лунва у Староброда: {level} см, за сутки поднялась на {change}",
        "same": "Лунва у Староброда: {level} см, без перемен",
    },
    "en": {
        "fell": "Lunva at Starobrid: {level} cm, down {change} in a day",
        "rose": "Lunva at Starobrid: {level} cm, up {change} in a day",
        "same": "Lunva at Starobrid: {level} cm, no change",
    },
}
LEADS = {
    "uk": "Вода {water} °C, у Кам’яній Гаті {upstream} см. Небезпечна позначка в Староброді — 480.",
    "ru": "Вода {water} °C, в Каменной Гати {upstream} см. Опасная отметка для Староброда — 480.",
    "en": "Water {water} °C; {upstream} cm at Kamiana Hat. Starobrid is in danger from 480 cm.",
}
BODIES = {
    "uk": (
        "<p><strong>Джерело:</strong> річкова служба Лунви, вимір о сьомій ранку</p>"
        "<p><strong>Деталі:</strong> На водомірному посту біля старого мосту — {level} сантиметрів."
        " Через греблю в Кам’яній Гаті проходить {flow} кубометрів за секунду, відчинено прогонів: "
        "{gates} із семи. {ferry}</p>"
    ),
    "ru": (
        "<p><strong>Источник:</strong> речная служба Лунвы, замер в семь утра</p>"
        "<p><strong>Детали:</strong> На водомерном посту у старого моста — {level} сантиметров. "
        "Через плотину в Каменной Гати проходит {flow} кубометров в секунду, открыто пролётов: "
        "{gates} из семи. {ferry}</p>"
    ),
    "en": (
        "<p><strong>Source:</strong> the Lunva river service, measured at seven in the morning</p>"
        "<p><strong>Details:</strong> The gauge at the old bridge reads {level} centimetres. The "
        "dam at Kamiana Hat lets {flow} cubic metres through each second, with {gates} of its"
        " seven gates open. {ferry}</p>"
    ),
}
FERRY = {
    "uk": (
        "Пором ходить за розкладом.",
        "Пором бере легкові авто, вантажівки їдуть через Кам’яну Гать.",
        "Баржі з піском ідуть із неповним вантажем.",
    ),
    "ru": (
        "Паром ходит по расписанию.",
        "Паром берёт легковые машины, грузовики едут через Каменную Гать.",
        "Баржи с песком идут с неполным грузом.",
    ),
    "en": (
        "The ferry runs to its timetable.",
        "The ferry takes cars only; lorries go round by Kamiana Hat.",
        "Sand barges are sailing part-laden.",
    ),
}


def bulletins():
    """The stories, in the form in which those told in TOML are."""
    return [_bulletin(days_ago) for days_ago in range(AMOUNT)]


def _bulletin(days_ago):
    level, before = _level(days_ago), _level(days_ago + 1)
    word = "rose" if level > before else "fell" if level < before else "same"
    facts = {
        "level": level,
        "change": abs(level - before),
        "water": 9 + days_ago // 12,
        "upstream": level - 31 + days_ago % 5,
        "flow": 190 + 2 * (level - 180),
        "gates": 1 + (level > 205) + (level > 225),
    }
    ferry = 1 if level > 225 else 2 if level < 188 else 0
    return {
        "key": f"{BULLETIN}{days_ago:02}",
        "kind": "news",
        "section": "region",
        "tags": ["lunva", "weather"],
        "authors": ["newsroom"],
        "minutes_ago": (DAYS_BEFORE_FLOOD + days_ago) * DAY + 37,
        "urgency": 6,
        "picture": "",
        **{
            code: {
                "headline": HEADLINES[code][word].format(**facts),
                "lead": LEADS[code].format(**facts),
                "body": BODIES[code].format(**facts, ferry=FERRY[code][ferry]),
            }
            for code in HEADLINES
        },
    }


def _level(days_ago):
    """Centimetres at the bridge: a slow swell with smaller ones upon it."""
    return round(206 + 21 * math.sin(days_ago / 9) + 5 * math.sin(days_ago / 2.3))
