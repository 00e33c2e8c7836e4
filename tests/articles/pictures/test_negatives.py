"""What is decoded: upright, in the colours of screens, and nothing that is broken or a bomb."""

import contextlib
import io
import random
import struct
import zlib

from PIL import Image

from articles.pictures.intake import FORMATS, MOST_HEIGHT, MOST_PIXELS, UnusablePicture
from articles.pictures.metadata import gather
from articles.pictures.negatives import Negative

from . import profiles
from .files import (
    BLUE,
    FULL_XMP,
    RED,
    WHITE,
    bomb,
    chunk,
    file_of,
    marked,
    noise,
    of_sixteen_bits,
    segment,
    turned,
    with_chunk,
    with_segment,
)
from .test_intake import RefusalCase


def negative(content):
    return Negative(io.BytesIO(content), content)


def opened(content, factor=1):
    return negative(content).decode(factor)


def is_near(one, other, most=40):
    """Equal as far as a lossy format keeps colours."""
    return all(abs(a - b) < most for a, b in zip(one, other, strict=True))


class DamageTests(RefusalCase):
    def test_a_file_cut_at_any_of_twenty_places_is_refused_or_whole(self):
        whole = noise()
        for name in FORMATS:
            content = file_of(whole, name)
            expected = opened(content).tobytes()
            for twentieth in range(20):
                with self.subTest(name, twentieth=twentieth):
                    kept = content[: len(content) * twentieth // 20]
                    try:
                        found = opened(kept)
                    except UnusablePicture as refused:
                        self.assertIn(refused.reason, ("unknown", "damaged"))
                        # A picture that has begun is no unknown thing.
                        self.assertEqual(refused.reason == "unknown", len(kept) < 16)
                    else:
                        self.assertEqual(found.tobytes(), expected)

    def test_broken_metadata_costs_no_picture(self):
        content = file_of(marked(), "JPEG", exif=b"Exif\0\0no such thing as this")
        self.assertEqual(opened(content).size, (60, 40))

    def test_a_broken_profile_counts_as_none(self):
        for profile in (b"Secret", profiles.display_p3()[:200], profiles.press()):
            content = file_of(marked(), "PNG", icc_profile=profile)
            self.assertEqual(opened(content).getpixel((5, 5)), RED)


class NoiseTests(RefusalCase):
    def test_whatever_happens_to_a_file_on_its_way_it_is_taken_or_refused(self):
        chance = random.Random(20_261_124)
        exif = Image.Exif()
        exif[0x010E], exif[0x8769] = "A harbour", {0x9003: "2026:05:01 06:20:30"}
        whole = [file_of(noise(60, 40), name, exif=exif, xmp=FULL_XMP) for name in FORMATS]
        whole.append(file_of(marked().convert("CMYK"), "JPEG"))
        for _ in range(600):
            content = bytearray(chance.choice(whole))
            for _ in range(chance.randint(1, 12)):
                content[chance.randrange(chance.choice((900, len(content)))) % len(content)] = (
                    chance.randrange(256)
                )
            with contextlib.suppress(UnusablePicture):
                found = negative(bytes(content))
                gather(found.info, found.exif)
                self.assertEqual(found.decode(chance.choice((1, 2, 7))).mode, "RGB")


class BombTests(RefusalCase):
    def assert_refused(self, content, reason, by=opened):
        super().assert_refused(content, reason, by)

    def test_a_few_kilobytes_of_144_megapixels_are_refused_before_a_pixel_is_decoded(self):
        content = bomb(12_000, 12_000)
        self.assertLess(len(content), 30_000)
        Image.core.reset_stats()
        self.assert_refused(content, "too-large")
        self.assertEqual(Image.core.get_stats()["new_count"], 0)

    def test_what_pillow_itself_calls_an_attack_is_refused(self):
        self.assert_refused(bomb(20_000, 20_000), "too-large")

    def test_the_limit_is_forty_megapixels(self):
        self.assertEqual(MOST_PIXELS, 40_000_000)
        self.assert_refused(bomb(8_000, 5_001), "too-large")
        self.assertEqual(opened(bomb(8_000, 5_000), 16).size, (500, 313))

    def test_the_canvas_of_a_webp_is_measured_before_there_is_one(self):
        for form in ({}, {"lossless": True}, {"exif": b"Exif\0\0"}):
            small = bytearray(file_of(marked(), "WEBP", **form))
            if small[12:16] == b"VP8X":
                small[24:30] = (9_999).to_bytes(3, "little") * 2
            elif small[12:16] == b"VP8L":
                small[21:25] = (9_999 | 9_999 << 14).to_bytes(4, "little")
            else:
                small[26:30] = (10_000).to_bytes(2, "little") * 2
            with self.subTest(form):
                self.assert_refused(bytes(small), "too-large")

    def test_a_text_that_unpacks_to_megabytes_is_refused(self):
        zipped = zlib.compress(b"x" * 30_000_000)
        for name, head in ((b"zTXt", b"Comment\0\0"), (b"iTXt", b"Comment\0\1\0\0\0")):
            with self.subTest(name):
                self.assert_refused(with_chunk(file_of(marked()), name, head + zipped), "overfull")

    def test_a_thousand_texts_of_a_megabyte_are_refused(self):
        one = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"x" * 1_000_000))
        self.assert_refused(bomb(60, 40, *[one] * 1000), "overfull")

    def test_a_profile_that_unpacks_to_megabytes_is_refused(self):
        zipped = b"profile\0\0" + zlib.compress(b"x" * 30_000_000)
        self.assert_refused(with_chunk(file_of(marked()), b"iCCP", zipped), "overfull")

    def test_a_profile_of_sixteen_megabytes_of_nothing_counts_as_none(self):
        jpeg = file_of(marked(), "JPEG", quality=95)
        part = bytes(65_000)
        for number in range(255, 0, -1):
            jpeg = with_segment(jpeg, 0xE2, b"ICC_PROFILE\0" + bytes([number, 255]) + part)
        self.assertTrue(is_near(opened(jpeg).getpixel((5, 5)), RED))

    def test_a_picture_higher_than_webp_can_be_is_refused_upright_or_lying(self):
        self.assert_refused(bomb(40, MOST_HEIGHT + 1), "too-large")
        self.assert_refused(turned(6, Image.new("L", (MOST_HEIGHT + 1, 40))), "too-large")
        self.assertEqual(opened(bomb(40, MOST_HEIGHT)).height, MOST_HEIGHT)

    def test_a_moving_picture_is_refused_however_many_frames_it_has(self):
        frames = [Image.new("RGB", (20, 20), (shade * 97 % 256, 0, 0)) for shade in range(100)]
        for name in ("PNG", "WEBP", "AVIF"):
            for count in (2, 100):
                content = file_of(frames[0], name, save_all=True, append_images=frames[1:count])
                with self.subTest(name, count=count):
                    self.assert_refused(content, "animated")

    def test_frames_that_are_only_announced_are_refused_too(self):
        announced = struct.pack(">II", 0x7FFFFFFF, 0)
        self.assert_refused(with_chunk(file_of(marked()), b"acTL", announced), "animated")

    def test_further_pictures_for_devices_leave_the_photograph(self):
        content = file_of(marked(), "MPO", save_all=True, append_images=[marked()])
        self.assertTrue(is_near(opened(content).getpixel((5, 5)), RED))

    def test_a_comment_of_a_megabyte_harms_nobody(self):
        jpeg = file_of(marked(), "JPEG")
        long = jpeg[:2] + segment(0xFE, b"x" * 65_000) * 16 + jpeg[2:]
        self.assertEqual(opened(long).info, {})


