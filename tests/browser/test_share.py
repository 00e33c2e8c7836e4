"""Share: plain links, the device's own sheet, a copied address."""

import pytest

pytestmark = pytest.mark.browser

SHEET = """navigator.share = (page) => {
  window.shared = page;
  return window.refuses ? Promise.reject(new DOMException("", "AbortError")) : Promise.resolve();
}"""


def canonical(page):
    return page.locator("link[rel=canonical]").get_attribute("href")


def test_the_address_is_copied_and_the_reader_is_told(reader, paper):
    page = reader(paper.address("bridge-opens"), permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    page.locator(".share [role=status]").filter(has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == canonical(page)
    assert page.evaluate("document.activeElement.hasAttribute('data-copy')")


def test_where_there_is_no_clipboard_the_address_is_copied_all_the_same(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy link").click()
    page.locator(".share [role=status]").filter(has_text="Copied").wait_for()
    assert page.locator(".share textarea").count() == 0


def test_where_copying_is_refused_the_address_is_shown(reader, paper):
    page = reader(paper.address("bridge-opens"))
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    page.get_by_role("button", name="Copy link").click()
    page.locator(".share [role=status]").filter(has_text=canonical(page)).wait_for()


def test_the_device_s_own_sheet_is_offered_where_there_is_one(reader, paper):
    page = reader(paper.address("bridge-opens"))
    device = page.locator("[data-device]")
    assert not device.is_visible()
    page.add_init_script(SHEET)
    page.reload()
    device.click()
    assert page.evaluate("window.shared") == {
        "title": page.locator("h1").inner_text().replace("\u00a0", " "),
        "url": canonical(page),
    }
    page.evaluate("window.refuses = true")
    device.click()


def test_without_javascript_the_links_are_there_and_the_buttons_are_not(reader, paper):
    page = reader(paper.address("bridge-opens"), java_script_enabled=False)
    assert page.locator(".share a").filter(visible=True).count() == 5
    assert page.locator(".share button").filter(visible=True).count() == 0


def test_print_drops_them_and_shows_the_address(reader, paper):
    page = reader(paper.address("bridge-opens"))
    assert not page.locator(".printed").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".printed").inner_text() == canonical(page)
    for hidden in (".share", ".settings", ".consent", ".mistake"):
        assert not page.locator(hidden).is_visible(), hidden
    for shown in (".quote", "figcaption .credit"):
        assert page.locator(shown).first.is_visible(), shown
