"""Where a picture is used: every use is listed, and each of them keeps it from being deleted."""

from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing, revisions
from articles.admin.picture_uses import uses_of
from articles.content import Content, PictureInUse
from articles.models import AdSlot, Author, Picture
from articles.querysets import database_now
from newsportal.languages import editions
from tests.articles.admin.newsroom import make_chief, make_person
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_language,
    make_picture,
    make_slot,
)


class UsesCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.picture = make_picture("used", caption="A bridge")

    def setUp(self):
        self.client.force_login(self.chief)

    def used(self, begin=make_article, language="en", **values):
        return begin(language, pictures=(PictureInUse(self.picture.pk),), **values)

    def in_all_places(self):
        """A use of each kind; the words by which the screen names them."""
        live = self.used(headline="Live one")
        make_slot(live)
        self.used(make_draft, "uk", headline="Чернетка")
        past = self.used(make_draft, headline="Past one")
        revisions.save(past, Content(headline="Past one, without it"))
        publishing.withdraw(self.used(headline="Withdrawn one"), "")
        self.used(headline="Later one", at=database_now() + timedelta(hours=2))
        Author.objects.filter(pk=make_author("vira", en="Vira Lunna").pk).update(
            portrait=self.picture
        )
        language = make_language("en")
        AdSlot.objects.create(
            language=language, place="text", picture=self.picture, house_text="Read us"
        )
        AdSlot.objects.create(
            language=language,
            place="side",
            picture=self.picture,
            house_text="Old offer",
            is_active=False,
        )


class WhereUsedTests(UsesCase):
    def lines(self):
        return [(use.words, str(use.state)) for use in uses_of([self.picture])[self.picture.pk]]

    def test_every_use_has_its_state_and_readers_come_first(self):
        self.in_all_places()
        lines = self.lines()
        self.assertEqual(
            set(lines),
            {
                ("Live one", "published"),
                ("Front page", "lead story"),
                ("Чернетка", "in the draft"),
                ("Past one, without it", "in a past version"),
                ("Withdrawn one", "withdrawn"),
                ("Later one", "scheduled"),
                ("Vira Lunna", "portrait"),
                ("Read us", "advertisement"),
                ("Old offer", "advertisement, not shown now"),
            },
        )
        first = {words for words, _state in lines[:4]}
        self.assertEqual(first, {"Live one", "Front page", "Vira Lunna", "Read us"})

    def test_an_article_is_named_once_however_often_it_shows_the_picture(self):
        uses = (PictureInUse(self.picture.pk), PictureInUse(self.picture.pk, "b1"))
        article = make_article(pictures=uses, headline="Twice")
        revisions.save(article, Content(headline="Twice, new", pictures=uses))
        self.assertEqual(self.lines(), [("Twice", "published")])

    def test_the_screen_links_them_in_their_languages(self):
        self.in_all_places()
        page = self.client.get(reverse("admin:articles_picture_change", args=[self.picture.pk]))
        self.assertContains(page, 'lang="uk">Чернетка</a>')

    def test_who_may_not_see_articles_learns_no_headline(self):
        self.in_all_places()
        self.client.force_login(make_person("guest", "view_picture"))
        page = self.client.get(reverse("admin:articles_picture_change", args=[self.picture.pk]))
        self.assertContains(page, "(not for you to see)")
        self.assertContains(page, "in the draft")
        for words in ("Чернетка", "Live one", "Vira Lunna", "Read us"):
            self.assertNotContains(page, words)

    def test_more_pictures_and_uses_cost_no_more_queries(self):
        def cost(pictures):
            editions.all_editions()
            with CaptureQueriesContext(connection) as queries:
                uses_of(pictures)
            return len(queries)

        self.in_all_places()
        few = cost([self.picture])
        more = [make_picture(f"more-{number}") for number in range(5)]
        for picture in more:
            make_article(pictures=(PictureInUse(picture.pk),))
        self.assertEqual(cost([self.picture, *more]), few)

    def test_no_picture_asks_nothing(self):
        with self.assertNumQueries(0):
            self.assertEqual(uses_of([]), {})


