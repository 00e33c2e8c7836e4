"""Slots and banners in the newsroom: set, ended, looked at; and the page of a moment."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import formats

from articles.models import AdSlot, Banner, FrontSlot
from articles.querysets import database_now
from newsportal.languages import dates, editions
from tests.articles.admin.newsroom import make_chief, make_person
from tests.builders import make_article, make_language, make_slot

HOUR = timedelta(hours=1)
TYPED = "%Y-%m-%dT%H:%M"


class SlotScreenTests(TestCase):
    def setUp(self):
        editions.forget()
        self.article = make_article(headline="The bridge opens")
        self.language = self.article.language
        self.chief = make_chief()
        self.client.force_login(self.chief)

    def add(self, model=FrontSlot, **values):
        posted = {
            "language": self.language.pk,
            "story": self.article.story_id,
            **({"place": "lead", "position": 1} if model is FrontSlot else {"text": "Flood"}),
            **values,
        }
        address = reverse(f"admin:articles_{model._meta.model_name}_add")
        return self.client.post(address, posted)

    def typed(self, moment):
        """A moment as an editor types it: on the clock of the edition."""
        return self.language.local(moment).strftime(TYPED)

    def test_a_slot_without_moments_is_from_now_until_somebody_ends_it(self):
        before = database_now()
        self.assertEqual(self.add().status_code, 302)
        slot = FrontSlot.objects.get()
        self.assertTrue(before <= slot.starts_at <= database_now())
        self.assertEqual((slot.until, slot.made_by), (None, self.chief))

    def test_moments_are_those_of_the_edition_s_clock(self):
        starts_at = (database_now() + HOUR).replace(second=0, microsecond=0)
        self.add(starts_at=self.typed(starts_at), until=self.typed(starts_at + HOUR))
        slot = FrontSlot.objects.get()
        self.assertEqual((slot.starts_at, slot.until), (starts_at, starts_at + HOUR))
        screen = self.client.get(reverse("admin:articles_frontslot_change", args=[slot.pk]))
        self.assertContains(screen, formats.localize(self.language.local(starts_at)))

    def test_a_minute_that_has_begun_means_now(self):
        before = database_now()
        self.add(starts_at=self.typed(before - HOUR))
        self.assertGreaterEqual(FrontSlot.objects.get().starts_at, before)

    def test_what_would_end_before_it_begins_is_refused_in_words(self):
        answer = self.add(until=self.typed(database_now() - HOUR))
        self.assertContains(answer, "It would end before it begins.")

    def test_a_banner_needs_an_end_and_one_place_to_lead_to(self):
        self.assertContains(self.add(Banner), "Say until when the banner stands.")
        until = self.typed(database_now() + HOUR)
        refused = self.add(Banner, until=until, address="/eng/")
        self.assertContains(refused, "Choose a story or give an address, not both.")
        refused = self.add(Banner, until=until, story="", address="javascript:alert(1)")
        self.assertContains(refused, "Begin with https:// or with a slash.")
        self.assertEqual(self.add(Banner, until=until).status_code, 302)

    def test_ending_is_an_action_and_says_who(self):
        slot, other = make_slot(self.article), make_slot(self.article)
        answer = self.client.post(
            reverse("admin:articles_frontslot_changelist"),
            {"action": "end_now", "_selected_action": [slot.pk]},
            follow=True,
        )
        self.assertContains(answer, "1 is ended.")
        self.assertEqual(FrontSlot.objects.get(pk=slot.pk).ended_by, self.chief)
        self.assertEqual(list(FrontSlot.objects.standing()), [other])
        only_now = self.client.get(
            reverse("admin:articles_frontslot_changelist"), {"standing": "now"}
        )
        self.assertEqual(list(only_now.context["cl"].queryset), [other])

    def test_a_slot_that_is_there_cannot_be_edited(self):
        slot = make_slot(self.article)
        address = reverse("admin:articles_frontslot_change", args=[slot.pk])
        self.assertNotContains(self.client.get(address), "<select")
        self.assertEqual(self.client.post(address, {"place": "river"}).status_code, 403)


class MomentScreenTests(TestCase):
    def setUp(self):
        editions.forget()
        self.language = make_language("en")
        self.client.force_login(make_chief())

    def look(self, at):
        typed = self.language.local(at).strftime(TYPED)
        where = {"language": self.language.pk, "at": typed}
        return self.client.get(reverse("admin:front_moment_page"), where)

    def test_the_page_of_an_hour_to_come_shows_what_is_planned(self):
        due = database_now() + 2 * HOUR
        make_slot(make_article(headline="Planned", at=due))
        make_article(headline="Present")
        self.assertContains(self.look(due + HOUR), '<h2><a href="/eng/news/', count=2)
        self.assertContains(self.look(due + HOUR), "Planned")
        self.assertNotContains(self.look(due - HOUR), "Planned")

    def test_it_wears_the_date_the_banner_and_the_advertising_of_its_moment(self):
        now, due = database_now(), database_now() + 48 * HOUR
        make_article(headline="Present")
        story = make_article(headline="Planned", at=due).story
        Banner.objects.create(language=self.language, text="Today", until=now + HOUR)
        later = {"language": self.language, "starts_at": due, "until": due + 2 * HOUR}
        Banner.objects.create(text="Then", story=story, **later)
        for text, begins, ends in (("Ad of now", None, due), ("Ad of then", due, None)):
            AdSlot.objects.create(
                language=self.language,
                place="front",
                house_text=text,
                starts_at=begins,
                ends_at=ends,
            )
        page = self.look(due + HOUR)
        day = dates.day(self.language.local(due + HOUR), self.language)
        for word in ("Then", "Ad of then", day):
            self.assertContains(page, word)
        for word in ("Today", "Ad of now"):
            self.assertNotContains(page, word)
        present = self.client.get("/eng/")
        for word in ("Today", "Ad of now"):
            self.assertContains(present, word)

    def test_it_is_drawn_under_the_readers_policy_and_kept_by_nobody(self):
        answer = self.look(database_now() + HOUR)
        self.assertIn("style-src 'sha256-", answer.headers["Content-Security-Policy"])
        self.assertIn("no-store", answer.headers["Cache-Control"])

    def test_the_form_asks_for_edition_and_moment(self):
        self.assertContains(self.client.get(reverse("admin:front_moment")), 'name="at"')
        missing = self.client.get(reverse("admin:front_moment_page"))
        self.assertContains(missing, "This field is required.")
        changelist = self.client.get(reverse("admin:articles_frontslot_changelist"))
        self.assertContains(changelist, reverse("admin:front_moment"))

    def test_who_may_not_look_at_slots_may_not_look_at_plans(self):
        self.client.force_login(make_person("guest", "view_page"))
        for name in ("front_moment", "front_moment_page"):
            self.assertEqual(self.client.get(reverse(f"admin:{name}")).status_code, 403)
