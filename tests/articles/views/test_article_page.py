"""The article page: what it costs, what it shows and how it says it."""

import gzip
import re
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing, revisions
from articles.content import Content, PictureInUse
from articles.models import Change
from newsportal.languages import editions
from tests.articles.views.newsstand import Newsstand, make_copies, make_fullest, parse, words
from tests.builders import make_article, make_author, make_draft, make_tag, store_picture

STATEMENTS = 10
BODY_COLUMN = re.compile(r'"(?:body|rendered)"')


class CostTests(Newsstand):
    """What one page asks of the database, with nothing remembered."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.article = make_fullest(cls.en, neighbours=2)

    def statements(self, path):
        editions.forget()
        with CaptureQueriesContext(connection) as queries:
            response = self.client.get(path)
        self.assertEqual(response.status_code, 200)
        return [query["sql"] for query in queries.captured_queries]

    def test_the_fullest_page_costs_ten_statements_whatever_the_size_of_the_archive(self):
        path = self.article.get_absolute_url()
        self.assertEqual(len(self.statements(path)), STATEMENTS)
        make_copies(self.article, 300)
        self.assertEqual(len(self.statements(path)), STATEMENTS)

    def test_sibling_editions_cost_nothing_more(self):
        for language in (self.uk, self.ru):
            make_article(language, story=self.article.story)
        self.assertEqual(len(self.statements(self.article.get_absolute_url())), STATEMENTS)

    def test_no_text_is_read_but_the_rendered_one_of_the_page_itself(self):
        statements = self.statements(self.article.get_absolute_url())
        of_texts = [sql for sql in statements if BODY_COLUMN.search(sql)]
        self.assertEqual(len(of_texts), 1)
        self.assertIn('"articles_article"."rendered"', of_texts[0])
        self.assertNotIn('"body"', of_texts[0])
        self.assertIn(f'"story_id" = {self.article.story_id}', of_texts[0])

    def test_a_page_without_anything_around_it_costs_no_more(self):
        bare = make_article(self.en)
        self.assertLessEqual(len(self.statements(bare.get_absolute_url())), STATEMENTS)

    def test_a_withdrawn_and_an_unknown_one_cost_less(self):
        publishing.withdraw(self.article, "Wrong from the first word.")
        unknown = "/eng/news/2024/11/07/999999/"
        for path, statements in ((self.article.get_absolute_url(), 6), (unknown, 7)):
            editions.forget()
            with self.assertNumQueries(statements):
                self.client.get(path)


class OpeningTests(Newsstand):
    def test_the_moment_has_the_edition_s_own_form(self):
        at = datetime(2024, 11, 7, 19, 22, tzinfo=UTC)
        forms = {
            self.uk: "Четвер, 7 листопада 2024, 21:22",
            self.ru: "Четверг, 7 ноября 2024, 21:22",
            self.en: "Thursday, 7 November 2024, 21:22",
        }
        for language, form in forms.items():
            with self.subTest(language.code):
                moment = self.page(make_article(language, at=at)).find(".//article//time")
                self.assertEqual(words(moment).lower(), form.lower())
                self.assertEqual(words(moment)[0], form[0])
                self.assertEqual(moment.get("datetime"), "2024-11-07T21:22:00+02:00")

    def test_every_author_is_linked_in_the_order_of_signatures(self):
        authors = [make_author("vira", en="Vira Lunna"), make_author("ostap", en="Ostap Mak")]
        article = make_article(author_ids=tuple(author.pk for author in reversed(authors)))
        links = self.page(article).findall(".//*[@class='byline']/a")
        self.assertEqual(
            [(words(link), link.get("href")) for link in links],
            [("Ostap Mak", "/eng/authors/ostap/"), ("Vira Lunna", "/eng/authors/vira/")],
        )

    def test_a_borrowed_name_says_its_language(self):
        author, tag = make_author("vira", uk="Віра Лунна"), make_tag("bridge", uk="Міст")
        article = make_article(author_ids=(author.pk,), tag_ids=(tag.pk,))
        page = self.page(article)
        for path, name in ((".//*[@rel='author']", "Віра Лунна"), (".//*[@rel='tag']", "Міст")):
            link = page.find(path)
            self.assertEqual((words(link), link.get("lang")), (name, "uk"))
        rail = page.find(".//*[@class='tag-rail']")
        self.assertIsNone(rail, "a tag with nothing else under it has no rail")

    def test_an_own_name_needs_no_language(self):
        article = make_article(author_ids=(make_author("vira", en="Vira", uk="Віра").pk,))
        self.assertNotIn("lang", self.page(article).find(".//*[@rel='author']").keys())

    def test_a_changed_article_says_when(self):
        article = make_article(at=datetime(2024, 11, 7, 19, 22, tzinfo=UTC))
        self.assertNotIn("updated", words(self.page(article).find(".//article/header")))
        publishing.publish(
            article, change=Change.UPDATE, changed_at=datetime(2024, 11, 7, 20, 5, tzinfo=UTC)
        )
        page = self.page(article)
        updated = page.findall(".//article/header//time")[1]
        self.assertEqual(words(updated), "22:05")
        self.assertEqual(updated.get("datetime"), "2024-11-07T22:05:00+02:00")
        publishing.publish(
            article, change=Change.UPDATE, changed_at=datetime(2024, 11, 8, 20, 5, tzinfo=UTC)
        )
        updated = self.page(article).findall(".//article/header//time")[1]
        self.assertEqual(words(updated), "8 November, 22:05")

    def test_a_mended_slip_is_no_update(self):
        article = make_article()
        publishing.publish(article, change=Change.SLIP)
        self.assertEqual(len(self.page(article).findall(".//article/header//time")), 1)

    def test_paid_content_says_so_above_the_headline(self):
        for label, shown in (("promoted", "Promoted"), ("supported-by", "Supported by a partner")):
            page = self.page(make_article(paid_label=label))
            header = page.find(".//article/header")
            self.assertEqual(words(header[0]), shown)
            self.assertEqual(header[1].tag, "h1")

    def test_the_picture_has_caption_credit_and_alternative_text(self):
        picture = store_picture()
        use = PictureInUse(picture.pk, "", "The bridge at dawn", "Vira Lunna", "A long bridge")
        figure = self.page(make_article(pictures=(use,))).find(".//figure")
        self.assertEqual(words(figure.find("figcaption")), "The bridge at dawn. Photo: Vira Lunna")
        image = figure.find(".//img")
        self.assertEqual(image.get("alt"), "A long bridge")
        self.assertEqual((image.get("width"), image.get("height")), ("720", "480"))
        for address in re.findall(r"/media/\S+", image.get("srcset") + " " + image.get("src")):
            self.assertEqual(self.file(address)[0].status_code, 200)

    def test_distressing_pictures_wait_for_a_click_all_of_them(self):
        picture = store_picture()
        article = make_article(
            is_distressing=True,
            body='<div data-block="picture" data-id="p1" data-picture="x"></div>',
            pictures=(
                PictureInUse(picture.pk, "", "Ruins"),
                PictureInUse(picture.pk, "p1", "More ruins"),
            ),
        )
        page = self.page(article)
        veils = page.findall(".//details[@class='veil']")
        self.assertEqual(
            [words(veil.find(".//figcaption")) for veil in veils], ["Ruins", "More ruins"]
        )
        self.assertTrue(all(veil.get("open") is None for veil in veils))
        self.assertEqual(len(page.findall(".//article//figure")), 2)
        self.assertIsNone(page.find(".//meta[@property='og:image']"))

    def test_only_what_is_kept_out_of_search_engines_says_so(self):
        for is_unindexed, robots in ((True, "noindex"), (False, "index, follow")):
            page = self.page(make_article(is_unindexed=is_unindexed))
            self.assertTrue(page.find(".//meta[@name='robots']").get("content").startswith(robots))


class HoleTests(Newsstand):
    """What the text refers to is drawn when the page is made."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.target = make_article(headline="The crest has passed")
        cls.article = make_article(
            body=f'<p data-block="paragraph" data-id="a1">Water.</p>'
            f'<div data-block="read-also" data-id="a2" data-story="{cls.target.story_id}"></div>'
        )

    def read_also(self):
        link = self.page(self.article).find(".//*[@class='read-also']")
        return link if link is None else words(link)

    def test_read_also_follows_a_new_headline(self):
        self.assertEqual(self.read_also(), "Read also: The crest has passed")
        revisions.save(self.target, Content(headline="The crest is over"))
        publishing.publish(self.target)
        self.assertEqual(self.read_also(), "Read also: The crest is over")

    def test_read_also_closes_when_its_target_is_taken_away(self):
        publishing.withdraw(self.target, "")
        self.assertIsNone(self.read_also())
        self.assertEqual(words(self.page(self.article).find(".//*[@class='text']")), "Water.")

    def test_read_also_is_closed_while_its_target_waits(self):
        publishing.redate(self.target, timezone.now() + timedelta(hours=1))
        self.assertIsNone(self.read_also())

    def test_read_also_is_closed_where_the_edition_has_no_telling(self):
        ukrainian = make_article(
            "uk", body=f'<div data-block="read-also" data-story="{self.target.story_id}"></div>'
        )
        self.assertIsNone(self.page(ukrainian).find(".//*[@class='read-also']"))

    def test_a_reference_to_no_number_is_no_error(self):
        for number in ("0", "99999999999999999999999999", "-4", "seven", "١٢", "1e3"):
            with self.subTest(number):
                article = make_article(
                    body=f'<div data-block="read-also" data-story="{number}"></div>'
                    '<p data-block="paragraph">Water.</p>'
                )
                self.assertIn("Water.", words(self.page(article).find(".//*[@class='text']")))

    def test_a_picture_without_a_use_leaves_no_trace(self):
        article = make_article(body='<div data-block="picture" data-picture="lost"></div>')
        self.assertIsNone(self.page(article).find(".//figure"))


