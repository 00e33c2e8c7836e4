"""Pictures: `sizes` say the truth, the best format comes, nothing is lost while they are made."""

import pytest

from tests.browser.waiting import until

pytestmark = pytest.mark.browser

WIDTHS = [320, 360, 480, 720, 900, 1024, 1440, 1920]
PAGES = {
    "front": "/eng/",
    "author": "/eng/authors/sofiia-renn/",
    "article": "bridge-opens",
    "veiled": "estuary-search",
    "advertised": "slow-bridge",
}
# Each picture's width as drawn, and as its `sizes` promise it.
PROMISED = """() => {
  for (const veil of document.querySelectorAll("details.veil")) veil.open = true;
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.position = "absolute";
  const split = (list) => {
    const parts = [""];
    let depth = 0;
    for (const sign of list) {
      depth += (sign === "(") - (sign === ")");
      if (sign === "," && depth === 0) parts.push("");
      else parts[parts.length - 1] += sign;
    }
    return parts.map((one) => one.trim());
  };
  const promised = (sizes) => {
    for (const part of split(sizes)) {
      const [, condition, length] = part.match(/^(\\([^()]*\\))\\s+(.*)$/) || [null, null, part];
      if (condition && !matchMedia(condition).matches) continue;
      probe.style.width = length;
      return probe.getBoundingClientRect().width;
    }
  };
  return [...document.querySelectorAll("picture img")].map((image) => ({
    where: image.closest("[class]").className,
    drawn: image.getBoundingClientRect().width,
    promised: promised(image.sizes),
    sources: [...image.parentElement.querySelectorAll("source")].map((one) => one.sizes)
      .filter((one) => one !== image.sizes),
    isContained: getComputedStyle(image).objectFit === "contain",
    ratio: image.getBoundingClientRect().width / image.getBoundingClientRect().height,
    said: image.width && image.getAttribute("width") / image.getAttribute("height"),
  }));
}"""

# One that was still being made is asked for again.
NONE_FAILED = """{
  return [...document.querySelectorAll("picture img")]
    .every((one) => !one.complete || one.naturalWidth > 0);
}"""


def address(paper, page):
    where = PAGES[page]
    return where if where.startswith("/") else paper.address(where)


@pytest.mark.parametrize("page", PAGES)
def test_sizes_are_true_at_every_breakpoint(reader, paper, page):
    opened = reader(address(paper, page))
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 900})
        until(opened, NONE_FAILED)
        pictures = opened.evaluate(PROMISED)
        assert pictures
        for one in pictures:
            assert one["drawn"] == pytest.approx(one["promised"], abs=3), (width, one)
            is_whole = one["ratio"] == pytest.approx(one["said"], rel=0.02)
            assert is_whole or one["isContained"], (width, one)
            assert one["sources"] == []


def test_only_the_lead_is_urgent_and_what_is_below_comes_late(reader, paper):
    for where in ("/eng/", paper.address("bridge-opens")):
        page = reader(where)
        images = page.locator("picture img")
        assert images.first.get_attribute("fetchpriority") == "high"
        assert images.first.get_attribute("loading") is None
        others = page.locator("picture img:not([fetchpriority])")
        assert others.count() == images.count() - 1
        assert page.locator("picture img:not([fetchpriority]):not([loading=lazy])").count() == 0


def test_avif_comes_where_the_browser_knows_it(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.locator(".lead-picture img").evaluate("one => one.decode()")
    source = page.locator(".lead-picture img").evaluate("one => one.currentSrc")
    assert source.endswith(".avif")


def test_its_colour_stands_in_its_place_until_it_has_come(reader, paper):
    page = reader(paper.address("bridge-opens"))
    lead = page.locator(".lead-picture img")
    tone = lead.get_attribute("data-tone")
    red, green, blue = (int(tone[at : at + 2], 16) for at in (1, 3, 5))
    shown = lead.evaluate("one => getComputedStyle(one).backgroundColor")
    assert shown == f"rgb({red}, {green}, {blue})"


def test_a_picture_that_is_still_being_made_is_asked_for_again(reader, paper):
    page = reader("/eng/offline/", is_error_page=True)
    refused = []

    def refuse_once(route):
        if route.request.url in refused:
            route.continue_()
        else:
            refused.append(route.request.url)
            route.fulfill(status=404)

    page.route("**/media/pictures/**", refuse_once)
    page.goto(paper.address("bridge-opens"))
    lead = page.locator(".lead-picture img")
    until(page, "{ return document.querySelector('.lead-picture img').naturalWidth > 0 }")
    assert lead.evaluate("one => one.currentSrc") in refused


def test_a_stand_in_has_the_very_size_of_the_picture(reader, paper):
    """In the place of one that is there, as the template draws it: no rule of a page reaches it."""
    page = reader("/eng/", viewport={"width": 390, "height": 800})
    until(page, NONE_FAILED)
    for place in (".first", ".second .tale", ".voices .tale", ".block .tale"):
        picture = page.locator(f"{place} picture").first
        before = picture.locator("img").bounding_box()
        picture.evaluate("""(one) => {
          const { width, height } = one.querySelector("img").attributes;
          const stand = document.createElement("span");
          stand.className = "ended";
          stand.innerHTML = `<svg viewBox="0 0 ${width.value} ${height.value}"></svg>`;
          one.replaceWith(stand);
        }""")
        after = page.locator(f"{place} .ended").first.bounding_box()
        for side in ("x", "width", "height"):
            assert after[side] == pytest.approx(before[side], abs=1), (place, side)
