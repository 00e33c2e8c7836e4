"""What a file says of itself: XMP before IIM before EXIF, in every code page of the trade."""

import io

from django.test import SimpleTestCase
from PIL import Image

from articles.pictures import iim, xmp
from articles.pictures.metadata import MOST_CHARACTERS, gather
from articles.pictures.negatives import Negative

from . import files
from .files import file_of, marked

UKRAINIAN = "Київський міст уночі: ґанок, їжак і п’ять ялинок"
RUSSIAN = "Съезд журналистов в Одессе: объявлены итоги года"


def said(content):
    negative = Negative(io.BytesIO(content), content)
    return gather(negative.info, negative.exif)


def jpeg(records=b"", packet=b"", exif=None):
    options = {name: value for name, value in (("xmp", packet), ("exif", exif)) if value}
    content = file_of(marked(), "JPEG", **options)
    return files.with_iim(content, records) if records else content


class XmpTests(SimpleTestCase):
    def test_every_field_is_read_in_every_format(self):
        for name in ("JPEG", "PNG", "WEBP", "AVIF"):
            if name == "PNG":
                words = b"XML:com.adobe.xmp\0\0\0\0\0" + files.FULL_XMP
                content = files.with_chunk(file_of(marked()), b"iTXt", words)
            else:
                content = file_of(marked(), name, xmp=files.FULL_XMP)
            with self.subTest(name):
                self.assertEqual(
                    said(content),
                    {
                        "headline": "Порт працює",
                        "caption": "Порт уранці",
                        "alt": "Кран над водою",
                        "place": "Одеса, Україна",
                        "creator": "Віра Місячна, Ґанна Їжак",
                        "credit": "Фото: Місячна",
                        "copyright": "© 2026 Місячна",
                        "usage_terms": "Editorial use only",
                        "taken_at": "2026-05-01T06:20:30+03:00",
                    },
                )

    def test_words_of_parts_inside_parts_are_nobodys(self):
        inner = "<rdf:Description><photoshop:Credit>Inner</photoshop:Credit></rdf:Description>"
        packet = files.xmp(
            f"<dc:relation><rdf:Bag><rdf:li>{inner}</rdf:li></rdf:Bag></dc:relation>"
        )
        self.assertNotIn("credit", said(jpeg(packet=packet)))

    def test_entities_end_the_reading(self):
        for declared in (
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
            '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
            '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://192.0.2.1/">%e;]>',
        ):
            body = files.xmp("<photoshop:Credit>Kept</photoshop:Credit>")
            with self.subTest(declared):
                self.assertEqual(xmp.read(declared.encode() + body), {})

    def test_a_thousand_elements_deep_is_no_packet(self):
        self.assertEqual(xmp.read(b"<a>" * 1000 + b"</a>" * 1000), {})

    def test_a_broken_packet_says_what_it_said_up_to_there(self):
        packet = files.xmp("<photoshop:Credit>Kept</photoshop:Credit><photoshop:City>Lo")
        self.assertEqual(said(jpeg(packet=packet))["credit"], "Kept")

    def test_garbage_and_much_too_much_are_no_packet(self):
        for packet in (b"", b"\0" * 9, b"\xff\xfe\0x", b"<a>" + b" " * xmp.MOST_BYTES):
            with self.subTest(packet[:3]):
                self.assertEqual(xmp.read(packet), {})

    def test_a_list_has_an_end(self):
        packet = files.xmp(files.in_order("dc:creator", *["x"] * 1000))
        self.assertLessEqual(len(said(jpeg(packet=packet))["creator"]), 200)


