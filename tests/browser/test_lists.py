"""Lists and the archive as a reader goes through them."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALLEST_TARGET = """() => [...document.querySelectorAll(
  ".pager a, .years a, .month a, .letters a, .index a, .most-used a, .over a, .feed a")]
  .filter(one => one.offsetParent)
  .map(one => [one.textContent.trim(), Math.min(
    one.getBoundingClientRect().height, one.getBoundingClientRect().width)])
  .filter(([, size]) => size < 24)"""


def assert_good(page):
    """Fits its screen, has targets for a finger and no barrier."""
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(SMALLEST_TARGET) == []
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_from_all_news_to_a_day_a_month_a_year(reader, scheme, width):
    page = reader("/archive/", color_scheme=scheme, viewport={"width": width, "height": 800})
    assert_good(page)
    page.locator(".month td a").last.click()
    page.wait_for_url(re.compile(r"/archive/\d{4}/\d\d/\d\d/$"))
    assert_good(page)
    page.locator(".pager [rel=next]").click()
    assert_good(page)
    page.locator(".month caption a").click()
    page.wait_for_url(re.compile(r"/archive/\d{4}/\d\d/$"))
    assert_good(page)
    page.locator(".years a").first.click()
    page.wait_for_url(re.compile(r"/archive/\d{4}/$"))
    assert page.locator(".month").count() == 12
    assert_good(page)


@pytest.mark.parametrize("width", [320, 1440])
def test_from_the_newest_page_of_a_list_to_the_oldest(reader, width):
    page = reader("/eng/news/", viewport={"width": width, "height": 800})
    seen = set()
    while True:
        assert_good(page)
        links = page.locator(".list .card a").evaluate_all("all => all.map(one => one.pathname)")
        assert links
        assert not seen & set(links)
        seen |= set(links)
        older = page.locator(".pager [rel=next]")
        if not older.count():
            break
        older.click()
        page.wait_for_load_state()
    assert page.url.endswith("/eng/news/page/1/")
    assert len(seen) > 80


def test_a_letter_leads_to_its_topics(reader):
    page = reader("/tags/")
    assert_good(page)
    page.locator(".letters a", has_text="Ґ").click()
    target = page.locator(":target")
    assert target.locator("li").all_text_contents() == ["Ґрунт і город"]


def test_ten_headlines_and_more_stand_on_a_wide_screen(reader):
    page = reader("/eng/news/", viewport={"width": 1440, "height": 900})
    seen = page.locator(".list .card").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().bottom <= innerHeight).length"
    )
    assert seen >= 10