class DeletionTests(UsesCase):
    def delete(self):
        page = reverse("admin:articles_picture_delete", args=[self.picture.pk])
        return self.client.post(page, {"post": "yes"}, follow=True)

    def delete_chosen(self):
        page = reverse("admin:articles_picture_changelist")
        chosen = {"action": "delete_selected", "_selected_action": self.picture.pk, "post": "yes"}
        return self.client.post(page, chosen, follow=True)

    def test_each_single_use_keeps_it_and_is_named(self):
        def portrait():
            Author.objects.filter(pk=make_author("vira").pk).update(portrait=self.picture)
            return "vira"

        def advertisement():
            language, words = make_language("en"), {"picture": self.picture, "house_text": "Read"}
            AdSlot.objects.create(language=language, place="text", is_active=False, **words)
            return "Read"

        def draft():
            self.used(make_draft, headline="Only drafted")
            return "Only drafted"

        for make_use in (portrait, advertisement, draft):
            with self.subTest(make_use.__name__):
                self.picture = make_picture(make_use.__name__)
                words = make_use()
                for delete in (self.delete, self.delete_chosen):
                    self.assertContains(delete(), words)
                    self.assertTrue(Picture.objects.filter(pk=self.picture.pk).exists())

    def test_an_unused_one_can_go_alone_or_with_others(self):
        self.delete_chosen()
        self.assertFalse(Picture.objects.exists())

    def test_the_database_itself_keeps_what_a_revision_shows(self):
        self.used(make_draft)
        free = make_picture("free")
        free.delete()
        with self.assertRaises(IntegrityError), transaction.atomic():
            Picture.objects.filter(pk=self.picture.pk)._raw_delete("default")
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_who_may_not_delete_cannot(self):
        self.client.force_login(make_person("guest", "view_picture", "change_picture"))
        self.assertEqual(self.delete().status_code, 403)
        self.delete_chosen()
        self.assertTrue(Picture.objects.exists())


class RightsReportTests(UsesCase):
    def report(self, **asked):
        return self.client.get(reverse("admin:articles_picture_rights"), asked)

    def ends(self, **delta):
        ends_at = database_now() + timedelta(**delta)
        Picture.objects.filter(pk=self.picture.pk).update(licence_ends_at=ends_at)

    def test_what_has_ended_or_ends_soon_is_listed_with_its_uses_live_first(self):
        self.used(make_draft, "uk", headline="Чернетка")
        self.used(headline="Live one")
        self.ends(days=-1)
        page = self.report()
        self.assertContains(page, "Licence has ended")
        html = page.content.decode()
        self.assertLess(html.index("Live one"), html.index("Чернетка"))
        self.ends(days=29)
        self.assertContains(self.report(), "Licence ends within 30 days")

    def test_what_is_free_or_ends_later_is_not(self):
        self.assertContains(self.report(), "No licence has ended")
        self.ends(days=31)
        self.assertContains(self.report(), "No licence has ended")

    def test_the_library_leads_there_and_only_who_may_see_pictures_gets_in(self):
        library = self.client.get(reverse("admin:articles_picture_changelist"))
        self.assertContains(library, reverse("admin:articles_picture_rights"))
        self.client.force_login(make_person("stranger", "view_tag"))
        self.assertEqual(self.report().status_code, 403)

    def test_it_has_pages_and_costs_no_more_for_more_pictures(self):
        ended = database_now() - timedelta(days=1)
        self.ends(days=-2)
        self.report()
        with CaptureQueriesContext(connection) as few:
            self.report()
        for number in range(44):
            make_picture(f"over-{number}", licence_ends_at=ended)
        with CaptureQueriesContext(connection) as many:
            page = self.report()
        self.assertEqual(len(many), len(few))
        self.assertContains(page, "1 / 2")
        self.assertContains(self.report(p=2), "over-43")
        self.assertContains(self.report(p="x"), "1 / 2")
