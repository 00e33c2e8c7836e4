"""Renditions of pictures: only declared ones, each made once, and for ever the same."""

from io import BytesIO
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from articles import prints
from articles.content import PictureInUse
from articles.models import Picture, PrintSet
from articles.pictures import darkroom
from articles.pictures.declared import DECLARED
from articles.pictures.hatch import LabFailure
from articles.pictures.intake import UnusablePicture
from tests.articles.views.newsstand import Newsstand
from tests.builders import make_article, store_picture

FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
KEPT = "public, max-age=31536000, immutable, s-maxage=5, proxy-revalidate, stale-while-revalidate=0"


class Media(Newsstand):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.picture = store_picture("teal")
        make_article(pictures=(PictureInUse(cls.picture.pk),))

    def setUp(self):
        super().setUp()
        # Files outlive the rows of a test.
        self.addCleanup(self.forget)

    def forget(self):
        for shape in DECLARED:
            cut = self.picture.cut(shape)
            for file in cut.prints:
                default_storage.delete(prints.path(self.picture, cut.name, file))

    def status(self, address):
        return self.file(address)[0].status_code


class RenditionTests(Media):
    def test_each_rendition_of_each_cut_is_what_it_says(self):
        for shape in DECLARED:
            cut = self.picture.cut(shape)
            for file, expected in cut.prints.items():
                with self.subTest(f"{shape} {file}"):
                    address = cut.address(expected.width, expected.extension)
                    response, content = self.file(address)
                    image = Image.open(BytesIO(content))
                    self.assertEqual(image.size, (expected.width, expected.height))
                    self.assertEqual(image.format, FORMATS[expected.extension])
                    self.assertEqual(
                        response.headers["Content-Type"], f"image/{image.format.lower()}"
                    )
                    self.assertEqual(int(response.headers["Content-Length"]), len(content))

    def test_readers_keep_it_for_ever_and_proxies_for_seconds(self):
        response, _content = self.file(self.picture.whole.largest)
        self.assertEqual(response.headers["Cache-Control"], KEPT)
        self.assertEqual(response.headers["X-Content-Type-Options"], "nosniff")
        self.assertNotIn("Set-Cookie", response.headers)
        self.assertNotIn("Vary", response.headers)

    def test_who_has_it_is_told_so_without_the_file(self):
        response, _content = self.file(self.picture.whole.largest)
        tag = response.headers["ETag"]
        self.assertRegex(tag, r'^"[\w.-]+"$')
        again = self.client.get(self.picture.whole.largest, headers={"if-none-match": tag})
        self.assertEqual((again.status_code, again.headers["ETag"]), (304, tag))
        self.assertEqual(again.headers["Cache-Control"], KEPT)
        other = self.client.get(self.picture.whole.largest, headers={"if-none-match": '"x"'})
        self.assertEqual(b"".join(other), _content)

    def test_one_that_lies_there_costs_one_statement(self):
        self.file(self.picture.whole.largest)
        with self.assertNumQueries(1):
            self.file(self.picture.whole.largest)

    def test_nothing_can_be_posted(self):
        self.assertEqual(self.client.post(self.picture.whole.largest).status_code, 405)

    def test_the_original_has_no_address(self):
        self.assertEqual(self.client.get(f"/media/{self.picture.original.name}").status_code, 404)


