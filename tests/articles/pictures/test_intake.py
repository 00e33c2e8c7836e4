"""What is refused at sight, before anything is decoded, and with which words."""

import io
import zipfile

from django.test import SimpleTestCase
from PIL import PngImagePlugin

from articles.admin import picture_form as picture_screen
from articles.pictures.intake import (
    FORMATS,
    MOST_BYTES,
    REASONS,
    UnusablePicture,
    format_of,
    refuse_at_sight,
)

from .files import file_of, marked, noise

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EVIL = b"<script>alert(1)</script><?php system('id'); ?>"


def archive():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped:
        zipped.writestr("index.html", "x")
        zipped.comment = b"a comment"
    return buffer.getvalue()


class RefusalCase(SimpleTestCase):
    def assert_refused(self, content, reason, by=refuse_at_sight):
        with self.assertRaises(UnusablePicture) as refused:
            by(content)
        self.assertEqual(refused.exception.reason, reason)
        self.assertEqual(str(refused.exception), REASONS[reason])


class FormatTests(RefusalCase):
    def test_each_format_is_known_by_its_content(self):
        for name in FORMATS:
            with self.subTest(name):
                self.assertEqual(format_of(file_of(marked(), name)), name)

    def test_other_formats_are_unknown(self):
        for name in ("GIF", "BMP", "TIFF", "PPM", "ICO", "PDF", "TGA"):
            with self.subTest(name):
                self.assert_refused(file_of(marked(), name), "unknown")

    def test_what_is_no_picture_is_unknown(self):
        eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(x) run"
        heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99)
        for content in (b"", b"\0" * 99, SVG, b"<?xml?>" + SVG, eps, b"<html></html>", heic):
            with self.subTest(content[:12]):
                self.assert_refused(content, "unknown")

    def test_a_pictures_bytes_behind_something_else_do_not_make_it_one(self):
        self.assert_refused(b"<svg>" + file_of(marked(), "JPEG"), "unknown")

    def test_a_file_beyond_fifty_megabytes_is_not_even_looked_at(self):
        class Heavy(bytes):
            def __len__(self):
                return MOST_BYTES + 1

        self.assert_refused(Heavy(file_of(marked())), "too-heavy")


class DisguiseTests(RefusalCase):
    def test_a_picture_that_is_a_page_or_a_program_too_is_refused(self):
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", EVIL.decode())
        for content in (
            file_of(marked(), "JPEG", comment=EVIL),
            file_of(marked(), "JPEG") + EVIL.upper(),
            file_of(marked(), "PNG", pnginfo=notes),
            file_of(marked(), "WEBP", xmp=EVIL),
            file_of(marked(), "AVIF") + SVG,
            file_of(marked(), "JPEG", comment=b"<!DOCTYPE html>"),
            file_of(marked(), "JPEG", comment=b"%PDF-1.7"),
            file_of(marked(), "JPEG", comment=b"<body onload=alert(1)>"),
        ):
            with self.subTest(content[:4]):
                self.assert_refused(content, "disguised")

    def test_a_picture_that_is_an_archive_too_is_refused(self):
        for name in FORMATS:
            with self.subTest(name):
                self.assert_refused(file_of(marked(), name) + archive(), "disguised")
                self.assert_refused(file_of(marked(), name) + archive() + b"junk", "disguised")
        for head in (b"Rar!\x1a\x07\x01\0", b"7z\xbc\xaf\x27\x1c\0\x04"):
            self.assert_refused(file_of(marked()) + head + bytes(100), "disguised")

    def test_a_film_behind_the_picture_is_what_phones_write(self):
        film = b"\0\0\0\x18ftypmp42" + noise().tobytes()
        self.assertEqual(refuse_at_sight(file_of(marked(), "JPEG") + film), "JPEG")

    def test_an_archives_mark_among_the_pixels_is_chance(self):
        content = file_of(marked()) + b"PK\x05\x06" + bytes(100)
        self.assertEqual(refuse_at_sight(content), "PNG")


class WordsTests(SimpleTestCase):
    def test_the_screen_has_words_for_every_reason(self):
        self.assertEqual(picture_screen.REASONS.keys(), REASONS.keys())
