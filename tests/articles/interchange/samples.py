"""Items of invented agencies, in the shapes that real ones deliver, and what changes them."""

import copy
import json
from pathlib import Path

from PIL import Image

from articles.interchange import ninjs
from articles.interchange.intake import take_in

FOLDER = Path(__file__).resolve().parents[2] / "data" / "ninjs"
NAMES = ("de-text", "nb-short", "sv-pictures", "uk-blocks")


def sample(name="uk-blocks", **changes):
    """One of the samples as JSON values, with fields replaced; None takes a field away."""
    found = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {key: value for key, value in {**found, **changes}.items() if value is not None}


def plain(uri="urn:item:1", **changes):
    """A small English item."""
    return {
        "uri": uri,
        "language": "en",
        "versionCreated": "2026-03-01T10:00:00Z",
        "headlines": [{"value": "Ferry returns to Lunva"}],
        "bodies": [{"contentType": "text/html", "value": "<p>The ferry is back.</p>"}],
        **copy.deepcopy(changes),
    }


def take(found, folder=FOLDER, **options):
    """Bring a JSON item in, as the command does; gives the result and the findings."""
    item, findings = ninjs.read(found)
    return take_in(item, folder, findings, **options), findings


def paint(path, size=(640, 427), colour="teal"):
    """A picture file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path, "JPEG")


def with_picture(href, **said):
    """The associations of an item with one picture."""
    return [{"name": "p", "type": "picture", "renditions": [{"name": "r", "href": href}], **said}]
