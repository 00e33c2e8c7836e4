"""A browser to read the running paper in: one a module."""

import pytest
from playwright.sync_api import sync_playwright

from tests.tools import chromium

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


# A worker that outlives its page would ask for things after the test; `test_offline` has its own.
BLOCKED = "Service Worker registration blocked by Playwright"
USUAL = {"viewport": {"width": 1440, "height": 900}, "service_workers": "block"}


@pytest.fixture(scope="module")
def browser():
    """Chromium. It ends with the module, for its event loop must not meet the database's tests."""
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield chrome
        chrome.close()


@pytest.fixture
def reader(browser, paper):
    """Opens a page as a reader with these properties; whatever goes wrong in it fails the test."""
    contexts, troubles = [], []

    def hear(message, is_error_page):
        """
        The browser's own word on the status of an error page is no trouble, nor is that on a
        picture which is still being made: the page asks for it again.
        """
        is_expected = is_error_page and "the server responded with a status of 4" in message.text
        is_being_made = (
            "the server responded with a status of 503" in message.text
            and "/media/pictures/" in message.location["url"]
        )
        if not (is_expected or is_being_made) and message.text != BLOCKED:
            troubles.append(message.text)

    def hear_failure(request):
        """
        A request that ends with its page is no trouble: the browser asks for the logo last, a
        picture may still be being made, and an advertisement's frame comes by itself.
        """
        is_late = request.url.endswith("logo.svg") or any(
            folder in request.url for folder in ("/media/pictures/", "/api/frames/")
        )
        if request.failure != "net::ERR_ABORTED" or not is_late:
            troubles.append(f"failed: {request.url} {request.failure}")

    def read(address, *, is_error_page=False, has_clock=False, others=(), **properties):
        context = browser.new_context(**{**USUAL, **properties})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: hear(message, is_error_page))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("requestfailed", hear_failure)
        page.on(
            "request",
            lambda request: (
                request.url.startswith((f"{paper.url}/", *others))
                or troubles.append(f"not ours: {request.url}")
            ),
        )
        if has_clock:
            page.clock.install()
        page.goto(address if address.startswith("http") else paper.url + address)
        return page

    yield read
    for context in contexts:
        context.close()
    assert not troubles
