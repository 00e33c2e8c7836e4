"""The interface strings of the newsroom and of readers, in Ukrainian and Russian."""

import gettext
import io
import re
from functools import cache
from pathlib import Path

import django.conf
from babel import Locale
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.test import SimpleTestCase
from django.utils import translation
from django.utils.translation.template import templatize

from newsportal.environment import ROOT

ROOMS = ("newsportal", "articles", "tags", "templates")
OURS = ROOT / "newsportal" / "locale"
DJANGOS = Path(django.conf.__file__).parent / "locale"

KEYWORDS = DEFAULT_KEYWORDS | {
    f"{name}_lazy": DEFAULT_KEYWORDS[name]
    for name in ("gettext", "ngettext", "pgettext", "npgettext")
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
CLOSING = ".:?…"
# CLDR's names of the four forms, in the order of the catalogues.
CLDR_FORMS = ("one", "few", "many", "other")


@cache
def written(language):
    """What translators wrote."""
    with (OURS / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def compiled(folder, language):
    """What Django reads."""
    with (folder / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return read_mo(file)


def entries(catalogue):
    """All forms of the original and of its translation, by context and first form."""
    return {
        (message.context, forms(message.id)[0]): (forms(message.id), forms(message.string))
        for message in catalogue
        if message.id
    }


def forms(text):
    return (text,) if isinstance(text, str) else tuple(text or ())


@cache
def marked():
    """The file of every string marked for translation, by its context and first form."""
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*"))]
    return {
        key: str(file.relative_to(ROOT))
        for file in files
        if file.suffix in {".py", ".html", ".txt"}
        for key in marked_in(file)
    }


def marked_in(file):
    source = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        # A template's indentation is not that of Python.
        source = "\n".join(line.strip() for line in templatize(source).splitlines())
    lines = io.BytesIO(source.encode())
    for _, function, texts, _ in extract_python(lines, KEYWORDS, [], {"encoding": "utf-8"}):
        texts = [text for text in forms(texts) if text]
        context = texts.pop(0) if texts and "pgettext" in function else None
        # What is called with a variable only is marked elsewhere.
        if texts:
            yield context, texts[0]


class MarkingTests(SimpleTestCase):
    def test_strings_are_found_in_templates_and_in_python(self):
        for text in ("All Sections", "Photo: %(credit)s", "%(count)d report is settled."):
            self.assertIn((None, text), marked())


class CatalogueTests:
    """What both catalogues owe to those who read them."""

    language = strange_letters = all_news = None

    def words(self):
        """Every original with every form of its translation."""
        for originals, translations in entries(written(self.language)).values():
            for translated in translations:
                yield originals, translated

    def assert_none_has(self, pattern):
        strange = [text for _, text in self.words() if re.search(pattern, text)]
        self.assertEqual(strange, [])

    # Complete

    def test_every_marked_string_is_there(self):
        known = entries(written(self.language))
        missing = {key: file for key, file in marked().items() if key not in known}
        self.assertEqual(missing, {}, "Run make messages, then translate.")

    def test_no_string_is_left_untranslated(self):
        self.assertEqual([originals for originals, text in self.words() if not text.strip()], [])

    def test_no_translation_is_only_guessed(self):
        self.assertEqual([entry.id for entry in written(self.language) if entry.fuzzy], [])
        self.assertFalse(written(self.language).fuzzy)

    def test_what_is_read_is_what_was_written(self):
        self.assertEqual(
            entries(compiled(OURS, self.language)),
            entries(written(self.language)),
            "The .mo file is older than the .po file: run make messages.",
        )

    def test_pages_speak_the_language(self):
        with translation.override(self.language):
            self.assertEqual(translation.gettext("All News"), self.all_news)

    # Counted

    def test_the_plural_rule_is_that_of_django(self):
        # With a rule of its own Django would search two catalogues for every string.
        own, djangos = written(self.language), compiled(DJANGOS, self.language)
        self.assertEqual(own.num_plurals, 4)
        self.assertEqual(own.plural_expr, djangos.plural_expr)

    def test_every_counted_string_has_four_forms(self):
        counted = [pair for pair in entries(written(self.language)).values() if len(pair[0]) > 1]
        self.assertTrue(counted)
        self.assertEqual([pair for pair in counted if len(pair[1]) != 4], [])

    def test_one_few_and_many_are_told_apart(self):
        form = gettext.c2py(written(self.language).plural_expr)
        counts = (1, 21, 2, 24, 5, 11, 0)
        self.assertEqual([form(count) for count in counts], [0, 0, 1, 1, 2, 2, 2])

    def test_every_number_up_to_a_thousand_has_the_form_that_cldr_gives_it(self):
        form = gettext.c2py(written(self.language).plural_expr)
        cldr = Locale.parse(self.language).plural_form
        self.assertEqual(
            [CLDR_FORMS[form(count)] for count in range(1001)],
            [cldr(count) for count in range(1001)],
        )

    # Exact

    def test_every_form_keeps_the_placeholders(self):
        for originals, translated in self.words():
            wanted = set().union(*map(PLACEHOLDER.findall, originals))
            self.assertEqual(set(PLACEHOLDER.findall(translated)), wanted, translated)

    def test_a_label_keeps_its_colon_and_a_sentence_its_full_stop(self):
        for originals, translated in self.words():
            wanted, there = (
                text[-1:] if text[-1:] in CLOSING else "" for text in (originals[0], translated)
            )
            self.assertEqual(there, wanted, translated)

    # Spelt as the paper spells

    def test_no_letter_of_the_other_language(self):
        self.assert_none_has(self.strange_letters)

    def test_no_latin_letter_hides_in_a_cyrillic_word(self):
        self.assert_none_has(r"(?i)[а-яіїєґё][a-z]|[a-z][а-яіїєґё]")

    def test_no_straight_apostrophe_and_no_foreign_quotation_marks(self):
        self.assert_none_has(r"""(?i)[а-яіїєґё]['`´‘ʼ′][а-яіїєґё]|["“”„]""")


class UkrainianTests(CatalogueTests, SimpleTestCase):
    language = "uk"
    strange_letters = "(?i)[ыэъё]"
    all_news = "Усі новини"


class RussianTests(CatalogueTests, SimpleTestCase):
    language = "ru"
    strange_letters = "(?i)[іїєґ]"
    all_news = "Все новости"
