"""Every screen of the admin opens, with rows in it, and costs no more for more rows."""

from django.contrib import admin
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsportal.languages import editions
from tests.articles.admin.newsroom import furnish, make_chief, make_person

MUST_STAY = {"article", "story", "revision", "publication", "frontslot", "banner"}
LABELS = {"articles", "tags", "languages"}


def screens():
    """The newsroom's own models and their admins."""
    registered = admin.site._registry.items()
    return [(model, own) for model, own in registered if model._meta.app_label in LABELS]


def address(model, name, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=arguments)


class EveryScreenTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        furnish()

    def setUp(self):
        self.client.force_login(self.chief)

    def test_every_model_of_the_paper_has_a_screen_or_stands_on_another_ones(self):
        shown = {model for model, _own in screens()}
        for _model, own in screens():
            shown |= {inline.model for inline in own.inlines}
        names = {model._meta.model_name for model in shown}
        for wanted in (
            "article",
            "revision",
            "publication",
            "formeraddress",
            "tagname",
            "language",
        ):
            self.assertIn(wanted, names)

    def test_lists_open(self):
        for model, own in screens():
            with self.subTest(model.__name__):
                self.assertTrue(model.objects.exists())
                self.assertEqual(self.client.get(address(model, "changelist")).status_code, 200)
                if own.search_fields:
                    for words in ("bridge", "7", "9" * 40, "'\"%_\\", "²"):
                        found = self.client.get(address(model, "changelist"), {"q": words})
                        self.assertEqual(found.status_code, 200)

    def test_rows_and_their_histories_open(self):
        for model, _own in screens():
            for row in model.objects.all()[:2]:
                with self.subTest(model.__name__, row=row.pk):
                    self.assertEqual(
                        self.client.get(address(model, "change", row.pk)).status_code, 200
                    )
                    self.assertEqual(
                        self.client.get(address(model, "history", row.pk)).status_code, 200
                    )

    def test_empty_forms_open_where_rows_may_be_added(self):
        closed = set()
        for model, _own in screens():
            with self.subTest(model.__name__):
                status = self.client.get(address(model, "add")).status_code
                if status == 403:
                    closed.add(model._meta.model_name)
                else:
                    self.assertEqual(status, 200)
        only_read = {"story", "revision", "publication", "importeditem", "importedstory"}
        only_read |= {"readcount", "mostread", "pagebreak"}
        self.assertEqual(closed, only_read | {"mistakereport"})

    def test_what_must_stay_cannot_be_deleted_even_by_the_chief(self):
        for model, _own in screens():
            if model._meta.model_name not in MUST_STAY:
                continue
            row = model.objects.first()
            with self.subTest(model.__name__):
                answer = self.client.post(address(model, "delete", row.pk), {"post": "yes"})
                self.assertEqual(answer.status_code, 403)
                self.assertTrue(model.objects.filter(pk=row.pk).exists())

    def test_somebody_who_may_only_look_sees_every_row(self):
        codenames = [f"view_{model._meta.model_name}" for model, _own in screens()]
        self.client.force_login(make_person("guest", *codenames))
        for model, _own in screens():
            with self.subTest(model.__name__):
                row = model.objects.first()
                self.assertEqual(self.client.get(address(model, "change", row.pk)).status_code, 200)

    def test_longer_lists_cost_no_more_queries(self):
        before = {model: self.cost_of(model) for model, _own in screens()}
        for number in range(3):
            furnish(suffix="-more" * (number + 1))
        for model, _own in screens():
            with self.subTest(model.__name__):
                self.assertEqual(self.cost_of(model), before[model])

    def cost_of(self, model):
        # Asked anew every few seconds, whatever the page.
        editions.all_editions()
        with CaptureQueriesContext(connection) as queries:
            self.client.get(address(model, "changelist"))
        return len(queries)

    def test_nothing_on_a_screen_needs_an_inline_style_or_script(self):
        for model, _own in screens():
            row = model.objects.first()
            for page in (address(model, "changelist"), address(model, "change", row.pk)):
                with self.subTest(page):
                    html = self.client.get(page).content.decode()
                    self.assertNotIn(" style=", html)
                    self.assertNotIn("<style", html)
                    self.assertNotRegex(html, r"<script(?![^>]*\bsrc=)(?![^>]*application/json)")
