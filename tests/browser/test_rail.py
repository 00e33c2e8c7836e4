"""RECENT NEWS of an open page: what is new is offered, never pushed; a hidden page asks nothing."""

import pytest

pytestmark = pytest.mark.browser

ASKED = "**/recent/newest.json"
# The longest first wait is 72 s.
OVER_A_MINUTE = 75_000
HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
SHIFT = """() => new Promise(done => new PerformanceObserver(list => done(
  list.getEntries().reduce((sum, one) => sum + one.value, 0)
)).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))"""


@pytest.fixture
def watched(reader, paper):
    """An open page whose clock the test moves."""
    return reader(paper.address("river-crest"), has_clock=True)


def poll(page):
    """Let a minute pass; the page asks whether there is news."""
    with page.expect_response(ASKED) as answer:
        page.clock.run_for(OVER_A_MINUTE)
    return answer.value


def asked(page, milliseconds):
    """How often the page asks in this time."""
    requests = []
    page.on("request", lambda one: requests.append(one.url) if "/recent/" in one.url else None)
    page.clock.run_for(milliseconds)
    page.evaluate("fetch('/static/logo.svg').then(one => one.text())")
    return len(requests)


def headlines(page):
    return page.locator(".recent .card").all_inner_texts()


def test_a_new_article_is_offered_and_shown_when_the_reader_says_so(watched, paper):
    page = watched
    before = headlines(page)
    offer = page.locator("[data-new]")
    assert not offer.is_visible()
    page.locator(".byline a").first.focus()
    place = page.locator(".recent li").first.bounding_box()
    number = paper.do("publish", headline="The ferry sails again")["number"]
    poll(page)
    offer.wait_for()
    assert offer.inner_text() == "1 new"
    assert headlines(page) == before, "a headline came unasked"
    assert page.locator(".recent li").first.bounding_box() == place
    assert page.evaluate("document.activeElement.rel") == "author", "the focus was taken away"
    offer.focus()
    page.keyboard.press("Enter")
    assert headlines(page) == ["The ferry sails again", *before[:9]]
    assert page.evaluate("document.activeElement.textContent") == "The ferry sails again"
    assert not offer.is_visible()
    paper.do("withdraw", number=number)


def test_the_offer_is_counted_in_the_language_of_the_page(reader, paper):
    page = reader(paper.address("bridge-opens", "uk"), has_clock=True)
    made = [paper.do("publish", language="uk", headline=f"Пором {n}") for n in range(3)]
    poll(page)
    offer = page.locator("[data-new]")
    offer.wait_for()
    assert offer.inner_text().startswith("3 ")
    assert page.locator("[aria-live=polite]").filter(has=offer).count() == 1
    for one in made:
        paper.do("withdraw", number=one["number"])


def test_the_page_of_the_newest_article_is_not_offered_to_itself(reader, paper):
    made = paper.do("publish", headline="The ferry is painted")
    page = reader(made["address"], has_clock=True)
    poll(page)
    assert asked(page, 1) == 0
    assert page.locator("[data-new]").is_hidden()
    paper.do("withdraw", number=made["number"])


def test_a_hidden_page_asks_nothing_and_asks_when_it_is_looked_at_again(watched):
    watched.evaluate(HIDE, True)
    assert asked(watched, 30 * 60_000) == 0
    with watched.expect_response(ASKED):
        watched.evaluate(HIDE, False)
        watched.clock.run_for(1)


def test_a_paused_rail_asks_nothing_and_stays_paused_on_the_device(watched, paper):
    pause = watched.locator("[data-pause]")
    pause.click()
    assert pause.get_attribute("aria-pressed") == "true"
    assert asked(watched, 30 * 60_000) == 0
    watched.reload()
    assert pause.get_attribute("aria-pressed") == "true"
    pause.click()
    assert pause.get_attribute("aria-pressed") == "false"
    poll(watched)


def test_errors_make_it_ask_more_and_more_rarely(reader, paper):
    page = reader(paper.address("river-crest"), has_clock=True, is_error_page=True)
    page.route(ASKED, lambda route: route.fulfill(status=429, body="Not so often"))
    times = []
    for _ in range(5):
        before = page.evaluate("Date.now()")
        while not asked(page, 10_000):
            pass
        times.append(page.evaluate("Date.now()") - before)
    assert times[0] < 90_000
    assert times[4] > 4 * times[0]


def test_news_is_asked_for_without_cookies_and_answered_briefly(watched):
    poll(watched)
    answer = poll(watched)
    assert answer.status in (200, 304)
    sizes = answer.request.sizes()
    assert sizes["responseHeadersSize"] + sizes["responseBodySize"] <= 1000
    assert "cookie" not in answer.request.all_headers()


def test_without_javascript_the_rail_is_right_on_reload_and_offers_no_buttons(reader, paper):
    page = reader(paper.address("river-crest"), java_script_enabled=False)
    assert page.locator(".recent button").filter(visible=True).count() == 0
    made = paper.do("publish", headline="The ferry rests")
    page.reload()
    assert headlines(page)[0] == "The ferry rests"
    paper.do("withdraw", number=made["number"])


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_shifts_while_fonts_and_the_offer_arrive(reader, paper, width):
    page = reader(
        paper.address("river-crest", "uk"),
        has_clock=True,
        viewport={"width": width, "height": 900},
    )
    page.evaluate("document.fonts.ready")
    page.locator(".recent").scroll_into_view_if_needed()
    made = paper.do("publish", language="uk", headline="Пором знову ходить")
    poll(page)
    page.locator("[data-new]").wait_for()
    page.clock.resume()
    assert page.evaluate(SHIFT) <= 0.02
    paper.do("withdraw", number=made["number"])


@pytest.mark.parametrize("size", ["", "2", "3", "4"])
@pytest.mark.parametrize("width", [320, 360, 390, 1440])
@pytest.mark.parametrize("prefix", ["", "/rus", "/eng"])
def test_the_offer_takes_no_room_of_anything_else(reader, prefix, width, size):
    page = reader(f"{prefix}/", viewport={"width": width, "height": 800})
    before, after, covered = page.evaluate(
        """size => {
          if (size) document.documentElement.dataset.size = size;
          const rail = document.querySelector(".recent");
          const offer = rail.querySelector("[data-new]");
          const height = () => document.documentElement.scrollHeight;
          const before = height();
          offer.textContent = "10+ новых";
          offer.hidden = false;
          const box = offer.getBoundingClientRect();
          offer.scrollIntoView({ block: "center" });
          const at = offer.getBoundingClientRect();
          const found = document.elementsFromPoint(at.x + at.width / 2, at.y + at.height / 2);
          const words = found.filter((one) => one !== offer
            && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
          return [before, height(), words.map((one) => one.outerHTML)];
        }""",
        size,
    )
    assert before == after
    assert covered == []
