import re
from unittest import TestCase

from hypothesis import given, settings

from articles.body.blocks import BlockType, write
from articles.body.parse import from_html, from_text
from articles.body.text import plain_text
from tests.articles.body.soup import wordy


def drawn(html: str, **known: str) -> list[tuple[str, str]]:
    return [(block.type.value, block.html) for block in from_html(html, "en", **known)]


class CompletenessTests(TestCase):
    @settings(max_examples=100, deadline=None)
    @given(wordy)
    def test_no_visible_word_is_lost_or_glued_to_another(self, html):
        words = re.findall(r"(?<= )w[^\s<]+(?= )", html)
        blocks = from_html(html, "en")
        said = (
            plain_text(blocks)
            + " "
            + " ".join(value for block in blocks for value in block.attributes.values())
        )
        self.assertEqual(sorted(re.findall(r"\bw\S+\b", said)), sorted(words))

    @settings(max_examples=100, deadline=None)
    @given(wordy)
    def test_no_word_of_plain_text_is_lost(self, text):
        self.assertEqual(plain_text(from_text(text, "en")).split(), text.split())


class OutsideHtmlTests(TestCase):
    def test_a_whole_document_becomes_its_story(self):
        html = """<!doctype html><html><head><title>Bridge opens</title><style>p{}</style></head>
        <body>
        <article><section><h1>Bridge opens</h1>
        <div class="dat"><span class="vignette">Home</span></div>
        <div class="bodytext"><p>The bridge over the Lunva is open.</p>
        <p>Cars cross <a href="https://outside.example/">again</a>.</p></div></section></article>
        <script>track()</script></body></html>"""
        self.assertEqual(
            drawn(html, headline="Bridge Opens", lead="The bridge over the Lunva is open"),
            [("paragraph", 'Cars cross <a href="https://outside.example/">again</a>.')],
        )

    def test_loose_words_and_two_line_breaks_are_paragraphs(self):
        self.assertEqual(
            drawn("<div>one<br>line<br> <br>two<div>three</div>four<hr>five</div>"),
            [("paragraph", words) for words in ("one<br>line", "two", "three", "four", "five")],
        )

    def test_old_and_foreign_inline_elements_become_ours(self):
        html = "<b>a</b> <i>b</i> <strike>c</strike> <tt>d</tt> <font color=red>e</font> <u>f</u>"
        self.assertEqual(
            drawn(html)[0][1], "<strong>a</strong> <em>b</em> <s>c</s> <code>d</code> e f"
        )

    def test_bold_around_paragraphs_goes_into_each(self):
        self.assertEqual(
            drawn("<b><p>one <b>two</b></p><p>three</p></b><b></b>"),
            [("paragraph", "<strong>one two</strong>"), ("paragraph", "<strong>three</strong>")],
        )

    def test_a_character_reference_smuggles_no_control_in(self):
        self.assertEqual(drawn("<p>a&#8238;b&#2;c</p><p>&#8238;</p>"), [("paragraph", "abc")])
        self.assertEqual(drawn("<ul><li>a&#8238;b</ul>"), [("list", "<li>ab</li>")])

    def test_spaces_are_tidied(self):
        self.assertEqual(
            drawn("<p>&nbsp; a \n<b> b</b>&nbsp; c&nbsp;</p>")[0][1], "a <strong>b</strong>&nbsp;c"
        )

    def test_every_heading_is_a_subheading_of_one_line(self):
        self.assertEqual(
            drawn("<h1>One</h1><h4>Two<br><br>three</h4>"),
            [("subheading", "One"), ("subheading", "Two three")],
        )

    def test_nested_quotations_are_one(self):
        self.assertEqual(
            drawn(
                "<blockquote>a<blockquote><h3>b</h3><ol start=2><li>c</ol>"
                "</blockquote></blockquote>"
            ),
            [("quote", '<p>a</p><p><strong>b</strong></p><ol start="2"><li>c</li></ol>')],
        )

    def test_preformatted_lines_stay_lines(self):
        self.assertEqual(drawn("<pre>a 1\nb 2</pre>"), [("paragraph", "a 1<br>b 2")])

    def test_an_element_inside_details_or_an_unknown_one_is_only_its_words(self):
        self.assertEqual(drawn("<details><foo-bar>a</foo-bar></details>"), [("paragraph", "a")])


