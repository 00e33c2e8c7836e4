from unittest import mock

from django.core.exceptions import ValidationError
from django.test import TestCase, override_settings

from newsportal.languages import editions
from newsportal.languages.models import FormerPrefix, Language
from newsportal.languages.reserved import RESERVED_WORDS
from tests.builders import make_editions, make_language
from tests.constraints import constraint_broken_by, constraints_of


class RememberedEditions(TestCase):
    def setUp(self):
        editions.forget()
        self.addCleanup(editions.forget)


class MemoryTests(RememberedEditions):
    def test_within_seconds_the_rows_are_asked_for_once(self):
        make_editions()
        with self.assertNumQueries(1):
            for _ in range(3):
                editions.all_editions()

    def test_what_another_worker_changed_is_seen_when_the_seconds_have_passed(self):
        make_language("uk")
        clock = mock.Mock(return_value=100.0)
        with mock.patch.object(editions.time, "monotonic", clock):
            self.assertEqual(editions.launched()[0].site_name, "Meridian")
            # An update by queryset sends no signal, as a change in another process does.
            Language.objects.update(site_name="Полудень")
            clock.return_value += editions.REMEMBERED_SECONDS
            self.assertEqual(editions.launched()[0].site_name, "Meridian")
            clock.return_value += 0.1
            self.assertEqual(editions.launched()[0].site_name, "Полудень")

    def test_a_saved_and_a_deleted_edition_are_seen_at_once(self):
        language = make_language("en")
        self.assertEqual(editions.of_path("/eng/"), language)
        language.prefix = "world"
        language.save()
        self.assertIsNone(editions.prefix_of("/eng/"))
        self.assertEqual(editions.prefix_of("/world/"), language)
        language.delete()
        self.assertEqual(editions.all_editions(), ())


class ChoiceTests(RememberedEditions):
    def test_editions_stand_in_their_order_and_readers_see_the_launched_ones(self):
        uk, ru, en = make_editions()
        de = make_language("de", is_launched=False, position=0)
        self.assertEqual(editions.all_editions(), (de, uk, ru, en))
        self.assertEqual(editions.launched(), (uk, ru, en))

    def test_the_default_is_the_one_marked_else_the_first_launched_else_none(self):
        self.assertIsNone(editions.default())
        en = make_language("en")
        ru = make_language("ru")
        self.assertEqual(editions.default(), ru)
        en.is_default = True
        en.save()
        self.assertEqual(editions.default(), en)
        en.is_launched = False
        en.save()
        self.assertEqual(editions.default(), ru)

    def test_an_address_belongs_to_the_edition_of_its_first_word(self):
        uk, ru, en = make_editions()
        for path, edition in [
            ("/", uk),
            ("/news/2024/11/07/1/", uk),
            ("/rus/", ru),
            ("/rus", ru),
            ("/eng/rus/", en),
            ("/english/", uk),
            ("/ENG/", uk),
            ("/news/eng/", uk),
            ("//eng/", en),
        ]:
            with self.subTest(path):
                self.assertEqual(editions.of_path(path), edition)

    def test_where_every_edition_has_a_prefix_the_default_takes_the_rest(self):
        ru = make_language("ru", is_default=True)
        make_language("en")
        self.assertEqual(editions.of_path("/nowhere/"), ru)
        self.assertIsNone(editions.prefix_of("/"))

    def test_an_edition_that_is_not_launched_has_no_addresses(self):
        make_language("en", is_launched=False)
        self.assertIsNone(editions.of_path("/eng/"))