class UndeclaredTests(Media):
    """Nobody fills the disk by asking for others."""

    def files(self):
        return sorted(Path(settings.MEDIA_ROOT).rglob("*"))

    def test_what_is_not_declared_is_404_and_makes_no_file(self):
        before, key = self.files(), self.picture.key
        name = self.picture.whole.name
        for cut, file in [
            *((name, f"{width}.jpg") for width in (0, 1, 361, 1440, 10**30)),
            *((name, f"360.{extension}") for extension in ("png", "svg", "jpeg", "JPG", "jpg.php")),
            *(("whole-00000000", "360.jpg"), ("whole", "360.jpg"), ("whole-", "360.jpg")),
            *(("portrait-00000000", "360.jpg"), ("x" * 500, "360.jpg"), ("..", "360.jpg")),
            (self.picture.share.name, "1200.avif"),
        ]:
            with self.subTest(f"{cut}/{file}"):
                self.assertEqual(self.status(f"/media/pictures/{key}/{cut}/{file}"), 404)
        self.assertEqual((self.files(), PrintSet.objects.count()), (before, 0))

    def test_nor_does_a_guessed_key(self):
        for key in ("x", "..", "%2e%2e", "..%2foriginals", "%00", self.picture.key[:-1], "a" * 500):
            address = f"/media/pictures/{key}/{self.picture.whole.name}/360.jpg"
            self.assertEqual(self.status(address), 404)

    def test_a_format_that_no_cut_has_asks_the_database_nothing(self):
        base = f"/media/pictures/{self.picture.key}"
        self.client.get("/")
        with self.assertNumQueries(0):
            self.client.get(f"{base}/nothing-00000000/360.jpg")
            self.client.get(f"{base}/{self.picture.whole.name}/1.png")


class ChangeTests(Media):
    def test_another_focal_point_gives_another_address_and_the_former_one_stays(self):
        former = self.picture.cut("square")
        _response, before = self.file(former.largest)
        picture = Picture.objects.get(pk=self.picture.pk)
        picture.focal_x = 0.9
        picture.save()
        present = picture.cut("square")
        self.assertNotEqual(present.name, former.name)
        self.assertEqual(self.status(present.largest), 200)
        self.assertEqual(self.file(former.largest)[1], before)

    def test_a_former_one_is_never_made_again(self):
        former = self.picture.cut("square").largest
        Picture.objects.filter(pk=self.picture.pk).update(focal_x=0.9)
        self.assertEqual(self.status(former), 404)

    def test_one_crop_by_hand_moves_no_other_cut(self):
        before = {shape: self.picture.cut(shape).name for shape in DECLARED}
        picture = Picture.objects.get(pk=self.picture.pk)
        picture.crops = {"wide": [0.1, 0.1, 0.5, 0.5]}
        changed = [shape for shape in DECLARED if picture.cut(shape).name != before[shape]]
        self.assertEqual(changed, ["wide"])


class LostTests(Media):
    def test_a_lost_file_is_made_again(self):
        address, cut = self.picture.whole.largest, self.picture.whole
        _response, before = self.file(address)
        default_storage.delete(prints.path(self.picture, cut.name, f"{cut.width}.jpg"))
        self.assertEqual(self.file(address)[1], before)

    def test_so_is_one_that_was_never_whole(self):
        address, cut = self.picture.whole.largest, self.picture.whole
        _response, before = self.file(address)
        lies_at = prints.path(self.picture, cut.name, f"{cut.width}.jpg")
        Path(default_storage.path(lies_at)).write_bytes(before[:100])
        self.assertEqual(self.file(address)[1], before)

    def test_without_its_original_there_is_nothing_to_make_it_of(self):
        picture = store_picture("crimson")
        make_article(pictures=(PictureInUse(picture.pk),))
        picture.original.storage.delete(picture.original.name)
        self.assertEqual(self.status(picture.whole.largest), 404)

    def test_an_original_that_can_be_read_no_more_is_404(self):
        picture = store_picture("crimson")
        make_article(pictures=(PictureInUse(picture.pk),))
        Path(picture.original.path).write_bytes(b"nothing")
        self.assertEqual(self.status(picture.whole.largest), 404)

    def test_one_that_takes_too_long_now_is_asked_for_again(self):
        picture = store_picture("crimson")
        make_article(pictures=(PictureInUse(picture.pk),))
        busy = mock.patch.object(darkroom, "develop", side_effect=UnusablePicture("costly"))
        broken = mock.patch.object(darkroom, "develop", side_effect=LabFailure("no Pillow"))
        for trouble in (busy, broken):
            with trouble, self.assertLogs("articles.views.media", "WARNING"):
                response = self.client.get(picture.whole.largest)
            self.assertEqual((response.status_code, response["Retry-After"]), (503, "1"))
