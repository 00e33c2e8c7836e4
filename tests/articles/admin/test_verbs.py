"""The buttons of the article's screen: publish, schedule, embargo, withdraw, and their refusals."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article
from tests.articles.admin.newsroom import filled_in, make_chief, make_person
from tests.builders import make_article, make_draft, make_language


class Desk(TestCase):
    """An editor before an article."""

    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()

    def setUp(self):
        self.client.force_login(self.chief)

    def open(self, article):
        self.article = article
        self.page = reverse("admin:articles_article_change", args=[article.pk])

    def press(self, button, **changes):
        posted = filled_in(self.client.get(self.page), **changes) | {button: "1"}
        answer = self.client.post(self.page, posted, follow=True)
        self.article = Article.objects.get(pk=self.article.pk)
        return answer

    def log(self):
        return [line.change for line in self.article.publications.order_by("pk")]


class PublishTests(Desk):
    def test_publishing_shows_the_text_in_the_form_to_readers(self):
        self.open(make_draft("en"))
        answer = self.press("_publish", headline="Typed a second ago")
        self.assertContains(answer, "readers see this text now")
        self.assertEqual(self.article.headline, "Typed a second ago")
        self.assertTrue(self.article.is_visible(timezone.now()))
        self.assertEqual(self.log(), ["first"])

    def test_the_link_to_the_site_is_there_once_readers_see_the_article(self):
        self.open(make_draft("en"))
        self.assertNotContains(self.client.get(self.page), "viewsitelink")
        answer = self.press("_publish")
        self.assertContains(
            answer, f'href="{self.article.get_absolute_url()}" class="viewsitelink"'
        )

    def test_a_change_is_what_the_editor_says_it_is(self):
        for change, is_update in (("slip", False), ("update", True), ("correction", True)):
            with self.subTest(change):
                self.open(make_article("en"))
                self.press("_publish", headline=f"Now a {change}", change=change)
                self.assertEqual(self.log(), ["first", change])
                self.assertEqual(self.article.updated_at is not None, is_update)

    def test_a_correction_says_what_it_puts_right_and_nothing_else_does(self):
        for change, note in (("update", ""), ("correction", "It was ten metres.")):
            with self.subTest(change):
                self.open(make_article("en"))
                self.press("_publish", change=change, note="It was ten metres.")
                self.assertEqual(self.article.publications.latest("pk").note, note)

    def test_a_text_without_headline_is_refused_and_kept_in_the_form(self):
        self.open(make_draft("en"))
        answer = self.press("_publish", headline=" ", lead="Typed for long")
        self.assertContains(answer, "Readers need: headline")
        self.assertContains(answer, "Typed for long")
        self.assertEqual(self.article.state, "draft")
        self.assertEqual(self.article.revisions.count(), 1)

    def test_an_end_before_the_beginning_is_refused(self):
        self.open(make_draft("en"))
        answer = self.press("_publish", expires_at="2001-01-01T10:00")
        self.assertContains(answer, "would expire before it is published")
        self.assertEqual(self.article.state, "draft")

    def test_a_writer_without_the_right_cannot_publish(self):
        self.client.force_login(make_person("writer", "change_article", "view_article"))
        self.open(make_draft("en"))
        self.assertNotContains(self.client.get(self.page), "_publish")
        for button in ("_publish", "_schedule", "_moments"):
            self.assertEqual(self.press(button, headline="Mine").status_code, 403)
        self.assertEqual(self.article.state, "draft")
        self.press("_continue", headline="Mine")
        self.assertEqual(self.article.draft_revision.headline, "Mine")
        self.press("_submit")
        self.assertEqual(self.article.state, "submitted")


class ScheduleTests(Desk):
    def test_the_moment_is_on_the_clock_of_the_edition(self):
        tokyo = make_language("ja", time_zone="Asia/Tokyo")
        self.open(make_draft(tokyo))
        answer = self.press("_schedule", publish_at="2126-11-22T09:00")
        self.assertContains(answer, "Readers will see it on")
        self.assertContains(answer, 'value="2126-11-22T09:00"')
        self.assertContains(answer, "scheduled")
        self.assertEqual(self.article.published_at.isoformat(), "2126-11-22T00:00:00+00:00")
        self.assertEqual(f"{self.article.address_date:%d}", "22")

    def test_a_schedule_can_be_moved_and_called_off(self):
        self.open(make_draft("en"))
        self.press("_schedule", publish_at="2126-11-22T09:00")
        self.press("_schedule", publish_at="2126-11-23T09:00")
        self.assertEqual(f"{self.article.address_date:%d}", "23")
        self.press("_publish")
        self.assertTrue(self.article.is_visible(timezone.now()))

    def test_without_a_moment_nothing_is_scheduled_or_published(self):
        self.open(make_draft("en"))
        answer = self.press("_schedule", publish_at="")
        self.assertContains(answer, "This field is required.")
        self.assertEqual(self.article.state, "draft")

    def test_what_went_live_while_its_screen_was_open_is_not_scheduled(self):
        self.open(make_draft("en"))
        publishing.publish(self.article)
        answer = self.press("_schedule", publish_at="2126-11-22T09:00", headline="Half a word")
        self.assertContains(answer, "Not scheduled")
        self.assertNotEqual(self.article.headline, "Half a word")

    def test_a_moment_that_does_not_exist_is_refused(self):
        self.open(make_draft("en"))
        for moment in ("2027-03-28T03:30", "0001-01-01T00:00", "9999-12-31T23:59", "soon"):
            with self.subTest(moment):
                self.assertContains(self.press("_schedule", publish_at=moment), "errornote")
        self.assertEqual(self.article.state, "draft")

    def test_the_embargo_holds_back(self):
        self.open(make_draft("en"))
        self.press("_moments", embargo_until="2126-11-22T09:00")
        self.press("_publish")
        self.assertEqual(self.article.published_at, self.article.embargo_until)
        self.assertFalse(self.article.is_visible(timezone.now()))
        self.press("_moments", embargo_until="")
        self.assertIsNone(self.article.embargo_until)

    def test_an_end_can_be_set_and_taken_back(self):
        self.open(make_article("en"))
        self.press("_moments", expires_at="2126-11-22T09:00")
        self.assertEqual(self.article.expires_at.year, 2126)
        self.press("_publish", expires_at="", change="slip")
        self.assertIsNone(self.article.expires_at)


class WithdrawTests(Desk):
    def setUp(self):
        super().setUp()
        self.open(make_article("en", at=timezone.now() - timedelta(days=1)))
        self.confirmation = reverse("admin:articles_article_withdraw", args=[self.article.pk])

    def test_it_asks_first_and_keeps_the_word_to_readers(self):
        self.assertContains(self.client.get(self.page), self.confirmation)
        self.assertEqual(self.client.get(self.confirmation).status_code, 200)
        self.client.post(self.confirmation, {"note": "It was not so."})
        self.article.refresh_from_db()
        self.assertEqual(self.article.state, "withdrawn")
        self.assertEqual(self.article.withdrawal_note, "It was not so.")
        self.assertEqual(self.log(), ["first", "withdrawal"])
        self.assertContains(self.client.get(self.page), "withdrawn")

    def test_it_needs_the_right(self):
        self.client.force_login(make_person("writer", "change_article"))
        self.assertEqual(self.client.post(self.confirmation).status_code, 403)

    def test_what_nobody_sees_is_not_withdrawn(self):
        draft = make_draft("en")
        address = reverse("admin:articles_article_withdraw", args=[draft.pk])
        self.assertContains(self.client.get(address, follow=True), "Only a published article")
        for strange in ("0", "x", "9" * 40):
            address = reverse("admin:articles_article_withdraw", args=[strange])
            self.assertEqual(self.client.get(address).status_code, 404)

    def test_it_can_be_published_again(self):
        self.client.post(self.confirmation, {"note": ""})
        self.press("_publish", change="correction")
        self.assertTrue(self.article.is_visible(timezone.now()))


class ListTests(Desk):
    def test_the_list_knows_what_time_has_made_of_the_state(self):
        now = timezone.now()
        make_article("en", headline="Later", at=now + timedelta(hours=1))
        make_article(
            "en", headline="Over", at=now - timedelta(hours=2), expires_at=now - timedelta(hours=1)
        )
        make_article("en", headline="Seen")
        make_draft("en", headline="Begun")
        for standing, headline in (
            ("scheduled", "Later"),
            ("expired", "Over"),
            ("published", "Seen"),
            ("draft", "Begun"),
        ):
            page = self.client.get(
                reverse("admin:articles_article_changelist"), {"standing": standing}
            )
            headlines = [article.draft_headline for article in page.context["cl"].result_list]
            self.assertEqual(headlines, [headline])

    def test_an_article_is_found_by_number_and_by_headline(self):
        wanted = make_draft("en", headline="Ґанок і їжак")
        make_draft("en", headline="Another")
        for words in (str(wanted.story_id), "ґанок", "їжак ґанок"):
            page = self.client.get(reverse("admin:articles_article_changelist"), {"q": words})
            self.assertEqual(list(page.context["cl"].result_list), [wanted])
