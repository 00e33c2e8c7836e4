"""
Invented names of places, people and organisations, put together from syllables.

Every name is one number, spelt alike in three languages; nobody and nothing is really called so.
"""

# Of letters that Ukrainian and Russian spell alike, with their Latin spelling.
_BEGINNINGS = [
    *(("Бре", "Bre"), ("Лор", "Lor"), ("Вал", "Val"), ("Дру", "Dru"), ("Кор", "Kor")),
    *(("Мел", "Mel"), ("Тур", "Tur"), ("Зар", "Zar"), ("Пол", "Pol"), ("Снов", "Snov")),
    *(("Гор", "Hor"), ("Рад", "Rad"), ("Чер", "Cher"), ("Луч", "Luch"), ("Жур", "Zhur")),
    *(("Ком", "Kom"), ("Сел", "Sel"), ("Хвор", "Khvor"), ("Шал", "Shal"), ("Ост", "Ost")),
]
_MIDDLES = [
    *(("бан", "ban"), ("дал", "dal"), ("гов", "hov"), ("зул", "zul"), ("кам", "kam")),
    *(("лат", "lat"), ("мур", "mur"), ("нав", "nav"), ("пас", "pas"), ("рун", "run")),
    *(("сав", "sav"), ("тал", "tal"), ("фар", "far"), ("хул", "khul"), ("цап", "tsap")),
    *(("чан", "chan"), ("шум", "shum"), ("вод", "vod"), ("жак", "zhak"), ("лун", "lun")),
    *(("дор", "dor"), ("гол", "hol"), ("низ", "nyz"), ("сун", "sun"), ("бур", "bur")),
]
_TOWN = {"uk": "івка", "ru": "овка", "en": "ivka"}
_FAMILY = {"uk": "енко", "ru": "енко", "en": "enko"}

WORDS = len(_BEGINNINGS) * len(_MIDDLES)


def _word(number, code):
    script = int(code == "en")
    middle, beginning = divmod(number % WORDS, len(_BEGINNINGS))
    return _BEGINNINGS[beginning][script] + _MIDDLES[middle][script]


def place(number, code):
    """A town, in a form that stands undeclined behind the word for town."""
    # From the end of the list, so that towns and the people among the first tags differ.
    return _word(WORDS - 1 - number, code) + _TOWN[code]


def person(number, first_names, code):
    """A first name of the language's list and an invented family name that fits any of them."""
    first_name = first_names[number % len(first_names)]
    return f"{first_name} {_word(number * 7 + 3, code)}{_FAMILY[code]}"


def author(number, book):
    """Somebody of the newsroom; never one of those whom a tag names."""
    return person(3 * number + 1, book.people, book.code)


def subject(number, book):
    """What a tag names: a person, an organisation and a town in turn."""
    if number % 3 == 0:
        return person(number, book.people, book.code)
    if number % 3 == 1:
        pattern = book.organisations[number // 3 % len(book.organisations)]
        return pattern.format(name=_word(number, book.code))
    return place(number, book.code)
