"""Which renditions a picture has, and what their names depend on."""

from dataclasses import replace

from django.test import SimpleTestCase

from articles.pictures.darkroom import Notice
from articles.pictures.declared import DECLARED, cut_name, prints, widths
from articles.pictures.geometry import SHAPES, WHOLE, Box, cut

NOTICE = Notice("Vira Lunna", "Meridian", "2026 Meridian")


class WidthTests(SimpleTestCase):
    def test_a_large_picture_is_kept_in_every_width_of_the_layout(self):
        for shape, declared in DECLARED.items():
            with self.subTest(shape):
                box = cut(6000, 4000, shape)
                self.assertEqual(widths(shape, box), list(declared.widths))

    def test_no_rendition_is_wider_than_what_it_shows(self):
        for width in (1, 100, 359, 360, 361, 449, 450, 900, 1999):
            for shape in DECLARED:
                box = cut(width, 600, shape)
                self.assertLessEqual(max(widths(shape, box)), box.width)
                self.assertTrue(widths(shape, box))

    def test_a_picture_between_two_widths_has_its_own_where_that_gains_something(self):
        self.assertEqual(widths(WHOLE, Box(0, 0, 100, 50)), [100])
        self.assertEqual(widths(WHOLE, Box(0, 0, 400, 300)), [360])
        self.assertEqual(widths(WHOLE, Box(0, 0, 700, 300)), [360, 700])
        self.assertEqual(widths(WHOLE, Box(0, 0, 5000, 300))[-1], 2000)

    def test_every_rendition_has_the_shape_of_its_cut(self):
        for shape in set(DECLARED) - {WHOLE}:
            across, down = SHAPES[shape]
            for one in prints(shape, cut(6000, 4000, shape)).values():
                self.assertAlmostEqual(one.height, one.width * down / across, delta=1)

    def test_files_are_called_by_width_and_format(self):
        self.assertEqual(list(prints("share", cut(6000, 4000, "share"))), ["1200.jpg"])
        files = prints(WHOLE, Box(0, 0, 360, 20_000))
        self.assertEqual(list(files), ["360.avif", "360.webp", "360.jpg"])
        self.assertEqual(files["360.avif"].height, 20_000)


class NameTests(SimpleTestCase):
    def test_a_name_is_the_shape_and_eight_digits(self):
        self.assertRegex(cut_name("wide", Box(0, 0, 16, 9), NOTICE), r"^wide-[0-9a-f]{8}$")

    def test_the_same_content_has_the_same_name_for_ever(self):
        self.assertEqual(cut_name("wide", Box(0, 0, 16, 9), NOTICE), "wide-ea999353")

    def test_another_part_or_another_word_inside_the_file_makes_another_name(self):
        names = {
            cut_name("wide", box, notice)
            for box in (Box(0, 0, 16, 9), Box(1, 0, 16, 9), Box(0, 0, 32, 18))
            for notice in (
                NOTICE,
                replace(NOTICE, creator="Ostap Mak"),
                replace(NOTICE, credit=""),
                replace(NOTICE, copyright=""),
            )
        }
        self.assertEqual(len(names), 12)
