"""The same page in the other editions, for the language switch and for search engines."""

from django.urls import reverse

from newsportal.languages import editions


def same_page(name, where=None, languages=None):
    """
    Addresses of a page by the keys of languages, in every launched edition.

    `languages` holds the keys of those that have it, if not all do.
    """
    return {
        language.pk: reverse(f"articles:{name}", kwargs={"language": language, **(where or {})})
        for language in editions.launched()
        if languages is None or language.pk in languages
    }
