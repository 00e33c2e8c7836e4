"""The library in a browser: many files at once, cards saved by themselves, words for an article."""

import base64

import pytest

from tests.browser.newsroom import file, sign_in
from tests.browser.test_axe import barriers
from tests.browser.test_layout import OVERFLOW
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

LIBRARY = "/admin/articles/picture/"
ADDED = "[data-added] [data-card]"
# A file as a drop or a paste brings it.
BRING = """([kind, name, type, encoded]) => {
  const bytes = Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, { type }));
  const event = kind === "paste"
    ? new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true })
    : new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
  document.querySelector("#changelist").dispatchEvent(event);
}"""


def library(reader, paper, **properties):
    return sign_in(reader, paper, LIBRARY, **properties)


def shown(page, selector, count):
    until(page, f"document.querySelectorAll({selector!r}).length === {count}")


def bring(page, kind, one):
    encoded = base64.b64encode(one["buffer"]).decode()
    page.evaluate(BRING, [kind, one["name"], one["mimeType"], encoded])


def test_many_files_are_taken_in_and_a_bad_one_takes_no_other_along(reader, paper):
    page = library(reader, paper, is_error_page=True)
    good = [file(f"Міст {number}.jpg") for number in range(3)]
    bad = {"name": "drawing.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    page.set_input_files("#picture-files", [good[0], bad, *good[1:], good[0]])
    shown(page, ADDED, 3)
    until(page, "document.querySelectorAll('.picture-queue li').length === 2")
    queue = page.locator(".picture-queue").inner_text()
    assert "The file is not a JPEG, PNG, WebP or AVIF picture." in queue
    assert "This file was already here." in queue
    assert page.locator(".picture-queue a").get_attribute("href").startswith(LIBRARY)


@pytest.mark.parametrize("kind", ["drop", "paste"])
def test_a_file_is_dropped_on_the_page_or_pasted(reader, paper, kind):
    page = library(reader, paper)
    bring(page, kind, file("dropped.jpg"))
    shown(page, ADDED, 1)
    assert page.locator(".picture-queue li").count() == 0


def test_a_card_is_saved_by_itself_and_a_conflict_is_told(reader, paper):
    page = library(reader, paper, is_error_page=True)
    page.set_input_files("#picture-files", [file("one.jpg")])
    shown(page, ADDED, 1)
    other = page.context.new_page()
    other.goto(page.url)
    for editor, words in ((page, "Mine first"), (other, "Theirs")):
        card = editor.locator("[data-card]").first
        card.locator("summary").click()
        card.locator("textarea").first.fill(words)
    page.locator(f"{ADDED} [data-save]").click()
    until(page, "document.querySelector('[data-said]').textContent === 'Saved.'")
    other.locator("[data-card] [data-save]").first.click()
    other.wait_for_selector(".errorlist")
    assert "“Mine first”" in other.locator(".errorlist").first.inner_text()
    assert other.locator("[data-card] textarea").first.input_value() == "Theirs"
    other.locator("[data-card] [data-save]").first.click()
    until(other, "document.querySelector('[data-card] [data-said]').textContent === 'Saved.'")
    other.click("[name=_save]")
    other.wait_for_selector("#changelist")
    assert other.locator(".errornote").count() == 0
    assert "Theirs" in other.locator("[data-card]").first.inner_text()


def test_without_javascript_a_card_is_saved_with_the_page(reader, paper):
    page = library(reader, paper, java_script_enabled=False)
    assert not page.locator("[data-upload]").is_visible()
    card = page.locator("[data-card]").first
    card.locator("summary").click()
    card.locator("input[type=text]").fill("Photo desk")
    page.click("[name=_save]")
    assert "1 picture was changed" in page.locator(".messagelist").inner_text()
    assert "Photo desk" in page.locator("[data-card]").first.inner_text()


def test_a_chosen_lead_picture_brings_its_words_at_once(reader, paper):
    page = library(reader, paper)
    bring(page, "drop", file("lead.jpg"))
    shown(page, ADDED, 1)
    card = page.locator(ADDED)
    card.locator("summary").click()
    for place, words in enumerate(("Ferry at the quarry", "A white ferry")):
        card.locator("textarea").nth(place).fill(words)
    card.locator("[data-save]").click()
    until(page, "document.querySelector('[data-said]').textContent === 'Saved.'")
    page.goto(f"{paper.url}/admin/articles/article/add/")
    page.fill("#id_lead_alt", "Typed before")
    page.click("[aria-labelledby=select2-id_lead_picture-container]")
    # Typing at once would break off the first question.
    page.locator(".select2-results__option:not(.loading-results)").first.wait_for()
    page.locator(".select2-search__field").fill("ferry quarry")
    page.locator(".select2-results__option", has_text="Ferry at the quarry").first.click()
    until(page, "document.getElementById('id_lead_caption').value === 'Ferry at the quarry'")
    assert page.input_value("#id_lead_alt") == "Typed before"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 820, 1440])
def test_library_and_report_have_no_barrier(reader, paper, scheme, width):
    page = library(reader, paper, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.locator("[data-open-all]").click()
    assert barriers(page) == []
    assert page.evaluate(OVERFLOW) == 0
    page.evaluate("document.querySelectorAll('.picture-edit').forEach((one) => one.open = false)")
    page.goto(f"{paper.url}{LIBRARY}rights/")
    assert barriers(page) == []
    assert page.evaluate(OVERFLOW) == 0
