"""Nothing moves while fonts, pictures, scripts and the rail arrive: layout shift 0.02 at most."""

import pytest

from tests.kinds_of_pages import address, dressed

pytestmark = pytest.mark.browser

MOST = 0.02
# All that shifted since the page began, also while a reader scrolls through it.
SHIFT = """async () => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  await document.fonts.ready;
  const frame = () => new Promise(requestAnimationFrame);
  for (let top = 0; top < document.body.scrollHeight; top += 400) {
    scrollTo(0, top);
    await frame();
  }
  await Promise.all([...document.images].filter((one) => one.loading !== "lazy")
    .map((one) => one.decode()));
  await frame();
  await frame();
  return sum;
}"""
# A slow connection, on which everything comes one after the other.
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 100_000,
}


@pytest.mark.parametrize(("prefix", "kind", "width"), dressed([(360,), (1440,)]))
def test_nothing_shifts_on_a_slow_connection(reader, paper, prefix, kind, width):
    assert shift_of(reader, paper, address(paper, prefix, kind), width) <= MOST


@pytest.mark.parametrize("width", [360, 1440])
def test_nor_in_an_article(reader, paper, width):
    assert shift_of(reader, paper, paper.address("bridge-opens", "uk"), width) <= MOST


def shift_of(reader, paper, address, width):
    """What moves in the page of an address while it comes slowly."""
    page = reader("/eng/offline/", is_error_page=True, viewport={"width": width, "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(address if address.startswith("http") else paper.url + address)
    return page.evaluate(SHIFT)


def test_the_measure_sees_what_shifts(reader, paper):
    page = reader(paper.address("bridge-opens", "uk"))
    page.evaluate("""async () => {
      await new Promise((next) => setTimeout(next, 600));
      const block = document.createElement("p");
      block.append(...Array.from({ length: 20 }, () => document.createElement("br")));
      document.querySelector("main").prepend(block);
    }""")
    assert page.evaluate(SHIFT) > MOST
