"""Text size and colours: chosen once, kept on the device, there before the first paint."""

import pytest

from tests.browser.waiting import until

pytestmark = pytest.mark.browser

PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(255, 253, 249)", "rgb(20, 22, 26)"
TEXT_SIZE = "parseFloat(getComputedStyle(document.querySelector('.text p')).fontSize)"
# The colours of the very first frame, as the browser reports painting it.
FIRST_FRAME = f"""addEventListener("DOMContentLoaded", () => window.firstColour = {PAPER})"""


def choose(page, name, value):
    if not page.locator(".choices").is_visible():
        page.locator(".settings summary").click()
    page.locator(f"[data-set={name}][value='{value}']").click()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_chosen_colours_win_over_the_system_and_stay(reader, paper, system):
    page = reader(paper.address("bridge-opens"), color_scheme=system)
    of_system = DARK if system == "dark" else LIGHT
    assert page.evaluate(PAPER) == of_system
    other, colour = ("light", LIGHT) if system == "dark" else ("dark", DARK)
    choose(page, "theme", other)
    assert page.evaluate(PAPER) == colour
    page.add_init_script(FIRST_FRAME)
    page.goto(f"{paper.url}/rus/archive/")
    assert page.evaluate("window.firstColour") == colour
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == other
    choose(page, "theme", "")
    assert page.evaluate(PAPER) == of_system


def test_the_chosen_size_scales_the_text_and_stays(reader, paper):
    page = reader(paper.address("bridge-opens"))
    sizes = []
    for value in ("", "2", "3", "4"):
        choose(page, "size", value)
        sizes.append(page.evaluate(TEXT_SIZE))
    assert sizes == sorted(set(sizes))
    assert sizes[3] == 1.5 * sizes[0]
    page.reload()
    assert page.evaluate(TEXT_SIZE) == sizes[3]
    page.locator(".settings summary").click()
    assert page.locator("[data-set=size][aria-pressed=true]").get_attribute("value") == "4"


def test_another_open_page_follows(reader, paper):
    page = reader(paper.address("bridge-opens"))
    other = page.context.new_page()
    other.goto(f"{paper.url}/eng/")
    choose(page, "theme", "dark")
    until(other, "document.documentElement.dataset.theme === 'dark'")


@pytest.mark.parametrize("size", ["3", "4"])
def test_the_largest_text_needs_no_sideways_scrolling_on_a_phone(reader, paper, size):
    page = reader(paper.address("bridge-opens", "uk"), viewport={"width": 360, "height": 740})
    choose(page, "size", size)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0


def test_the_frame_of_the_browser_takes_the_chosen_colour(reader, paper):
    page = reader(paper.address("bridge-opens"), color_scheme="light")
    colours = "[...document.querySelectorAll('meta[name=theme-color]')].map(one => one.content)"
    own = page.evaluate(colours)
    choose(page, "theme", "dark")
    assert page.evaluate(colours) == [own[1], own[1]]
    page.reload()
    assert page.evaluate(colours) == [own[1], own[1]]
    choose(page, "theme", "light")
    assert page.evaluate(colours) == [own[0], own[0]]
    choose(page, "theme", "")
    assert page.evaluate(colours) == own


def test_what_somebody_wrote_into_the_store_is_not_believed(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.evaluate("localStorage.setItem('theme', 'x\" onload=\"alert(1)')")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") is None


def test_escape_and_a_click_beside_it_close_the_choices(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.locator(".settings summary").click()
    page.keyboard.press("Escape")
    assert not page.locator(".choices").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.locator(".settings summary").click()
    page.locator(".menu summary").click()
    assert not page.locator(".choices").is_visible()


def test_without_javascript_nothing_is_offered_that_would_not_work(reader, paper):
    page = reader(paper.address("bridge-opens"), java_script_enabled=False)
    assert not page.locator(".settings").is_visible()


def test_print_is_black_on_white_whatever_was_chosen(reader, paper):
    page = reader(paper.address("bridge-opens"))
    choose(page, "theme", "dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"
