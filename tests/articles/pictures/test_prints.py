"""What readers are given: sizes, cuts, and no word beyond creator, credit and copyright."""

import io
import json
import re
import subprocess

import pytest
from django.test import SimpleTestCase
from PIL import Image

from articles.pictures.darkroom import Notice, Print, develop
from articles.pictures.geometry import Box
from articles.pictures.notice import MOST_CHARACTERS, packet
from articles.pictures.prints import encoded, factor_for

from . import files
from .anatomy import parts
from .files import BLUE, RED, file_of, marked, noise, turned
from .test_negatives import is_near

WHOLE = Box(0, 0, 300, 200)
EXTENSIONS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
NOTICE = Notice("Віра Місячна", "Фото: Місячна & Ко", "© 2026 <Місячна>")
# The bare format needs these, and no others, to be shown.
NEEDED = {
    "jpg": {"E0", "DB", "C2", "C4", "DA"},
    "webp": {"VP8X", "VP8 "},
    "avif": {
        *("ftyp", "mdat", "hdlr", "pitm", "iloc", "iinf", "item:av01"),
        *("iprp", "ispe", "pixi", "av1C", "colr"),
    },
}
WORDS = {"jpg": {"E1"}, "webp": {"XMP "}, "avif": {"item:mime", "iref"}}


