"""The order of an index: the language's own alphabet, then other letters, then digits."""

from itertools import pairwise

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from newsportal.languages.collation import heading, key

CODES = ("uk", "ru", "en", "crh", "he", "sv")


def in_order(code, words):
    return sorted(words.split(), key=lambda word: key(word, code))


class AlphabetTests(SimpleTestCase):
    def test_ukrainian_letters_stand_where_ukrainians_look_for_them(self):
        words = "гава ґава дім єнот ерик зуб жук ива іва їжа йод ящик юшка льон лама NATO 24"
        expected = "гава ґава дім ерик єнот жук зуб ива іва їжа йод лама льон юшка ящик NATO 24"
        self.assertEqual(in_order("uk", words), expected.split())

    def test_all_g_words_come_before_all_g_with_upturn(self):
        self.assertEqual(in_order("uk", "ґанок гуска ґава гаї"), ["гаї", "гуска", "ґава", "ґанок"])

    def test_a_russian_yo_is_a_kind_of_ye(self):
        self.assertEqual(
            in_order("ru", "ёлка енот ель ёж жук"), ["ёж", "ёлка", "ель", "енот", "жук"]
        )
        self.assertEqual(heading("Ёлка", "ru"), "Е")

    def test_case_accents_quotes_and_apostrophes_do_not_count(self):
        self.assertEqual(in_order("uk", "мʼята м'яч м’який"), ["м’який", "мʼята", "м'яч"])
        self.assertEqual(in_order("en", "«Zed» émigré Eagle"), ["Eagle", "émigré", "«Zed»"])
        self.assertEqual(heading("«Меридіан»", "uk"), "М")

    def test_a_short_word_comes_before_what_begins_with_it(self):
        words = ["Кам’яна", "Кам’яна Гать", "Кам’янець", "Кам’яна-на-Лунві"]
        self.assertEqual(
            sorted(words, key=lambda one: key(one, "uk")),
            ["Кам’яна", "Кам’яна Гать", "Кам’яна-на-Лунві", "Кам’янець"],
        )

    def test_headings(self):
        for words, code, letter in (
            ("ґрунт", "uk", "Ґ"),
            ("їжа", "uk", "Ї"),
            ("24 канал", "uk", "0–9"),
            ("École", "en", "E"),
            ("ыр", "uk", "Ы"),
            ("ışıq", "crh", "I"),
            ("ilim", "crh", "İ"),
            ("ירושלים", "he", "י"),
            ("Åland", "sv", "A"),
            ("…", "en", "#"),
            ("", "en", "#"),
        ):
            self.assertEqual(heading(words, code), letter, words)

    def test_what_words_begin_with_besides_letters_moves_none(self):
        self.assertEqual(
            sorted(["— boat", "ant", "cat", "ıxodes", "-ice"], key=lambda one: key(one, "en")),
            ["ant", "— boat", "cat", "-ice", "ıxodes"],
        )
        self.assertEqual(heading("ıxodes", "en"), "ı")

    @given(st.lists(st.text(max_size=6)), st.sampled_from(CODES))
    def test_every_letter_has_one_place_in_the_index(self, words, code):
        ordered = sorted(words, key=lambda word: key(word, code))
        letters = [heading(word, code) for word in ordered]
        changes = [after for before, after in pairwise(letters) if before != after]
        self.assertEqual(len(changes), len(set(changes)))
