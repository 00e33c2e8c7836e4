"""Files dropped into the library: each is taken in or refused by itself, with a clear word."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse

from articles.models import Picture
from articles.pictures.intake import MOST_BYTES
from tests.articles.admin.newsroom import make_chief, make_person, picture_file

UPLOAD = "admin:articles_picture_upload"


class UploadTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.reporter = make_person("reporter", "add_picture", "view_picture")

    def setUp(self):
        self.client.force_login(self.reporter)

    def send(self, content, name="Міст.png", **options):
        file = SimpleUploadedFile(name, content, "image/png")
        return self.client.post(reverse(UPLOAD), {"file": file}, **options)

    def test_a_new_picture_is_stored_under_the_name_of_who_brought_it(self):
        answer = self.send(picture_file("navy"))
        picture = Picture.objects.get()
        self.assertEqual(answer.status_code, 201)
        self.assertEqual(picture.added_by, self.reporter)
        told = answer.json()
        self.assertFalse(told["isKnown"])
        self.assertContains(self.client.get(told["card"]), "not used")

    def test_the_same_bytes_again_are_known_and_linked(self):
        self.send(picture_file("olive"))
        answer = self.send(picture_file("olive"), name="copy.jpg")
        picture = Picture.objects.get()
        self.assertEqual(answer.status_code, 200)
        self.assertTrue(answer.json()["isKnown"])
        self.assertIn(f"/{picture.pk}/", answer.json()["address"])

    def test_what_is_no_picture_is_refused_by_content_and_not_by_name(self):
        whole = picture_file("red", (200, 200), "JPEG")
        for content, words in {
            b"<svg xmlns='http://www.w3.org/2000/svg'/>": "not a JPEG, PNG, WebP or AVIF",
            b"%PDF-1.4": "not a JPEG, PNG, WebP or AVIF",
            whole[: len(whole) // 2]: "damaged",
        }.items():
            with self.subTest(words):
                answer = self.send(content, name="photo.jpg")
                self.assertEqual(answer.status_code, 422)
                self.assertIn(words, answer.json()["said"])
        self.assertFalse(Picture.objects.exists())

    def test_weight_is_refused_before_the_file_is_read(self):
        class Unread:
            """A body that must not be touched."""

            def read(self, *_size):
                raise AssertionError("the body was read")

            readline = read

        answer = self.client.generic(
            "POST",
            reverse(UPLOAD),
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH=str(MOST_BYTES * 2),
            **{"wsgi.input": Unread()},
        )
        self.assertEqual(answer.status_code, 413)
        self.assertIn("50 MB", answer.json()["said"])

    def test_an_empty_or_broken_request_is_answered(self):
        for options in (
            {"data": {}},
            {"data": b"rubbish", "content_type": "multipart/form-data; boundary=x"},
            {"data": b"{}", "content_type": "application/json"},
        ):
            with self.subTest(options):
                self.assertEqual(self.client.post(reverse(UPLOAD), **options).status_code, 400)

    def test_only_who_may_add_may_upload(self):
        self.client.force_login(make_person("guest", "view_picture", "change_picture"))
        self.assertEqual(self.send(picture_file()).status_code, 403)
        self.client.logout()
        self.assertEqual(self.send(picture_file()).status_code, 302)
        self.assertFalse(Picture.objects.exists())

    def test_a_request_without_the_token_is_refused(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(make_chief())
        file = SimpleUploadedFile("a.png", picture_file())
        self.assertEqual(client.post(reverse(UPLOAD), {"file": file}).status_code, 403)
        page = client.get(reverse("admin:articles_picture_changelist"))
        file = SimpleUploadedFile("a.png", picture_file())
        token = str(page.context["csrf_token"])
        answer = client.post(reverse(UPLOAD), {"file": file}, headers={"X-CSRFToken": token})
        self.assertEqual(answer.status_code, 201)

    def test_nothing_but_post_is_answered(self):
        self.assertEqual(self.client.get(reverse(UPLOAD)).status_code, 405)