class IimTests(SimpleTestCase):
    def test_every_field_is_read(self):
        records = files.iim(
            (1, 90, b"\x1b%G"),
            (2, 105, b"Headline"),
            (2, 120, UKRAINIAN.encode()),
            (2, 80, b"Vira Lunna"),
            (2, 80, b"Hanna Yizhak"),
            (2, 110, b"Lunna"),
            (2, 116, "© Lunna".encode()),
            (2, 90, b"Odesa"),
            (2, 101, b"Ukraine"),
            (2, 55, b"20260501"),
            (2, 60, b"062030+0300"),
        )
        self.assertEqual(
            said(jpeg(records)),
            {
                "headline": "Headline",
                "caption": UKRAINIAN,
                "creator": "Vira Lunna, Hanna Yizhak",
                "credit": "Lunna",
                "copyright": "© Lunna",
                "place": "Odesa, Ukraine",
                "taken_at": "2026-05-01T06:20:30+03:00",
            },
        )

    def test_a_day_without_an_hour_is_a_day(self):
        for hour in (b"", b"999999"):
            records = files.iim((2, 55, b"20260501"), (2, 60, hour))
            self.assertEqual(said(jpeg(records))["taken_at"], "2026-05-01T00:00:00")

    def test_a_day_that_does_not_exist_is_left_out(self):
        for day in (b"00000000", b"20260231", b"yesterday", b"99990101"):
            with self.subTest(day):
                self.assertNotIn("taken_at", said(jpeg(files.iim((2, 55, day)))))

    def test_cyrillic_is_read_in_whatever_code_page_it_was_written(self):
        for words, pages in (
            (UKRAINIAN.replace("’", "'"), ("utf-8", "cp1251", "koi8_u", "mac_cyrillic")),
            (RUSSIAN, ("utf-8", "cp1251", "koi8_u", "koi8_r", "mac_cyrillic")),
            ("Фото: Олена Ткаченко", ("cp1251", "koi8_u", "mac_cyrillic")),
            ("КИЇВ", ("cp1251",)),
            ("ПРЕЗИДЕНТ УКРАЇНИ В ОДЕСІ", ("cp1251", "koi8_u")),
        ):
            for page in pages:
                records = files.iim((2, 120, words.encode(page)))
                with self.subTest(words, page=page):
                    self.assertEqual(said(jpeg(records))["caption"], words)

    def test_a_page_that_a_file_names_is_believed(self):
        for sign, page, words in (
            (b"\x1b-L", "iso8859_5", "Рятувальники біля дамби"),
            (b"\x1b-B", "iso8859_2", "Zażółć gęślą jaźń, Kraków"),
        ):
            records = files.iim((1, 90, sign), (2, 120, words.encode(page)))
            with self.subTest(page):
                self.assertEqual(said(jpeg(records))["caption"], words)

    def test_latin_accents_are_no_cyrillic(self):
        for words in (
            "Café à Besançon, été 2026",
            "Größe und Straßen in München",
            "“Niño” by José Núñez – © Agence",
        ):
            records = files.iim((2, 120, words.encode("cp1252")))
            with self.subTest(words):
                self.assertEqual(said(jpeg(records))["caption"], words)

    def test_a_short_word_is_read_with_the_help_of_the_long_ones(self):
        records = files.iim(
            (2, 90, "Ялта".encode("cp1251")), (2, 120, UKRAINIAN.replace("’", "'").encode("cp1251"))
        )
        self.assertEqual(said(jpeg(records))["place"], "Ялта")

    def test_a_code_page_that_is_not_true_is_not_believed(self):
        records = files.iim((1, 90, b"\x1b%G"), (2, 120, RUSSIAN.encode("cp1251")))
        self.assertEqual(said(jpeg(records))["caption"], RUSSIAN)

    def test_words_cut_in_the_middle_of_a_letter_lose_that_letter_alone(self):
        records = files.iim((2, 120, UKRAINIAN.encode()[:-1]))
        self.assertEqual(said(jpeg(records))["caption"], UKRAINIAN[:-1])

    def test_broken_records_end_the_reading(self):
        good = files.iim((2, 110, b"Kept"))
        for rest in (b"\x1c\x02", b"\x1c\x02\x69\x00\x40short", b"\x1c\x02\x69\x80\x04\0\0\0\1x"):
            with self.subTest(rest):
                self.assertEqual(iim.read(good + rest), {(2, 110): ["Kept"]})


class ExifTests(SimpleTestCase):
    def exif(self, **more):
        exif = Image.Exif()
        exif[0x010E] = more.get("description", "A harbour")
        exif[0x013B] = "Vira Lunna"
        exif[0x8298] = "Lunna 2026"
        exif[0x8769] = {0x9003: "2026:05:01 06:20:30", **more.get("part", {})}
        exif[0x8825] = {1: "N", 2: (48.0, 27.0, 0.0)}
        return exif

    def test_it_speaks_where_nobody_else_does(self):
        expected = {
            "caption": "A harbour",
            "creator": "Vira Lunna",
            "copyright": "Lunna 2026",
            "taken_at": "2026-05-01T06:20:30",
        }
        self.assertEqual(said(jpeg(exif=self.exif())), expected)

    def test_a_zone_is_believed(self):
        found = said(jpeg(exif=self.exif(part={0x9011: "+03:00"})))
        self.assertEqual(found["taken_at"], "2026-05-01T06:20:30+03:00")

    def test_what_cameras_write_into_every_picture_is_no_caption(self):
        for words in ("OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM", "..."):
            with self.subTest(words):
                self.assertNotIn("caption", said(jpeg(exif=self.exif(description=words))))

    def test_its_bytes_may_be_cyrillic(self):
        for page in ("utf-8", "cp1251"):
            words = RUSSIAN.encode(page)
            # Pillow writes only what is ASCII.
            stand_in = "x" * len(words)
            content = jpeg(exif=self.exif(description=stand_in))
            with self.subTest(page):
                found = said(content.replace(stand_in.encode(), words))
                self.assertEqual(found["caption"], RUSSIAN)


class ContradictionTests(SimpleTestCase):
    def test_xmp_goes_before_iim_and_iim_before_exif_field_by_field(self):
        exif = Image.Exif()
        exif[0x010E], exif[0x013B], exif[0x8298] = "exif", "exif", "exif"
        records = files.iim((2, 120, b"iim"), (2, 80, b"iim"), (2, 110, b"iim"))
        packet = files.xmp(files.in_languages("dc:description", x_default="xmp"))
        found = said(jpeg(records, packet, exif))
        expected = {"caption": "xmp", "creator": "iim", "credit": "iim", "copyright": "exif"}
        self.assertEqual(found, expected)


class BoundTests(SimpleTestCase):
    def test_words_are_bounded_and_without_controls(self):
        long = "слово " * 30_000
        for field, dataset in (("headline", 105), ("caption", 120), ("credit", 110)):
            records = files.iim((2, dataset, long.encode()[:32_000]))
            found = said(jpeg(records))[field]
            with self.subTest(field):
                self.assertLessEqual(len(found), MOST_CHARACTERS[field])
                self.assertTrue(found.endswith("слово…"))
        records = files.iim((2, 110, "a\0b\x1b[31m\u202ec\r\n d".encode()))
        self.assertEqual(said(jpeg(records))["credit"], "ab[31mc d")

    def test_lines_are_kept_in_captions_alone(self):
        words = b"one\r\n\r\n two\rthree"
        found = said(jpeg(files.iim((2, 120, words), (2, 105, words))))
        self.assertEqual(found, {"caption": "one\ntwo\nthree", "headline": "one two three"})

    def test_letters_in_two_parts_become_one(self):
        records = files.iim((2, 110, "Кии\u0306в".encode()))
        self.assertEqual(said(jpeg(records))["credit"], "Кийв")
