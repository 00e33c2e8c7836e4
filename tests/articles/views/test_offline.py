"""What a device needs to keep the paper: the worker, the manifests, the page it falls back on."""

import json
import re
from io import BytesIO

from django.conf import settings
from django.test import SimpleTestCase
from PIL import Image

from newsportal.edge import headers
from newsportal.icons import ICONS, draw_icon
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand
from tests.builders import make_language


class WorkerTests(Newsstand):
    def worker(self):
        return self.client.get("/service-worker.js")

    def setup_of(self, response):
        return json.loads(re.search(r"const PAPER = (.*);\n", response.content.decode())[1])

    def test_it_is_a_script_that_is_asked_after_each_time(self):
        response = self.worker()
        self.assertEqual(response.headers["Content-Type"], "text/javascript")
        self.assertEqual(response.headers["Cache-Control"], headers.PUBLIC)
        self.assertIn("script-src 'self'", response.headers["Content-Security-Policy"])

    def test_it_knows_the_editions_and_a_new_one_makes_a_new_version(self):
        first = self.setup_of(self.worker())
        self.assertEqual(
            first["editions"],
            {"/": "/offline/", "/rus/": "/rus/offline/", "/eng/": "/eng/offline/"},
        )
        self.assertEqual(self.setup_of(self.worker()), first)
        make_language("pl", prefix="pol")
        editions.forget()
        later = self.setup_of(self.worker())
        self.assertIn("/pol/", later["editions"])
        self.assertNotEqual(later["version"], first["version"])

    def test_an_edition_that_is_not_launched_is_not_named(self):
        make_language("pl", prefix="pol", is_launched=False)
        editions.forget()
        self.assertNotContains(self.worker(), "pol")

    def test_the_place_of_the_newsroom_is_not_told(self):
        self.assertNotContains(self.worker(), settings.ADMIN_PATH.strip("/"))

    def test_the_scripts_of_the_pages_find_it(self):
        self.assertIn("/service-worker.js", self.file("/static/js/offline.js")[1].decode())

    def test_it_costs_one_statement_at_most(self):
        editions.forget()
        with self.assertNumQueries(1):
            self.worker()


class ManifestTests(Newsstand):
    def manifest(self, path):
        response = self.client.get(path)
        self.assertEqual(response.headers["Content-Type"], "application/manifest+json")
        return response.json()

    def test_each_edition_is_installed_under_its_own_name(self):
        make_language("he", prefix="heb", direction="rtl", site_name="מרידיאן")
        editions.forget()
        for prefix, lang, direction in (
            ("/", "uk", "ltr"),
            ("/rus/", "ru", "ltr"),
            ("/heb/", "he", "rtl"),
        ):
            found = self.manifest(f"{prefix}manifest.webmanifest")
            self.assertEqual(
                (found["id"], found["start_url"], found["scope"]), (prefix, prefix, prefix)
            )
            self.assertEqual((found["lang"], found["dir"]), (lang, direction))
        self.assertEqual(found["name"], "מרידיאן")

    def test_every_page_names_the_manifest_of_its_edition(self):
        for prefix in ("/", "/rus/", "/eng/"):
            link = self.page(prefix).find(".//link[@rel='manifest']")
            self.assertEqual(link.get("href"), f"{prefix}manifest.webmanifest")

    def test_its_icons_are_there_in_the_size_it_says(self):
        icons = self.manifest("/manifest.webmanifest")["icons"]
        self.assertEqual(
            {(icon["sizes"], icon["purpose"]) for icon in icons},
            {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")},
        )
        for icon in icons:
            image = Image.open(BytesIO(self.file(icon["src"])[1]))
            self.assertEqual(f"{image.width}x{image.height}", icon["sizes"])
            self.assertEqual(image.format, "PNG")

    def test_it_costs_one_statement_at_most(self):
        editions.forget()
        with self.assertNumQueries(1):
            self.client.get("/eng/manifest.webmanifest")


class IconTests(SimpleTestCase):
    def test_the_committed_icons_are_those_that_are_drawn(self):
        folder = settings.BASE_DIR / "newsportal" / "static" / "icons"
        self.assertEqual({path.name for path in folder.iterdir()}, set(ICONS))
        for name, (size_px, scale) in ICONS.items():
            with Image.open(folder / name) as kept:
                drawn = draw_icon(size_px, scale).convert("RGB").resize((32, 32))
                self.assertEqual(kept.size, (size_px, size_px))
                pairs = zip(
                    kept.convert("RGB").resize((32, 32)).tobytes(), drawn.tobytes(), strict=True
                )
                # Another version of Pillow may round another way.
                self.assertLess(max(abs(one - other) for one, other in pairs), 16)

    def test_what_matters_of_a_maskable_one_stays_where_no_system_cuts(self):
        image = draw_icon(200, ICONS["maskable-512.png"][1]).convert("RGB")
        corner = image.getpixel((0, 0))
        for x in range(200):
            for y in range(200):
                if (x - 100) ** 2 + (y - 100) ** 2 > 80**2:
                    self.assertEqual(image.getpixel((x, y)), corner)


class OfflinePageTests(Newsstand):
    def test_it_is_a_page_of_every_edition_and_nothing_for_search_engines(self):
        for prefix in ("/", "/rus/", "/eng/"):
            page = self.page(f"{prefix}offline/")
            self.assertEqual(page.find(".//meta[@name='robots']").get("content"), "noindex")
            self.assertIsNotNone(page.find(".//*[@data-kept]"))
        links = [link.get("href") for link in page.findall(".//*[@class='editions']//a")]
        self.assertEqual(links, ["/offline/", "/rus/offline/", "/eng/offline/"])

    def test_it_costs_four_statements(self):
        editions.forget()
        with self.assertNumQueries(4):
            self.client.get("/eng/offline/")
