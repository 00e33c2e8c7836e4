"""Error pages without a database: bland, whole, in the language of the address."""

import contextlib
from unittest.mock import patch

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase, TestCase
from django.utils import translation
from psycopg.errors import QueryCanceled
from psycopg_pool import PoolTimeout

from articles.views.errors import not_found
from newsportal import errors
from newsportal.database import outage
from newsportal.languages import editions
from newsportal.languages.models import Language
from tests.articles.views.newsstand import parse, words
from tests.builders import make_article, make_editions

INSIDE = (
    "Traceback",
    "secret",
    "settings.py",
    "postgres",
    "SELECT",
    str(settings.BASE_DIR),
    "site-packages",
    "Django",
)


@contextlib.contextmanager
def no_database():
    """Every statement fails as it does when the server is gone."""

    def fail(*_statement):
        raise OperationalError("SELECT secret: server closed the connection")

    with connection.execute_wrapper(fail):
        yield


class BareErrorTests(SimpleTestCase):
    """No database is allowed here: an error page must not need what may have failed."""

    def setUp(self):
        known = Language(code="uk", name="Українська", site_name="Меридіан", is_launched=True)
        editions._remembered = (float("inf"), (known,))
        self.addCleanup(editions.forget)

    def pages(self):
        request = RequestFactory().get("/x/")
        trouble = Exception("SELECT secret FROM settings")
        return {
            400: errors.bad_request(request, trouble),
            403: errors.refused(request, trouble),
            404: not_found(request, trouble),
            500: errors.server_error(request),
            503: errors.unavailable(request),
        }

    def test_each_is_a_whole_page_with_its_status_and_a_way_out(self):
        for status, response in self.pages().items():
            page = parse(response)
            self.assertEqual(response.status_code, status)
            self.assertTrue(words(page.find(".//h1")))
            self.assertEqual(page.find(".//main//a").get("href"), "/")
            self.assertEqual(page.find(".//meta[@name='robots']").get("content"), "noindex")
            self.assertTrue(all(words(one) for one in page.findall(".//p")))

    def test_none_tells_what_is_inside(self):
        for response in self.pages().values():
            self.assertFalse([one for one in INSIDE if one.encode() in response.content])

    def test_each_is_a_page_of_the_paper_in_its_language(self):
        for response in self.pages().values():
            self.assertEqual(parse(response).get("lang"), "uk")
            self.assertContains(response, "Меридіан", status_code=response.status_code)

    def test_in_the_newsroom_each_speaks_the_editors_language(self):
        request = RequestFactory().get("/admin/x/")
        with translation.override("ru"):
            self.assertEqual(parse(errors.server_error(request)).get("lang"), "ru")


class OutageTests(TestCase):
    def setUp(self):
        make_editions()
        self.article = make_article("ru")
        editions.all_editions()
        self.addCleanup(editions.forget)

    def ask(self, path):
        with no_database():
            return self.client.get(path)

    def test_while_the_database_is_away_a_page_says_so_in_its_language(self):
        for path, code in (("/", "uk"), (self.article.get_absolute_url(), "ru"), ("/eng/x/", "en")):
            response = self.ask(path)
            self.assertEqual(response.status_code, 503)
            self.assertEqual(parse(response).get("lang"), code)
            self.assertEqual(response["Retry-After"], "30")
            self.assertEqual(response["Cache-Control"], "no-store, private")

    def test_a_process_that_starts_meanwhile_knows_the_editions_from_their_file(self):
        editions.forget()
        response = self.ask("/eng/news/")
        self.assertEqual((response.status_code, parse(response).get("lang")), (503, "en"))
        self.assertContains(response, "Meridian", status_code=503)

    def test_without_file_and_database_there_is_a_page_all_the_same(self):
        with self.settings(EDITIONS_FILE="/nowhere/editions.json"):
            editions.forget()
            with self.assertLogs("newsportal.languages.snapshot", "WARNING"):
                self.assertEqual(self.ask("/eng/news/").status_code, 503)

    def test_once_it_is_back_the_page_is_there_again(self):
        self.ask(self.article.get_absolute_url())
        self.assertEqual(self.client.get(self.article.get_absolute_url()).status_code, 200)

    def test_a_file_that_cannot_be_written_stops_nobody(self):
        Language.objects.update(tagline="Another")
        editions.forget()
        with (
            self.settings(EDITIONS_FILE="/nowhere/editions.json"),
            self.assertLogs("newsportal.languages.snapshot", "WARNING"),
        ):
            self.assertEqual(self.client.get("/").status_code, 200)


class NoConnectionTests(TestCase):
    """Once a page has waited for a connection in vain, the others are answered at once."""

    def setUp(self):
        self.served = 0
        self.middleware = errors.OutageMiddleware(self.serve)
        self.addCleanup(outage.forget)
        editions._remembered = (float("inf"), ())
        self.addCleanup(editions.forget)

    def serve(self, request):
        self.served += 1
        return HttpResponse()

    def fail(self, cause):
        trouble = OperationalError("no connection")
        trouble.__cause__ = cause
        return self.middleware.process_exception(RequestFactory().get("/x/"), trouble)

    def answers(self):
        return [self.middleware(RequestFactory().get("/x/")).status_code for _one in range(5)]

    def test_the_next_requests_do_not_wait(self):
        self.assertEqual(self.fail(PoolTimeout()).status_code, 503)
        self.assertEqual((self.answers(), self.served), ([503] * 5, 0))

    def test_as_long_as_the_server_does_not_answer(self):
        with (
            patch.object(outage, "ASKED_EVERY_SECONDS", 0),
            patch.dict(connection.settings_dict, {"HOST": "/nowhere"}),
        ):
            self.fail(PoolTimeout())
            self.assertEqual((self.answers(), self.served), ([503] * 5, 0))

    def test_once_it_answers_all_are_served(self):
        with patch.object(outage, "ASKED_EVERY_SECONDS", 0):
            self.fail(PoolTimeout())
            self.assertEqual((self.answers(), self.served), ([200] * 5, 5))

    def test_a_statement_that_took_too_long_stops_nobody_else(self):
        self.assertEqual(self.fail(QueryCanceled()).status_code, 503)
        self.assertEqual((self.answers(), self.served), ([200] * 5, 5))
