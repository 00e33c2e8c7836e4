"""The screens beside the articles: former addresses, genres, reports, pages, the menu."""

from django.test import TestCase
from django.urls import reverse

from articles.models import FormerAddress, GenreName, MenuEntry, MistakeReport, Page
from tests.articles.admin.newsroom import furnish, make_chief


class BesideTheArticlesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.article = furnish()

    def setUp(self):
        self.client.force_login(self.chief)

    def add(self, model, **posted):
        return self.client.post(reverse(f"admin:articles_{model._meta.model_name}_add"), posted)

    def test_a_former_address_never_hides_a_page(self):
        count = FormerAddress.objects.count()
        refused = (
            "/",
            "/eng/",
            "/news/1.html",
            "/eng/tags/x",
            "/admin",
            "news",
            "//x",
            "/a?b",
            "/a b",
        )
        for path in (*refused, "/old/bridge.html", "/old/bridge.html/"):
            with self.subTest(path):
                answer = self.add(FormerAddress, path=path, article=self.article.pk)
                self.assertContains(answer, "errornote")
        self.assertEqual(FormerAddress.objects.count(), count)

    def test_a_former_address_is_kept_as_requests_are_compared_with_it(self):
        self.add(FormerAddress, path="/2019/міст/", article=self.article.pk)
        self.assertTrue(FormerAddress.objects.filter(path="/2019/міст").exists())

    def test_a_genre_is_one_whatever_its_case(self):
        self.add(GenreName, name=" Sketch ", kind="articles")
        self.assertTrue(GenreName.objects.filter(name="sketch").exists())
        self.assertContains(self.add(GenreName, name="SKETCH", kind="news"), "errornote")

    def test_reports_are_settled_from_the_list(self):
        report = MistakeReport.objects.get()
        chosen = {"action": "settle", "_selected_action": [report.pk]}
        self.client.post(reverse("admin:articles_mistakereport_changelist"), chosen)
        report.refresh_from_db()
        self.assertTrue(report.is_settled)

    def test_a_page_passes_the_allow_list(self):
        body = "<h2>Who</h2><p onclick=x>We</p><script>1</script><p><b>Source:</b> us</p>"
        language = self.article.language_id
        self.add(Page, language=language, slug="rules", title="Rules", body=body, position=1)
        stored = Page.objects.get(slug="rules").body
        self.assertIn("We", stored)
        self.assertNotIn("script", stored)
        self.assertNotIn("onclick", stored)
        self.assertNotIn('data-block="source"', stored)

    def test_a_menu_entry_leads_to_one_place(self):
        posted = {"language": self.article.language_id, "group": "topics", "position": 1}
        for wrong in ({}, {"address": "javascript:alert(1)", "label": "x"}, {"address": "/a"}):
            self.assertContains(self.add(MenuEntry, **posted, **wrong), "errornote")
        self.add(MenuEntry, **posted, address="https://example.org/", label="Friends")
        self.assertTrue(MenuEntry.objects.filter(label="Friends").exists())
