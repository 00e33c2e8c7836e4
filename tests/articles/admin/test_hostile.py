"""Whatever is typed into the admin's forms, the answer is a page: never an error of the site."""

import json
from itertools import cycle
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from articles.models import Article
from tests.articles.admin.newsroom import filled_in, furnish, make_chief
from tests.articles.admin.test_every_screen import address, screens

CORPUS = Path(__file__).resolve().parents[2] / "data" / "naughty-strings.json"
NAUGHTY = [text for text in json.loads(CORPUS.read_text("utf-8")) if text]
EXTREMES = [
    "\x00",
    "\ud7ff",
    "x" * 20_000,
    "-1",
    "9" * 400,
    "NaN",
    "1e400",
    "٣",
    "²",
    "\u202e",
    "<p>" * 9_000,
]


class HostileInputTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.article = furnish()

    def setUp(self):
        self.client.force_login(self.chief)

    def check(self, page, posted, files=None):
        answer = self.client.post(page, {**posted, **(files or {})})
        self.assertIn(answer.status_code, (200, 302), page)

    def test_every_field_of_the_article_takes_anything(self):
        page = reverse("admin:articles_article_change", args=[self.article.pk])
        names = [bound.html_name for bound in self.client.get(page).context["adminform"].form]
        posted = filled_in(self.client.get(page))
        # One strange field at a time finds what the errors of all of them would hide.
        for name, text in zip(names, cycle(EXTREMES), strict=False):
            posted["base"] = Article.objects.get(pk=self.article.pk).draft_revision_id
            with self.subTest(name, text=text[:40]):
                self.check(page, posted | {name: text, "_publish": "1"})
        for text in EXTREMES[::4]:
            with self.subTest("all", text=text[:40]):
                self.check(page, dict.fromkeys(names, text) | {"_publish": "1"})

    def test_naughty_words_in_headline_lead_and_body_are_saved_and_shown(self):
        page = reverse("admin:articles_article_change", args=[self.article.pk])
        for start in range(0, len(NAUGHTY), 90):
            text = "\n".join(NAUGHTY[start : start + 90]).replace("\x00", "")
            with self.subTest(start):
                words = {"headline": text[:490], "lead": text, "body": text, "lead_caption": text}
                answer = self.client.post(page, filled_in(self.client.get(page), **words))
                self.assertEqual(answer.status_code, 302)
                self.assertEqual(self.client.get(page).status_code, 200)

    def test_every_other_form_takes_anything(self):
        for model, _own in screens():
            for page in (address(model, "add"), address(model, "change", model.objects.first().pk)):
                form = self.client.get(page)
                if form.status_code != 200:
                    continue
                fields = form.context["adminform"].form.fields
                for text in ["\x00", "x" * 20_000, "<script>1</script>"]:
                    with self.subTest(page, text=text[:40]):
                        posted = filled_in(form) | dict.fromkeys(fields, text) | inlines(form)
                        posted = {name: value for name, value in posted.items() if value != "on"}
                        answer = self.client.post(page, posted)
                        self.assertIn(answer.status_code, (200, 302, 403))

    def test_strange_addresses_are_answered(self):
        for model, _own in screens():
            for key in ("0", "x", "9" * 40, "%00", "_3C"):
                page = address(model, "changelist") + f"{key}/change/"
                self.assertIn(self.client.get(page).status_code, (302, 400, 404), page)
            for query in (
                "?p=x",
                "?p=99999",
                "?o=9.-8",
                "?standing=x",
                "?e=1",
                "?q=%00",
                "?language__id__exact=x",
            ):
                page = address(model, "changelist") + query
                self.assertIn(self.client.get(page).status_code, (200, 302, 400), page)

    def test_two_equal_synonyms_at_once_are_a_message(self):
        tag = self.article.tags.get()
        page = reverse("admin:tags_tag_change", args=[tag.pk])
        form = self.client.get(page)
        posted = filled_in(form) | inlines(form)
        language = self.article.language_id
        posted |= {"synonyms-TOTAL_FORMS": "3"}
        for number, name in (("1", "Span"), ("2", "span")):
            posted |= {f"synonyms-{number}-name": name, f"synonyms-{number}-language": language}
        self.assertContains(self.client.post(page, posted), "already taken")
        self.assertEqual(tag.synonyms.count(), 1)

    def test_the_name_of_another_tag_is_refused_in_words(self):
        page = reverse("admin:tags_tag_add")
        posted = {"slug": "span", "names-TOTAL_FORMS": "1"}
        form = self.client.get(page)
        known = self.article.tags.get().names.get(language=self.article.language_id)
        named = {"names-0-name": known.name.upper(), "names-0-language": known.language_id}
        answer = self.client.post(page, filled_in(form) | inlines(form) | posted | named)
        self.assertContains(answer, "Another tag already has this name in this language.")

    def test_a_file_that_is_no_picture_is_refused_with_a_reason(self):
        page = reverse("admin:articles_picture_add")
        for content in (b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\0" * 2_000):
            file = SimpleUploadedFile("a.png", content, "image/png")
            answer = self.client.post(page, {"file": file, "focal_x": "0.5", "focal_y": "0.5"})
            self.assertContains(answer, "errornote")


def inlines(page):
    """What a browser would post of the inline forms on a page."""
    posted = {}
    for inline in page.context["inline_admin_formsets"]:
        for form in [inline.formset.management_form, *inline.formset.initial_forms]:
            for bound in form:
                value = bound.value()
                posted[bound.html_name] = "" if value is None or value is False else value
    return posted
