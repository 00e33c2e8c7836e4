"""Reading without a connection: what was read opens, what was withdrawn goes, none is stale."""

import json
from urllib.parse import urlsplit

import pytest

from tests.browser.waiting import until

pytestmark = pytest.mark.browser

KEPT = """async () => {
  const cache = await caches.open("articles");
  return (await cache.keys()).map(one => new URL(one.url).pathname);
}"""


@pytest.fixture
def device(browser, paper):
    """A device that may keep things; what fails without a connection is no trouble here."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def read(page, address):
    """Open an article and wait until it is kept."""
    page.goto(address)
    path = urlsplit(address).path
    until(page, f"(await ({KEPT})()).includes('{path}')")


def test_an_article_that_was_read_opens_without_a_connection_with_its_picture(device, paper):
    address = paper.address("bridge-opens")
    read(device, address)
    headline = device.locator("h1").inner_text()
    until(device, "(await (await caches.open('pictures')).keys()).length > 0")
    device.context.set_offline(True)
    device.goto(address)
    assert device.locator("h1").inner_text() == headline
    assert device.locator(".lead-picture img").evaluate("one => one.decode().then(() => true)")


def test_the_very_first_article_is_kept_too_and_any_address_leads_to_what_is_kept(device, paper):
    read(device, paper.address("river-crest"))
    headline = device.locator("h1").inner_text()
    until(device, "caches.match('/eng/offline/')")
    device.context.set_offline(True)
    device.goto(f"{paper.url}/eng/tags/bridge/")
    assert device.locator("h1").inner_text() == "Articles kept on this device"
    device.locator("[data-away]").wait_for()
    link = device.locator("[data-kept] a")
    assert link.inner_text() == headline
    link.click()
    device.locator(".story").wait_for()
    assert device.locator("h1").inner_text() == headline


def test_with_a_connection_nobody_gets_a_kept_page(device, paper):
    made = paper.do("publish", headline="The ferry sails")
    read(device, paper.url + made["address"])
    paper.do("retitle", number=made["number"], headline="The ferry sails on")
    device.reload()
    assert device.locator("h1").inner_text() == "The ferry sails on"
    device.context.set_offline(True)
    device.reload()
    assert device.locator("h1").inner_text() == "The ferry sails on"
    paper.do("withdraw", number=made["number"])


def test_a_withdrawn_article_leaves_the_device_when_there_is_a_connection(device, paper):
    made = paper.do("publish", headline="The ferry sank")
    other = paper.address("river-crest")
    read(device, paper.url + made["address"])
    read(device, other)
    device.context.set_offline(True)
    device.goto(paper.url + made["address"])
    assert device.locator("h1").inner_text() == "The ferry sank"
    paper.do("withdraw", number=made["number"])
    device.context.set_offline(False)
    until(device, f"!(await ({KEPT})()).includes('{made['address']}')")
    assert urlsplit(other).path in device.evaluate(KEPT)


def test_opening_a_withdrawn_one_says_so_and_forgets_it(device, paper):
    made = paper.do("publish", headline="The ferry burnt")
    read(device, paper.url + made["address"])
    paper.do("withdraw", number=made["number"])
    device.goto(paper.url + made["address"])
    assert device.locator("h1").inner_text() == "This article was withdrawn"
    until(device, f"!(await ({KEPT})()).includes('{made['address']}')")


def test_at_most_thirty_are_kept_the_last_ones(device, paper):
    addresses = [path for story in paper.stories.values() for path in story.values()][:40]
    read(device, paper.url + addresses[0])
    until(device, "navigator.serviceWorker.controller")
    kept = []
    for path in addresses:
        answer = device.goto(paper.url + path)
        if answer.status == 200:
            kept.append(path)
    until(device, f"(await ({KEPT})()).at(-1) === '{kept[-1]}'")
    assert device.evaluate(KEPT) == kept[-30:]


def test_only_public_articles_are_kept(device, paper):
    read(device, paper.address("bridge-opens"))
    for path in ("/eng/", "/eng/archive/", "/eng/consent/", "/admin/login/", "/eng/no/such/"):
        device.goto(paper.url + path)
    number = paper.stories["bridge-opens"]["en"].split("/")[-2]
    device.goto(f"{paper.url}/eng/report/{number}/")
    names = device.evaluate("caches.keys()")
    every = device.evaluate("""async () => (await Promise.all((await caches.keys()).map(
      async name => (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)
    ))).flat()""")
    pages = [path for path in every if not path.startswith(("/static/", "/media/pictures/"))]
    assert sorted(pages) == sorted([paper.stories["bridge-opens"]["en"], "/eng/offline/"])
    assert len(names) == 3


def test_the_newsroom_is_left_alone_without_a_connection(device, paper):
    read(device, paper.address("bridge-opens"))
    device.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        device.goto(f"{paper.url}/admin/login/")


def test_the_reader_removes_all_of_it(device, paper):
    read(device, paper.address("bridge-opens"))
    device.goto(f"{paper.url}/eng/offline/")
    device.locator("[data-kept] a").wait_for()
    assert device.locator("[data-away]").is_hidden()
    device.get_by_role("button", name="Remove all").click()
    device.locator("[data-nothing]").wait_for()
    assert device.evaluate(KEPT) == []


def test_the_browser_takes_the_manifest(device, paper):
    device.goto(f"{paper.url}/eng/")
    session = device.context.new_cdp_session(device)
    found = session.send("Page.getAppManifest")
    assert found["url"] == f"{paper.url}/eng/manifest.webmanifest"
    assert found["errors"] == []
    assert json.loads(found["data"])["lang"] == "en"


def test_a_picture_whose_licence_has_ended_leaves_the_device_and_the_article_stays(device, paper):
    made = paper.do("illustrate", colour="maroon", headline="The pier of Vitrylne")
    read(device, paper.url + made["address"])
    kept = "(await (await caches.open('pictures')).keys())"
    until(device, f"{kept}.length > 0")
    paper.do("end_licence", number=made["number"])
    device.reload()
    until(device, f"{kept}.length === 0")
    device.context.set_offline(True)
    device.reload()
    assert device.locator("h1").inner_text() == "The pier of Vitrylne"
    stand_in = device.locator(".lead-picture .ended")
    assert stand_in.inner_text() == "The licence of this picture has ended"
    box = stand_in.bounding_box()
    assert box["width"] / box["height"] == pytest.approx(1.5, rel=0.02)
    paper.do("withdraw", number=made["number"])
