"""The front page of a past or future moment, remade from the publication log."""

from datetime import timedelta

from django.test import TestCase

from articles import publishing, revisions
from articles.content import Content, PictureInUse
from articles.front import front
from articles.models import Article, Change, FrontSlot
from articles.querysets import database_now
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_language,
    make_picture,
    make_section,
    make_slot,
)

HOUR = timedelta(hours=1)


def outline(page):
    """Everything that a front page says, as plain values."""
    return {
        "places": {place: shown(cards) for place, cards in page.places.items()},
        "columns": [(card.headline, card.author and card.author.name) for card in page.columns],
        "blocks": [(block.section.slug, shown(block.cards)) for block in page.blocks],
        "recent": [(card.headline, card.get_absolute_url()) for card in page.recent],
    }


def shown(cards):
    return [(card.headline, card.lead, picture_of(card)) for card in cards]


def picture_of(card):
    """The key of the picture with which a card is drawn; only some places have one."""
    use = getattr(card, "use", None)
    return use and use.picture_id


class MomentTests(TestCase):
    def setUp(self):
        self.language = make_language("en")

    def page(self, at=None):
        return outline(front(self.language, at))

    def remembered(self):
        """The present page, and the moment at which it was so."""
        return self.page(), database_now()

    def test_a_past_page_is_what_it_was_whatever_happened_since(self):
        region, sport = make_section("region"), make_section("sport")
        first, second = make_picture("one"), make_picture("two")
        vira, ostap = make_author("vira"), make_author("ostap")
        articles = [
            make_article(
                headline=f"H{number}",
                lead=f"L{number}",
                section_id=region.pk,
                kind="columns" if number % 5 == 0 else "news",
                author_ids=(vira.pk,),
                pictures=(PictureInUse(first.pk, "", "", "", "First"),),
            )
            for number in range(20)
        ]
        slot = make_slot(articles[2])
        then = [self.remembered()]
        revisions.save(
            articles[19],
            Content(
                headline="Changed",
                section_id=sport.pk,
                kind="columns",
                author_ids=(ostap.pk,),
                pictures=(PictureInUse(second.pk, "", "", "", "Second"),),
            ),
        )
        publishing.publish(articles[19], change=Change.CORRECTION)
        then.append(self.remembered())
        publishing.withdraw(articles[18], "")
        then.append(self.remembered())
        FrontSlot.objects.filter(pk=slot.pk).update(ended_at=database_now())
        then.append(self.remembered())
        publishing.expire(articles[17], database_now())
        then.append(self.remembered())
        publishing.embargo(articles[16], database_now() + HOUR)
        then.append(self.remembered())
        make_slot(articles[3])
        make_article(headline="Newest")
        then.append(self.remembered())
        self.assertEqual(len({str(page) for page, _at in then}), len(then))
        for number, (page, at) in enumerate(then):
            with self.subTest(number):
                # What was moved in time since has lost its old moment, not its place among all.
                self.assertEqual(self.page(at), page)

    def test_a_future_page_is_what_the_present_becomes(self):
        due = database_now() + HOUR
        make_article(headline="Now", expires_at=due + HOUR)
        later = make_article(headline="Later", at=due)
        make_slot(later, until=due + HOUR)
        lead_at = {at: front(self.language, at).lead for at in (due - HOUR / 2, due, due + HOUR)}
        self.assertEqual([card.headline for card in lead_at.values()], ["Now", "Later", "Later"])
        self.assertEqual(
            [card.headline for card in front(self.language, due + HOUR).recent], ["Later"]
        )

    def test_a_scheduled_pin_takes_the_place_of_one_saved_later(self):
        planned, present = make_article(headline="Planned"), make_article(headline="Present")
        now = database_now()
        make_slot(planned, recorded_at=now - 2 * HOUR, starts_at=now + HOUR)
        make_slot(present)
        leads = [front(self.language, at).lead.headline for at in (None, now + HOUR)]
        self.assertEqual(leads, ["Present", "Planned"])
        # And as the present has it, once the hour has come.
        make_slot(present, recorded_at=now - 3 * HOUR, starts_at=now - 2 * HOUR)
        make_slot(planned, recorded_at=now - 4 * HOUR, starts_at=now - HOUR, until=now + HOUR)
        FrontSlot.objects.filter(starts_at__gt=now).update(ended_at=database_now())
        self.assertEqual(front(self.language).lead.headline, "Planned")

    def test_a_plan_that_was_given_up_never_came(self):
        due = database_now() + HOUR
        article = make_article(headline="Later", at=due)
        publishing.withdraw(article, "")
        self.assertIsNone(front(self.language, due).lead)

    def test_what_was_moved_since_stands_at_its_first_moment(self):
        article = make_article(headline="Moved")
        at = database_now()
        publishing.redate(article, at + HOUR)
        card = front(self.language, at).lead
        self.assertEqual(card.headline, "Moved")
        self.assertLessEqual(card.published_at, at)

    def test_before_anything_was_published_there_is_nothing(self):
        before = database_now()
        make_article(at=before - HOUR)
        self.assertIsNone(front(self.language, before).lead)

    def test_the_present_moment_is_the_present_page(self):
        for number in range(12):
            make_article(headline=f"H{number}")
        self.assertEqual(self.page(database_now()), self.page())


class InForceTests(TestCase):
    """What the log has in force is what the rows show, at any moment from now on."""

    def agree(self):
        now = database_now()
        for at in (now, *(now + hours * HOUR for hours in (0.5, 1.5, 2.5, 3.5))):
            visible = set(Article.objects.visible(at).values_list("pk", flat=True))
            in_force = set(Article.objects.in_force(at).values_list("pk", flat=True))
            with self.subTest(at - now):
                self.assertEqual(in_force, visible)

    def test_whatever_the_verbs_did(self):
        due = database_now() + HOUR
        make_article()
        make_article(expires_at=due + HOUR)
        publishing.publish(make_article(at=due), at=due + HOUR)
        publishing.redate(make_article(at=due), due + 2 * HOUR)
        publishing.redate(make_article(), due)
        publishing.embargo(make_article(), due + HOUR)
        publishing.embargo(make_article(at=due), due + 2 * HOUR)
        publishing.withdraw(make_article(at=due), "")
        publishing.expire(make_article(at=due), due + HOUR)
        publishing.publish(publishing.withdraw(make_article(), ""))
        make_draft()
        self.agree()
