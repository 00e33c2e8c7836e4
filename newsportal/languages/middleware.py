"""
Tells every request its language: from the address alone, never from a cookie or a header.

The newsroom's own pages are the exception: they belong to no edition and speak the editor's
language, as far as a catalogue exists. An edition before its launch answers the newsroom alone.
"""

import contextlib
from contextvars import ContextVar

from django.conf import settings
from django.shortcuts import render
from django.utils import translation

from . import editions

CATALOGUES = {code for code, _name in settings.LANGUAGES}
# The language that lends its strings to an edition which has no catalogue; else empty.
lender: ContextVar[str] = ContextVar("lender", default="")


def interface_language(language):
    """Whose strings an edition's pages use: its own where a catalogue exists, else the English."""
    bare = language.code.partition("-")[0]
    return language.code if {language.code, bare} & CATALOGUES else settings.LANGUAGE_CODE


@contextlib.contextmanager
def speaking(language):
    """Interface strings in an edition's language within this block, or in the one that lends."""
    code = interface_language(language)
    token = lender.set("" if code == language.code else code)
    try:
        with translation.override(code):
            yield
    finally:
        lender.reset(token)


def _is_of_the_newsroom(request):
    """Asks the session only where there is one: to a stranger the address is just unknown."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_staff


class EditionMiddleware:
    """Sets `request.language` (None in the admin) and the language of interface strings."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
            request.language = None
            with translation.override(translation.get_language_from_request(request)):
                return self.get_response(request)
        unlaunched = editions.unlaunched_of(request.path_info)
        if unlaunched and _is_of_the_newsroom(request):
            request.is_for_newsroom = True
            with editions.opened(unlaunched):
                return self._serve(request)
        return self._serve(request)

    def _serve(self, request):
        request.language = editions.of_path(request.path_info)
        if request.language is None:
            return render(request, "no_edition.html", status=503)
        with speaking(request.language):
            return self.get_response(request)
