"""The library: a grid of pictures that is searched in every language, filtered, and paged."""

from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing, revisions
from articles.content import Content, PictureInUse
from articles.models import AdSlot, Author, Picture
from articles.querysets import database_now
from newsportal.languages import editions
from tests.articles.admin.newsroom import make_chief, make_person
from tests.builders import make_article, make_draft, make_language, make_picture

LIBRARY = "admin:articles_picture_changelist"


class LibraryCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()

    def setUp(self):
        self.client.force_login(self.chief)

    def ask(self, **asked):
        return self.client.get(reverse(LIBRARY), asked)

    def found(self, **asked):
        """The keys of the pictures on the page."""
        return {picture.key for picture, _form in self.ask(**asked).context["cards"]}


class GridTests(LibraryCase):
    def test_a_card_says_what_is_shown_by_whom_and_whether_it_may_be_used(self):
        now = database_now()
        make_picture("one", caption="Bridge at dawn", credit="Olena Mak", is_syndicable=True)
        make_picture("two", licence_ends_at=now + timedelta(days=3, hours=2))
        make_picture("three", licence_ends_at=now - timedelta(days=1))
        page = self.ask()
        for words in ("Bridge at dawn", "Olena Mak", "may be passed on", "not used"):
            self.assertContains(page, words)
        self.assertContains(page, "licence ends in 3 days")
        self.assertContains(page, "licence has ended")

    def test_more_pictures_and_more_uses_cost_no_more_queries(self):
        def cost():
            editions.all_editions()
            with CaptureQueriesContext(connection) as queries:
                self.ask(q="bridge")
            return len(queries)

        use = PictureInUse(make_picture("first", caption="A bridge").pk)
        make_article(pictures=(use,))
        few = cost()
        for number in range(9):
            picture = make_picture(f"more-{number}", caption="A bridge", added_by=self.chief)
            make_article(pictures=(PictureInUse(picture.pk, caption="bridge"),))
        self.assertEqual(cost(), few)
        self.assertLessEqual(few, 14)

    def test_pages_hold_36(self):
        Picture.objects.bulk_create(
            Picture(key=f"k{number}", sha256=f"k{number}", width=9, height=9)
            for number in range(38)
        )
        self.assertEqual(len(self.ask().context["cards"]), 36)
        self.assertEqual(self.found(p="2"), {"k0", "k1"})

    def test_who_may_only_look_gets_no_fields_and_no_way_in(self):
        make_picture("one", caption="Bridge")
        self.client.force_login(make_person("guest", "view_picture"))
        page = self.ask()
        self.assertContains(page, "Bridge")
        for part in ("<textarea", "data-upload", "_save"):
            self.assertNotContains(page, part)

    def test_who_may_not_look_gets_nothing(self):
        self.client.force_login(make_person("stranger", "view_tag"))
        self.assertEqual(self.ask().status_code, 403)