class ListAndTableTests(TestCase):
    def test_lists_in_lists_stay_nested_however_they_are_written(self):
        inner = "<li>a<ul><li>b</li></ul></li>"
        for html in (
            "<ul><li>a<ul><li>b</ul></ul>",
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul>a<ul><li>b</li></ul></ul>",
        ):
            with self.subTest(html):
                self.assertEqual(drawn(html), [("list", inner)])
        self.assertEqual(
            drawn("<ul><ul><li>b</ul></ul>"), [("list", "<li><ul><li>b</li></ul></li>")]
        )

    def test_paragraphs_in_items_become_lines(self):
        self.assertEqual(
            drawn("<ul><li><p>a</p><p>b <b>c</b></p><img src=x.jpg><hr>d</ul>")[-1],
            ("list", "<li>a<br>b <strong>c</strong><br>d</li>"),
        )

    def test_depth_is_bounded(self):
        (block,) = from_html("<ul><li>a" * 30, "en")
        self.assertEqual(block.html.count("<ul>"), 4)
        self.assertEqual(plain_text([block]).count("a"), 30)

    def test_tables_keep_their_structure_and_cells_their_words(self):
        html = (
            "<table class=x><caption>t</caption><colgroup><col></colgroup><tr>"
            "<th scope=row>a<td colspan=2 data-id=q>"
            "<p>b</p><p>c</p><table><tr><td>d</table></table>"
        )
        cell = '<td colspan="2">b<br>c<br>d</td>'
        row = f'<tr><th scope="row">a</th>{cell}</tr>'
        table = f"<table><caption>t</caption><tbody>{row}</tbody></table>"
        self.assertEqual(drawn(html), [("table", table)])

    def test_words_between_cells_get_one(self):
        for html in ("<table>a</table>", "<table><tbody>a</table>", "<table><tr>a</table>"):
            with self.subTest(html):
                self.assertEqual(
                    drawn(html), [("table", "<table><tbody><tr><td>a</td></tr></tbody></table>")]
                )


class PictureAndEmbedTests(TestCase):
    def test_a_picture_waits_with_its_caption_and_credit(self):
        html = (
            '<p>a</p><figure><img src="b.jpg" alt=" two  words ">'
            '<div class="byline">Oles Kovalenko</div>'
            "<figcaption>The <i>bridge</i></figcaption></figure><p>c <img src=d.png> e</p>"
        )
        blocks = from_html(html, "en")
        self.assertEqual(
            [block.type.value for block in blocks],
            ["paragraph", "picture", "paragraph", "picture", "paragraph"],
        )
        self.assertEqual(
            blocks[1].attributes,
            {
                "src": "b.jpg",
                "alt": "two words",
                "caption": "The bridge",
                "credit": "Oles Kovalenko",
            },
        )
        self.assertNotIn("picture", write(blocks))

    def test_counting_pixels_and_smileys_are_no_pictures(self):
        html = (
            '<p>a<img src=count.gif width=1 height=1><img class=emoji src=b.svg alt="🙂"><img></p>'
        )
        self.assertEqual(drawn(html), [("paragraph", "a🙂")])

    def test_a_figure_without_a_picture_keeps_its_words(self):
        html = "<figure><table><tr><td>1</table><figcaption>a</figcaption></figure>"
        self.assertEqual([kind for kind, _ in drawn(html)], ["table", "paragraph"])

    def test_a_picture_parts_the_quotation_it_stands_in(self):
        kinds = [kind for kind, _ in drawn("<blockquote>a<img src=b.jpg>c</blockquote>")]
        self.assertEqual(kinds, ["quote", "picture", "quote"])

    def test_players_become_embeds_and_lose_what_stands_in_for_them(self):
        html = (
            "<p>a</p><iframe src=//video.example/1>no frames</iframe>"
            "<video src=https://v.example/2>"
            "old <b>browser</b><br></video><iframe src=javascript:x></iframe><p>b</p>"
        )
        blocks = from_html(html, "en")
        addresses = [b.attributes["address"] for b in blocks if b.type == BlockType.EMBED]
        self.assertEqual(addresses, ["https://video.example/1", "https://v.example/2"])
        self.assertEqual(plain_text(blocks).split(), ["a", "b"])

    def test_a_copied_post_keeps_its_words_and_address(self):
        html = '<blockquote class="wide tiktok-embed" cite="https://social.example/7"><p>Hi</p></blockquote>'
        (block,) = from_html(html, "en")
        self.assertEqual((block.type, block.html), (BlockType.EMBED, "<p>Hi</p>"))
        self.assertEqual(block.attributes, {"address": "https://social.example/7"})


class PlainTextTests(TestCase):
    def test_lines_are_paragraphs_and_dialogue_stays(self):
        text = "Bridge opens\r\nFirst.\n\n– We waited, she says.\nR & D <b>"
        self.assertEqual(
            [block.html for block in from_text(text, "en", headline="Bridge opens!")],
            ["First.", "– We waited, she says.", "R &amp; D &lt;b&gt;"],
        )

    def test_bullets_are_a_list_but_one_hyphen_is_speech(self):
        blocks = from_text("a\n• b\n* c\nd\n- Hello.\ne\n- f\n- g", "en")
        self.assertEqual(
            [(block.type.value, block.html) for block in blocks],
            [
                *(("paragraph", "a"), ("list", "<li>b</li><li>c</li>"), ("paragraph", "d")),
                *(("paragraph", "- Hello."), ("paragraph", "e"), ("list", "<li>f</li><li>g</li>")),
            ],
        )

    def test_copy_wrapped_at_a_fixed_width_is_joined(self):
        text = "The bridge over the river has been closed for a\n"
        text += "long time, said the mayor.\nnobody knew"
        self.assertEqual(
            [block.html for block in from_text(text, "en")],
            [
                "The bridge over the river has been closed for a long time, said the mayor.",
                "nobody knew",
            ],
        )
