"""The demonstration's pictures: each draws, alike every time, and like no other."""

from io import BytesIO
from itertools import combinations
from pathlib import Path
from tomllib import loads

from django.test import SimpleTestCase
from PIL import Image, ImageChops, ImageStat

from articles.demo import drawings

SMALL = (240, 160)
WORLD = Path(drawings.__file__).parents[1] / "world.toml"


def differ(one, other):
    """The mean distance of two pictures in one channel of 255 steps."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def colours(picture):
    """How many colours a picture has, to five bits a channel, so that grain does not count."""
    coarse = picture.resize((96, 64), Image.Resampling.BOX).point(lambda v: v & 0b11111000)
    return len(coarse.getcolors(96 * 64))


class SceneTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pictures = {scene: drawings.draw(scene, SMALL) for scene in drawings.SCENES}

    def test_there_are_24_scenes(self):
        self.assertEqual(len(set(drawings.SCENES)), 24)

    def test_every_scene_has_the_size_asked_for_and_is_rgb(self):
        for scene, picture in self.pictures.items():
            with self.subTest(scene):
                self.assertEqual((picture.size, picture.mode), (SMALL, "RGB"))

    def test_no_scene_is_flat(self):
        for scene, picture in self.pictures.items():
            with self.subTest(scene):
                self.assertGreater(colours(picture), 250)
                self.assertGreater(max(ImageStat.Stat(picture).stddev), 25)

    def test_a_scene_is_the_same_at_every_drawing(self):
        for scene, picture in self.pictures.items():
            with self.subTest(scene):
                self.assertEqual(picture.tobytes(), drawings.draw(scene, SMALL).tobytes())

    def test_no_two_scenes_resemble_each_other(self):
        for one, other in combinations(drawings.SCENES, 2):
            with self.subTest(one=one, other=other):
                self.assertGreater(differ(self.pictures[one], self.pictures[other]), 20)

    def test_another_shape_is_cut_from_the_middle(self):
        square = drawings.draw("bridge-dawn", (160, 160))
        middle = self.pictures["bridge-dawn"].crop((40, 0, 200, 160))
        self.assertEqual(square.size, (160, 160))
        self.assertLess(differ(square, middle), 12)

    def test_a_full_picture_is_light_enough_for_a_repository_of_stories(self):
        for scene in ("bridge-dawn", "garden", "market-bread"):
            with self.subTest(scene):
                picture, packed = drawings.draw(scene), BytesIO()
                picture.save(packed, "JPEG", quality=82)
                self.assertEqual(picture.size, (1600, 1067))
                self.assertLess(len(packed.getvalue()), 360_000)

    def test_an_unknown_scene_is_refused(self):
        with self.assertRaises(KeyError):
            drawings.draw("moon-landing")


class PortraitTests(SimpleTestCase):
    def setUp(self):
        self.slugs = [author["slug"] for author in loads(WORLD.read_text("utf-8"))["authors"]]
        self.portraits = {slug: drawings.draw_portrait(slug, (160, 160)) for slug in self.slugs}

    def test_every_author_of_the_demonstration_has_a_portrait_of_the_size_asked_for(self):
        for slug, portrait in self.portraits.items():
            with self.subTest(slug):
                self.assertEqual((portrait.size, portrait.mode), ((160, 160), "RGB"))
                self.assertGreater(colours(portrait), 150)

    def test_no_two_authors_look_alike(self):
        for one, other in combinations(self.slugs, 2):
            with self.subTest(one=one, other=other):
                self.assertGreater(differ(self.portraits[one], self.portraits[other]), 12)

    def test_a_newcomer_gets_a_face_that_stays(self):
        first = drawings.draw_portrait("a-newcomer", (160, 160))
        self.assertEqual(
            first.tobytes(), drawings.draw_portrait("a-newcomer", (160, 160)).tobytes()
        )

    def test_every_cut_collar_and_glasses_can_be_drawn(self):
        seeds = [f"stranger-{n}" for n in range(24)]
        faces = {drawings.draw_portrait(seed, (64, 64)).tobytes() for seed in seeds}
        self.assertEqual(len(faces), len(seeds))
