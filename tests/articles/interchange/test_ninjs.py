"""Reading one item: which of its fields is which of ours, and what is wrong with it."""

import unittest

import pytest

from articles.interchange import ninjs
from articles.interchange.bylines import names_in
from articles.interchange.fields import InvalidItem
from articles.interchange.item import Status

from .samples import NAMES, plain, sample


def read(found):
    return ninjs.read(found)[0]


def problems(found):
    """Why the item is refused, by field."""
    with pytest.raises(InvalidItem) as caught:
        ninjs.read(found)
    return {problem.field: problem.reason for problem in caught.value.problems}


class ReadingTests(unittest.TestCase):
    def test_an_item_of_version_2_is_read_like_one_of_version_3(self):
        def lowered(value):
            if isinstance(value, dict):
                return {key.lower(): lowered(one) for key, one in value.items()}
            return [lowered(one) for one in value] if isinstance(value, list) else value

        for name in NAMES:
            with self.subTest(name):
                self.assertEqual(read(lowered(sample(name))), read(sample(name)))

    def test_the_words_of_an_item(self):
        item = read(sample("uk-blocks"))
        self.assertEqual(item.headline, "Вода в Лунві піднялася на метр")
        self.assertEqual(item.lead, "Рівень води в Лунві за ніч зріс на метр.")
        self.assertTrue(item.is_html)
        self.assertEqual(item.authors, ("Олена Мірна",))
        self.assertEqual(item.tags, ("Повінь", "Служба річки Лунва", "Знам’янка", "Іван Стрий"))
        self.assertEqual((item.story_identity, item.number), ("lunva-flood", 7500001))
        self.assertEqual(item.urgency, 1)
        self.assertEqual(item.status, Status.USABLE)
        self.assertEqual(item.published_at.isoformat(), "2026-03-02T08:00:00+02:00")

    def test_html_is_preferred_to_text_and_other_formats_are_left(self):
        item = read(sample("sv-pictures"))
        self.assertTrue(item.is_html)
        self.assertIn("<blockquote>", item.body)

    def test_plain_text_is_taken_where_there_is_no_html(self):
        item = read(sample("sv-pictures", bodies=sample("sv-pictures")["bodies"][:1]))
        self.assertFalse(item.is_html)
        self.assertIn("Övningen omfattar", item.body)

    def test_a_body_without_a_media_type_shows_what_it_is(self):
        self.assertTrue(read(plain(bodies=[{"value": "<p>One.</p>"}])).is_html)
        self.assertFalse(read(plain(bodies=[{"value": "1 < 2, said the mayor."}])).is_html)

    def test_markup_in_a_lead_is_not_shown(self):
        described = [{"contentType": "text/html", "value": "<p>Ferries &amp; <b>trams</b></p>"}]
        self.assertEqual(read(plain(descriptions=described)).lead, "Ferries & trams")

    def test_a_media_type_may_have_parameters(self):
        body = {"contentType": "text/plain; charset=utf-8", "value": "The ferry is back."}
        self.assertEqual(read(plain(bodies=[body])).body, "The ferry is back.")

    def test_a_description_without_a_body_is_lead_and_text(self):
        described = [{"value": "The ferry is back.\n\nIt sails at ten.\nTickets are free."}]
        item = read(plain(bodies=[], descriptions=described))
        self.assertEqual(item.lead, "The ferry is back.")
        self.assertEqual(item.body, "It sails at ten.\nTickets are free.")

    def test_the_largest_rendition_comes_first(self):
        boat, harbour = read(sample("sv-pictures")).pictures
        self.assertEqual(
            boat.hrefs, ("https://wire.example/boat-hires.jpg", "boat.jpg", "boat-small.jpg")
        )
        self.assertEqual(boat.caption, "Räddningsbåten vid kaj.")
        self.assertEqual((boat.credit, boat.copyright), ("Karin Lind/LT", "LT 2026"))
        self.assertEqual(harbour.alt, "En hamn med tända lampor")
        self.assertEqual(harbour.caption, "Hamnen i kväll.")

    def test_associations_may_be_an_object(self):
        listed = sample("sv-pictures")
        named = {one["name"]: one for one in listed["associations"]}
        self.assertEqual(read({**listed, "associations": named}), read(listed))

    def test_an_association_that_is_no_picture_is_noted(self):
        _item, findings = ninjs.read(plain(associations=[{"type": "video", "renditions": []}]))
        self.assertIn("“video”, not a picture", findings.notes[0])

    def test_a_wrong_association_keeps_no_text_out(self):
        item, findings = ninjs.read(plain(associations="p1"))
        self.assertEqual(item.pictures, ())
        self.assertEqual(findings.problems[0].field, "associations")

    def test_control_characters_are_taken_out_and_noted(self):
        item, findings = ninjs.read(plain(headlines=[{"value": "Ferry\x00 \x1b[31mback\ud800"}]))
        self.assertEqual(item.headline, "Ferry [31mback")
        self.assertIn("control characters", findings.notes[0])

    def test_the_same_item_has_the_same_fingerprint(self):
        self.assertEqual(read(plain()).fingerprint([]), read(plain()).fingerprint([]))
        other = read(plain(urgency=1))
        self.assertNotEqual(read(plain()).fingerprint([]), other.fingerprint([]))
        self.assertNotEqual(other.fingerprint([]), other.fingerprint(["key"]))

    def test_a_subject_without_a_name_is_left_out_and_noted(self):
        item, findings = ninjs.read(plain(subjects=[{"literal": "06000000"}, {"name": "Mill"}]))
        self.assertEqual(item.tags, ("Mill",))
        self.assertIn("subjects: one without a name", findings.notes[0])

    def test_too_many_tags_are_noted(self):
        item, findings = ninjs.read(plain(places=[{"name": f"Mill {n}"} for n in range(70)]))
        self.assertEqual(len(item.tags), 60)
        self.assertIn("the first 60 stay", findings.notes[0])

    def test_no_date_is_noted(self):
        _item, findings = ninjs.read(plain(versionCreated=None))
        self.assertIn("has no date: it counts as of now", findings.notes)


