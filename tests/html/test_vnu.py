"""Valid HTML: every kind of page, in three languages, as the HTML checker of the W3C reads it."""

import json
import re
import subprocess
import urllib.error
import urllib.request

import pytest

from tests.kinds_of_pages import KINDS, address
from tests.tools import vnu

pytestmark = pytest.mark.html

# Stories of the demonstration with something that no other page has.
STORIES = ["bridge-opens", "estuary-search", "six-bakeries"]
PAGES = [*STORIES, *KINDS]
# A colour from an attribute (CSS Values 5) is newer than the checker; browsers that do not know it
# keep the colour before it.
NEWER_THAN_THE_CHECKER = re.compile(r"CSS: “background”: Parse Error\. .*type\(\*\)\)")
PREFIXES = {"uk": "", "ru": "/rus", "en": "/eng"}


@pytest.fixture(scope="module")
def addresses(paper):
    """Where each page stands, by language and name."""
    found = {("he", "rtl"): paper.address("rtl", "he"), ("he", "/"): f"{paper.url}/heb/"}
    for language, prefix in PREFIXES.items():
        for kind in KINDS:
            found[language, kind] = f"{paper.url}{address(paper, prefix, kind)}"
        for name in STORIES:
            if language in paper.stories[name]:
                found[language, name] = paper.address(name, language)
    return found


def body(url):
    """The page, whatever its status."""
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310
            return answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.read()


@pytest.fixture(scope="module")
def complaints(addresses, tmp_path_factory):
    """What the checker says of each page; it reads all of them in one go."""
    folder = tmp_path_factory.mktemp("pages")
    files = {}
    for number, (name, url) in enumerate(addresses.items()):
        path = folder / f"{number}.html"
        path.write_bytes(body(url))
        files[path.name] = name
    checker = subprocess.run(
        ["java", "-jar", str(vnu()), "--exit-zero-always", "--format", "json", str(folder)],
        capture_output=True,
        check=True,
    )
    said = {name: [] for name in addresses}
    for message in json.loads(checker.stderr)["messages"]:
        words = f"{message['message']} {message.get('extract', '')}"
        if not NEWER_THAN_THE_CHECKER.match(words):
            said[files[message["url"].rpartition("/")[2]]].append(words)
    return said


def test_the_checker_sees_what_is_wrong(tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><title>No</title><p><div></p>")
    checker = subprocess.run(["java", "-jar", str(vnu()), str(wrong)], capture_output=True)
    assert checker.returncode != 0


@pytest.mark.parametrize("language", PREFIXES)
def test_no_page_of_an_edition_has_an_error(complaints, language):
    assert {name: said for name, said in complaints.items() if said and name[0] == language} == {}


def test_no_page_written_from_right_to_left_has_one(complaints):
    assert complaints["he", "rtl"] + complaints["he", "/"] == []
