"""What scripts and keys add: the menu, the report of a mistake; and that nothing needs them."""

import pytest

pytestmark = pytest.mark.browser

OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"
SELECT = """selector => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def focused(page, what="textContent"):
    return page.evaluate(f"document.activeElement.{what}").strip()


def test_the_first_key_offers_to_skip_to_the_text(reader, paper):
    page = reader(paper.address("bridge-opens"), java_script_enabled=True)
    page.keyboard.press("Tab")
    assert focused(page, "className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box["y"] >= 0, "the skip link is not to be seen when it has the focus"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_opens_by_keyboard_without_javascript(reader, paper):
    page = reader(paper.address("bridge-opens"), java_script_enabled=False)
    panel = page.locator(".panel")
    assert not panel.is_visible()
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    assert panel.is_visible()
    page.keyboard.press("Space")
    assert not panel.is_visible()


def test_escape_closes_the_menu_and_gives_the_focus_back(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.locator(".menu summary").click()
    page.locator(".panel a").nth(2).focus()
    page.keyboard.press("Escape")
    assert not page.locator(".panel").is_visible()
    assert focused(page, "tagName") == "SUMMARY"


def test_a_click_beside_the_menu_closes_it(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.locator(".menu summary").click()
    page.mouse.click(700, 850)
    assert not page.locator(".panel").is_visible()


def test_whatever_has_the_focus_shows_it(reader, paper):
    page = reader(paper.address("bridge-opens"))
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page, "tagName") == "BODY":
            break
        assert page.evaluate(OUTLINE) == "solid", focused(page, "outerHTML")[:200]
        seen.add(focused(page, "tagName"))
    assert {"A", "SUMMARY"} <= seen


def test_a_distressing_picture_waits_for_a_click_without_javascript(reader, paper):
    page = reader(paper.address("estuary-search"), java_script_enabled=False)
    picture = page.locator("article img").first
    assert not picture.is_visible()
    page.locator(".veil summary").first.click()
    assert picture.is_visible()


def test_selected_words_and_ctrl_enter_reach_the_newsroom(reader, paper):
    page = reader(paper.address("bridge-opens", "uk"))
    page.evaluate(SELECT, ".lead")
    marked = page.evaluate("String(getSelection())")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/report/**")
    assert page.locator("[name=quoted]").input_value() == marked
    page.locator("[name=remark]").fill("Не так було.")
    page.locator("form button").click()
    page.locator("[role=status]").wait_for()


def test_ctrl_enter_without_selected_words_does_nothing(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(200)
    assert page.url == paper.address("bridge-opens")


def test_a_mistake_is_reported_without_javascript(reader, paper):
    page = reader(paper.address("bridge-opens"), java_script_enabled=False)
    page.locator("[data-report]").click()
    assert not page.locator("[name=website]").is_visible()
    page.locator("[name=quoted]").fill("two days early")
    page.locator("form button").click()
    assert page.locator("[role=status]").is_visible()


def test_nothing_breaks_the_content_policy_on_any_kind_of_page(reader, paper):
    """The reader fails the test on any word in the console or any request to a third party."""
    paths = ["/", "/eng/archive/", "/rus/tags/", "/eng/pages/about/", "/heb/"]
    paths += ["/eng/consent/", "/offline/"]
    paths += [paper.address(story, "en") for story in ("bridge-opens", "six-bakeries")]
    for path in paths:
        page = reader(path)
        assert page.evaluate("document.fonts.ready.then(fonts => fonts.size)") > 0
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
