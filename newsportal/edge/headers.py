"""
The only writer of cache headers: a view says what its response is, never how long it lives.

What a view does not declare public is private; `EdgeMiddleware` sees to it.
"""

import hashlib

from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response

PUBLIC = "public, max-age=0, must-revalidate"
# Files under addresses that never change their content. A reader's own copy is never asked after;
# a proxy asks every five seconds whether it may still be shown, and does not answer for itself
# meanwhile (Varnish takes its grace from `stale-while-revalidate`).
IMMUTABLE = (
    "public, max-age=31536000, immutable, s-maxage=5, proxy-revalidate, stale-while-revalidate=0"
)
PRIVATE = "no-store, private"


def public(request, response):
    """
    Let everybody keep the response, and ask each time whether it still holds (304).

    What only the newsroom sees, an edition before its launch, is nobody's to keep.
    """
    if getattr(request, "is_for_newsroom", False):
        return response
    response.headers["Cache-Control"] = PUBLIC
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)


def immutable(request, tag, respond):
    """
    Let every reader keep the response for ever: its address belongs to this content alone.

    `respond` makes it, and is not asked where whoever asks has it already (304). What is not
    200 is kept by nobody.
    """
    etag = f'"{tag}"'
    response = get_conditional_response(request, etag=etag) or respond()
    if response.status_code in (200, 304):
        response.headers["Cache-Control"] = IMMUTABLE
        response.headers["ETag"] = etag
    return response


class CompressionMiddleware(GZipMiddleware):
    """
    Compresses what a view declared public.

    The rest is left alone: where a secret stands beside a reader's own words, the length of a
    compressed page tells of it (BREACH).
    """

    def process_response(self, request, response):
        if response.headers.get("Cache-Control") != PUBLIC:
            return response
        return super().process_response(request, response)


class EdgeMiddleware:
    """Marks every response that no view declared public as nobody's to keep."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = PRIVATE
        return response
