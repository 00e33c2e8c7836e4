"""404 in the language of the address, with a way on: newest headlines, topics of the day."""

from django.db import DatabaseError
from django.shortcuts import render

from articles.models import Article
from articles.views import furniture
from newsportal.errors import bare, unavailable
from tags.models import Tag

NEWEST = 6
TOPICS = 8
# The topics of the day are those of so many newest articles.
READ_FOR_TOPICS = 60


def not_found(request, exception):
    """The very same page for everything that readers may not see, whatever the reason."""
    language = getattr(request, "language", None)
    if language is None:
        return bare(request, 404)
    try:
        context = {
            **furniture.furnish(request),
            "cards": _newest(language),
            "topics": _topics_of_the_day(language),
        }
    except DatabaseError:
        return unavailable(request)
    return render(request, "404.html", context, status=404)


def _newest(language):
    cards = list(
        Article.objects.visible().in_language(language).newest_first().for_cards()[:NEWEST]
    )
    for card in cards:
        card.language = language
    return cards


def _topics_of_the_day(language):
    newest = Article.objects.visible().in_language(language).newest_first()
    tags = Tag.objects.named(language).most_used_in(newest.values("pk")[:READ_FOR_TOPICS])[:TOPICS]
    return [(tag, tag.get_absolute_url(language)) for tag in tags]
