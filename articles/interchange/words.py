"""
The words of an item: its headline, lead and text, each chosen among several by role.

What is made for readers comes first: the main headline, the summary, HTML before plain text.
"""

from articles.body.inline import text_of

LONGEST_BODY = 1_000_000

HEADLINE_ROLES = ("main", "headline", "title", "")
_LEAD_ROLES = ("summary", "lead", "text", "main", "short", "")
_NO_LEAD_ROLES = ("writer", "caption", "alt", "alttext", "slugline", "ednote")
_BODY_ROLES = ("html", "html5", "main", "text", "")


def headline(fields):
    """The main headline, else the first one."""
    return best(fields.objects("headlines"), HEADLINE_ROLES)


def _words(one):
    """The words of a headline or description, of which some agencies make HTML."""
    value = one.text("value", lines=True)
    media = _media(one)
    if "html" in media or (not media and _looks_like_html(one, value)):
        value = text_of(value)
    return "\n".join(filter(None, (" ".join(line.split()) for line in value.splitlines())))


def _ranked(objects, roles):
    """The objects in the order in which their roles are wanted; unknown roles come last."""

    def rank(one):
        role = one.text("role").lower()
        return roles.index(role) if role in roles else len(roles)

    return sorted(objects, key=rank)


def best(objects, roles):
    """On one line, the first words that are any."""
    return next((" ".join(w.split()) for w in map(_words, _ranked(objects, roles)) if w), "")


def body(fields):
    """The text and whether it is HTML: HTML before plain text, other formats not at all."""
    plain = ""
    for one in _ranked(fields.objects("bodies"), _BODY_ROLES):
        value = one.text("value", LONGEST_BODY, lines=True)
        media = _media(one)
        if not value:
            continue
        if "html" in media or (not media and _looks_like_html(one, value)):
            return value, True
        if not plain and media in ("", "text/plain"):
            plain = value
    return plain, False


def _media(one):
    """The media type without its parameters."""
    return one.text("contentType").lower().partition(";")[0].strip()


def _looks_like_html(one, value):
    return "html" in one.text("role").lower() or (value.startswith("<") and value.endswith(">"))


def lead(fields, text):
    """
    The lead, and the text as it then is: of an item without a body, its first line is the lead.

    A description that repeats the beginning of the text is sorted out with the blocks at hand
    (`articles.body.opening`).
    """
    wanted = [
        one
        for one in fields.objects("descriptions")
        if one.text("role").lower() not in _NO_LEAD_ROLES
    ]
    described = next(filter(None, map(_words, _ranked(wanted, _LEAD_ROLES))), "")
    if text:
        return " ".join(described.split()), text
    first, _, rest = described.partition("\n")
    return first, rest
