"""Editions, authors and tags by the names that agencies use."""

from django.test import TestCase

from articles.interchange.naming import authors_named, edition_for, tags_named
from articles.models import Author
from tags.models import Tag
from tests.builders import make_author, make_language


class EditionTests(TestCase):
    def assert_finds(self, tag, code):
        edition = edition_for(tag)
        self.assertEqual(edition and edition.code, code, tag)

    def test_an_edition_is_found_by_language_script_and_region(self):
        for code in ("de", "no", "sr-Latn", "en-GB", "en-US"):
            make_language(code, prefix=code.lower())
        self.assert_finds("de", "de")
        self.assert_finds("de-AT", "de")
        self.assert_finds("DE_at", "de")
        self.assert_finds("nb-NO", "no")
        self.assert_finds("nn", "no")
        self.assert_finds("en-US", "en-US")
        self.assert_finds("en", "en-GB")
        self.assert_finds("en-AU", "en-GB")
        self.assert_finds("sr", "sr-Latn")
        self.assert_finds("sr-Cyrl", None)
        self.assert_finds("fi", None)
        self.assert_finds("", None)

    def test_norwegian_finds_the_edition_that_there_is(self):
        make_language("nb")
        self.assert_finds("no", "nb")
        self.assert_finds("nb-NO", "nb")


class TagTests(TestCase):
    def setUp(self):
        self.uk, self.ru, self.en = map(make_language, ("uk", "ru", "en"))

    def tag(self, name, language):
        (key,) = tags_named([name], language)
        return Tag.objects.get(pk=key)

    def test_a_new_tag_has_a_name_and_a_latin_address(self):
        tag = self.tag("Знам’янка", self.uk)
        self.assertEqual(tag.slug, "znamianka")
        self.assertEqual(tag.names.get().name, "Знам’янка")

    def test_a_known_name_in_other_letters_is_the_same_tag(self):
        self.assertEqual(self.tag("ЛУНВА", self.uk), self.tag("Лунва", self.uk))

    def test_a_name_of_another_language_is_the_same_tag_and_is_remembered(self):
        tag = self.tag("Mill", self.en)
        self.assertEqual(self.tag("mill", self.uk), tag)
        self.assertEqual(tag.names.get(language=self.uk).name, "mill")

    def test_the_latin_spelling_joins_what_has_no_name_here_yet(self):
        tag = self.tag("Лунва", self.uk)
        self.assertEqual(self.tag("Lunva", self.en), tag)
        self.assertEqual(tag.names.get(language=self.en).name, "Lunva")

    def test_a_second_name_in_a_language_becomes_a_synonym(self):
        tag = self.tag("Лунва", self.uk)
        tag.names.create(language=self.en, name="Lunva")
        tag.names.create(language=self.ru, name="Lounva")
        self.assertEqual(self.tag("Lounva", self.en), tag)
        self.assertEqual(tag.synonyms.get().name, "Lounva")
        self.assertEqual(self.tag("LOUNVA", self.en), tag)

    def test_a_synonym_finds_its_tag(self):
        tag = self.tag("Лунва", self.uk)
        tag.synonyms.create(language=self.uk, name="Лунвище")
        self.assertEqual(self.tag("лунвище", self.uk), tag)
        self.assertEqual(self.tag("Лунвище", self.ru), tag)

    def test_another_thing_spelt_alike_gets_another_address(self):
        first, second = self.tag("C", self.en), self.tag("C++", self.en)
        self.assertNotEqual(first, second)
        self.assertEqual(second.slug, "c-2")

    def test_a_former_address_is_not_given_again(self):
        tag = self.tag("Mill", self.en)
        tag.former_slugs.create(slug="theatre")
        tag.names.create(language=self.uk, name="Млин")
        self.assertEqual(self.tag("Theatre", self.en).slug, "theatre-2")

    def test_a_tag_is_set_once(self):
        self.assertEqual(len(tags_named(["Mill", "mill", "Tram"], self.en)), 2)

    def test_a_name_in_a_script_without_a_table_has_an_address(self):
        self.assertRegex(self.tag("東京", self.en).slug, "^[0-9a-f]{12}$")


class AuthorTests(TestCase):
    def test_an_author_is_one_in_all_languages(self):
        uk, en = make_language("uk"), make_language("en")
        (first,) = authors_named(["Олена Мирна"], uk)
        (second,) = authors_named(["Olena Myrna"], en)
        self.assertEqual(first, second)
        self.assertEqual(authors_named(["OLENA MYRNA"], en), (first,))
        self.assertEqual(Author.objects.get().names.count(), 2)

    def test_a_former_address_of_an_author_is_not_given_again(self):
        en = make_language("en")
        make_author("olena-ivanenko", en="Olena Ivanenko").former_slugs.create(slug="olena-myrna")
        (key,) = authors_named(["Olena Myrna"], en)
        self.assertEqual(Author.objects.get(pk=key).slug, "olena-myrna-2")
