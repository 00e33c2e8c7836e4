"""
Pages of errors that need no database: bland, in the language of the address.

They ask the editions that the process remembers, and nothing that may just have failed.
"""

import contextlib

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from newsportal.database import outage
from newsportal.languages import editions
from newsportal.languages.middleware import speaking

RETRY_AFTER_SECONDS = 30


def bare(request, status):
    """The page of a status, whatever the request got as far as."""
    language = getattr(request, "language", None)
    if language is None and not request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
        language = editions.of_path(request.path_info)
    code = language.code if language else translation.get_language()
    context = {"status": status, "language": language, "code": code}
    with speaking(language) if language else contextlib.nullcontext():
        return HttpResponse(render_to_string("bare_error.html", context), status=status)


def bad_request(request, exception):
    return bare(request, 400)


def refused(request, exception):
    return bare(request, 403)


def server_error(request):
    return bare(request, 500)


def unavailable(request):
    """The database does not answer: come again soon."""
    response = bare(request, 503)
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


class OutageMiddleware:
    """
    Answers 503 to a request whose view was let down by the database, and, while it is known to be
    away, to the others before they wait for it: threads that wait serve nobody.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return unavailable(request) if outage.is_known() else self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError | InterfaceError):
            outage.learn(exception)
            return unavailable(request)
        return None
