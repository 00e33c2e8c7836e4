"""Who may see a picture, and since and until when: nobody before, everybody while, nobody after."""

from datetime import timedelta

from django.utils import timezone

from articles import publishing
from articles.content import PictureInUse
from articles.models import AdSlot, Picture
from articles.querysets import database_now
from tests.articles.views.newsstand import Newsstand
from tests.builders import make_article, make_author, make_draft, store_picture

HOUR = timedelta(hours=1)


class Private(Newsstand):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.picture = store_picture("olive")

    def use(self, build=make_article, **values):
        return build(pictures=(PictureInUse(self.picture.pk),), **values)

    def answer(self):
        return self.file(self.picture.whole.largest)[0]

    def assert_hidden(self):
        """The very answer of an address that never was."""
        unknown = self.picture.whole.largest.replace(self.picture.key, "a" * 32)
        found, other = self.answer(), self.client.get(unknown)
        self.assertEqual((found.status_code, other.status_code), (404, 404))
        self.assertEqual(found.content, other.content)
        self.assertEqual(dict(found.headers), dict(other.headers))
        self.assertEqual(found.headers["Cache-Control"], "no-store, private")

    def assert_shown(self):
        self.assertEqual(self.answer().status_code, 200)


class UnpublishedTests(Private):
    def test_a_picture_that_nothing_uses_is_hidden(self):
        self.assert_hidden()

    def test_one_of_a_draft_is_hidden(self):
        self.use(make_draft)
        self.assert_hidden()

    def test_one_of_a_scheduled_article_comes_at_its_moment(self):
        later = self.use(at=timezone.now() + HOUR)
        self.assert_hidden()
        publishing.redate(later, timezone.now() - HOUR)
        self.assert_shown()

    def test_an_embargo_hides_it_again(self):
        article = self.use()
        self.assert_shown()
        publishing.embargo(article, timezone.now() + HOUR)
        self.assert_hidden()

    def test_it_goes_with_the_last_article_that_is_withdrawn(self):
        first, second = self.use(), self.use()
        publishing.withdraw(first, "")
        self.assert_shown()
        publishing.withdraw(second, "")
        self.assert_hidden()

    def test_it_goes_with_the_article_that_expires(self):
        self.use(at=timezone.now() - 2 * HOUR, expires_at=timezone.now() - HOUR)
        self.assert_hidden()

    def test_who_has_a_copy_is_told_that_it_is_gone(self):
        article = self.use()
        tag = self.answer().headers["ETag"]
        publishing.withdraw(article, "")
        address = self.picture.whole.largest
        again = self.client.get(address, headers={"if-none-match": tag})
        self.assertEqual(again.status_code, 404)

    def test_a_replaced_picture_is_hidden(self):
        article = self.use()
        draft = make_draft(pictures=())
        publishing.publish(draft)
        self.assert_shown()
        article.picture_uses.all().delete()
        self.assert_hidden()


class OtherUseTests(Private):
    def test_a_portrait_is_shown_while_it_is_somebodys(self):
        author = make_author()
        author.portrait = self.picture
        author.save()
        self.assert_shown()
        author.portrait = None
        author.save()
        self.assert_hidden()

    def test_a_portrait_that_an_embargoed_article_uses_too_stays(self):
        author = make_author()
        author.portrait = self.picture
        author.save()
        self.use(at=timezone.now() + HOUR)
        self.assert_shown()

    def test_an_advertisement_shows_it_while_it_stands(self):
        slot = AdSlot.objects.create(
            language=self.en, place="side", picture=self.picture, house_text="Read us"
        )
        self.assert_shown()
        AdSlot.objects.filter(pk=slot.pk).update(ends_at=database_now())
        self.assert_hidden()


class LicenceTests(Private):
    def end(self, at):
        Picture.objects.filter(pk=self.picture.pk).update(licence_ends_at=at)

    def test_the_file_goes_with_the_licence(self):
        self.use()
        self.end(database_now() + HOUR)
        self.assert_shown()
        self.end(database_now())
        self.assert_hidden()

    def test_also_that_of_a_portrait(self):
        author = make_author()
        author.portrait = self.picture
        author.save()
        self.end(database_now())
        self.assert_hidden()
