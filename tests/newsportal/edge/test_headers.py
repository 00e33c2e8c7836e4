import gzip

from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase, TestCase

from newsportal.edge import headers
from newsportal.languages import editions
from tests.builders import make_article, make_editions


def public(content="A page", status=200, **asked):
    request = RequestFactory().get("/", headers=asked)
    return headers.public(request, HttpResponse(content, status=status))


def immutable(**asked):
    request = RequestFactory().get("/", headers=asked)
    return headers.immutable(request, "tag", HttpResponse)


def words_of(header):
    return set(header.split(", "))


class PublicTests(SimpleTestCase):
    def test_a_public_response_is_kept_by_all_and_asked_after_each_time(self):
        response = public()
        self.assertEqual(response["Cache-Control"], "public, max-age=0, must-revalidate")
        self.assertRegex(response["ETag"], r'^"[0-9a-f]{32}"$')

    def test_the_same_content_has_the_same_tag_and_another_one_another(self):
        self.assertEqual(public()["ETag"], public()["ETag"])
        self.assertNotEqual(public()["ETag"], public("Another page")["ETag"])

    def test_who_has_it_already_is_told_so_in_no_words(self):
        tag = public()["ETag"]
        for asked in (tag, f'"old", {tag}', f"W/{tag}", "*"):
            with self.subTest(asked):
                response = public(if_none_match=asked)
                self.assertEqual((response.status_code, response.content), (304, b""))
                self.assertEqual(response["ETag"], tag)
                self.assertEqual(response["Cache-Control"], headers.PUBLIC)

    def test_who_has_an_older_one_gets_the_page(self):
        self.assertEqual(public(if_none_match='"old"').status_code, 200)

    def test_a_page_that_is_gone_says_so_each_time(self):
        tag = public(status=410)["ETag"]
        self.assertEqual(public(status=410, if_none_match=tag).status_code, 410)


class ImmutableTests(SimpleTestCase):
    def test_a_file_that_never_changes_is_kept_for_ever(self):
        response = immutable()
        self.assertEqual((response.status_code, response["ETag"]), (200, '"tag"'))
        self.assertEqual(response["Cache-Control"], headers.IMMUTABLE)
        self.assertLessEqual({"max-age=31536000", "immutable"}, words_of(headers.IMMUTABLE))

    def test_a_proxy_asks_again_within_ten_seconds_whether_it_may_be_shown(self):
        words = words_of(headers.IMMUTABLE)
        self.assertLessEqual({"s-maxage=5", "proxy-revalidate"}, words)
        self.assertIn("stale-while-revalidate=0", words)

    def test_who_has_it_gets_no_file(self):
        response = immutable(if_none_match='"tag"')
        self.assertEqual((response.status_code, response.content), (304, b""))
        self.assertEqual(
            (response["Cache-Control"], response["ETag"]), (headers.IMMUTABLE, '"tag"')
        )

    def test_what_is_no_file_is_nobodys_to_keep(self):
        self.assertNotIn("Cache-Control", immutable(if_match='"another"'))


class MiddlewareTests(SimpleTestCase):
    def through(self, response):
        return headers.EdgeMiddleware(lambda request: response)(RequestFactory().get("/"))

    def test_what_no_view_declared_public_is_nobodys_to_keep(self):
        self.assertEqual(self.through(HttpResponse())["Cache-Control"], "no-store, private")

    def test_what_a_view_declared_stays(self):
        for declared in (public(), immutable()):
            before = declared["Cache-Control"]
            self.assertEqual(self.through(declared)["Cache-Control"], before)


class CompressionTests(SimpleTestCase):
    words = "Words of a page that say the same again and again. " * 40

    def through(self, response):
        request = RequestFactory().get("/", headers={"accept_encoding": "gzip, br"})
        return headers.CompressionMiddleware(lambda request: response)(request)

    def test_a_public_page_is_compressed_for_those_who_can_read_it_so(self):
        response = self.through(public(self.words))
        self.assertEqual(gzip.decompress(response.content).decode(), self.words)
        self.assertEqual(response["Vary"], "Accept-Encoding")
        again = public(self.words, if_none_match=response["ETag"])
        self.assertEqual(again.status_code, 304)

    def test_what_is_not_public_is_left_as_it_is(self):
        response = self.through(HttpResponse(self.words))
        self.assertNotIn("Content-Encoding", response)
        self.assertNotIn("Vary", response)


class WholeSiteTests(TestCase):
    def setUp(self):
        make_editions()
        self.addCleanup(editions.forget)

    def lifetime(self, path):
        return self.client.get(path)["Cache-Control"]

    def test_pages_of_readers_are_public_and_set_no_cookie(self):
        article = make_article("en")
        for path in ("/", "/rus/", "/eng/news/", article.get_absolute_url()):
            with self.subTest(path):
                response = self.client.get(path)
                self.assertEqual(response["Cache-Control"], headers.PUBLIC)
                self.assertFalse(response.cookies)
                self.assertNotIn("Cookie", response.get("Vary", ""))

    def test_the_newsroom_errors_and_redirections_are_private(self):
        for path in ("/admin/", "/admin/login/", "/nowhere/", "/eng", "/media/pictures/k/1.jpg"):
            with self.subTest(path):
                self.assertIn("no-store", self.lifetime(path))
                self.assertIn("private", self.lifetime(path))
