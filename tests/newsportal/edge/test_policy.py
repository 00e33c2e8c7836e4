import base64
import hashlib
import re

from django.template import Context, Template
from django.test import SimpleTestCase, TestCase
from django.utils.csp import CSP

from newsportal.edge.policy import FRAMED, NEWSROOM_CSP, PUBLIC_CSP
from newsportal.edge.sheet import FOLDER, SHEETS, squeezed
from newsportal.languages import editions
from tests.builders import make_article, make_editions

MOST_SHEET_BYTES = 8192
# What a kind of page may add to the sheet of all pages.
MOST_ADDED_BYTES = 4096


def hash_of(text):
    raw = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(raw).decode()}'"


def directives(response):
    parts = response["Content-Security-Policy"].split(";")
    return {name: words for name, *words in (part.split() for part in parts)}


class SheetTests(SimpleTestCase):
    def test_the_squeezed_sheet_fits_into_the_first_packets(self):
        for name, sheet in SHEETS.items():
            most = MOST_SHEET_BYTES if name == "page" else MOST_ADDED_BYTES
            self.assertLessEqual(len(sheet.encode()), most, name)

    def test_comments_and_needless_space_are_gone(self):
        self.assertEqual(
            squeezed("/* a\n{} */ a , b > c {\n  color: red;\n  margin: 0 1px ;\n}\n"),
            "a,b>c{color:red;margin:0 1px}",
        )
        for sheet in SHEETS.values():
            self.assertNotRegex(sheet, r"/\*|\n|;}|\s{2}")

    def test_space_that_means_something_stays(self):
        for css in (
            ".a .b{margin:0 1px}",
            "@media (min-width:1px) and (max-width:9px){a{width:calc(1px + 2px)}}",
            'a::after{content:" →"}',
        ):
            with self.subTest(css):
                self.assertEqual(squeezed(css), css)

    def test_what_moves_does_so_only_for_those_who_do_not_mind(self):
        for sheet in SHEETS.values():
            calm = sheet.partition("@media (prefers-reduced-motion:no-preference)")[0]
            self.assertNotRegex(calm, "transition|animation|scroll-behavior")

    def test_the_squeezed_sheet_says_what_the_written_one_says(self):
        def words(css):
            return re.findall(r"[\w.#%-]+", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))

        for name, sheet in SHEETS.items():
            self.assertEqual(words(sheet), words((FOLDER / f"{name}.css").read_text("utf-8")))
            for opened, closed in ("{}", "()", "[]"):
                self.assertEqual(sheet.count(opened), sheet.count(closed))

    def test_nothing_in_the_sheet_ends_it_early_or_asks_anybody_else(self):
        for sheet in SHEETS.values():
            self.assertNotIn("<", sheet)
            self.assertNotIn("@import", sheet)
            for address in re.findall(r"url\(([^)]*)\)", sheet):
                self.assertTrue(address.startswith("/static/"), address)

    def test_templates_write_the_sheet_as_it_is(self):
        drawn = Template("{% load sheet %}{% page_sheet %}").render(Context())
        self.assertEqual(drawn, SHEETS["page"])


class PolicyTests(SimpleTestCase):
    def test_all_that_is_not_named_is_forbidden(self):
        for policy in (PUBLIC_CSP, NEWSROOM_CSP):
            self.assertEqual(policy["default-src"], [CSP.NONE])
            for name in ("object-src", "base-uri", "frame-ancestors"):
                self.assertEqual(policy[name], [CSP.NONE], name)
            self.assertEqual(policy["form-action"], [CSP.SELF])

    def test_nothing_unsafe_and_nobody_else_is_allowed(self):
        for policy in (PUBLIC_CSP, NEWSROOM_CSP):
            allowed = {word for words in policy.values() for word in words if word not in FRAMED}
            self.assertEqual(
                {word for word in allowed if not word.startswith("'sha256-")} - {"data:"},
                {CSP.NONE, CSP.SELF},
            )

    def test_the_readers_policy_allows_one_style_by_its_hash_and_it_is_the_sheet(self):
        self.assertEqual(PUBLIC_CSP["style-src"], [hash_of(sheet) for sheet in SHEETS.values()])

    def test_only_readers_pages_frame_anything_and_only_the_players_that_are_listed(self):
        self.assertEqual(PUBLIC_CSP["frame-src"], [CSP.SELF, *FRAMED])
        self.assertEqual(NEWSROOM_CSP["frame-src"], [CSP.NONE])

    def test_the_readers_policy_knows_no_nonce(self):
        self.assertNotIn(CSP.NONCE, str(PUBLIC_CSP))


class SentPolicyTests(TestCase):
    def setUp(self):
        make_editions()
        self.addCleanup(editions.forget)

    def test_every_page_carries_sheets_that_its_policy_allows_and_no_other_style(self):
        article = make_article("en")
        for path in ("/", "/rus/", article.get_absolute_url(), "/eng/nowhere/", "/eng/news/"):
            with self.subTest(path):
                response = self.client.get(path)
                html = response.content.decode()
                sheets = re.findall(r"<style[^>]*>(.*?)</style>", html, re.DOTALL)
                self.assertTrue(sheets)
                self.assertLessEqual(
                    {hash_of(sheet) for sheet in sheets}, set(directives(response)["style-src"])
                )
                self.assertEqual(hash_of(sheets[0]), hash_of(SHEETS["page"]))
                allowed = directives(response)["style-src"]
                self.assertEqual([one for one in sheets if hash_of(one) not in allowed], [])
                self.assertNotRegex(html, r"\sstyle=|<link[^>]+stylesheet")

    def test_two_requests_give_the_same_bytes(self):
        first, second = self.client.get("/eng/"), self.client.get("/eng/")
        self.assertEqual(first.content, second.content)
        self.assertEqual(first["Content-Security-Policy"], second["Content-Security-Policy"])

    def test_the_newsroom_has_a_policy_of_its_own(self):
        sent = directives(self.client.get("/admin/login/"))
        self.assertEqual(sent["style-src"], [CSP.SELF])
        self.assertIn("data:", sent["img-src"])