class UprightTests(RefusalCase):
    # Where EXIF says the stored picture's top left corner belongs.
    CORNERS = {
        1: "top left",
        2: "top right",
        3: "bottom right",
        4: "bottom left",
        5: "top left",
        6: "top right",
        7: "bottom right",
        8: "bottom left",
    }

    def assert_upright(self, content, orientation):
        found = negative(content)
        size = (60, 40) if orientation < 5 else (40, 60)
        self.assertEqual((found.width, found.height), size)
        image = found.decode()
        self.assertEqual(image.size, size)
        places = {
            "top left": (5, 5),
            "top right": (image.width - 6, 5),
            "bottom left": (5, image.height - 6),
            "bottom right": (image.width - 6, image.height - 6),
        }
        for name, place in places.items():
            expected = RED if name == self.CORNERS[orientation] else BLUE
            self.assertTrue(is_near(image.getpixel(place), expected), name)

    def test_a_camera_held_in_any_way_gives_an_upright_picture(self):
        for name in FORMATS:
            for orientation in self.CORNERS:
                with self.subTest(name, orientation=orientation):
                    content = turned(orientation, image_format=name, quality=95)
                    self.assert_upright(content, orientation)

    def test_an_orientation_that_does_not_exist_turns_nothing(self):
        self.assertEqual(opened(turned(9)).size, (60, 40))


