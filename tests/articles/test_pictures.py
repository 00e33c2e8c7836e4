"""Shapes and sizes of renditions, from plain numbers."""

from django.test import SimpleTestCase

from articles.pictures.geometry import rendition_size


class GeometryTests(SimpleTestCase):
    def test_the_height_follows_the_width_and_is_never_nothing(self):
        self.assertEqual(rendition_size(3000, 2000, 360), (360, 240))
        self.assertEqual(rendition_size(40_000, 1, 360), (360, 1))