class RefusalTests(unittest.TestCase):
    def test_all_that_is_wrong_is_said_at_once(self):
        found = plain(versionCreated="yesterday", urgency=12, language=None, headlines=[])
        self.assertEqual(
            set(problems(found)), {"versionCreated", "urgency", "language", "headlines"}
        )

    def test_an_item_without_identity_is_refused(self):
        self.assertIn("is missing", problems(plain(uri=""))["uri"])

    def test_a_picture_is_no_text(self):
        found = {"uri": "urn:p", "type": "picture"}
        self.assertEqual(set(problems(found)), {"type"})
        self.assertIn("comes in as part of a text item", problems(found)["type"])

    def test_keys_that_differ_in_case_only(self):
        self.assertIn("twice", problems(plain(URI="urn:other"))["URI"])

    def test_what_is_no_object_is_no_item(self):
        for found in (None, [], "item", 7, True):
            with self.subTest(found):
                self.assertIn("must be an object", problems(found)["item"])

    def test_a_headline_that_does_not_fit(self):
        self.assertIn("501", problems(plain(headlines=[{"value": "x" * 501}]))["headlines"])

    def test_a_byline_that_is_no_name(self):
        self.assertIn("longer", problems(plain(by="x" * 201))["by"])

    def test_an_identity_of_a_story_that_does_not_fit(self):
        ids = [{"role": "story", "value": "x" * 501}]
        self.assertIn("longer than 500", problems(plain(altIds=ids))["altIds"])

    def test_an_unknown_status(self):
        self.assertIn("none of usable", problems(plain(pubStatus="perhaps"))["pubStatus"])

    def test_a_canceled_item_needs_no_words(self):
        self.assertEqual(read({"uri": "urn:1", "pubStatus": "cancelled"}).status, Status.CANCELED)


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        ("2026-02-30T10:00:00Z", "is no date"),
        ("2026-03-01T10:00:00", "offset"),
        ("2026-03-01", "offset"),
        ("0001-01-01T00:00:00Z", "the year 1 "),
        ("9999-12-31T23:59:59Z", "the year 9999"),
        ("1772359200", "is no date"),
        (1772359200, "must be a date"),
        ({"at": 1}, "must be a date"),
    ],
)
@pytest.mark.parametrize("name", ["firstCreated", "versionCreated", "embargoedUntil", "expires"])
def test_a_broken_date_is_refused(name, moment, reason):
    assert reason in problems(plain(**{name: moment}))[name]


@pytest.mark.parametrize("number", ["0", "-5", "1000000000", "12a", "9" * 400, 1.5])
def test_a_number_that_no_story_may_have(number):
    assert "no number" in problems(plain(altIds=[{"role": "number", "value": number}]))["altIds"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Berg and Jan Novak", ("Anna Berg", "Jan Novak")),
        ("Von Ada Brandt, lpa", ("Ada Brandt", "lpa")),
        ("Олена Мірна та Іван Стрий", ("Олена Мірна", "Іван Стрий")),
        ("Анна Лунёва и Пётр Зимин", ("Анна Лунёва", "Пётр Зимин")),
        ("Av Kari Lind og Ola Dahl", ("Kari Lind", "Ola Dahl")),
        ("Anders Sandberg", ("Anders Sandberg",)),
        ("Byron Alder", ("Byron Alder",)),
        ("LTB", ("LTB",)),
        (" , ", ()),
        ("", ()),
    ],
)
def test_a_byline_is_taken_apart(line, names):
    assert names_in(line) == names
