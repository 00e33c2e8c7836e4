from unittest import TestCase

from hypothesis import given, settings

from articles.body.blocks import Block, BlockType
from articles.body.holes import Hole, fill, holes
from articles.body.parse import from_html
from articles.body.render import render
from tests.articles.body.soup import soups
from tests.articles.body.test_blocks import CANONICAL


def paragraphs(count: int) -> list[Block]:
    return [Block(BlockType.PARAGRAPH, f"p{number}", f"n{number}") for number in range(count)]


class RenderTests(TestCase):
    def test_every_block_is_drawn_with_its_label_in_the_editions_language(self):
        self.assertEqual(
            render(CANONICAL, "en").split("\n"),
            [
                "<p>Words with <strong>weight</strong>\xa0— and more.</p>",
                '<h2 id="b-a2">Heading</h2>',
                "<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>",
                '<ol start="3"><li>three</li></ol>',
                '<p class="source"><strong class="label">Source:</strong> press service</p>',
                '<p class="details"><strong class="label">Details:</strong> first</p><p>second</p>',
                '<figure class="quote"><figcaption>'
                '<strong class="label">Quote from Kovalia:</strong></figcaption>'
                '<blockquote cite="https://outside.example/post"><p>"We go."</p>'
                "</blockquote></figure>",
                '<section class="background"><h2 class="label">Background</h2><p>Before:</p>'
                "<ul><li>x</li></ul></section>",
                "<!--hole:read-also:a9:123-->",
                '<p class="read-also"><strong class="label">Read also:</strong> '
                '<a href="https://outside.example/" rel="noopener">There</a></p>',
                "<!--hole:picture:b2:k3y-->",
                '<aside class="embed"><p>A copy</p><p>'
                '<a href="https://video.example/1" rel="noopener">'
                "video.example</a></p><!--hole:embed:b3:https%3A%2F%2Fvideo.example%2F1--></aside>",
                '<div class="table"><table><caption>c</caption><tbody><tr><th scope="row">h</th>'
                "<td>1</td></tr></tbody></table></div>",
                "<!--hole:ad-break:b5:-->",
                '<p dir="rtl" lang="he">מילים</p>',
            ],
        )

    def test_a_quotation_without_a_label_is_set_apart_silently(self):
        html = render("<blockquote>a</blockquote>", "uk")
        self.assertEqual(html, '<blockquote class="quote"><p>a</p></blockquote>')

    def test_a_label_before_a_list_has_a_line_of_its_own(self):
        html = render('<div data-block="details"><ul><li>a</li></ul></div>', "uk")
        label = '<p class="details"><strong class="label">Деталі:</strong></p>'
        self.assertEqual(html, f"{label}<ul><li>a</li></ul>")

    def test_the_first_paragraph_keeps_its_language(self):
        html = render('<div data-block="details"><p lang="en">a</p></div>', "uk")
        self.assertTrue(html.startswith('<p class="details" lang="en"><strong'), html)

    def test_links_to_our_own_pages_are_left_alone(self):
        html = '<a href="/news/">a</a> <a href="mailto:a@b.example">b</a>'
        self.assertEqual(render(html, "en"), f"<p>{html}</p>")

    def test_words_are_typeset_and_addresses_are_not(self):
        html = render(
            '<a href="https://outside.example/%D0%B2?q=в місті">в <em>об\'єкті</em></a>', "uk"
        )
        self.assertIn(">в\xa0<em>об’єкті</em></a>", html)
        self.assertIn("q=в%20місті", html)

    def test_a_picture_still_to_be_fetched_is_not_drawn(self):
        self.assertEqual(render(from_html("<p>a</p><img src=b.jpg>", "en"), "en"), "<p>a</p>")


class HoleTests(TestCase):
    def test_what_is_drawn_can_be_found_and_filled(self):
        hole = Hole("embed", "a1", "https://x.example/--><b>")
        html = f"<p>a</p>{hole}"
        self.assertEqual(holes(html), [hole])
        self.assertEqual(
            fill(html, lambda hole: f"[{hole.kind} {hole.block_id}]"), "<p>a</p>[embed a1]"
        )
        self.assertNotIn("--", str(hole)[4:-3])

    @settings(max_examples=100, deadline=None)
    @given(soups)
    def test_no_copy_can_forge_a_hole(self, html):
        forged = "<!--hole:picture:a1:x--> &lt;!--hole:picture:a1:x--&gt;"
        rendered = render(f"<p>{forged}</p>{html}{forged}", "en")
        self.assertNotIn(Hole("picture", "a1", "x"), holes(rendered))


class AdBreakTests(TestCase):
    def places(self, blocks) -> list[int]:
        """After how many lines of text an ad stands."""
        lines = render(blocks, "en", ad_breaks=True).split("\n")
        return [index for index, line in enumerate(lines) if "hole:ad-break" in line]

    def test_a_text_of_some_length_gets_one_near_its_third(self):
        self.assertEqual(self.places(paragraphs(6)), [])
        self.assertEqual(self.places(paragraphs(9)), [3])

    def test_a_long_text_gets_another_near_two_thirds(self):
        self.assertEqual(self.places(paragraphs(18)), [6, 13])

    def test_an_editors_own_break_is_enough(self):
        blocks = [*paragraphs(9), Block(BlockType.AD_BREAK, "ad0")]
        self.assertEqual(self.places(blocks), [9])

    def test_it_never_stands_beside_a_heading_a_quotation_or_another_hole(self):
        words = Block(BlockType.PARAGRAPH, "", "a")
        for other in (
            Block(BlockType.SUBHEADING, "x1", "h"),
            Block(BlockType.QUOTE, "x2", "<p>q</p>"),
            Block(BlockType.PICTURE, "x3", attributes={"picture": "k"}),
        ):
            blocks = [words, words, other, words, other, words, words, words, other]
            with self.subTest(other.type):
                self.assertEqual(self.places(blocks), [6])
                self.assertEqual(self.places([other, words] * 5), [])

    def test_a_long_text_with_room_for_one_gets_one(self):
        quotes = [Block(BlockType.QUOTE, f"q{n}", "<p>q</p>") for n in range(16)]
        self.assertEqual(self.places([*quotes[:8], *paragraphs(3), *quotes[8:]]), [9])

    def test_names_of_automatic_breaks_do_not_change(self):
        first, second = (render(paragraphs(18), "en", ad_breaks=True) for _ in range(2))
        self.assertEqual(first, second)
        self.assertEqual([hole.block_id for hole in holes(first)], ["ad1", "ad2"])