class RuleTests(RememberedEditions):
    def errors(self, **values):
        """The fields of the form that refuse these values."""
        sound = {"code": "de", "name": "Deutsch", "short_label": "De", "site_name": "Meridian"}
        try:
            Language(**{**sound, "prefix": "deu", **values}).full_clean()
        except ValidationError as refusal:
            return set(refusal.error_dict)
        return set()

    def attempt(self, **values):
        """The constraint that refuses these values in the database."""
        sound = {"code": "de", "prefix": "deu", "name": "Deutsch"}
        return constraint_broken_by(lambda: Language.objects.create(**{**sound, **values}))

    def test_a_prefix_that_hides_a_page_is_refused_by_form_and_by_database(self):
        for word in RESERVED_WORDS:
            with self.subTest(word):
                self.assertIn("prefix", self.errors(prefix=word))
                self.assertIn(
                    self.attempt(prefix=word),
                    ("language_prefix_hides_no_page", "language_prefix_is_one_word"),
                )
        self.assertEqual(self.attempt(prefix="news"), "language_prefix_hides_no_page")

    @override_settings(ADMIN_PATH="desk/inside/")
    def test_a_prefix_that_the_newsroom_hides_is_refused(self):
        self.assertEqual(self.errors(prefix="desk"), {"prefix"})
        self.assertEqual(self.errors(prefix="inside"), set())

    def test_a_prefix_is_one_word_of_small_latin_letters(self):
        for prefix in ("de/at", "De", "d", "de1", "німецька", "de_at", "de-", "-de", " ", "de\n"):
            with self.subTest(prefix):
                self.assertEqual(self.attempt(prefix=prefix), "language_prefix_is_one_word")
                if prefix.strip() == prefix:
                    self.assertIn("prefix", self.errors(prefix=prefix))

    def test_a_code_is_one_of_bcp_47(self):
        for code in ("DE", "german", "d", "de_AT", "de-at", "de-Latin", "", "de-AT-x"):
            with self.subTest(code):
                self.assertEqual(self.attempt(code=code), "language_code_is_bcp47")
                self.assertIn("code", self.errors(code=code))

    def test_a_direction_is_one_of_two(self):
        self.assertEqual(self.attempt(direction="ttb"), "language_direction_is_known")
        self.assertIn("direction", self.errors(direction="ttb"))

    def test_there_is_one_default_edition(self):
        make_language("uk")
        self.assertEqual(self.attempt(is_default=True), "one_default_language")

    def test_no_two_editions_share_a_code_or_a_prefix_the_empty_one_included(self):
        make_editions()
        for values in ({"code": "uk"}, {"prefix": "rus"}, {"prefix": ""}):
            with self.subTest(values):
                self.assertIsNotNone(self.attempt(**values))
                self.assertEqual(self.errors(**values), set(values))

    def test_every_constraint_is_tried_here(self):
        self.assertEqual(
            constraints_of("languages"),
            {
                "one_default_language",
                "language_prefix_is_one_word",
                "language_prefix_hides_no_page",
                "language_code_is_bcp47",
                "language_direction_is_known",
            },
        )

    def test_sound_editions_are_taken(self):
        for code, prefix in [("crh", "crh"), ("en-GB", "uk-news"), ("sr-Latn", "srp"), ("sv", "")]:
            with self.subTest(code):
                self.assertEqual(self.errors(code=code, prefix=prefix), set())
                self.assertIsNone(self.attempt(code=code, prefix=prefix))

    def test_a_zone_is_one_that_the_machine_knows(self):
        self.assertEqual(self.errors(time_zone="Europe/Stockholm"), set())
        for zone in ("Europe/Lunva", "", "../../etc/passwd", "+02:00"):
            with self.subTest(zone):
                self.assertIn("time_zone", self.errors(time_zone=zone))

    def test_an_edition_is_called_by_its_own_name(self):
        self.assertEqual(str(make_language("uk")), "Українська")


class FormerPrefixTests(RememberedEditions):
    def former(self):
        return dict(FormerPrefix.objects.values_list("prefix", "language__code"))

    def move(self, language, *prefixes):
        for prefix in prefixes:
            language.prefix = prefix
            language.save()

    def test_a_changed_prefix_is_left_behind_but_for_the_empty_one(self):
        english, ukrainian = make_language("en"), make_language("uk")
        self.move(english, "eng", "world", "globe")
        self.move(ukrainian, "ukr")
        self.assertEqual(self.former(), {"eng": "en", "world": "en"})
        self.assertEqual(str(FormerPrefix.objects.get(prefix="eng")), "eng")

    def test_a_prefix_in_use_is_nobodys_former_one(self):
        english, german = make_language("en"), make_language("de")
        self.move(english, "world", "eng")
        self.assertEqual(self.former(), {"world": "en"})
        self.move(german, "world")
        self.assertEqual(self.former(), {"de": "de"})
        self.move(german, "deu")
        self.assertEqual(self.former(), {"de": "de", "world": "de"})
