from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from newsportal.languages.typography import typeset, typeset_html

_PIECES = st.sampled_from(
    [
        *(
            "в",
            "У",
            "на",
            "м.",
            "ст.",
            "Т.",
            "Г.",
            "Шевченко",
            "5",
            "25",
            "300",
            "млн",
            "грн",
            "р.",
            "січня",
        ),
        *("№", "§", "—", "–", "об'єкт", "м`яч", "км", "%", "слово", "\n", "\xa0", "«", "-", ","),
    ]
)
texts = st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join))


class UkrainianAndRussianTests(TestCase):
    def assert_typeset(self, language_code: str, marked: str) -> None:
        """`~` in the text marks a non-breaking space."""
        plain = marked.replace("~", " ").replace("’", "'")
        self.assertEqual(typeset(plain, language_code).replace("\xa0", "~"), marked)

    def test_short_words_cling_to_the_next(self):
        self.assert_typeset("uk", "І~в~Києві, й~у~Львові на~площі")
        self.assert_typeset("ru", "Он и~я, с~ним к~дому из~города")

    def test_abbreviations_and_initials_cling_to_the_name(self):
        self.assert_typeset("uk", "У~м.~Криниця на~вул.~Т.~Г.~Коваленка, 5, ст.~12")
        self.assert_typeset("ru", "В~г.~Криница, ул.~«Новая»")

    def test_numbers_cling_to_their_unit(self):
        self.assert_typeset("uk", "38~мільйонів крон")
        self.assert_typeset("uk", "5~млн~грн, 25~тис.~осіб, 10~%, 3~км, у~2024~році")
        self.assert_typeset("ru", "5~млрд~рублей, 7~лет, 2024~г.")

    def test_days_cling_to_their_month(self):
        self.assert_typeset("uk", "7~листопада 2024~року")
        self.assert_typeset("ru", "7~ноября")

    def test_groups_of_digits_stay_together(self):
        self.assert_typeset("uk", "1~234~567 осель")

    def test_a_dash_never_begins_a_line(self):
        self.assert_typeset("uk", "Рада~— це~– ні".replace("це~– ні", "це~– ні"))

    def test_the_ukrainian_apostrophe_is_printed(self):
        self.assert_typeset("uk", "об’єкт п’ять")
        self.assertEqual(typeset("м`яч мʼяч", "uk"), "м’яч м’яч")
        self.assertEqual(typeset("об'єкт", "ru"), "об'єкт")

    def test_quotation_marks_and_latin_apostrophes_are_respected(self):
        self.assertEqual(typeset("\"Слово\" 'так' don't", "uk"), "\"Слово\" 'так' don't")


class OtherLanguageTests(TestCase):
    def test_only_numbers_and_their_units_are_touched(self):
        self.assertEqual(typeset("I 5 km i 25 dagar – a b", "sv"), "I 5\xa0km i 25 dagar – a b")
        self.assertEqual(typeset("Der 5 m hohe", "de-AT"), "Der 5\xa0m hohe")

    def test_english_dashes_do_not_begin_a_line(self):
        self.assertEqual(typeset("a – b — c – 5", "en"), "a\xa0– b\xa0— c\xa0– 5")
        self.assertEqual(typeset("– a", "en"), "– a")


class InvariantTests(TestCase):
    @given(texts, st.sampled_from(["uk", "ru", "en", "pl"]))
    def test_typesetting_twice_changes_nothing_and_lengths_stay(self, text, language_code):
        once = typeset(text, language_code)
        self.assertEqual(typeset(once, language_code), once)
        self.assertEqual(len(once), len(text))

    def test_every_rule_does_work_in_proportion_to_the_text(self):
        for piece in ("в ", "5 ", "м. ", "1 234 ", "а'", " ", "«", "Т. "):
            with self.subTest(piece):
                self.assertEqual(len(typeset(piece * 20_000, "uk")), len(piece) * 20_000)


class MarkupTests(TestCase):
    def test_rules_see_across_inline_tags_but_not_across_blocks(self):
        self.assertEqual(typeset_html("<p>в <b>місті</b></p>", "uk"), "<p>в <b>місті</b></p>")
        self.assertEqual(
            typeset_html("<p>в <em>місті</em></p>", "uk"), "<p>в\xa0<em>місті</em></p>"
        )
        self.assertEqual(typeset_html("<li>5 </li><li>км</li>", "uk"), "<li>5 </li><li>км</li>")

    def test_attributes_comments_and_code_stay(self):
        html = (
            '<a href="/?q=5 км" title="м\'яч">x</a><!--в місті--><code>в <em>об\'єкті</em></code>'
        )
        self.assertEqual(typeset_html(html, "uk"), html)

    def test_characters_stay_escaped(self):
        html = "5&nbsp;&lt;в&nbsp;6 км&gt; &amp;amp;"
        self.assertEqual(typeset_html(html, "uk"), "5\xa0&lt;в\xa06\xa0км&gt; &amp;amp;")
