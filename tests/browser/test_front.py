"""The front page, reads and advertising in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import barriers
from tests.browser.test_layout import OVERFLOW

pytestmark = pytest.mark.browser

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
# Asks for nothing but an icon that is not there; leaving it breaks no request off.
BLANK = "/static/logo.svg"
FRONTS = {"uk": "/", "ru": "/rus/", "en": "/eng/", "he": "/heb/"}
# How far what is drawn later moves what was there; 0.1 is good to Google, here nothing may move.
SHIFT = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
})"""
# A page's own word on the reader's choice, as consent.js says it.
SAY = """(agreed) => document.dispatchEvent(new CustomEvent("consent", { detail: { agreed } }))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("language", FRONTS)
def test_the_front_page_fits_shifts_nothing_and_has_no_barrier(reader, language, width, scheme):
    page = reader(FRONTS[language], viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert page.evaluate(OVERFLOW) == 0
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFT) <= 0.02
    assert barriers(page) == []


def test_the_most_important_is_the_most_visible(reader):
    page = reader("/eng/")
    lead = page.locator(".first h2")
    assert lead.bounding_box()["y"] < 900
    sizes = page.locator("main h2, main h3").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    of_lead = lead.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert of_lead == max(sizes)
    assert sorted(sizes)[-2] <= of_lead / 1.8


def test_on_a_phone_recent_news_come_right_after_the_second_line(reader):
    page = reader("/eng/", viewport={"width": 360, "height": 780})
    tops = [
        page.locator(part).bounding_box()["y"]
        for part in (".first", ".second", ".recent", ".most-read", ".river", ".voices", ".blocks")
    ]
    assert tops == sorted(tops)


def test_the_whole_story_is_one_target_and_the_keyboard_finds_its_headline(reader):
    page = reader("/eng/")
    page.wait_for_load_state("networkidle")
    address = page.locator(".first h2 a").get_attribute("href")
    page.locator(".first img").click(force=True)
    page.wait_for_url(f"**{address}")
    page.wait_for_load_state("networkidle")
    page.go_back(wait_until="networkidle")
    link = page.locator(".first h2 a")
    link.focus()
    assert link.evaluate("one => one.matches(':focus-visible') || one === document.activeElement")


def test_everything_stands_without_a_script(reader):
    page = reader("/eng/", java_script_enabled=False)
    for part in (".first h2", ".second h2", ".recent li", ".most-read li", ".block h3"):
        assert page.locator(part).first.is_visible()


def article(paper):
    return paper.address("bridge-opens", "en")


def said(page):
    """The counts that a page sends from now on, as they go out."""
    heard = []
    page.on("request", lambda one: heard.append(one) if "/api/reads/" in one.url else None)
    return heard


def test_an_article_is_counted_once_after_some_seconds_on_the_screen(reader, paper):
    page = reader(BLANK, is_error_page=True, user_agent=FIREFOX)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    heard = said(page)
    page.goto(article(paper))
    page.clock.run_for(7_900)
    assert heard == []
    with page.expect_response("**/api/reads/") as answer:
        page.clock.run_for(200)
    assert answer.value.status == 204
    assert heard[0].post_data == page.locator("[data-read]").get_attribute("data-read")
    assert "cookie" not in heard[0].all_headers()
    page.reload()
    page.clock.run_for(60_000)
    assert len(heard) == 1


def test_time_behind_another_tab_does_not_count(reader, paper):
    page = reader(BLANK, is_error_page=True, user_agent=FIREFOX)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    heard = said(page)
    page.goto(article(paper))
    page.clock.run_for(5_000)
    look = """(state) => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(look, "hidden")
    page.clock.run_for(60_000)
    assert heard == []
    page.evaluate(look, "visible")
    with page.expect_response("**/api/reads/"):
        page.clock.run_for(3_100)


def test_a_device_without_storage_still_reads_and_counts(reader, paper):
    page = reader(BLANK, is_error_page=True, user_agent=FIREFOX)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw 1 } })")
    page.goto(article(paper))
    with page.expect_response("**/api/reads/"):
        page.clock.run_for(9_000)


def test_a_frame_comes_with_consent_and_goes_with_it_and_moves_nothing(reader, paper):
    page = reader(paper.address("six-bakeries", "en"))
    place = page.locator("[data-ad-frame]")
    before = place.bounding_box()
    expect(place.locator("iframe")).to_have_count(0)
    assert place.locator("div").is_visible()
    page.evaluate(SAY, True)
    frame = place.locator("iframe")
    frame.scroll_into_view_if_needed()
    assert frame.get_attribute("sandbox") == "allow-scripts allow-popups"
    inside = place.frame_locator("iframe")
    # The code says from inside what it can reach: neither cookies nor the page around it.
    expect(inside.locator("#reach")).to_have_text("cookie: no, parent: no, storage: no")
    assert not place.locator("div").is_visible()
    after = place.bounding_box()
    assert (after["width"], after["height"]) == (before["width"], before["height"])
    assert frame.bounding_box()["height"] > 0.8 * after["height"]
    page.evaluate(SAY, False)
    expect(frame).to_have_count(0)
    assert place.locator("div").is_visible()
    assert page.evaluate(SHIFT) <= 0.02


def test_who_agreed_before_sees_the_frame_at_once(reader, paper):
    page = reader(BLANK, is_error_page=True)
    page.evaluate("localStorage.setItem('consent', 'yes')")
    page.goto(paper.address("six-bakeries", "en"))
    expect(page.locator("[data-ad-frame] iframe")).to_have_count(1)