def telltale(image_format="JPEG"):
    """A photograph that says far too much."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Secret maker", "Secret model", "Secret software"
    exif[0x8769] = {0xA431: "Secret serial", 0xA430: "Secret owner", 0x9003: "2026:05:01 06:20:30"}
    exif[0x8825] = {1: "N", 2: (48.0, 27.0, 0.0), 3: "E", 4: (30.0, 31.0, 0.0)}
    said = files.xmp(
        "<photoshop:City>Secret city</photoshop:City>"
        "<photoshop:Instructions>Secret instructions</photoshop:Instructions>",
        'exif:GPSLatitude="48,27.0N" photoshop:Credit="Secret credit"',
    )
    content = file_of(noise(), image_format, exif=exif, xmp=said, icc_profile=b"Secret profile")
    if image_format == "JPEG":
        content = files.with_iim(content, files.iim((2, 90, b"Secret city")))
        content = files.with_segment(content, 0xFE, b"Secret comment")
    assert content.count(b"Secret") > 5
    return content


def of_all(content, box=WHOLE, size=(120, 80), notice=NOTICE):
    """A rendition in each format."""
    prints = [Print(box, *size, extension) for extension in EXTENSIONS]
    return dict(zip(EXTENSIONS, develop(content, prints, notice), strict=True))


class NoticeTests(SimpleTestCase):
    def test_a_rendition_carries_the_notice_and_nothing_else(self):
        for name in ("JPEG", "WEBP", "AVIF"):
            for extension, rendition in of_all(telltale(name)).items():
                with self.subTest(name, extension=extension):
                    found = {part for part, _content in parts(rendition)}
                    self.assertEqual(found, NEEDED[extension] | WORDS[extension])
                    self.assertNotIn(b"Secret", rendition)
                    self.assertNotIn(b"Exif", rendition)
                    self.assertEqual(rendition.count(b"<x:xmpmeta"), 1)

    def test_the_packet_holds_three_fields(self):
        said = packet(NOTICE.creator, NOTICE.credit, NOTICE.copyright)
        self.assertEqual(
            set(re.findall(rb"<((?:dc|photoshop):\w+)>", said)),
            {b"dc:creator", b"photoshop:Credit", b"dc:rights"},
        )
        self.assertIn("© 2026 &lt;Місячна&gt;".encode(), said)
        for rendition in of_all(telltale()).values():
            self.assertIn(said, rendition)

    def test_without_a_notice_there_are_no_words_at_all(self):
        for extension, rendition in of_all(telltale(), notice=Notice()).items():
            with self.subTest(extension):
                self.assertEqual(
                    {part for part, _content in parts(rendition)} - {"VP8X"},
                    NEEDED[extension] - {"VP8X"},
                )

    def test_a_notice_is_no_heavier_than_needed_and_cannot_break_out(self):
        said = packet("x" * 9_000, "]]><a/>\0\x1b", "")
        self.assertIn(b"x" * (MOST_CHARACTERS - 1) + "…".encode(), said)
        self.assertIn(b"]]&gt;&lt;a/&gt;", said)
        self.assertNotIn(b"dc:rights", said)
        self.assertNotIn(b"\0", said)

    @pytest.mark.exiftool
    def test_exiftool_reads_three_fields_and_the_format(self):
        # About the bytes themselves, not metadata: sizes, coding, the file's own name and dates.
        structure = {"File", "System", "ExifTool", "Composite", "JFIF", "RIFF", "QuickTime", "Meta"}
        for extension, rendition in of_all(telltale()).items():
            read = subprocess.run(
                ["exiftool", "-json", "-G1", "-"], input=rendition, capture_output=True, check=True
            )
            found = json.loads(read.stdout)[0]
            del found["SourceFile"]
            words = {key: said for key, said in found.items() if key.split(":")[0] not in structure}
            with self.subTest(extension):
                self.assertEqual(
                    words,
                    {
                        "XMP-dc:Creator": NOTICE.creator,
                        "XMP-photoshop:Credit": NOTICE.credit,
                        "XMP-dc:Rights": NOTICE.copyright,
                    },
                )


class CutTests(SimpleTestCase):
    def test_a_rendition_is_the_part_and_the_size_asked_for(self):
        content = file_of(marked(900, 600), "PNG")
        for extension, rendition in of_all(content, Box(0, 0, 450, 300), (150, 100)).items():
            with self.subTest(extension), Image.open(io.BytesIO(rendition)) as image:
                self.assertEqual(image.format, EXTENSIONS[extension])
                self.assertEqual(image.size, (150, 100))
                for place in ((1, 1), (148, 98)):
                    self.assertTrue(is_near(image.convert("RGB").getpixel(place), RED))

    def test_boxes_are_those_of_the_upright_picture(self):
        for orientation in (6, 8):
            content = turned(orientation, marked(900, 600), quality=95)
            box = Box(300, 0, 300, 450) if orientation == 6 else Box(0, 450, 300, 450)
            for extension, rendition in of_all(content, box, (100, 150)).items():
                with self.subTest(extension, orientation=orientation):
                    image = Image.open(io.BytesIO(rendition)).convert("RGB")
                    for place in ((2, 2), (97, 147)):
                        self.assertTrue(is_near(image.getpixel(place), RED))

    def test_the_order_is_that_of_the_request(self):
        content = file_of(marked(900, 600), "JPEG", quality=95)
        whole, corner = Box(0, 0, 900, 600), Box(450, 300, 450, 300)
        wanted = [
            Print(whole, 60, 40, "jpg"),
            Print(corner, 200, 133, "webp"),
            Print(whole, 600, 400, "webp"),
            Print(whole, 60, 40, "webp"),
            Print(corner, 60, 40, "jpg"),
        ]
        made = [Image.open(io.BytesIO(one)) for one in develop(content, wanted, NOTICE)]
        self.assertEqual(
            [(image.size, image.format) for image in made],
            [((one.width, one.height), EXTENSIONS[one.extension]) for one in wanted],
        )
        corners = [image.convert("RGB").getpixel((9, 9)) for image in made]
        expected = [RED, BLUE, RED, RED, BLUE]
        self.assertTrue(all(map(is_near, corners, expected)))

    def test_the_same_request_gives_the_same_bytes(self):
        content = file_of(noise(), "JPEG")
        self.assertEqual(of_all(content), of_all(content))

    def test_a_print_alone_is_that_of_all_of_them(self):
        content = file_of(noise(), "JPEG")
        together = of_all(content)["webp"]
        alone = develop(content, [Print(Box(0, 0, 300, 200), 120, 80, "webp")], NOTICE)
        self.assertEqual(alone, [together])

    def test_the_smallest_picture_there_is_has_renditions(self):
        for name in ("JPEG", "PNG", "WEBP", "AVIF"):
            content = file_of(Image.new("RGB", (1, 1), RED), name)
            with self.subTest(name):
                made = of_all(content, Box(0, 0, 1, 1), (1, 1))
                self.assertEqual(made.keys(), EXTENSIONS.keys())

    def test_nothing_asked_is_nothing_made(self):
        self.assertEqual(develop(file_of(marked()), [], NOTICE), [])

    def test_the_picture_is_made_smaller_no_further_than_the_prints_allow(self):
        def order(box, width, height):
            return {"box": box, "width": width, "height": height}

        whole, part = [0, 0, 6000, 4000], [0, 0, 1000, 1000]
        self.assertEqual(factor_for((6000, 4000), [order(whole, 720, 480)]), 4)
        self.assertEqual(
            factor_for((6000, 4000), [order(whole, 720, 480), order(part, 720, 720)]), 1
        )
        self.assertEqual(factor_for((6000, 4), [order([0, 0, 6000, 4], 60, 1)]), 2)


class EncoderTests(SimpleTestCase):
    def test_a_jpeg_is_progressive(self):
        self.assertIn(b"\xff\xc2", encoded(noise(), "jpg", 80))

    def test_grain_gets_a_higher_quality_than_a_sky(self):
        box, size = Box(0, 0, 720, 480), (720, 480)
        grain = Image.effect_noise((720, 480), 18).convert("RGB")
        sky = Image.linear_gradient("L").resize((720, 480)).convert("RGB")
        for extension in EXTENSIONS:
            made = []
            for image in (grain, sky):
                content = file_of(image)
                wanted = [Print(box, *size, extension)]
                made.append(len(develop(content, wanted, NOTICE)[0]))
            with self.subTest(extension):
                self.assertGreater(made[0], 4 * made[1])
