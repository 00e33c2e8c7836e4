from django.db import IntegrityError, transaction
from django.test import TestCase

from articles.models import Author, AuthorName, Section
from tags.models import Tag
from tests.builders import make_author, make_editions, make_language, make_tag


class BestNameTests(TestCase):
    def setUp(self):
        self.uk, self.ru, self.en = make_editions()

    def best(self, tag, language):
        return Tag.objects.named(language).get(pk=tag.pk).best

    def test_the_name_in_the_language_asked_for_comes_first(self):
        tag = make_tag(uk="Мости", ru="Мосты", en="Bridges")
        for language, name in [(self.uk, "Мости"), (self.ru, "Мосты"), (self.en, "Bridges")]:
            with self.subTest(language):
                self.assertEqual(
                    self.best(tag, language),
                    {"name": name, "language": language.code, "direction": "ltr"},
                )

    def test_a_missing_name_is_borrowed_from_the_default_edition_and_says_so(self):
        best = self.best(make_tag(ru="Мосты", uk="Мости"), self.en)
        self.assertEqual((best["name"], best["language"]), ("Мости", "uk"))

    def test_without_a_default_one_the_next_in_order_lends_its_name(self):
        hebrew = make_language("he", direction="rtl", position=1, is_launched=False)
        arabic = make_language("ar", direction="rtl", position=1, is_launched=False)
        tag = make_tag(en="Bridges", he="גשרים", ar="جسور")
        self.assertEqual(self.best(tag, self.uk)["language"], "ar")
        self.assertEqual(self.best(tag, self.uk)["direction"], "rtl")
        tag.names.filter(language__in=[hebrew, arabic]).delete()
        self.assertEqual(self.best(tag, self.uk)["language"], "en")

    def test_a_thing_without_any_name_is_called_by_its_slug(self):
        tag = Tag.objects.create(slug="bridges")
        self.assertEqual(
            self.best(tag, self.en), {"name": "bridges", "language": "", "direction": ""}
        )
        self.assertEqual(str(tag), "bridges")

    def test_a_model_may_bring_more_of_its_names(self):
        author = make_author("vira", en="Vira Lunna")
        AuthorName.objects.update(role="Editor")
        best = Author.objects.named(self.ru).get(pk=author.pk).best
        self.assertEqual((best["name"], best["role"]), ("Vira Lunna", "Editor"))


class AskingTests(TestCase):
    def test_a_list_of_named_things_is_one_query(self):
        english = make_editions()[2]
        for number in range(5):
            make_tag(f"tag-{number}", en=f"Tag {number}")
        with self.assertNumQueries(1):
            names = {tag.name for tag in Tag.objects.named(english)}
        self.assertEqual(names, {f"Tag {number}" for number in range(5)})

    def test_a_thing_that_was_not_asked_with_its_name_finds_one_once(self):
        make_editions()
        tag = Tag.objects.get(pk=make_tag(en="Bridges", uk="Мости").pk)
        with self.assertNumQueries(1):
            self.assertEqual((tag.name, str(tag)), ("Мости", "Мости"))


class EditionTests(TestCase):
    def test_a_thing_without_a_name_in_a_language_is_absent_from_its_edition(self):
        uk, _ru, en = make_editions()
        both, one = make_tag("both", uk="Мости", en="Bridges"), make_tag("one", uk="Річки")
        self.assertEqual(set(Tag.objects.in_edition(uk)), {both, one})
        self.assertEqual(set(Tag.objects.in_edition(en)), {both})


class FormerSlugTests(TestCase):
    def slugs(self, thing):
        return set(thing.former_slugs.values_list("slug", flat=True))

    def things(self):
        return make_tag("mosty"), make_author("mosty"), Section.objects.create(slug="mosty")

    def test_a_changed_slug_is_left_behind_and_an_unchanged_one_is_not(self):
        for thing in self.things():
            with self.subTest(thing):
                thing.save()
                self.assertEqual(self.slugs(thing), set())
                for slug in ("bridge", "bridges"):
                    thing.slug = slug
                    thing.save()
                self.assertEqual(self.slugs(thing), {"mosty", "bridge"})
                self.assertIn("mosty", [str(former) for former in thing.former_slugs.all()])

    def test_a_slug_that_comes_back_leads_nowhere_else(self):
        for thing in self.things():
            with self.subTest(thing):
                for slug in ("bridges", "mosty"):
                    thing.slug = slug
                    thing.save()
                self.assertEqual(self.slugs(thing), {"bridges"})

    def test_a_left_slug_may_be_taken_by_something_new_and_left_by_it_too(self):
        old = make_tag("bridges")
        old.slug = "crossings"
        old.save()
        new = make_tag("bridges", uk="Мости")
        self.assertEqual(self.slugs(old), set())
        new.slug = "spans"
        new.save()
        self.assertEqual((self.slugs(old), self.slugs(new)), (set(), {"bridges"}))

    def test_a_refused_change_leaves_no_former_slug(self):
        tag, taken = make_tag("mosty"), make_tag("bridges", uk="Мости")
        tag.slug = taken.slug
        with self.assertRaises(IntegrityError), transaction.atomic():
            tag.save()
        self.assertEqual(self.slugs(tag), set())
