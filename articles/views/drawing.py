"""
Fills the holes of a rendered text: what it refers to is drawn when the page is made.

A retitled or withdrawn neighbour, a replaced picture is thereby right everywhere.
"""

from django.template.loader import render_to_string

from articles.body.holes import fill
from articles.body.players import player


def draw_body(rendered, uses, read_also, context):
    """The text for readers; a hole whose thing is not to be had closes without a trace."""

    language, is_veiled = context["language"], context["article"].is_distressing

    def draw(hole):
        if hole.kind == "picture":
            use = uses.get(hole.block_id)
            picture = {"use": use, "language": language, "is_veiled": is_veiled}
            return _draw("_picture", use and picture)
        if hole.kind == "read-also":
            card = read_also.get(int(hole.ref))
            return _draw("_read_also", card and {"card": card, "language": language})
        if hole.kind == "ad-break":
            slot = context["slots"].get("text")
            return _draw("_ad", slot and {"slot": slot})
        shown = player(hole.ref)
        return _draw("_embed", shown and {"player": shown})

    return fill(rendered, draw)


def draw_lite(rendered, uses, read_also, language):
    """The text in its light form: a picture is a link to it, what is advertised stays away."""

    def draw(hole):
        if hole.kind == "picture":
            use = uses.get(hole.block_id)
            return _draw("lite/_picture", use and {"use": use, "language": language})
        if hole.kind == "read-also":
            card = read_also.get(int(hole.ref))
            return _draw("lite/_read_also", card and {"card": card, "language": language})
        return ""

    return fill(rendered, draw)


def _draw(name, context):
    return render_to_string(f"articles/{name}.html", context) if context else ""
