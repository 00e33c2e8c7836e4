from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import RequestFactory, TestCase
from django.utils import translation

from newsportal.languages import editions
from newsportal.languages.middleware import EditionMiddleware, interface_language
from newsportal.languages.models import Language
from tests.articles.admin.newsroom import make_chief
from tests.builders import make_editions, make_language


def ask(path, **headers):
    """What a view behind the middleware is told: the edition and the interface's language."""
    told = {}

    def view(request):
        told.update(edition=request.language, interface=translation.get_language())
        return HttpResponse()

    told["response"] = EditionMiddleware(view)(RequestFactory().get(path, headers=headers))
    return told


class EditionOfRequestTests(TestCase):
    def setUp(self):
        self.uk, self.ru, self.en = make_editions()
        self.addCleanup(editions.forget)

    def test_the_address_alone_tells_edition_and_interface(self):
        for path, language in [("/", self.uk), ("/rus/news/", self.ru), ("/eng/", self.en)]:
            with self.subTest(path):
                told = ask(path)
                self.assertEqual(told["edition"], language)
                self.assertEqual(told["interface"], language.code)

    def test_neither_header_nor_cookie_changes_it(self):
        told = ask("/rus/", accept_language="en", cookie=f"{settings.LANGUAGE_COOKIE_NAME}=en")
        self.assertEqual((told["edition"], told["interface"]), (self.ru, "ru"))

    def test_the_language_of_the_interface_ends_with_the_request(self):
        before = translation.get_language()
        ask("/rus/")
        self.assertEqual(translation.get_language(), before)

    def test_an_edition_without_a_catalogue_is_served_all_the_same(self):
        swedish = make_language("sv", prefix="sve")
        self.assertEqual(ask("/sve/")["edition"], swedish)
        self.assertEqual(self.client.get("/sve/").status_code, 200)


class UnlaunchedTests(TestCase):
    def setUp(self):
        make_editions()
        self.german = make_language("de", is_launched=False, short_label="Deu")
        self.addCleanup(editions.forget)

    def test_to_a_reader_it_is_an_unknown_address_like_any_other(self):
        unknown, unlaunched = self.client.get("/nowhere/news/"), self.client.get("/de/news/")
        self.assertEqual(unlaunched.status_code, 404)
        self.assertEqual(unlaunched.content, unknown.content)
        self.assertEqual(unlaunched.headers, unknown.headers)

    def test_the_newsroom_sees_it_as_it_will_be_and_no_cache_keeps_it(self):
        self.client.force_login(make_chief())
        response = self.client.get("/de/")
        self.assertContains(response, "Deu")
        self.assertEqual(response["Cache-Control"], "no-store, private")
        self.assertNotIn("ETag", response)
        self.assertNotContains(self.client.get("/eng/"), "Deu")

    def test_an_account_without_access_to_the_newsroom_is_a_reader(self):
        self.client.force_login(User.objects.create_user("reader"))
        self.assertEqual(self.client.get("/de/").status_code, 404)


class InterfaceTests(TestCase):
    def test_strings_fall_back_to_english_until_there_is_a_catalogue(self):
        for code, interface in (("pl", "en"), ("crh", "en"), ("uk", "uk"), ("ru", "ru")):
            language = Language(code=code)
            self.assertEqual(interface_language(language), interface)
        self.assertEqual(interface_language(Language(code="en-GB")), "en-GB")


class NewsroomTests(TestCase):
    def test_the_newsroom_belongs_to_no_edition_and_speaks_the_editors_language(self):
        make_editions()
        for language in ("uk", "ru", "en"):
            with self.subTest(language):
                told = ask(f"/{settings.ADMIN_PATH}login/", accept_language=language)
                self.assertEqual((told["edition"], told["interface"]), (None, language))
        self.assertEqual(ask(f"/{settings.ADMIN_PATH}", accept_language="ja")["interface"], "en")

    def test_the_newsroom_opens_before_there_is_an_edition(self):
        editions.forget()
        self.assertEqual(ask(f"/{settings.ADMIN_PATH}")["response"].status_code, 200)


class NoEditionTests(TestCase):
    def test_until_an_edition_is_launched_the_site_says_so_and_nobody_keeps_it(self):
        Language.objects.create(code="uk", name="Українська", site_name="Меридіан")
        response = self.client.get("/news/")
        self.assertEqual(response.status_code, 503)
        self.assertEqual(response["Cache-Control"], "no-store, private")
