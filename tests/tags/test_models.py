from django.db.models import ProtectedError
from django.test import TestCase

from tags.models import FormerTagSlug, Tag, TagName, TagSynonym
from tests.builders import make_article, make_editions, make_tag
from tests.constraints import constraint_broken_by, constraints_of


class TagTests(TestCase):
    def setUp(self):
        self.uk, self.ru, self.en = make_editions()

    def test_a_tag_has_one_address_in_each_edition_under_one_slug(self):
        tag = make_tag("bridges")
        addresses = [tag.get_absolute_url(language) for language in (self.uk, self.ru, self.en)]
        self.assertEqual(addresses, ["/tags/bridges/", "/rus/tags/bridges/", "/eng/tags/bridges/"])

    def test_names_synonyms_and_former_addresses_go_with_their_tag(self):
        tag = make_tag("bridges", uk="Мости", en="Bridges")
        TagSynonym.objects.create(tag=tag, language=self.en, name="crossings")
        FormerTagSlug.objects.create(tag=tag, slug="bridge")
        tag.delete()
        for model in (Tag, TagName, TagSynonym, FormerTagSlug):
            self.assertFalse(model.objects.exists(), model)

    def test_a_tag_under_which_an_article_stands_is_not_deleted(self):
        tag = make_tag("bridges")
        make_article("en", tag_ids=(tag.pk,))
        with self.assertRaises(ProtectedError):
            tag.delete()

    def test_rows_are_called_by_what_people_know_them_by(self):
        tag = make_tag("bridges", uk="Мости")
        self.assertEqual(str(tag), "Мости")
        self.assertEqual(str(tag.names.get()), "Мости")
        self.assertEqual(str(TagSynonym(name="crossings")), "crossings")
        self.assertEqual(str(FormerTagSlug(slug="bridge")), "bridge")


class ConstraintTests(TestCase):
    """Each by rows that no form has seen."""

    def setUp(self):
        self.uk, _ru, self.en = make_editions()
        self.tag = make_tag("bridges", en="Bridges")
        self.other = make_tag("rivers", en="Rivers")
        TagSynonym.objects.create(tag=self.tag, language=self.en, name="Crossings")

    def attempt(self, model, **values):
        return constraint_broken_by(lambda: model.objects.create(**values))

    def test_a_tag_has_one_name_in_a_language(self):
        broken = self.attempt(TagName, tag=self.tag, language=self.en, name="Spans")
        self.assertEqual(broken, "one_tag_name_per_language")

    def test_no_two_tags_have_one_name_in_a_language_however_it_is_written(self):
        nameless = Tag.objects.create(slug="spans")
        for name in ("Bridges", "bridges", "BRIDGES"):
            with self.subTest(name):
                broken = self.attempt(TagName, tag=nameless, language=self.en, name=name)
                self.assertEqual(broken, "tag_name_is_unambiguous")
        TagName.objects.create(tag=self.tag, language=self.uk, name="Їжа")
        broken = self.attempt(TagName, tag=nameless, language=self.uk, name="їжа")
        self.assertEqual(broken, "tag_name_is_unambiguous")

    def test_one_name_may_mean_two_things_in_two_languages(self):
        self.assertIsNone(self.attempt(TagName, tag=self.other, language=self.uk, name="Bridges"))

    def test_a_synonym_leads_to_one_tag_in_a_language(self):
        broken = self.attempt(TagSynonym, tag=self.other, language=self.en, name="crossings")
        self.assertEqual(broken, "tag_synonym_is_unambiguous")
        self.assertIsNone(
            self.attempt(TagSynonym, tag=self.other, language=self.uk, name="crossings")
        )

    def test_a_slug_and_a_former_slug_are_each_given_once(self):
        self.assertIsNotNone(self.attempt(Tag, slug="bridges"))
        self.assertIsNone(self.attempt(FormerTagSlug, tag=self.tag, slug="bridge"))
        self.assertIsNotNone(self.attempt(FormerTagSlug, tag=self.other, slug="bridge"))

    def test_every_constraint_is_tried_here(self):
        self.assertEqual(
            constraints_of("tags"),
            {"one_tag_name_per_language", "tag_name_is_unambiguous", "tag_synonym_is_unambiguous"},
        )
