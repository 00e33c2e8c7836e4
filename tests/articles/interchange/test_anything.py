"""Whatever JSON an agency sends: an item, or an answer that says what is wrong. No exception."""

import copy
import io
import json
import tempfile
from pathlib import Path

from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.interchange import ninjs
from articles.interchange.fields import InvalidItem
from articles.interchange.item import Item
from tests.builders import make_language

from .samples import NAMES, sample

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(["2026-03-01T10:00:00Z", "<p>", "9" * 30, "\x00", "\ud800", "http://["]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)

STRANGE = (
    *(None, True, 0, -1, 10**40, 1e308, "", "\x00\x07", "\ud800", "x" * 3000, "http://[::1"),
    *([], {}, [[]], [None], [1], ["a"], [{}], {"role": None}, [{"value": {"a": [1]}}]),
    *([{"name": ["a"]}], [{"name": "\x00"}], [{"role": "number", "value": 1e400}]),
    *("2026-03-01T10:00:00+02:00", "../../../etc/passwd", "<script>x()</script>" * 3),
)


def places(value, path=()):
    """Every place in a JSON value, as the keys that lead there."""
    yield path
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, one in inner:
        yield from places(one, (*path, key))


def replaced(found, path, value):
    """A copy of a JSON value with something else in one place."""
    if not path:
        return value
    found = copy.deepcopy(found)
    inner = found
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return found


class AnythingTests(SimpleTestCase):
    @settings(max_examples=400, deadline=None)
    @given(choice=st.data())
    def test_any_value_in_any_place_gives_an_item_or_its_problems(self, choice):
        found = sample(choice.draw(st.sampled_from(NAMES)))
        for _ in range(choice.draw(st.integers(1, 3))):
            path = choice.draw(st.sampled_from(list(places(found))))
            found = replaced(found, path, choice.draw(ANY_JSON))
        try:
            item, _findings = ninjs.read(found)
        except InvalidItem as refusal:
            self.assertTrue(refusal.problems)
        else:
            self.assertIsInstance(item, Item)


class AnythingInTheDatabaseTests(TestCase):
    def test_no_strange_value_is_a_surprise_to_the_newsroom(self):
        for code in ("uk", "sv"):
            make_language(code)
        variants = []
        for name in ("uk-blocks", "sv-pictures"):
            found = sample(name)
            variants += [
                replaced(found, path, value)
                for path in places(found)
                if len(path) == 1
                for value in STRANGE
            ]
        for number, variant in enumerate(variants):
            if isinstance(variant.get("uri"), str) and variant["uri"].startswith("http"):
                variant["uri"] = f"urn:{number}"
            if variant.get("altIds") == sample("uk-blocks")["altIds"]:
                variant.pop("altIds")
        errors, output = io.StringIO(), io.StringIO()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "strange.jsonl")
            path.write_text("".join(f"{json.dumps(one)}\n" for one in variants))
            with self.assertRaises(CommandError):
                call_command("import_ninjs", str(path), stdout=output, stderr=errors)
        self.assertNotIn(": item: ", errors.getvalue())
        self.assertIn(f"{len(variants)} items:", output.getvalue())
