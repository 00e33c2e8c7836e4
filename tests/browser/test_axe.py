"""No barrier that axe can find: in three languages, light and dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_layout import OVERFLOW
from tests.kinds_of_pages import address, dressed, is_error

pytestmark = pytest.mark.browser

DRESSES = [(scheme, width) for scheme in ("light", "dark") for width in (320, 1440)]
OTHER_STORIES = {"estuary-search": "en", "six-bakeries": "en", "rtl": "he"}


def barriers(page):
    """What axe finds, as lines that say where and what."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_the_article_page_has_no_barrier_with_the_menu_closed_and_open(
    reader, paper, language, scheme, width
):
    page = reader(
        paper.address("bridge-opens", language),
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    )
    assert barriers(page) == []
    page.locator(".menu summary").click()
    assert barriers(page) == []


@pytest.mark.parametrize(("prefix", "kind", "scheme", "width"), dressed(DRESSES))
def test_the_other_pages_have_none(reader, paper, prefix, kind, scheme, width):
    page = reader(
        address(paper, prefix, kind),
        is_error_page=is_error(kind),
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    )
    assert barriers(page) == []
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("story", OTHER_STORIES)
def test_distressing_paid_and_right_to_left_articles_have_none(reader, paper, story):
    page = reader(
        paper.address(story, OTHER_STORIES[story]), viewport={"width": 360, "height": 700}
    )
    assert barriers(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_light_form_of_an_article_has_none(reader, paper, scheme):
    address = paper.address("bridge-opens").replace("/eng/", "/eng/lite/")
    page = reader(address, color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert barriers(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_choices_an_offer_of_news_and_the_question_of_consent_have_none(reader, paper, scheme):
    page = reader(paper.address("bridge-opens"), color_scheme=scheme)
    page.locator(".settings summary").click()
    page.evaluate("""() => {
      document.querySelector("[data-consent]").hidden = false;
      const offer = document.querySelector("[data-new]");
      offer.textContent = "3 new";
      offer.hidden = false;
    }""")
    assert barriers(page) == []


def test_the_report_form_has_none_with_and_without_errors(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.locator("[data-report]").click()
    assert barriers(page) == []
    page.locator("form button").click()
    page.locator(".errorlist").wait_for()
    assert barriers(page) == []
