"""The first guess: where the eye goes, and the mean colour."""

from django.test import SimpleTestCase
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from articles.pictures.glance import focal_point, tone


def scene(size=(300, 200)):
    """A soft sky over a soft field."""
    slope = Image.linear_gradient("L").resize(size)
    return ImageOps.colorize(slope, (150, 180, 220), (110, 140, 90))


def disc(image, across, down, colour, radius=24):
    x, y = across * image.width, down * image.height
    ImageDraw.Draw(image).ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    return image


class FocalPointTests(SimpleTestCase):
    def assert_seen(self, image, across, down, most=0.12):
        found = focal_point(image)
        self.assertAlmostEqual(found[0], across, delta=most)
        self.assertAlmostEqual(found[1], down, delta=most)

    def test_a_thing_of_another_colour_is_seen_wherever_it_stands(self):
        for across, down in ((0.2, 0.3), (0.8, 0.3), (0.5, 0.5), (0.25, 0.75), (0.8, 0.8)):
            with self.subTest(across=across, down=down):
                self.assert_seen(disc(scene(), across, down, "crimson"), across, down)

    def test_the_shape_of_the_picture_does_not_matter(self):
        for size in ((400, 100), (150, 450), (200, 200)):
            with self.subTest(size):
                self.assert_seen(disc(scene(size), 0.7, 0.3, "gold"), 0.7, 0.3)

    def test_something_sharp_is_seen_before_a_blur(self):
        image = disc(scene(), 0.2, 0.5, "dimgrey").filter(ImageFilter.GaussianBlur(18))
        sharp = ImageDraw.Draw(image)
        for step in range(0, 48, 6):
            sharp.line((210 + step, 70, 210 + step, 118), fill="black", width=2)
        self.assert_seen(image, 234 / 300, 94 / 200)

    def test_a_face_is_seen_before_a_thing_as_strong(self):
        image = disc(scene(), 0.75, 0.4, (224, 172, 140))
        self.assert_seen(disc(image, 0.2, 0.4, (120, 150, 170)), 0.75, 0.4)

    def test_two_people_are_both_kept(self):
        image = disc(disc(scene(), 0.35, 0.4, (224, 172, 140)), 0.65, 0.4, (224, 172, 140))
        self.assert_seen(image, 0.5, 0.4)

    def test_where_nothing_stands_out_it_is_a_little_above_the_middle(self):
        for size in ((300, 200), (1, 1), (2, 300), (16_000, 1)):
            with self.subTest(size):
                self.assertEqual(focal_point(Image.new("RGB", size, "teal")), (0.5, 0.45))

    def test_noise_alone_leads_nobody_to_an_edge(self):
        self.assert_seen(Image.effect_noise((300, 200), 60).convert("RGB"), 0.5, 0.45, 0.2)


class ToneTests(SimpleTestCase):
    def test_it_is_the_mean_colour(self):
        image = Image.new("RGB", (10, 10), (255, 0, 0))
        image.paste((0, 0, 255), (0, 0, 5, 10))
        self.assertEqual(tone(image), "#7f007f")
