"""The search for a quality: as high as the picture needs, and no higher."""

import io

from django.test import SimpleTestCase
from PIL import Image

from articles.pictures.exposure import QUALITIES, qualities
from articles.pictures.prints import encoded, make

from .likeness import likeness

ALL = {"avif", "webp", "jpg"}


def grain(strength, size=(360, 240)):
    return Image.effect_noise(size, strength).convert("RGB")


class QualityTests(SimpleTestCase):
    def test_it_stays_within_its_bounds(self):
        for image in (grain(0), grain(8), grain(120)):
            for extension, found in qualities(image, ALL, encoded).items():
                lowest, _usual, highest = QUALITIES[extension]
                with self.subTest(extension):
                    self.assertTrue(lowest <= found <= highest)

    def test_a_light_picture_gets_at_least_the_usual_one(self):
        sky = Image.linear_gradient("L").resize((720, 480)).convert("RGB")
        for extension, found in qualities(sky, ALL, encoded).items():
            self.assertEqual(found, QUALITIES[extension][1])

    def test_a_picture_of_full_detail_reaches_the_likeness_and_goes_no_further(self):
        image = grain(12)
        for extension, found in qualities(image, ALL, encoded).items():
            with Image.open(io.BytesIO(encoded(image, extension, found))) as pressed:
                reached = likeness(image, pressed.convert("RGB"))
            highest = QUALITIES[extension][2]
            with self.subTest(extension, quality=found):
                self.assertTrue(0.94 < reached < 0.98 or (reached < 0.98 and found == highest))

    def test_the_others_do_not_change_what_a_format_gets(self):
        image = grain(12)
        together = qualities(image, ALL, encoded)
        for extension in ALL:
            alone = qualities(image, {extension}, encoded)
            self.assertEqual(alone[extension], together[extension])

    def test_a_picture_too_small_to_measure_gets_the_usual_one(self):
        found = qualities(Image.new("RGB", (15, 900)), ALL, encoded)
        self.assertEqual(found, {extension: QUALITIES[extension][1] for extension in ALL})


class ChainTests(SimpleTestCase):
    def test_a_size_made_of_a_larger_one_is_like_one_made_of_the_picture(self):
        # Detail of every size, as in a photograph: there it is 0.997 and more.
        image = grain(60, (80, 60)).resize((1600, 1200))
        for size in ((400, 300), (1600, 1200)):
            image = Image.blend(image, grain(60, size).resize(image.size), 0.3)
        box = [0, 0, 1600, 1200]

        def order(width, height):
            return {"box": box, "width": width, "height": height, "extension": "webp"}

        chained = make(image, image.size, [order(180, 135), order(720, 540)], b"")[0]
        direct = make(image, image.size, [order(180, 135)], b"")[0]
        one, other = (Image.open(io.BytesIO(made)).convert("RGB") for made in (chained, direct))
        self.assertGreater(likeness(one, other), 0.95)
