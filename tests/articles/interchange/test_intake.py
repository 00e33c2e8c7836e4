"""The first arrival of an item: what stands in the newsroom afterwards, or why nothing does."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.test import TestCase
from django.utils import timezone

from articles.interchange.fields import InvalidItem
from articles.models import (
    Article,
    Author,
    FormerAddress,
    GenreName,
    ImportedItem,
    Kind,
    Origin,
    Picture,
    State,
    Story,
)
from tags.models import Tag
from tests.builders import make_article, make_language

from .samples import paint, plain, sample, take, with_picture


class ArrivalTests(TestCase):
    def setUp(self):
        self.languages = {code: make_language(code) for code in ("uk", "en", "de", "nb", "sv")}
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def take(self, found, **options):
        return take(found, self.folder, **options)

    def refusal(self, found):
        """Why an item was refused; nothing of it may be stored."""
        kept = (Article, Tag, Author, ImportedItem, Picture, Story)
        before = [model.objects.count() for model in kept]
        with self.assertRaises(InvalidItem) as caught:
            self.take(found)
        self.assertEqual([model.objects.count() for model in kept], before)
        (problem,) = caught.exception.problems
        return str(problem)

    def test_an_item_is_published_at_its_own_moment_with_all_its_parts(self):
        result, findings = self.take(sample("uk-blocks"))
        article = Article.objects.visible().get()
        self.assertEqual((result, findings.problems), ("created", []))
        self.assertEqual(article.story_id, 7500001)
        self.assertEqual(article.headline, "Вода в Лунві піднялася на метр")
        self.assertEqual(article.lead, "Рівень води в Лунві за ніч зріс на метр.")
        self.assertEqual(article.published_at, datetime(2026, 3, 2, 6, tzinfo=UTC))
        self.assertEqual(str(article.address_date), "2026-03-02")
        self.assertEqual(article.urgency, 1)
        self.assertEqual([one.author.name for one in article.bylines.all()], ["Олена Мірна"])
        self.assertEqual(
            [one.tag.slug for one in article.taggings.all()],
            ["povin", "sluzhba-richky-lunva", "znamianka", "ivan-stryi"],
        )
        self.assertEqual(article.live_revision.origin, Origin.IMPORT)
        self.assertEqual(FormerAddress.objects.get().path, "/povin/2026/03/02/na-lunvi.html")

    def test_label_words_become_typed_blocks(self):
        self.take(sample("uk-blocks"))
        body = Article.objects.get().body
        for block in ("source", "details", "background"):
            self.assertIn(f'data-block="{block}"', body)

    def test_an_agency_s_description_that_is_cut_off_gives_way_to_the_paragraph(self):
        self.take(sample("sv-pictures"))
        article = Article.objects.get()
        self.assertEqual(
            article.lead, "En stor räddningsövning hålls i Lunva i maj, rapporterar Lunvaposten."
        )
        self.assertNotIn("En stor räddningsövning", article.body)
        self.assertIn("Övningen omfattar", article.body)

    def test_links_are_missed_only_where_the_lead_took_their_paragraph(self):
        lead = '<p>The ferry that <a href="https://port.example/">the port</a> lost is back.</p>'
        told = [{"value": "The ferry that the port lost is back."}]
        for number, (first, lost) in enumerate(((lead, True), ("<p>A crowd met it.</p>", False))):
            html = f"{first}<p>It sails at <a href='https://port.example/plan'>noon</a>.</p>"
            bodies = [{"contentType": "text/html", "value": html}]
            _result, findings = take(plain(f"urn:{number}", bodies=bodies, descriptions=told))
            with self.subTest(first):
                self.assertEqual(any("links" in note for note in findings.notes), lost)

    def test_the_genre_s_kind_is_the_operator_s_table(self):
        self.take(sample("de-text"))
        self.assertEqual(Article.objects.get().kind, Kind.ARTICLES)
        GenreName.objects.create(name="Inrikes", kind=Kind.EVENTS)
        self.take(sample("sv-pictures"))
        self.assertEqual(Article.objects.get(language__code="sv").kind, Kind.EVENTS)

    def test_hostile_markup_is_only_words(self):
        html = (
            '<p onclick="x()">The <a href="javascript:x()">ferry</a>'
            '<script>x()</script><img src=x onerror="x()"></p><iframe srcdoc="x"></iframe>'
        )
        self.take(plain(bodies=[{"contentType": "text/html", "value": html}]))
        self.assertRegex(
            Article.objects.get().body, r'^<p data-block="paragraph" data-id="\w+">The ferry</p>$'
        )

    def test_tellings_of_one_story_share_its_number(self):
        ids = [{"role": "story", "value": "s1"}]
        self.take(plain("urn:en", altIds=ids))
        self.take(plain("urn:de", altIds=ids, language="de"))
        self.assertEqual(Story.objects.get().tellings.count(), 2)

    def test_a_second_telling_of_a_story_in_one_language_is_refused(self):
        ids = [{"role": "story", "value": "s1"}]
        self.take(plain("urn:en", altIds=ids))
        self.assertIn(
            "has a telling in en already: urn:en", self.refusal(plain("urn:2", altIds=ids))
        )

    def test_a_number_that_is_taken_is_refused(self):
        number = make_article().story_id
        ids = [{"role": "number", "value": str(number)}]
        self.assertIn(f"number {number} belongs to another", self.refusal(plain(altIds=ids)))

    def test_another_number_than_the_story_s_is_refused(self):
        story = {"role": "story", "value": "s1"}
        self.take(plain(altIds=[story]))
        ids = [story, {"role": "number", "value": "77"}]
        self.assertIn("asks for number 77", self.refusal(plain("urn:2", altIds=ids, language="de")))

    def test_a_language_without_an_edition_is_refused_by_name(self):
        reason = self.refusal(plain(language="fi"))
        self.assertIn("no edition for “fi”; editions: ", reason)
        self.assertIn("uk", reason)

    def test_a_withheld_item_and_one_asked_for_as_draft_are_drafts(self):
        for number, (changes, options) in enumerate(
            [({"pubStatus": "withheld"}, {}), ({}, {"as_drafts": True})]
        ):
            result, _findings = self.take(plain(f"urn:{number}", **changes), **options)
            self.assertEqual(result, "drafted")
        self.assertFalse(Article.objects.visible().exists())
        self.assertEqual(Article.objects.filter(state=State.DRAFT).count(), 2)

    def test_a_canceled_item_that_nobody_knew_is_kept_so_that_it_stays_canceled(self):
        result, findings = self.take(
            plain(pubStatus="canceled", versionCreated="2026-03-01T12:00:00Z")
        )
        self.assertEqual(result, "drafted")
        self.assertIn("never imported", findings.notes[-1])
        self.assertEqual(self.take(plain())[0], "unchanged")
        self.assertFalse(Article.objects.visible().exists())

    def test_a_canceled_item_without_words_that_nobody_knew_is_refused(self):
        reason = self.refusal({"uri": "urn:1", "pubStatus": "canceled"})
        self.assertIn("nothing to withdraw", reason)

    def test_a_moment_to_come_is_a_schedule(self):
        later = (timezone.now() + timedelta(days=400)).isoformat()
        self.assertEqual(self.take(plain(versionCreated=later))[0], "created")
        self.assertFalse(Article.objects.visible().exists())
        self.assertEqual(Article.objects.get().state, State.PUBLISHED)

    def test_an_embargo_holds_back(self):
        later = timezone.now() + timedelta(days=1)
        self.take(plain(embargoedUntil=later.isoformat()))
        self.assertFalse(Article.objects.visible().exists())
        self.assertEqual(Article.objects.get().published_at, later)

    def test_an_embargo_holds_a_draft_back_as_well(self):
        later = timezone.now() + timedelta(days=1)
        self.take(plain(embargoedUntil=later.isoformat()), as_drafts=True)
        self.assertEqual(Article.objects.get().embargo_until, later)

    def test_an_end_that_was_over_before_the_item_came_is_noted_and_left_out(self):
        result, findings = self.take(plain(expires="2026-03-02T00:00:00Z"))
        self.assertEqual(result, "created")
        self.assertIn("stays readable", findings.notes[-1])
        self.assertTrue(Article.objects.visible().exists())

    def test_an_end_to_come_is_obeyed(self):
        end = timezone.now() + timedelta(days=1)
        self.take(plain(expires=end.isoformat()))
        self.assertEqual(Article.objects.get().expires_at, end)
        self.assertFalse(Article.objects.visible(end).exists())

    def test_an_item_that_ends_before_it_begins_is_refused(self):
        self.assertIn("not after its publication", self.refusal(plain(expires="2026-02-01T00:00Z")))

    def test_no_date_means_now(self):
        self.take(plain(versionCreated=None))
        self.assertLess(timezone.now() - Article.objects.get().published_at, timedelta(minutes=1))


class PictureTests(TestCase):
    def setUp(self):
        make_language("sv")
        make_language("en")
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def reason(self, found):
        """Why the one picture was refused; the text must be in."""
        result, findings = take(found, self.folder)
        self.assertIn(result, ("created", "unchanged"))
        self.assertTrue(Article.objects.visible().exists())
        self.assertFalse(Picture.objects.exists())
        (problem,) = findings.problems
        return str(problem)

    def test_the_first_picture_leads_and_the_others_stand_in_the_text(self):
        paint(self.folder / "boat.jpg", (1024, 683), "navy")
        paint(self.folder / "boat-small.jpg", (256, 171))
        paint(self.folder / "pictures" / "harbour.jpg", (800, 600), "olive")
        _result, findings = take(sample("sv-pictures"), self.folder)
        article = Article.objects.get()
        lead, second = article.picture_uses.order_by("block_id")
        self.assertEqual(findings.problems, [])
        self.assertEqual((lead.block_id, lead.picture.width), ("", 1024))
        self.assertEqual(lead.caption, "Räddningsbåten vid kaj.")
        self.assertEqual(lead.credit, "Karin Lind/LT")
        self.assertEqual(lead.picture.copyright, "LT 2026")
        self.assertEqual(second.alt, "En hamn med tända lampor")
        self.assertIn(f'data-id="{second.block_id}"', article.body)
        self.assertEqual(article.body.count('data-block="picture"'), 1)

    def test_the_same_file_twice_is_shown_once(self):
        paint(self.folder / "a.jpg")
        shutil.copy(self.folder / "a.jpg", self.folder / "b.jpg")
        take(plain(associations=with_picture("a.jpg") + with_picture("b.jpg")), self.folder)
        self.assertEqual(Article.objects.get().picture_uses.count(), 1)

    def test_a_picture_of_the_text_alone_stands_where_it_stood(self):
        paint(self.folder / "mill.jpg")
        html = (
            '<p>One.</p><figure><img src="mill.jpg" alt="A mill">'
            "<figcaption>The mill</figcaption></figure><p>Two.</p>"
        )
        take(plain(bodies=[{"contentType": "text/html", "value": html}]), self.folder)
        article = Article.objects.get()
        use = article.picture_uses.get()
        self.assertEqual((use.caption, use.alt), ("The mill", "A mill"))
        self.assertLess(article.body.index("One."), article.body.index(use.picture.key))
        self.assertLess(article.body.index(use.picture.key), article.body.index("Two."))

    def test_the_next_rendition_is_taken_where_the_largest_cannot_be_had(self):
        paint(self.folder / "boat-small.jpg", (256, 171))
        paint(self.folder / "pictures" / "harbour.jpg")
        _result, findings = take(sample("sv-pictures"), self.folder)
        self.assertEqual(findings.problems, [])
        self.assertEqual(Picture.objects.filter(width=256).count(), 1)

    def test_a_picture_elsewhere_is_refused_in_a_wire_editor_s_words(self):
        found = plain(associations=with_picture("https://wire.example/a.jpg"))
        self.assertEqual(
            self.reason(found),
            "picture 1: no local file: its address is https://wire.example/a.jpg; "
            "only files delivered beside the item are taken in",
        )

    def test_a_missing_picture_is_refused_each_time_and_taken_when_it_comes(self):
        found = plain(associations=with_picture("mill.jpg"))
        self.assertIn("mill.jpg is not there", self.reason(found))
        self.assertIn("mill.jpg is not there", self.reason(found))
        paint(self.folder / "mill.jpg")
        self.assertEqual(take(found, self.folder)[0], "updated")
        article = Article.objects.get()
        self.assertEqual(article.picture_uses.count(), 1)
        self.assertIsNone(article.updated_at)

    def test_a_damaged_picture_is_refused(self):
        paint(self.folder / "mill.jpg", (2000, 2000))
        whole = (self.folder / "mill.jpg").read_bytes()
        (self.folder / "mill.jpg").write_bytes(whole[: len(whole) // 2])
        found = plain(associations=with_picture("mill.jpg"))
        self.assertIn("mill.jpg: the picture is damaged", self.reason(found))

    def test_what_is_no_picture_is_refused(self):
        (self.folder / "mill.jpg").write_text("<svg onload='x()'/>")
        found = plain(associations=with_picture("mill.jpg"))
        self.assertIn("is not a JPEG", self.reason(found))

    def test_a_picture_without_a_file_name_is_refused(self):
        self.assertIn("names no file", self.reason(plain(associations=with_picture(""))))

    def test_a_key_of_ours_in_outside_copy_shows_nothing(self):
        html = '<p>One.</p><div data-block="picture" data-picture="abc" data-id="x1"></div>'
        _result, findings = take(
            plain(bodies=[{"contentType": "text/html", "value": html}]), self.folder
        )
        self.assertIn("a key of this site", findings.notes[-1])
        self.assertNotIn("picture", Article.objects.get().body)
