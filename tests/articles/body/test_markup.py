from unittest import TestCase

from articles.body.markup import DEEPEST, Token, balanced, escape, start_tag, tokens, unescape


def flat(html: str, stream=tokens) -> str:
    """The tokens as markup again."""
    return "".join(
        token.value
        if token.kind == "text"
        else f"</{token.value}>"
        if token.kind == "end"
        else start_tag(token.value, token.attributes)
        for token in stream(html)
    )


def nested(html: str) -> str:
    return flat(html, lambda html: balanced(tokens(html)))


class TokenTests(TestCase):
    def test_tags_and_text_come_in_their_order(self):
        self.assertEqual(
            list(tokens("a<P CLASS=b>c&amp;d</P >")),
            [
                Token("text", "a"),
                Token("start", "p", {"class": "b"}),
                Token("text", "c&d"),
                Token("end", "p"),
            ],
        )

    def test_attributes_are_read_as_browsers_do(self):
        token = next(tokens("""<a b c='1>' d="2&quot;" e=3&amp; b=again / f = g ">x"""))
        found = {"b": "", "c": "1>", "d": '2"', "e": "3&", "f": "g", '"': ""}
        self.assertEqual(token.attributes, found)

    def test_comments_and_declarations_are_left_out(self):
        for html in (
            *(
                "a<!-- x -->b",
                "a<!-->b",
                "a<!--->b",
                "a<!-- x --!>b",
                "a<!DOCTYPE html>b",
                "a<?x?>b",
            ),
            "a</ x>b",
        ):
            with self.subTest(html):
                self.assertEqual(flat(html), "ab")

    def test_what_is_never_closed_ends_the_text(self):
        for html in ("a<!-- b", "a<!b", "a<script>b"):
            with self.subTest(html):
                self.assertEqual(flat(html).removesuffix("<script>"), "a")

    def test_the_content_of_scripts_is_no_text(self):
        html = "a<script>b</scripts><p></SCRIPT>c<title>d</title><iframe src=x><p>e</iframe>f"
        self.assertEqual(flat(html), 'a<script></script>c<title></title><iframe src="x"></iframe>f')

    def test_a_loose_angle_bracket_is_text(self):
        self.assertEqual(flat("1 < 2 <3"), "1 < 2 <3")
        self.assertEqual(flat("a <b and no end"), "a <b and no end")
        self.assertEqual(flat("a <"), "a <")

    def test_a_reference_to_no_character_does_no_harm(self):
        self.assertEqual(unescape("&#" + "9" * 5_000 + "; &#x41;"), "\ufffd A")

    def test_text_is_escaped_as_browsers_serialise_it(self):
        self.assertEqual(escape("<a & 'b'\xa0>"), "&lt;a &amp; 'b'&nbsp;&gt;")
        self.assertEqual(start_tag("a", {"href": '"&'}), '<a href="&quot;&amp;">')


class BalanceTests(TestCase):
    def test_every_element_is_closed(self):
        self.assertEqual(nested("<div><em>a"), "<div><em>a</em></div>")

    def test_a_block_ends_the_paragraph_before_it(self):
        self.assertEqual(nested("<p>a<p>b<div>c</div>"), "<p>a</p><p>b</p><div>c</div>")

    def test_an_item_ends_the_item_before_it_but_not_the_one_around_its_list(self):
        self.assertEqual(
            nested("<ul><li>a<li>b<ul><li>c</ul></ul>"),
            "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
        )

    def test_an_end_tag_does_not_reach_out_of_a_table_cell(self):
        self.assertEqual(
            nested("<div><table><tr><td>a</div>b</table>c"),
            "<div><table><tr><td>a<hr>b</td></tr></table>c</div>",
        )
        self.assertEqual(
            nested("<div><em><table><td></em>a"), "<div><em><table><td>a</td></table></em></div>"
        )

    def test_stray_end_tags_still_part_words(self):
        self.assertEqual(nested("a</p>b</br>c</em>d"), "a<hr>b<br>cd")

    def test_nesting_is_bounded_without_gluing_words(self):
        html = nested("<div>" * 1_000 + "a<div>b<em>c")
        self.assertEqual(html.count("<div>"), DEEPEST)
        self.assertIn("a<hr>bc", html)