class WeightTests(Newsstand):
    def test_a_text_of_ten_thousand_characters_weighs_at_most_thirty_kilobytes(self):
        article = make_fullest(self.uk)
        # Words as different as the worst text's, for repeated ones would squeeze to nothing.
        alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
        text, state = "", 1
        while len(text) < 10_000:
            state = state * 1103515245 % 2**31
            text += alphabet[state % 33] if state % 6 else " "
        body = "".join(f"<p>{text[at : at + 500]}</p>" for at in range(0, 10_000, 500))
        revisions.save(
            article, Content(**{**vars(Content.of(article.live_revision)), "body": body})
        )
        publishing.publish(article)
        page = self.client.get(article.get_absolute_url()).content
        self.assertLessEqual(len(gzip.compress(page, 6)), 30_000)


class DraftBesideLiveTests(Newsstand):
    def test_a_saved_draft_changes_nothing_for_readers(self):
        article = make_article(headline="What readers see")
        before = self.client.get(article.get_absolute_url())
        revisions.save(article, Content(headline="What the editor types"))
        after = self.client.get(article.get_absolute_url())
        self.assertEqual(before.content, after.content)
        self.assertEqual(before.headers["ETag"], after.headers["ETag"])

    def test_a_hostile_headline_is_only_words(self):
        hostile = "<script>alert(1)</script> \"'><img src=x onerror=alert(1)>"
        article = make_article(headline=hostile, lead=hostile)
        make_draft(headline="Unseen")
        response = self.client.get(article.get_absolute_url())
        self.assertNotContains(response, "<script>alert")
        self.assertNotContains(response, "<img src=x")
        self.assertEqual(words(parse(response).find(".//h1")), hostile)
