from datetime import timedelta

from django.core.exceptions import ValidationError
from django.test import TestCase

from articles import publishing
from articles.models import (
    AdSlot,
    Article,
    AuthorName,
    Byline,
    FormerAddress,
    GenreName,
    ImportedItem,
    ImportedStory,
    Kind,
    MenuEntry,
    MistakeReport,
    Page,
    PictureUse,
    RelatedPin,
    Section,
    SupportCall,
    Tagging,
)
from articles.pictures.geometry import Box
from articles.querysets import database_now
from newsportal.languages.reserved import KIND_WORDS
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_editions,
    make_language,
    make_picture,
    make_tag,
)

HOUR = timedelta(hours=1)


class MeaningTests(TestCase):
    def test_the_rule_of_visibility_in_python_is_that_of_the_database(self):
        now = database_now()
        rows = [
            make_draft("uk"),
            make_article("ru", at=now - HOUR),
            make_article("en", at=now + HOUR),
            make_article("uk", at=now - HOUR, expires_at=now),
            make_article("uk", at=now - HOUR, expires_at=now + HOUR),
            publishing.withdraw(make_article("uk", at=now - HOUR), ""),
        ]
        for at in (now - 2 * HOUR, now - HOUR, now, now + HOUR, now + 2 * HOUR):
            shown = set(Article.objects.visible(at))
            for row in Article.objects.filter(pk__in=[one.pk for one in rows]):
                with self.subTest(at=at, row=row):
                    self.assertEqual(row.is_visible(at), row in shown)

    def test_every_kind_is_a_reserved_first_word(self):
        self.assertCountEqual(Kind.values, KIND_WORDS)

    def test_an_address_has_edition_kind_padded_day_and_number(self):
        make_editions()
        at = database_now().replace(year=2024, month=3, day=5, hour=12)
        for code, prefix in (("uk", ""), ("ru", "/rus"), ("en", "/eng")):
            article = make_article(code, at=at, kind="columns")
            self.assertEqual(
                article.get_absolute_url(), f"{prefix}/columns/2024/03/05/{article.story_id}/"
            )

    def test_named_things_and_pages_have_an_address_in_each_edition(self):
        language, picture = make_language("ru"), make_picture("pic")
        page = Page.objects.create(language=language, slug="about", title="О нас")
        section = Section.objects.create(slug="region")
        self.assertEqual(page.get_absolute_url(), "/rus/pages/about/")
        self.assertEqual(section.get_absolute_url(language), "/rus/sections/region/")
        self.assertEqual(make_author("vira").get_absolute_url(language), "/rus/authors/vira/")
        self.assertEqual(
            picture.whole.address(360, "webp"),
            f"/media/pictures/pic/{picture.whole.name}/360.webp",
        )

    def test_a_picture_offers_its_renditions_to_browsers(self):
        cut = make_picture("pic", width=1080, height=720).whole
        path = f"/media/pictures/pic/{cut.name}"
        for extension, offered in (
            ("avif", cut.avif_set),
            ("webp", cut.webp_set),
            ("jpg", cut.jpeg_set),
        ):
            each = [f"{path}/{width}.{extension} {width}w" for width in (360, 720, 1080)]
            self.assertEqual(offered, ", ".join(each))
        self.assertEqual((cut.fallback, cut.small), (f"{path}/720.jpg", f"{path}/720.jpg"))
        self.assertEqual(cut.largest, f"{path}/1080.jpg")
        self.assertEqual((cut.width, cut.height), (1080, 720))

    def test_a_cut_by_hand_takes_the_place_of_the_focal_point(self):
        by_hand = {"square": [0.5, 0, 0.5, 1]}
        picture = make_picture("pic", width=800, height=400, crops=by_hand, focal_x=0)
        self.assertEqual(picture.cut("square").box, Box(400, 0, 400, 400))
        self.assertEqual(picture.cut("wide").box.left, 0)

    def test_a_caption_ends_with_a_stop_where_a_credit_follows(self):
        for caption, credit, sentence in [
            ("A pier", "Photo: V. Lunna", "A pier."),
            ("A pier", "", "A pier"),
            ("", "Photo: V. Lunna", ""),
            ("A pier!", "Photo", "A pier!"),
            ("“A pier.”", "Photo", "“A pier.”"),
        ]:
            with self.subTest(caption, credit=credit):
                self.assertEqual(
                    PictureUse(caption=caption, credit=credit).caption_sentence, sentence
                )

    def test_a_menu_leads_to_the_web_or_into_this_site(self):
        for address, is_good in [
            ("https://example.org/", True),
            ("http://example.org/", True),
            ("/pages/about/", True),
            ("", True),
            ("javascript:alert(1)", False),
            ("example.org", False),
        ]:
            with self.subTest(address):
                entry = MenuEntry(label="Shop", address=address)
                if is_good:
                    entry.clean()
                else:
                    self.assertRaises(ValidationError, entry.clean)

    def test_genres_are_kept_in_lower_case(self):
        self.assertEqual(GenreName.objects.create(name=" Sonnet ", kind="columns").name, "sonnet")

    def test_rows_are_called_by_what_people_know_them_by(self):
        article, language = make_article(headline="A bridge"), make_language()
        draft, tag = make_draft("uk"), make_tag("rivers", en="Rivers")
        use = PictureUse(article=article, picture=make_picture("p"), caption="A pier")
        for thing, name in [
            (article, "A bridge"),
            (draft, f"{draft.story_id} {draft.language_id}"),
            (article.story, str(article.story_id)),
            (article.live_revision, f"{article.live_revision_id}: A bridge"),
            (use, "A pier"),
            (Byline(number=7, position=1), "7, 1"),
            (Tagging(number=7, position=0), "7, 0"),
            (RelatedPin(story_id=7), "7"),
            (PictureUse(alt="Stone"), "Stone"),
            (PictureUse(picture_id=7), "7"),
            (make_picture("q", credit="Photo: V. Lunna"), "Photo: V. Lunna"),
            (make_picture("r"), "r"),
            (Page(title="About"), "About"),
            (MenuEntry(label="Shop"), "Shop"),
            (MenuEntry(tag=tag), "Rivers"),
            (SupportCall(text="Help us"), "Help us"),
            (AdSlot(place="side"), "beside the text"),
            (ImportedItem(uri="urn:x"), "urn:x"),
            (ImportedStory(identity="urn:y"), "urn:y"),
            (FormerAddress(path="/old"), "/old"),
            (GenreName(name="sonnet"), "sonnet"),
            (MistakeReport(quoted="teh"), "teh"),
            (MistakeReport(remark="typo"), "typo"),
            (AuthorName(name="Vira"), "Vira"),
            (language, "English"),
        ]:
            with self.subTest(type(thing).__name__, name=name):
                self.assertEqual(str(thing), name)
