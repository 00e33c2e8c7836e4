"""Topics: the tags of an edition by letter, and those that are most used now."""

from datetime import timedelta
from itertools import groupby

from django.db.models import OuterRef
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.list_querysets import in_use
from articles.models import Article
from articles.views import furniture
from articles.views.switch import same_page
from newsportal.edge import headers
from newsportal.languages.collation import heading, key
from tags.models import Tag

NOW = timedelta(days=30)
MOST_USED = 16


@require_safe
def topics(request):
    """Every tag with a name in the edition's language under which readers find something."""
    language = request.language
    tags = sorted(tags_in_use(language), key=lambda tag: key(tag.name, language.code))
    by_key = {tag.pk: tag for tag in tags}
    of_language = Article.objects.visible().in_language(language)
    used = of_language.most_tagged(timezone.now() - NOW, MOST_USED)
    context = {
        **furniture.furnish(request, same_page("topics")),
        "title": _("Topics"),
        "canonical_path": request.path,
        "most_used": [in_link(by_key[pk], language) for pk in used if pk in by_key],
        "letters": [
            (letter, [in_link(tag, language) for tag in of_letter])
            for letter, of_letter in groupby(tags, lambda tag: heading(tag.name, language.code))
        ],
    }
    return headers.public(request, render(request, "tags/topics.html", context))


def tags_in_use(language):
    """
    Tags named in the language, with something to read under them.

    A tag that only an article under embargo bears is not there: its name alone may tell what is
    coming.
    """
    return readable(Tag.objects.in_edition(language).named(language), language)


def readable(tags, language):
    """Those of the tags under which the edition's readers find something."""
    return in_use(tags, Article.objects.visible().tagged(OuterRef("pk"), language))


def in_link(tag, language):
    """What a link to a tag needs: name and address."""
    return tag.name, tag.get_absolute_url(language)
