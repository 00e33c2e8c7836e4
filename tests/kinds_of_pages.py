"""A page of every kind, for what all pages must do; addresses behind the edition's prefix."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.tools import seeded

PREFIXES = ("", "/rus", "/eng")
STORY = "bridge-opens"
WITHDRAWN = "bridge-test-report"
KINDS = [
    *("/", "/news/", "/news/page/1/", "/sections/region/", "/tags/", "/tags/bridge/"),
    *("/authors/olena-kovalska/", "/archive/", "/archive/{year}/", "/archive/{year}/{month}/"),
    *("/archive/{year}/{month}/{day}/", "/corrections/", "/corrections/{year}/", "/most-read/"),
    *("/pages/about/", "/report/{number}/", "/consent/", "/offline/", "/nowhere/"),
    *("/lite/", "/lite/news/", "/lite/tags/bridge/", "/lite{story}", "{withdrawn}"),
]


def address(paper, prefix, kind):
    """Where the running paper has the page; days are those of the paper's own clock."""
    language = {"": "uk", "/rus": "ru", "/eng": "en"}[prefix]
    today = datetime.now(ZoneInfo("Europe/Kyiv"))
    story = paper.stories[STORY][language].removeprefix(prefix)
    return prefix + kind.format(
        year=today.year,
        month=f"{today.month:02}",
        day=f"{today.day:02}",
        story=story,
        number=story.strip("/").rpartition("/")[2],
        withdrawn=paper.stories[WITHDRAWN][language].removeprefix(prefix),
    )


def is_error(kind):
    """Whether the page answers with 404 or 410."""
    return kind in {"/nowhere/", "{withdrawn}"}


def dressed(dresses):
    """Each kind in each edition in one of the dresses, drawn by its name; whole: in all."""
    return [
        (prefix, kind, *dress)
        for kind in KINDS
        for prefix in PREFIXES
        for dress in seeded(dresses, f"{prefix}{kind}")
    ]
