"""The fullest article, read as text in a browser without JavaScript: every block in its order."""

import re

import pytest
from django.utils import translation
from django.utils.translation import gettext

from articles.body.labels import printed
from articles.demo import files

pytestmark = pytest.mark.browser

LANGUAGES = ("uk", "ru", "en")
WEEKDAY_DATE = {
    "uk": r"\w[\w’]+, \d{1,2} \w+ \d{4}",
    "ru": r"\w+, \d{1,2} \w+ \d{4}",
    "en": r"\w+, \d{1,2} \w+ \d{4}",
}
SPEAKERS = {"uk": "Гайдука", "ru": "Гайдука", "en": "Haiduk"}
QUOTES = {
    "uk": "Пряма мова Гайдука:",
    "ru": "Прямая речь Гайдука:",
    "en": "Quote from Haiduk:",
}
CLOCK = re.compile(r"^(?:\d{1,2} [^\W\d]+, )?\d{2}:\d{2}$")


def plain(text):
    """Words with plain spaces and apostrophes, as a reader compares them."""
    return re.sub(r"\s+", " ", text).replace("’", "'").strip()


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def lines(reader, paper, language):
    page = reader(paper.address("bridge-opens", language), java_script_enabled=False)
    text = page.locator("body").inner_text()
    return [plain(line) for line in text.splitlines() if plain(line)]


def expected(language):
    """Patterns of the reference page's blocks, in its order."""
    story = next(one for one in files.stories() if one["key"] == "bridge-opens")[language]
    with translation.override(language):
        words = {
            name: re.escape(plain(gettext(name)))
            for name in ("All Sections", "Advertisement:", "All News", "Recent news", "updated")
        }
        photo = re.escape(plain(gettext("Photo: %(credit)s") % {"credit": story["credit"]}))
    support = next(one for one in files.world()["editions"] if one["code"] == language)
    date = WEEKDAY_DATE[language]

    def label(kind):
        return re.escape(plain(printed(kind, language)))

    return [
        rf"^{date}$",
        rf"{words['All Sections']}$",
        *("^Укр$", "^Рус$", "^Eng$"),
        rf"^{re.escape(plain(support['support_label']))}$",
        rf"^{re.escape(plain(story['headline']))}$",
        r"^[^\d,]+, [^\d,]+$",
        rf"^{date}, \d\d:\d\d$",
        rf"^{words['updated']} \d\d:\d\d$",
        rf"^{re.escape(plain(story['caption']))}\. {photo}$",
        rf"^{re.escape(plain(story['lead']))}$",
        rf"^{label('source')}: \w",
        rf"^{label('details')}: \w",
        rf"^{re.escape(QUOTES[language])}",
        rf"^{words['Advertisement:']}$",
        rf"^{label('details')}: \w",
        rf"^{words['Advertisement:']}$",
        rf"^{label('background')}$",
        rf"^{label('read-also')}: \w",
        rf"^{re.escape(plain(support['support_text']))}$",
        rf"^{words['Advertisement:']}$",
        rf"^{words['All News']}",
        rf"(?i)^{words['Recent news']}$",
        rf"^{words['All News']}",
        rf"^{words['Advertisement:']}$",
    ]


def test_every_block_of_the_reference_page_stands_in_its_order(lines, language):
    position = 0
    for pattern in expected(language):
        found = [at for at in range(position, len(lines)) if re.search(pattern, lines[at])]
        assert found, f"nothing like {pattern} after {lines[max(0, position - 3) : position]}"
        position = found[0] + 1


def test_the_closed_menu_shows_nothing(lines, language):
    with translation.override(language):
        assert plain(gettext("Special projects")) not in lines


def test_between_the_tags_and_the_end_stand_six_three_and_ten_headlines(reader, paper, language):
    page = reader(paper.address("bridge-opens", language), java_script_enabled=False)
    rails = {name: page.locator(f".{name} .card") for name in ("related", "tag-rail", "recent")}
    texts = {name: cards.all_inner_texts() for name, cards in rails.items()}
    assert [len(texts[name]) for name in ("related", "tag-rail", "recent")] == [6, 3, 10]
    above = texts["related"] + page.locator(".read-also a").all_inner_texts()
    assert not set(texts["tag-rail"]) & set(above)
    assert page.locator(".tags a").count() == 4
    assert page.locator(".tag-rail h2").inner_text() == page.locator(".tags a").first.inner_text()


def test_recent_news_has_a_time_before_each_headline(reader, paper, language):
    page = reader(paper.address("bridge-opens", language), java_script_enabled=False)
    times = page.locator(".recent time").all_inner_texts()
    assert len(times) == 10
    assert all(CLOCK.match(plain(time)) for time in times), times
    moments = [one.get_attribute("datetime") for one in page.locator(".recent time").all()]
    assert moments == sorted(moments, reverse=True)


def test_the_label_of_the_fullest_page_is_in_its_language(reader, paper, language):
    page = reader(paper.address("bridge-opens", language), java_script_enabled=False)
    assert page.locator("html").get_attribute("lang") == language
