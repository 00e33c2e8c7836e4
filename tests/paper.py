"""
The demonstration paper for tests of whole pages, loaded and served in seconds.

Its pictures are drawn small. That is the one place where our own code is replaced in a test:
drawn in full they take most of a minute, and what they show has tests of its own. Run as a
program it serves the paper from the database in DATABASE_URL until it is ended.
"""

import json
import sys
from threading import Thread
from unittest.mock import patch

import django

SMALL = (480, 320)
HEBREW = "he"


def load():
    """Load the demonstration with small drawings, and what no story of it has: see `extras`."""
    from articles.demo import drawings, furnishing, loading, pictures

    def small(scene):
        return drawings.draw(scene, SMALL)

    with (
        patch.object(pictures, "draw", small),
        patch.object(furnishing, "draw_portrait", lambda slug: small("bridge-dawn")),
    ):
        pictures.picture_of.cache_clear()
        loading.load()
        pictures.picture_of.cache_clear()
    extras()


def extras():
    """An edition that is written from right to left, with one article in it."""
    from tests.builders import make_article, make_language

    hebrew = make_language(
        HEBREW, name="עברית", short_label="עבר", prefix="heb", direction="rtl", site_name="מרידיאן"
    )
    make_article(
        hebrew,
        headline="הגשר החדש נפתח יומיים לפני הזמן",
        lead="הנהר עלה על גדותיו, והדרך אל הגשר הישן נחסמה.",
        body=(
            '<div data-block="source"><p>שירות הנהר</p></div>'
            "<p>הרכב הראשון שעבר על הגשר היה אמבולנס, ואחריו שני אוטובוסים. "
            "בשעתיים הראשונות נספרו 2,140 כלי רכב, ובהם גם משאיות קלות.</p>"
            '<blockquote data-block="quote" data-speaker="היידוק"><p>הכנו תזמורת.</p></blockquote>'
            '<div data-block="background"><ul><li>הגשר הישן נסגר למשאיות.</li></ul></div>'
        ),
    )
    advertise()


REACH = """
<p id="reach"></p>
<script>
  const can = (act) => { try { act(); return "yes" } catch { return "no" } };
  document.getElementById("reach").textContent =
    `cookie: ${can(() => document.cookie)}, parent: ${can(() => parent.document.body)},`
    + ` storage: ${can(() => localStorage.length)}`;
</script>
"""


def advertise():
    """
    A network's code beside special projects, which says what it can reach from its frame; a
    picture below columns.
    """
    from articles.models import AdSlot
    from newsportal.languages.models import Language
    from tests.builders import store_picture

    AdSlot.objects.create(
        language=Language.objects.get(code="en"),
        place="tags",
        kind="columns",
        height_px=250,
        house_text="Meridian in print",
        house_address="/eng/pages/about/",
        picture=store_picture("navy", (480, 320)),
    )
    AdSlot.objects.create(
        language=Language.objects.get(code="en"),
        place="side",
        kind="projects",
        house_text="Read us",
        house_address="/eng/",
        network_code=REACH,
    )


def addresses():
    """Paths of the loaded stories: {key of the story: {language: path}}."""
    from articles.demo.loading import IDENTITY
    from articles.models import Article, ImportedItem

    found = {}
    items = ImportedItem.objects.filter(
        uri__startswith=IDENTITY, article__published_at__isnull=False
    ).select_related("article__language")
    for item in items:
        key, code = item.uri.removeprefix(IDENTITY).split(":")
        found.setdefault(key, {})[code] = item.article.get_absolute_url()
    rtl = Article.objects.select_related("language").get(language__code=HEBREW)
    found["rtl"] = {HEBREW: rtl.get_absolute_url()}
    return found


def serve():
    """Say where the paper stands, as one line of JSON, and serve it."""
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    from tests import paper_desk as desk

    class QuietHandler(WSGIRequestHandler):
        def log_message(self, *words):
            """Say nothing: the tests say what went wrong."""

    call_command("migrate", verbosity=0)
    load()
    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
    server.set_app(get_wsgi_application())
    where = f"http://127.0.0.1:{server.server_port}"
    Thread(target=desk.work, args=(sys.stdin, sys.stdout), daemon=True).start()
    print(json.dumps({"url": where, "stories": addresses()}), flush=True)  # noqa: T201
    server.serve_forever()


if __name__ == "__main__":
    django.setup()
    sys.exit(serve())
