"""Third parties wait for the reader's word: advertising for consent, embeds for a click."""

import pytest

from tests.browser.waiting import until

pytestmark = pytest.mark.browser

HEARD = """addEventListener("consent", (event) => {
  (window.heard ??= []).push(event.detail.agreed);
}, true)"""
SAID = "document.documentElement.dataset.consent"
TUBE = "https://www.youtube-nocookie.com"
EMBED = (
    '<div data-block="embed" data-address="https://youtu.be/Lotsmanskyi">'
    "<p>Loaded trucks stand on the bridge.</p></div>"
)


@pytest.fixture
def with_ad(reader, paper):
    """Opens an article whose page has a frame for somebody's advertising."""

    def put_frame(route):
        answer = route.fetch()
        body = answer.text().replace("<aside class", "<div data-ad-frame></div><aside class", 1)
        route.fulfill(response=answer, body=body)

    def open_page(language="en", **properties):
        page = reader("/eng/consent/", **properties)
        page.add_init_script(HEARD)
        page.route("**/news/**", put_frame)
        page.goto(paper.address("bridge-opens", language))
        return page

    return open_page


def test_it_is_asked_for_only_where_something_needs_it(reader, paper, with_ad):
    assert not reader(paper.address("bridge-opens")).locator(".consent").is_visible()
    page = with_ad()
    assert page.locator(".consent").is_visible()
    assert page.evaluate(SAID) == ""
    assert page.evaluate("window.heard") == [False]


@pytest.mark.parametrize(("button", "said"), [("Refuse", "no"), ("Agree", "yes")])
def test_one_press_settles_it_for_all_pages(with_ad, paper, button, said):
    page = with_ad()
    page.locator(".consent").get_by_role("button", name=button).click()
    assert not page.locator(".consent").is_visible()
    assert page.evaluate(SAID) == said
    assert page.evaluate("window.heard") == [False, said == "yes"]
    page.reload()
    assert not page.locator(".consent").is_visible()
    assert page.evaluate(SAID) == said
    assert page.evaluate("window.heard") == [said == "yes"]


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_both_buttons_are_equally_large_and_alike(with_ad, language):
    page = with_ad(language, viewport={"width": 360, "height": 640})
    buttons = page.locator(".consent button")
    boxes = [one.bounding_box() for one in buttons.all()]
    assert boxes[0]["width"] == boxes[1]["width"]
    assert boxes[0]["height"] == boxes[1]["height"] >= 36
    assert boxes[0]["y"] == boxes[1]["y"]
    looks = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    assert buttons.nth(0).evaluate(looks) == buttons.nth(1).evaluate(looks)


def test_the_page_is_read_beneath_it_and_its_headline_is_free(with_ad):
    page = with_ad(viewport={"width": 360, "height": 640})
    dialogue = page.locator(".consent").bounding_box()
    headline = page.locator("h1").bounding_box()
    assert dialogue["height"] <= 640 / 3
    assert headline["y"] + headline["height"] <= dialogue["y"]
    page.mouse.wheel(0, 600)
    until(page, "scrollY > 300")
    page.locator(".byline a").first.click(trial=True)


def test_the_choice_is_changed_from_any_page(with_ad):
    page = with_ad()
    page.locator(".consent").get_by_role("button", name="Agree").click()
    page.locator("footer").get_by_role("link", name="Privacy choices").click()
    status = page.locator("[data-consent-status]")
    status.filter(has_text="You have agreed.").wait_for()
    page.locator("main").get_by_role("button", name="Refuse").click()
    assert "refused" in status.inner_text()
    assert page.evaluate(SAID) == "no"


def test_who_tells_all_sites_not_to_follow_is_not_asked_again(with_ad):
    page = with_ad()
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })"
    )
    page.reload()
    assert page.evaluate(SAID) == "no"
    assert not page.locator(".consent").is_visible()


def test_without_javascript_nobody_is_asked_and_the_page_explains(reader):
    page = reader("/eng/consent/", java_script_enabled=False)
    assert page.locator("[data-consent-status]").inner_text().startswith("Without JavaScript")
    assert page.locator("[data-agree]").filter(visible=True).count() == 0


def test_an_embed_loads_on_a_click_only_in_a_frame_that_can_do_little(reader, paper):
    made = paper.do("publish", headline="A load test", body=EMBED)
    page = reader(made["address"], others=(TUBE,))
    assert page.locator("iframe").count() == 0
    embed = page.locator(".embed")
    assert "Loaded trucks" in embed.inner_text()
    # Answered here, so that the test asks nobody either.
    page.route(f"{TUBE}/**", lambda route: route.fulfill(body="A film"))
    embed.get_by_role("button").click()
    frame = page.locator("iframe")
    assert frame.get_attribute("src") == f"{TUBE}/embed/Lotsmanskyi"
    page.frame_locator("iframe").get_by_text("A film").wait_for()
    assert "allow-top-navigation" not in frame.get_attribute("sandbox")
    assert frame.get_attribute("title") == "Loaded trucks stand on the bridge."
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    paper.do("withdraw", number=made["number"])


def test_without_javascript_an_embed_is_its_words_and_a_link(reader, paper):
    made = paper.do("publish", headline="Another load test", body=EMBED)
    page = reader(made["address"], java_script_enabled=False)
    assert page.locator(".embed button").filter(visible=True).count() == 0
    assert page.locator(".embed a").get_attribute("href") == "https://youtu.be/Lotsmanskyi"
    paper.do("withdraw", number=made["number"])
