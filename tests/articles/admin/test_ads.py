"""The screen of advertising: dates on the clock of the edition."""

from datetime import UTC, datetime

from django.test import TestCase
from django.urls import reverse

from articles.models import AdSlot
from newsportal.languages import editions
from tests.articles.admin.newsroom import make_chief
from tests.builders import make_language


class AdDatesTests(TestCase):
    def setUp(self):
        editions.forget()
        self.language = make_language("en", time_zone="Europe/Kyiv")
        self.client.force_login(make_chief())

    def post(self, address, **values):
        posted = {"language": self.language.pk, "place": "text", "height_px": 280, **values}
        return self.client.post(address, {"house_text": "Read on paper", **posted})

    def test_moments_are_typed_and_shown_on_the_clock_of_the_edition(self):
        self.post(
            reverse("admin:articles_adslot_add"),
            starts_at="2030-07-01T09:00",
            ends_at="2030-12-01T09:00",
        )
        slot = AdSlot.objects.get()
        self.assertEqual(slot.starts_at, datetime(2030, 7, 1, 6, 0, tzinfo=UTC))
        self.assertEqual(slot.ends_at, datetime(2030, 12, 1, 7, 0, tzinfo=UTC))
        screen = reverse("admin:articles_adslot_change", args=[slot.pk])
        self.assertContains(self.client.get(screen), 'value="2030-07-01T09:00"')
        self.assertContains(self.client.get(reverse("admin:articles_adslot_changelist")), "9 a.m.")
        self.post(screen, starts_at="2030-07-01T09:00", ends_at="2030-12-01T10:00")
        slot.refresh_from_db()
        self.assertEqual(slot.starts_at, datetime(2030, 7, 1, 6, 0, tzinfo=UTC))
        self.assertEqual(slot.ends_at, datetime(2030, 12, 1, 8, 0, tzinfo=UTC))

    def test_a_slot_that_would_end_before_it_begins_is_refused_in_words(self):
        answer = self.post(
            reverse("admin:articles_adslot_add"),
            starts_at="2030-07-01T09:00",
            ends_at="2030-06-01T09:00",
        )
        self.assertContains(answer, "The slot would end before it begins.")
