"""
No internal link leads nowhere: a crawl from the front pages, of the demonstration as it is served
and of a paper of 10,000 generated stories.

At home a seeded part of the alike pages is asked for; with WHOLE=1, as in CI, all of the
demonstration and more of the corpus.
"""

import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client

from articles.models import Article
from newsportal.languages import editions
from tests.corpus import another_database, seed_short_stories
from tests.crawler import MOST_PAGES, Sample, broken, crawl
from tests.tools import IS_WHOLE

FRONTS = ("/", "/rus/", "/eng/")
STORIES = 10_000
SITE = "http://testserver"


def read(address, times=20):
    """
    Status and, of a page, its text; redirections are followed.

    Who is told when to ask again, of a picture that is being made, does so.
    """
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310
            is_page = answer.headers.get_content_type() == "text/html"
            return answer.status, answer.read().decode() if is_page else ""
    except urllib.error.HTTPError as error:
        with error:
            if "Retry-After" not in error.headers or times == 1:
                return error.code, ""
            time.sleep(int(error.headers["Retry-After"]))
    return read(address, times - 1)


def test_every_internal_link_of_the_demonstration_answers_200(paper):
    fronts = [f"{paper.url}{prefix}" for prefix in (*FRONTS, "/heb/")]
    sample = Sample(MOST_PAGES, 1) if IS_WHOLE else Sample(12, 6)
    with ThreadPoolExecutor(4) as readers:
        statuses = crawl(paper.url, fronts, lambda some: readers.map(read, some), sample)
    assert len(statuses) > 200
    assert broken(statuses) == {}


@pytest.fixture(scope="module")
def large_paper(django_db_setup, django_db_blocker):
    """A paper of 10,000 stories."""
    with django_db_blocker.unblock(), another_database("links"):
        seed_short_stories(STORIES)
        editions.forget()
        yield
        editions.forget()


def ask(addresses):
    """The same within this process."""
    client = Client()
    for address in addresses:
        answer = client.get(address.removeprefix(SITE), follow=True)
        content = b"".join(answer) if answer.streaming else answer.content
        is_page = answer.get("Content-Type", "").startswith("text/html")
        yield answer.status_code, content.decode() if is_page else ""


@pytest.mark.django_db
def test_every_internal_link_of_a_large_paper_answers_200(large_paper):
    assert Article.objects.count() > 2 * STORIES
    sample = Sample(20, 200) if IS_WHOLE else Sample(3, 5000)
    statuses = crawl(SITE, [f"{SITE}{prefix}" for prefix in FRONTS], ask, sample)
    assert len(statuses) > 200
    assert broken(statuses) == {}
