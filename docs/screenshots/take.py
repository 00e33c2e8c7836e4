"""
Takes the screenshots of this folder from a running demonstration: `make screenshots`.

    .venv/bin/python docs/screenshots/take.py http://127.0.0.1:8000
"""

import re
import sys
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from tests.tools import chromium

FOLDER = Path(__file__).parent
PREFIXES = {"uk": "/", "ru": "/rus/", "en": "/eng/"}
# Page, languages, and how tall the picture is at 1440 px, at 360 px.
SHOTS = [
    ("article", ("uk", "ru", "en"), (1100, 1200)),
    ("front", ("uk", "en"), (1400, 1200)),
    ("list", ("ru",), (1000, 900)),
    ("day", ("uk",), (1000, 900)),
]
NEWEST_ARTICLE = re.compile(r"/news/\d{4}/\d\d/\d\d/\d+/$")


def addresses(page, prefix):
    """Where each kind of page stands in an edition."""
    page.goto(urljoin(page.site, prefix))
    links = [link.get_attribute("href") for link in page.locator("main a").all()]
    article = next(link for link in links if NEWEST_ARTICLE.search(link))
    day = re.search(r"/(\d{4}/\d\d/\d\d)/", article)[1]
    return {
        "article": article,
        "front": prefix,
        "list": f"{prefix}sections/region/",
        "day": f"{prefix}archive/{day}/",
    }


def take(browser, site):
    """Every shot at two widths, light and dark."""
    for scheme in ("light", "dark"):
        for width, height_of in ((1440, 0), (360, 1)):
            for name, languages, heights in SHOTS:
                for code in languages:
                    viewport = {"width": width, "height": heights[height_of]}
                    page = browser.new_page(viewport=viewport, color_scheme=scheme)
                    page.site = site
                    page.goto(urljoin(site, addresses(page, PREFIXES[code])[name]))
                    page.evaluate("document.fonts.ready")
                    page.wait_for_load_state("networkidle")
                    file = FOLDER / f"{name}-{code}-{width}-{scheme}.jpg"
                    page.screenshot(path=file, type="jpeg", quality=80)
                    page.close()


if __name__ == "__main__":
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        take(chrome, sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
        chrome.close()