class ColourTests(RefusalCase):
    def test_a_picture_for_print_becomes_one_for_screens(self):
        image = opened(file_of(marked().convert("CMYK"), "JPEG", quality=95))
        self.assertEqual(image.mode, "RGB")
        self.assertTrue(is_near(image.getpixel((5, 5)), RED))

    def test_inks_of_a_picture_for_print_are_those_of_its_profile(self):
        inked = Image.new("CMYK", (40, 40), (0, 0, 0, 0))
        inked.paste((255, 255, 255, 255), (0, 0, 20, 40))
        content = file_of(inked, "JPEG", quality=95, icc_profile=profiles.press((60, 0, 0)))
        image = opened(content)
        # L 60 is a grey of 145; without the profile all inks together are black.
        self.assertTrue(is_near(image.getpixel((5, 5)), (145, 145, 145), 8))
        self.assertTrue(is_near(image.getpixel((35, 5)), WHITE, 8))

    def test_a_wide_gamut_becomes_that_of_screens(self):
        # P3's (234, 51, 35) is the red of sRGB.
        for name in FORMATS:
            wide = Image.new("RGB", (40, 40), (234, 51, 35))
            content = file_of(wide, name, icc_profile=profiles.display_p3(), quality=98)
            with self.subTest(name):
                self.assertTrue(is_near(opened(content).getpixel((9, 9)), RED, 16))
                self.assertTrue(is_near(opened(content, 2).getpixel((9, 9)), RED, 16))

    def test_sixteen_bits_keep_their_colours(self):
        image = opened(of_sixteen_bits())
        self.assertEqual([image.getpixel((x, 0)) for x in range(3)], [RED, (0, 128, 0), (0, 0, 10)])

    def test_sixteen_bits_keep_their_greys(self):
        deep = Image.new("I;16", (3, 1))
        for x, value in enumerate((0, 0x8000, 0xFFFF)):
            deep.putpixel((x, 0), value)
        image = opened(file_of(deep))
        self.assertEqual([image.getpixel((x, 0)) for x in range(3)], [(0,) * 3, (128,) * 3, WHITE])

    def test_what_is_transparent_is_white(self):
        clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
        clear.putpixel((0, 0), (*RED, 255))
        palette = Image.new("P", (4, 4))
        palette.putpalette([0, 0, 0, *RED])
        palette.putpixel((0, 0), 1)
        for name, content in [
            ("RGBA", file_of(clear)),
            ("LA", file_of(Image.new("LA", (4, 4), (0, 0)))),
            ("palette", file_of(palette, transparency=0)),
            ("WebP", file_of(clear, "WEBP", lossless=True)),
        ]:
            with self.subTest(name):
                self.assertEqual(opened(content).getpixel((3, 3)), WHITE)
                self.assertEqual(opened(content, 2).getpixel((1, 1)), WHITE)
        self.assertEqual(opened(file_of(clear)).getpixel((0, 0)), RED)

    def test_palettes_and_greys_become_colours(self):
        for mode in ("1", "L", "P"):
            with self.subTest(mode):
                self.assertEqual(opened(file_of(marked().convert(mode))).mode, "RGB")

    def test_strips_of_a_large_picture_meet_without_a_seam(self):
        slope = Image.linear_gradient("L").resize((64, 1111))
        for name in ("PNG", "WEBP"):
            image = opened(file_of(slope, name, lossless=True), 3)
            rows = [image.getpixel((9, y))[0] for y in range(image.height)]
            with self.subTest(name):
                self.assertEqual(rows, sorted(rows))
                self.assertEqual(len(rows), 371)
