import re
from unittest import TestCase

from hypothesis import given, settings

from articles.body.blocks import Block, BlockType, new_id, numbered, write
from articles.body.parse import from_html
from articles.body.reading import read
from tests.articles.body.soup import NAUGHTY, PAYLOADS, soups

CANONICAL = (
    '<p data-block="paragraph" data-id="a1">Words with <strong>weight</strong>&nbsp;— and more.</p>'
    '<h2 data-block="subheading" data-id="a2">Heading</h2>'
    '<ul data-block="list" data-id="a3"><li>one<ul><li>inner</li></ul></li><li>two</li></ul>'
    '<ol data-block="list" data-id="a4" start="3"><li>three</li></ol>'
    '<div data-block="source" data-id="a5"><p>press service</p></div>'
    '<div data-block="details" data-id="a6"><p>first</p><p>second</p></div>'
    '<blockquote data-block="quote" data-date="2026-11-07" data-id="a7" data-person="author:12" '
    'data-source="https://outside.example/post" data-speaker="Kovalia"><p>"We go."</p></blockquote>'
    '<div data-block="background" data-id="a8"><p>Before:</p><ul><li>x</li></ul></div>'
    '<div data-block="read-also" data-id="a9" data-story="123"></div>'
    '<div data-block="read-also" data-id="b1"><p>'
    '<a href="https://outside.example/">There</a></p></div>'
    '<div data-block="picture" data-id="b2" data-picture="k3y"></div>'
    '<div data-address="https://video.example/1" data-block="embed" data-id="b3">'
    "<p>A copy</p></div>"
    '<div data-block="table" data-id="b4"><table><caption>c</caption><tbody><tr>'
    '<th scope="row">h</th>'
    "<td>1</td></tr></tbody></table></div>"
    '<div data-block="ad-break" data-id="b5"></div>'
    '<p data-block="paragraph" data-id="b6" dir="rtl" lang="he">מילים</p>'
)


class CanonicalTextTests(TestCase):
    def test_every_type_of_block_is_read_and_written_to_the_letter(self):
        blocks = read(CANONICAL)
        self.assertEqual({block.type for block in blocks}, set(BlockType))
        self.assertEqual(write(blocks), CANONICAL)

    def test_importing_our_own_text_changes_nothing(self):
        self.assertEqual(write(from_html(CANONICAL, "en")), CANONICAL)

    @settings(max_examples=100, deadline=None)
    @given(soups)
    def test_what_was_written_once_is_written_the_same_for_ever(self, html):
        written = write(from_html(html, "uk"))
        self.assertEqual(write(read(written)), written)

    def test_hostile_markup_comes_to_rest_too(self):
        for html in (*PAYLOADS, *NAUGHTY):
            written = write(from_html(html, "ru"))
            self.assertEqual(write(read(written)), written, html)

    def test_a_depth_that_would_exhaust_the_stack_is_read(self):
        self.assertEqual(len(read("<div>" * 100_000 + "word")), 1)
        for piece in ("<blockquote>", "<ul><li>", "<table><tr><td>", "<em lang=en>", "<figure>"):
            with self.subTest(piece):
                self.assertEqual(len(read(piece * 3_000 + "word")), 1)


class NumberingTests(TestCase):
    def test_a_copy_gets_a_new_id_and_the_first_keeps_its_own(self):
        first, second, third = numbered(
            [Block(BlockType.PARAGRAPH, "a1", "x")] * 2 + [Block(BlockType.LIST)]
        )
        self.assertEqual(first.id, "a1")
        self.assertEqual(len({first.id, second.id, third.id, ""}), 4)

    def test_writing_never_repeats_an_id(self):
        written = write([Block(BlockType.PARAGRAPH, "a1", "x")] * 3)
        self.assertEqual(len(set(re.findall('data-id="([^"]+)"', written))), 3)

    def test_ids_are_short_and_cannot_be_misread(self):
        self.assertRegex(new_id(), r"^[0-9a-hjkmnp-tv-z]{8}$")

    def test_of_a_split_paragraph_the_first_part_keeps_the_id(self):
        first, second = read('<p data-block="paragraph" data-id="a1">one<br><br>two</p>')
        self.assertEqual((first.id, first.html, second.html), ("a1", "one", "two"))
        self.assertNotEqual(second.id, "a1")


class EmptyBlockTests(TestCase):
    def test_blocks_without_words_or_reference_vanish(self):
        for html in (
            *("<p></p>", "<p>&nbsp;<br>\u200b</p>", "<ul><li></li></ul>", "<h2><em></em></h2>"),
            *('<div data-block="source"></div>', '<div data-block="picture"></div>'),
            *(
                '<div data-block="embed"></div>',
                '<div data-block="read-also"></div>',
                "<blockquote></blockquote>",
            ),
            "<table><tr><td> </td></tr></table>",
        ):
            with self.subTest(html):
                self.assertEqual(read(html), ())

    def test_the_words_of_an_embed_without_an_address_stay(self):
        blocks = read('<div data-block="embed"><p>one</p><ul><li>two</li></ul></div>')
        self.assertEqual([block.type for block in blocks], [BlockType.PARAGRAPH, BlockType.LIST])

    def test_a_picture_still_to_be_fetched_is_not_written(self):
        self.assertEqual(write([Block(BlockType.PICTURE, "a1", attributes={"src": "a.jpg"})]), "")

    def test_a_block_can_be_a_member_of_a_set(self):
        self.assertEqual(len({Block(BlockType.AD_BREAK, "a1"), Block(BlockType.AD_BREAK, "a1")}), 1)
