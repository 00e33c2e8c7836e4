from unittest import TestCase

from articles.body import labels
from articles.body.blocks import BlockType
from articles.body.labels import Label, printed, recognise
from articles.body.parse import from_html

QUOTE = BlockType.QUOTE


def typed(html: str, language_code: str = "uk") -> list[tuple[str, str]]:
    return [(block.type.value, block.html) for block in from_html(html, language_code)]


class PrintedLabelTests(TestCase):
    def test_each_edition_prints_its_own_words(self):
        self.assertEqual(printed(QUOTE, "en", "Kovalenko"), "Quote from Kovalenko")
        self.assertEqual(printed(QUOTE, "uk", "Коваленка"), "Пряма мова Коваленка")
        self.assertEqual(printed(QUOTE, "ru"), "Прямая речь")
        self.assertEqual(printed(BlockType.SOURCE, "nb-NO"), "Kilde")
        self.assertEqual(printed(BlockType.SOURCE, "no"), "Kilde")
        self.assertEqual(printed(BlockType.DETAILS, "ja"), "Details")
        self.assertEqual(printed(BlockType.PARAGRAPH, "uk"), "")

    def test_every_printed_label_is_recognised_as_what_it_is(self):
        for language_code, table in labels._WORDS.items():
            for block_type in table:
                with self.subTest(language_code, type=block_type):
                    label = printed(block_type, language_code)
                    self.assertEqual(recognise(label, language_code), Label(block_type))
            label = printed(QUOTE, language_code, "X Y")
            self.assertEqual(recognise(label, language_code), Label(QUOTE, "X Y"))


class RecognisedLabelTests(TestCase):
    def test_a_paragraph_that_begins_with_a_bold_label_is_typed(self):
        for html in (
            "<p><strong>Джерело:</strong> служба</p>",
            "<p><b>Джерело</b>: служба</p>",
            "<p><b>ДЖЕРЕЛО&nbsp;:</b><br>служба</p>",
            "<p><em><b>Source:</b></em> служба</p>",
            "<p><b>Джерело: </b>служба</p>",
        ):
            with self.subTest(html):
                self.assertEqual(typed(html), [("source", "<p>служба</p>")])

    def test_words_in_the_same_bold_stay_bold(self):
        self.assertEqual(
            typed("<p><b>Деталі: так</b> і</p>"), [("details", "<p><strong>так</strong> і</p>")]
        )

    def test_plain_or_unknown_or_inner_words_are_no_label(self):
        for html in (
            *(
                "<p>Джерело: служба</p>",
                "<p><b>Погода:</b> дощ</p>",
                "<p>Отже, <b>Деталі:</b> так</p>",
            ),
            *("<p><b>Деталі</b> справи відомі</p>", "<h2>Деталі</h2>", "<p><b>Джерело:</b></p>"),
            *(
                "<p><b>Реклама:</b> купуйте</p>",
                f"<p><b>{'Пряма мова ' * 20}:</b> x</p>",
                "<p><b></b><br>a</p>",
            ),
        ):
            with self.subTest(html):
                self.assertNotIn(typed(html)[0][0], ("source", "details", "quote", "ad-break"))

    def test_a_label_of_another_language_is_not_known(self):
        self.assertEqual(typed("<p><b>Деталі:</b> так</p>", "en")[0][0], "paragraph")

    def test_what_was_before_takes_its_list(self):
        items = "<ul><li>a</li></ul>"
        for html in (
            f"<p><b>Що передувало:</b></p>{items}",
            f"<p><b>Що передувало</b></p>{items}",
            f"<h3>Що передувало:</h3>{items}",
        ):
            with self.subTest(html):
                self.assertEqual(typed(html), [("background", items)])
        self.assertEqual(
            typed(f"<p><b>Передісторія:</b> було:</p>{items}"),
            [("background", f"<p>було:</p>{items}")],
        )
        self.assertEqual(
            typed("<p><b>Що передувало:</b></p><ol><li>a</ol>"),
            [("background", "<ol><li>a</li></ol>")],
        )
        self.assertEqual(
            [kind for kind, _ in typed(f"<p><b>Нагадаємо:</b> було.</p>{items}")],
            ["background", "list"],
        )

    def test_a_pointer_takes_the_link_beside_or_below_it(self):
        link = '<a href="https://outside.example/">Там</a>'
        for html in (
            f"<p><b>Читайте також: {link}</b></p>",
            f"<p><b>Читайте також:</b></p><p>{link}</p>",
        ):
            with self.subTest(html):
                self.assertEqual(typed(html), [("read-also", f"<p>{link}</p>")])
        self.assertEqual(
            [kind for kind, _ in typed("<p><b>Читайте також</b></p><p>Далі</p>")], ["paragraph"] * 2
        )

    def test_an_advertisements_label_is_a_break_bold_or_not(self):
        for html in ("<p><b>Реклама:</b></p>", "<p>Реклама:</p>", "<div>Advertisement:</div>"):
            with self.subTest(html):
                self.assertEqual(typed(html), [("ad-break", "")])

    def test_a_label_before_another_label_announces_nothing(self):
        kinds = [kind for kind, _ in typed("<p><b>Деталі:</b></p><p><b>Джерело:</b> я</p>")]
        self.assertEqual(kinds, ["paragraph", "source"])

    def test_the_language_of_a_labelled_paragraph_stays(self):
        (block,) = from_html("<p lang=en><b>Source:</b> x</p>", "uk")
        self.assertEqual(block.attributes, {"lang": "en"})


class QuoteTests(TestCase):
    def test_the_speaker_is_kept_as_printed(self):
        for label, speaker in (
            *(("Пряма мова Коваленка", "Коваленка"), ("Quote from Olha K.", "Olha K.")),
            *(("Пряма мова", ""), ("Цитата мера", "мера")),
        ):
            with self.subTest(label):
                (block,) = from_html(f"<p><b>{label}:</b> слова</p>", "uk")
                self.assertEqual((block.type, block.attributes), (QUOTE, {"speaker": speaker}))

    def test_without_a_colon_a_speaker_is_no_label(self):
        self.assertEqual(typed("<p><b>Цитата дня</b></p><p>a</p>")[0][0], "paragraph")

    def test_a_quotation_goes_on_until_it_is_closed(self):
        for opening, closing in ('""', "«»", "„“", "“”"):
            first, second = f"{opening}Раз.", f"{opening}Два {opening}й{closing} три{closing}."
            html = f"<p><b>Пряма мова:</b> {first}</p><p>Так.</p><p>{second}</p><p>Далі.</p>"
            with self.subTest(opening):
                self.assertEqual(
                    typed(html),
                    [
                        ("quote", f"<p>{first}</p><p>Так.</p><p>{second}</p>"),
                        ("paragraph", "Далі."),
                    ],
                )

    def test_a_quotation_that_is_never_closed_is_one_paragraph(self):
        for more in ("", "<h2>b</h2>", "<p><b>Деталі:</b> b</p>", "<p>b</p>" * 20):
            with self.subTest(more):
                self.assertEqual(
                    typed(f"<p><b>Цитата:</b> «a</p>{more}")[0], ("quote", "<p>«a</p>")
                )

    def test_a_label_above_a_quotation_names_its_speaker(self):
        (block,) = from_html("<p><b>Quote from Olha:</b></p><blockquote>a</blockquote>", "en")
        self.assertEqual((block.html, block.attributes), ("<p>a</p>", {"speaker": "Olha"}))
