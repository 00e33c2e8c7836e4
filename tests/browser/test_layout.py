"""How pages lie: narrow, wide, enlarged, printed."""

from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Characters on each full line of the paragraphs, counted where the browser breaks them.
LINE_LENGTHS = """() => {
  const lengths = [];
  for (const paragraph of document.querySelectorAll(".text > p")) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let top = null, length = 0;
    for (let node; (node = walker.nextNode()); ) {
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at); range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        if (top !== null && box.top > top + 8) { lengths.push(length); length = 0; }
        top = box.top; length++;
      }
    }
  }
  return lengths;
}"""
SMALLEST_TARGET = """() => [...document.querySelectorAll(
  ".top a, .top summary, .tags a, .all a, .bottom li a, form button")]
  .filter(one => one.offsetParent)
  .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])
  .filter(([, height]) => height < 24)"""

PAGES = [
    *("/", "/eng/archive/", "/rus/tags/", "/pages/about/", "/heb/", "/heb/archive/"),
    *("/news/page/1/", "/rus/authors/olena-kovalska/", "/corrections/"),
    *("/consent/", "/rus/offline/", "/lite/", "/heb/lite/"),
]


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_a_phone_of_320_px_needs_no_sideways_scrolling(reader, paper, language):
    page = reader(paper.address("bridge-opens", language), viewport={"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == 0
    page.locator(".menu summary").click()
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(SMALLEST_TARGET) == []


@pytest.mark.parametrize("path", PAGES)
def test_nor_do_the_other_pages(reader, path):
    assert reader(path, viewport={"width": 320, "height": 640}).evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_text_of_twice_the_size_needs_none_either(reader, paper, width):
    page = reader(paper.address("bridge-opens", "uk"), viewport={"width": width, "height": 800})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate(OVERFLOW) == 0
    page.locator(".menu summary").click()
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_a_line_of_text_has_60_to_72_characters_on_a_wide_screen(reader, paper, language):
    page = reader(paper.address("bridge-opens", language))
    page.evaluate("document.fonts.ready")
    lengths = page.evaluate(LINE_LENGTHS)
    assert len(lengths) > 20
    assert 60 <= sum(lengths) / len(lengths) <= 72


def test_the_rails_stand_beside_the_text_on_a_wide_screen_and_below_on_a_phone(reader, paper):
    boxes = {}
    for width in (390, 1440):
        page = reader(paper.address("bridge-opens"), viewport={"width": width, "height": 900})
        boxes[width] = (
            page.locator("article").bounding_box(),
            page.locator(".recent").bounding_box(),
        )
    article, recent = boxes[1440]
    assert recent["x"] > article["x"] + article["width"]
    assert recent["y"] < article["y"] + article["height"]
    article, recent = boxes[390]
    assert recent["y"] > article["y"] + article["height"]


def test_ads_keep_their_height_free(reader, paper):
    page = reader(paper.address("bridge-opens"))
    heights = [one.bounding_box()["height"] for one in page.locator(".ad").all()]
    assert heights
    assert set(heights) <= {100, 250, 280, 600}


def test_print_reads_like_a_clipping(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.emulate_media(media="print")
    for hidden in (".rails", ".related", ".editions", ".menu", ".support", ".call", ".tags"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert not any(ad.is_visible() for ad in page.locator(".ad").all())
    for shown in ("h1", ".byline", ".lead", ".lead-picture", ".text", ".plate"):
        assert page.locator(shown).first.is_visible(), shown
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_print_is_black_on_white_in_the_dark_theme_too(reader, paper):
    page = reader(paper.address("bridge-opens"), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for part in (".byline", "figcaption", ".text .background", ".label", "h1"):
        colour = page.locator(part).first.evaluate("one => getComputedStyle(one).color")
        red, green, blue = (int(one) for one in colour.strip("rgb()").split(",")[:3])
        assert max(red, green, blue) < 110, f"{part} prints {colour}"


def test_right_to_left_is_mirrored(reader, paper):
    page = reader(paper.address("rtl", "he"))
    article = page.locator("article").bounding_box()
    recent = page.locator(".rails").bounding_box()
    assert recent["x"] < article["x"]
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("path", ["/", "/archive/{year}/", "/archive/", "/eng/tags/"])
def test_the_largest_text_needs_none_on_a_narrow_phone(reader, path):
    page = reader(path.format(year=datetime.now(UTC).year), viewport={"width": 320, "height": 640})
    page.evaluate("document.documentElement.dataset.size = '4'")
    assert page.evaluate(OVERFLOW) == 0
