"""The light form in a real browser: one request, every word, a picture when it is asked for."""

import pytest

pytestmark = pytest.mark.browser


def lite(paper, story, language="en"):
    prefix = {"uk": "", "ru": "/rus", "en": "/eng", "he": "/heb"}[language]
    return f"{paper.url}{prefix}/lite{paper.stories[story][language].removeprefix(prefix)}"


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_it_asks_for_nothing_but_itself(reader, paper, language):
    page = reader(f"{paper.url}/lite/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(lite(paper, "bridge-opens", language))
    assert [url for url in asked if not url.endswith("/logo.svg")] == [page.url]


def test_the_two_forms_lead_to_each_other(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.get_by_role("link", name="Light form").click()
    page.wait_for_url(lite(paper, "bridge-opens"))
    headline = page.locator("h1").inner_text()
    page.get_by_role("link", name="Full form of this page").click()
    page.wait_for_url(paper.address("bridge-opens"))
    assert page.locator("h1").inner_text() == headline


def test_a_picture_comes_when_it_is_asked_for(reader, paper):
    page = reader(lite(paper, "bridge-opens"))
    address = page.get_by_role("link", name="Picture").first.get_attribute("href")
    answer = page.request.get(f"{paper.url}{address}")
    assert answer.headers["content-type"] == "image/jpeg"


def test_the_reader_goes_on_from_page_to_page_without_leaving_it(reader, paper):
    page = reader(f"{paper.url}/eng/lite/", java_script_enabled=False)
    page.locator(".list a").first.click()
    page.locator("[rel=tag]").first.click()
    page.get_by_role("link", name="Eng", exact=True).click()
    assert "/eng/lite/tags/" in page.url


def test_it_is_mirrored_where_the_script_is(reader, paper):
    page = reader(lite(paper, "rtl", "he"), viewport={"width": 360, "height": 700})
    assert page.locator("h1").evaluate("one => getComputedStyle(one).direction") == "rtl"
