"""The pictures' screen: in through the store, never out while anything shows it."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from articles import picture_store, revisions
from articles.content import Content, PictureInUse
from articles.models import Picture
from tests.articles.admin.newsroom import make_chief, picture_file
from tests.builders import make_article, make_draft


class PictureTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()

    def setUp(self):
        self.client.force_login(self.chief)

    def upload(self, content, **facts):
        facts = {"credit": "Olena Mak"} | facts
        file = SimpleUploadedFile("Міст.png", content, "image/png")
        page = reverse("admin:articles_picture_add")
        return self.client.post(page, {"file": file, **facts}, follow=True)

    def delete(self, picture):
        page = reverse("admin:articles_picture_delete", args=[picture.pk])
        return self.client.post(page, {"post": "yes"}, follow=True)

    def test_an_upload_makes_the_renditions_and_keeps_the_rights(self):
        self.upload(picture_file("navy"), is_syndicable="on")
        picture = Picture.objects.get()
        self.assertEqual((picture.width, picture.credit), (400, "Olena Mak"))
        self.assertTrue(picture.is_syndicable)

    def test_the_same_file_twice_is_one_picture_and_the_editor_is_told(self):
        self.upload(picture_file("olive"))
        answer = self.upload(picture_file("olive"), credit="Somebody else")
        self.assertContains(answer, "already here")
        self.assertEqual(Picture.objects.get().credit, "Olena Mak")

    def test_a_picture_is_offered_by_the_words_said_of_it(self):
        picture = picture_store.store(picture_file("plum"), credit="Olena Mak")
        use = PictureInUse(picture.pk, caption="Night over the Lunva")
        make_article(pictures=(use,))
        found = self.client.get(
            reverse("admin:autocomplete"),
            {
                "app_label": "articles",
                "model_name": "pictureuse",
                "field_name": "picture",
                "term": "Lunva",
            },
        ).json()["results"]
        self.assertEqual(found, [{"id": str(picture.pk), "text": "Night over the Lunva"}])

    def test_the_list_shows_a_thumbnail(self):
        picture = picture_store.store(picture_file("gold"))
        answer = self.client.get(reverse("admin:articles_picture_changelist"))
        thumbnail = reverse("admin:articles_picture_thumbnail", args=[picture.pk])
        self.assertContains(answer, thumbnail)
        file = self.client.get(thumbnail)
        self.assertEqual(file["Content-Type"], "image/jpeg")
        self.assertTrue(b"".join(file.streaming_content).startswith(b"\xff\xd8"))
        missing = reverse("admin:articles_picture_thumbnail", args=[0])
        self.assertEqual(self.client.get(missing).status_code, 404)

    def test_a_picture_in_any_revision_is_kept_and_its_articles_are_named(self):
        for place, begin in (("live", make_article), ("draft", make_draft)):
            with self.subTest(place):
                picture = picture_store.store(picture_file("tan", size=(300, 200 + len(place))))
                article = begin(headline=f"In a {place}", pictures=(PictureInUse(picture.pk),))
                revisions.save(article, Content(headline="Without it"))
                answer = self.delete(picture)
                self.assertContains(
                    answer, reverse("admin:articles_article_change", args=[article.pk])
                )
                self.assertTrue(Picture.objects.filter(pk=picture.pk).exists())
                page = reverse("admin:articles_picture_change", args=[picture.pk])
                self.assertContains(self.client.get(page), f"/article/{article.pk}/")

    def test_an_unused_picture_can_go(self):
        picture = picture_store.store(picture_file("snow"))
        self.delete(picture)
        self.assertFalse(Picture.objects.exists())
