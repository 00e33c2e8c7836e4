"""Which addresses begin with a word that pages of the site begin with."""

import pytest

from newsportal.languages.reserved import word_in_use


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/news/2026/1/1/1/", "news"),
        ("/News", "news"),
        ("/eng/tags/x", "tags"),
        ("/media/a.jpg", "media"),
        ("/", ""),
        ("/eng", ""),
        ("/eng/", ""),
        ("/2019/03/bridge.html", None),
        ("/eng/2019/03/bridge.html", None),
        ("/english/news", None),
    ],
)
def test_a_word_in_use_is_found_behind_a_prefix_too(path, word):
    assert word_in_use(path, ["", "rus", "eng"]) == word


def test_the_newsroom_s_place_is_a_setting(settings):
    settings.ADMIN_PATH = "backstage/door/"
    assert word_in_use("/backstage/anything", []) == "backstage"
