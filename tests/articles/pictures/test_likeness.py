"""The measure itself, against what its authors say of it."""

from django.test import SimpleTestCase
from PIL import Image, ImageFilter

from .likeness import likeness


class LikenessTests(SimpleTestCase):
    def setUp(self):
        self.image = Image.effect_noise((64, 64), 40).convert("RGB")

    def test_a_picture_is_wholly_like_itself(self):
        self.assertAlmostEqual(likeness(self.image, self.image), 1, places=4)

    def test_a_blur_costs_more_than_a_little_light(self):
        lighter = self.image.point(lambda value: value + 4)
        blurred = self.image.filter(ImageFilter.GaussianBlur(2))
        self.assertGreater(likeness(self.image, lighter), 0.98)
        self.assertLess(likeness(self.image, blurred), 0.6)

    def test_of_two_even_greys_only_the_light_counts(self):
        one, other = (Image.new("L", (20, 20), grey) for grey in (100, 150))
        c1 = (0.01 * 255) ** 2
        expected = (2 * 100 * 150 + c1) / (100**2 + 150**2 + c1)
        self.assertAlmostEqual(likeness(one, other), expected, places=3)
