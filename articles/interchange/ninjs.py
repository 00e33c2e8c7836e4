"""
Reads one IPTC ninjs item, 2.x or 3.x, into an `Item`. Pure: no database, no file.

All that is wrong with an item is said at once. Of several headlines, descriptions and bodies
the ones made for readers are taken: the main headline, the summary, HTML before plain text.
"""

from articles.interchange import associations, words
from articles.interchange.bylines import names_in
from articles.interchange.fields import LONGEST_NAME, Fields, Findings, InvalidItem, whole
from articles.interchange.item import Item, Status
from articles.numbers import HIGHEST_ASKED

LONGEST_HEADLINE = 500
LONGEST_IDENTITY = 500
MOST_TAGS = 60

TEXT_TYPES = ("", "text", "composite")

_TAG_FIELDS = ("subjects", "organisations", "places", "people")


def read(found):
    """
    The item that a JSON value holds, and the findings that do not stand in its way.

    Problems of its pictures alone are among these. Raises InvalidItem.
    """
    findings, of_pictures = Findings(), Findings()
    fields = Fields(found, findings)
    _demand_text(fields)
    if findings.problems:
        raise InvalidItem(*findings.problems)
    status = _status(fields)
    headline = words.headline(fields)
    body, is_html = words.body(fields)
    lead, body = words.lead(fields, body)
    identities = fields.pairs("altIds")
    item = Item(
        uri=fields.text("uri", LONGEST_IDENTITY),
        language=fields.text("language", 35),
        status=status,
        headline=headline,
        lead=lead,
        body=body,
        is_html=is_html,
        authors=_authors(fields),
        tags=_tags(fields),
        genres=_genres(fields),
        pictures=associations.pictures(found, of_pictures),
        first_created=fields.moment("firstCreated"),
        version_created=fields.moment("versionCreated"),
        embargoed_until=fields.moment("embargoedUntil"),
        expires=fields.moment("expires"),
        urgency=fields.number("urgency", 1, 9) or 4,
        story_identity=_story(identities, findings),
        number=_number(identities, findings),
        address=_address(fields, identities),
    )
    _demand(item, findings)
    if findings.problems:
        raise InvalidItem(*findings.problems)
    findings.problems += of_pictures.problems
    findings.notes += of_pictures.notes
    return item, findings


def _demand_text(fields):
    """Refuse what is no text at once: what else it lacks is of no interest."""
    kind = fields.text("type").lower()
    if kind not in TEXT_TYPES:
        fields.findings.problem(
            "type",
            f"is “{kind[:40]}”, not text; a picture comes in as part of a text item, "
            "in its associations",
        )


def _demand(item, findings):
    """What every item needs; a canceled one may be no more than its identity."""
    if not item.uri:
        findings.problem("uri", "is missing; without it a second import could not find the item")
    if item.status != Status.CANCELED:
        _demand_words(item, findings)


def _demand_words(item, findings):
    if not item.language:
        findings.problem("language", "is missing")
    if not item.headline:
        findings.problem("headlines", "there is no headline")
    elif len(item.headline) > LONGEST_HEADLINE:
        findings.problem(
            "headlines", f"{len(item.headline)} characters; at most {LONGEST_HEADLINE} fit"
        )
    if not item.body and not item.lead:
        findings.note("has a headline only, no text")
    if not item.published_at:
        findings.note("has no date: it counts as of now")


def _status(fields):
    given = fields.text("pubStatus").lower() or Status.USABLE
    given = Status.CANCELED if given == "cancelled" else given
    if given not in Status:
        fields.findings.problem(
            "pubStatus", f"“{given[:40]}” is none of usable, withheld, canceled"
        )
        return Status.WITHHELD
    return Status(given)


# Names


def _authors(fields):
    signed = [
        one.text("name", LONGEST_NAME)
        for one in fields.objects("people")
        if one.text("rel").lower() == "author"
    ]
    names = [name for name in signed if name] or names_in(fields.text("by"))
    if any(len(name) > LONGEST_NAME for name in names):
        fields.findings.problem("by", f"a name longer than {LONGEST_NAME} characters")
    return tuple(dict.fromkeys(names))


def _tags(fields):
    names = {}
    for kind in _TAG_FIELDS:
        for one in fields.objects(kind):
            if kind == "people" and one.text("rel").lower() == "author":
                continue
            name = one.text("name", LONGEST_NAME)
            if name:
                names.setdefault(name.lower(), name)
            elif "literal" in one or "uri" in one:
                fields.findings.note(f"{kind}: one without a name is left out")
    if len(names) > MOST_TAGS:
        fields.findings.note(f"{len(names)} subjects, places and names; the first {MOST_TAGS} stay")
    return tuple(names.values())[:MOST_TAGS]


def _genres(fields):
    return tuple(
        word.lower()
        for one in fields.objects("genres")
        for word in (one.text("name"), one.text("literal"), one.text("uri"))
        if word
    )


# Identities


def _story(identities, findings):
    story = next((value for role, value in identities if role == "story" and value), "")
    if len(story) > LONGEST_IDENTITY:
        findings.problem("altIds", f"the story's identity is longer than {LONGEST_IDENTITY}")
    return story


def _number(identities, findings):
    asked = next((value for role, value in identities if role == "number" and value), None)
    number = None if asked is None else whole(asked)
    if asked is not None and (number is None or not 1 <= number <= HIGHEST_ASKED):
        findings.problem(
            "altIds", f"“{asked[:40]}” is no number from 1 to {HIGHEST_ASKED} to ask for"
        )
        return None
    return number


def _address(fields, identities):
    """The web address that the item had elsewhere: its `uri`, if that is one."""
    candidates = [fields.text("uri")] + [value for role, value in identities if role == "url"]
    is_web = ("http://", "https://")
    return next((one for one in candidates if one.lower().startswith(is_web)), "")
