"""
Reading without a connection: the service worker, the page it falls back on, and the manifests by
which a device installs an edition.
"""

import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.views import furniture
from newsportal.edge import headers
from newsportal.edge.sheet import SHEETS
from newsportal.languages import editions
from newsportal.languages.reserved import KIND_WORDS, PAGE_WORDS

SCRIPTS = {
    path.name: path.read_text("utf-8")
    for path in sorted((Path(settings.BASE_DIR) / "newsportal" / "static" / "js").glob("*.js"))
}
# What the pages that are kept need to work; sheets are inlined, the serif comes as it is used.
NEEDED = (
    *("device.js", "page.js", "pictures.js", "kept.js", "settings.js", "consent.js", "offline.js"),
    *("kept-articles.js", "rail.js", "share.js"),
)
ICONS = (
    ("icon-192.png", 192, "any"),
    ("icon-512.png", 512, "any"),
    ("maskable-512.png", 512, "maskable"),
)
PAPER = "#fffdf9"


@require_safe
def service_worker(request):
    """
    The worker, with what it must know of the paper in front.

    It handles only addresses that begin with a word of readers' pages: the newsroom's place is
    not among them, and not told.
    """
    known = {
        "pages": sorted({*KIND_WORDS, *PAGE_WORDS}),
        "editions": {
            reverse("articles:front", kwargs={"language": language}): reverse(
                "articles:offline", kwargs={"language": language}
            )
            for language in editions.launched()
        },
        "files": [static(f"js/{name}") for name in NEEDED],
    }
    content = "\n".join([json.dumps(known), *SCRIPTS.values(), *SHEETS.values()])
    version = hashlib.sha256(content.encode()).hexdigest()[:12]
    setup = json.dumps({**known, "version": version})
    response = HttpResponse(
        f'"use strict";\nconst PAPER = {setup};\n{SCRIPTS["service-worker.js"]}',
        content_type="text/javascript",
    )
    return headers.public(request, response)


@require_safe
def offline(request):
    """The articles kept on the device; what a page without a connection becomes."""
    siblings = {
        language.pk: reverse("articles:offline", kwargs={"language": language})
        for language in editions.launched()
    }
    context = furniture.furnish(request, siblings)
    return headers.public(request, render(request, "articles/offline.html", context))


@require_safe
def manifest(request):
    """By this a device installs the edition (W3C Web App Manifest)."""
    language = request.language
    front = furniture.front_address(language)
    content = {
        "id": front,
        "name": language.site_name,
        "short_name": language.site_name[:12].strip(),
        "description": language.tagline,
        "lang": language.code,
        "dir": language.direction,
        "start_url": front,
        "scope": front,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {
                "src": static(f"icons/{name}"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in ICONS
        ],
    }
    response = HttpResponse(
        json.dumps(content, ensure_ascii=False), content_type="application/manifest+json"
    )
    return headers.public(request, response)