class SearchTests(LibraryCase):
    def test_own_words_are_found_by_their_beginnings_in_every_language(self):
        make_picture("uk", caption="Відкриття мосту через Лунву", place="Старобрід")
        make_picture(
            "en", alt="People on a bridge", creator="Vira Lunna", headline="First crossing"
        )
        for term, keys in {
            "міст": set(),
            "мост": {"uk"},
            "МОСТУ лунв": {"uk"},
            "старо": {"uk"},
            "bridge": {"en"},
            "lunna cross": {"en"},
            "lunna лунву": set(),
        }.items():
            with self.subTest(term):
                self.assertEqual(self.found(q=term), keys)

    def test_words_of_published_and_of_drafted_uses_are_found(self):
        live, drafted = make_picture("live"), make_picture("drafted")
        make_article("en", pictures=(PictureInUse(live.pk, caption="Night over the Lunva"),))
        make_draft("uk", pictures=(PictureInUse(drafted.pk, alt="Ніч над Лунвою"),))
        self.assertEqual(self.found(q="night"), {"live"})
        self.assertEqual(self.found(q="ніч"), {"drafted"})

    def test_words_of_a_neighbour_in_the_same_article_are_not_its_own(self):
        one, other = make_picture("one"), make_picture("other")
        uses = (PictureInUse(one.pk, caption="Owl"), PictureInUse(other.pk, "b1", caption="Fox"))
        make_draft(pictures=uses)
        self.assertEqual(self.found(q="owl"), {"one"})

    def test_a_key_is_found_whole(self):
        make_picture("aB-c_9")
        make_picture("other")
        self.assertEqual(self.found(q="aB-c_9"), {"aB-c_9"})

    def test_signs_and_apostrophes_do_no_harm(self):
        make_picture("one", caption="П’ять кораблів, O'Brien & Co")
        for term in ("п’ять", "o'brien", "\\", "'", "a & !b", "<->", ":*", "%", "co " * 40):
            with self.subTest(term):
                self.assertEqual(self.ask(q=term).status_code, 200)
        self.assertEqual(self.found(q="п’ять"), {"one"})
        self.assertEqual(self.found(q="o'brien"), {"one"})
        make_picture("two", credit="Foo & Bar / Київ")
        for term in ("Foo & Bar / Київ", "© Foo — київ", "foo !"):
            self.assertEqual(self.found(q=term), {"two"}, term)
        make_picture("three", caption="Театр «Березіль» у Харкові… “Hall” (Ґанок) №5")
        for term in ("Березіль", "«Березіль»", "«берез", "харкові…", "hall", "ґанок", "№5", "5"):
            self.assertEqual(self.found(q=term), {"three"}, term)


class FilterTests(LibraryCase):
    def test_by_use(self):
        for key in ("live", "drafted", "withdrawn", "free", "face", "sold"):
            setattr(self, key, make_picture(key))
        make_article(pictures=(PictureInUse(self.live.pk),))
        make_draft(pictures=(PictureInUse(self.drafted.pk),))
        gone = make_article(pictures=(PictureInUse(self.withdrawn.pk),))
        publishing.withdraw(gone, "")
        Author.objects.create(slug="vira", portrait=self.face)
        AdSlot.objects.create(
            language=make_language("en"), place="text", picture=self.sold, house_text="Read us"
        )
        self.assertEqual(self.found(use="shown"), {"live", "face", "sold"})
        self.assertEqual(self.found(use="kept"), {"drafted", "withdrawn"})
        self.assertEqual(self.found(use="unused"), {"free"})

    def test_what_left_the_article_is_kept_by_its_past(self):
        picture = make_picture("past")
        article = make_draft(pictures=(PictureInUse(picture.pk),))
        revisions.save(article, Content(headline="Without it"))
        self.assertEqual(self.found(use="kept"), {"past"})

    def test_by_rights(self):
        now = database_now()
        make_picture("free", is_syndicable=True, credit="A")
        make_picture("soon", licence_ends_at=now + timedelta(days=29), credit="A")
        make_picture("later", licence_ends_at=now + timedelta(days=31), creator="B")
        make_picture("over", licence_ends_at=now)
        self.assertEqual(self.found(rights="syndicable"), {"free"})
        self.assertEqual(self.found(rights="own"), {"soon", "later", "over"})
        self.assertEqual(self.found(rights="soon"), {"soon"})
        self.assertEqual(self.found(rights="over"), {"over"})
        self.assertEqual(self.found(rights="uncredited"), {"over"})

    def test_by_people_and_days(self):
        make_picture("hers", creator="Vira Lunna", added_by=self.chief)
        old = make_picture("his", creator="Taras", taken_at=database_now())
        Picture.objects.filter(pk=old.pk).update(created_at=database_now() - timedelta(days=40))
        self.assertEqual(self.found(creator="Vira Lunna"), {"hers"})
        self.assertEqual(self.found(added_by=str(self.chief.pk)), {"hers"})
        week_ago = (database_now() - timedelta(days=7)).isoformat()
        self.assertEqual(self.found(created_at__gte=week_ago), {"hers"})
        self.assertEqual(self.found(taken_at__gte=week_ago), {"his"})

    def test_a_strange_choice_filters_nothing(self):
        make_picture("one")
        for asked in ({"use": "x"}, {"rights": "x"}, {"added_by": "x"}):
            with self.subTest(asked):
                self.assertEqual(self.found(**asked), {"one"})
