"""Words and rights edited in the grid: one card or all, and never over somebody else's words."""

from django.test import TestCase
from django.urls import reverse

from articles.models import Picture
from tests.articles.admin.newsroom import make_chief, make_person
from tests.builders import make_picture

REFUSED = 422


def shown(form):
    """What a browser posts of a card as it is shown, the values seen included."""
    posted = {}
    for bound in form:
        names = {bound.html_name: bound.field.widget}
        if bound.field.show_hidden_initial:
            names[bound.html_initial_name] = bound.field.hidden_widget()
        for name, widget in names.items():
            value = widget.format_value(bound.value())
            if value in (None, False, "False") and name == bound.html_name:
                continue
            posted[name] = "" if value is None else str(value)
    return posted


class CardTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.picture = make_picture("one", caption="Old words", credit="Olena Mak")

    def setUp(self):
        self.client.force_login(self.chief)
        self.page = reverse("admin:articles_picture_card", args=[self.picture.pk])
        self.seen = shown(self.client.get(self.page).context["form"])
        self.prefix = f"picture-{self.picture.pk}"

    def save(self, **changes):
        changes = {f"{self.prefix}-{name}": value for name, value in changes.items()}
        return self.client.post(self.page, self.seen | changes)

    def meanwhile(self, **changes):
        Picture.objects.filter(pk=self.picture.pk).update(**changes)

    def now(self):
        return Picture.objects.get(pk=self.picture.pk)

    def test_a_card_is_saved_and_comes_back_as_it_is_now(self):
        answer = self.save(caption="New words", is_syndicable="on")
        self.assertContains(answer, "New words")
        self.assertContains(answer, "may be passed on")
        self.assertTrue(self.now().is_syndicable)
        history = reverse("admin:articles_picture_history", args=[self.picture.pk])
        self.assertContains(self.client.get(history), "Changed Caption")

    def test_what_two_have_changed_is_refused_once_and_theirs_is_told(self):
        self.meanwhile(caption="Their words")
        answer = self.save(caption="My words")
        self.assertContains(answer, "“Their words”", status_code=REFUSED)
        self.assertContains(answer, "My words", status_code=REFUSED)
        self.assertEqual(self.now().caption, "Their words")
        self.seen = shown(answer.context["form"])
        self.seen[f"initial-{self.prefix}-caption"] = "Their words"
        self.assertContains(
            answer,
            f'name="initial-{self.prefix}-caption" value="Their words"',
            status_code=REFUSED,
        )
        self.assertEqual(self.save(caption="My words").status_code, 200)
        self.assertEqual(self.now().caption, "My words")

    def test_what_only_the_other_has_changed_stays(self):
        self.meanwhile(credit="Taras")
        self.assertEqual(self.save(caption="My words").status_code, 200)
        self.assertEqual((self.now().caption, self.now().credit), ("My words", "Taras"))

    def test_the_same_change_by_two_is_no_conflict(self):
        self.meanwhile(caption="Right words")
        self.assertEqual(self.save(caption="Right words").status_code, 200)

    def test_a_card_that_nobody_changed_writes_nothing(self):
        self.meanwhile(caption="Their words")
        self.assertContains(self.save(), "Their words")
        self.assertEqual(self.now().caption, "Their words")

    def test_other_line_ends_are_no_change(self):
        self.meanwhile(caption="One\nTwo")
        self.seen = shown(self.client.get(self.page).context["form"])
        self.seen[f"initial-{self.prefix}-caption"] = "One\r\nTwo"
        answer = self.save(caption="One\r\nTwo\r\nThree")
        self.assertEqual(answer.status_code, 200)

    def test_a_wrong_value_is_named_at_its_field(self):
        for field, value in {"licence_ends_at": "3026-01-01T00:00", "credit": "x" * 301}.items():
            with self.subTest(field):
                answer = self.save(**{field: value})
                self.assertContains(answer, "errorlist", status_code=REFUSED)

    def test_rights_are_asked_for(self):
        self.client.force_login(make_person("guest", "view_picture"))
        self.assertEqual(self.save(caption="x").status_code, 403)
        self.assertNotContains(self.client.get(self.page), "<textarea")
        self.client.force_login(make_person("stranger", "view_tag"))
        self.assertEqual(self.client.get(self.page).status_code, 403)

    def test_an_unknown_picture_is_404(self):
        page = reverse("admin:articles_picture_card", args=[0])
        self.assertEqual(self.client.get(page).status_code, 404)


class WholeGridTests(TestCase):
    """Without a script the page is one form."""

    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.one = make_picture("one", caption="One")
        cls.two = make_picture("two", caption="Two")

    def setUp(self):
        self.client.force_login(self.chief)
        self.page = reverse("admin:articles_picture_changelist")
        response = self.client.get(self.page)
        formset = response.context["cl"].formset
        self.posted = {"_save": "Save"} | shown(formset.management_form)
        for form in formset.forms:
            self.posted |= shown(form)
        self.prefix = {form.instance.key: form.prefix for form in formset.forms}

    def save(self, **captions):
        changes = {f"{self.prefix[key]}-caption": words for key, words in captions.items()}
        return self.client.post(self.page, self.posted | changes, follow=True)

    def test_several_cards_are_saved_at_once(self):
        self.assertContains(self.save(one="First", two="Second"), "2 pictures were changed")
        captions = set(Picture.objects.values_list("caption", flat=True))
        self.assertEqual(captions, {"First", "Second"})

    def test_a_conflict_in_one_keeps_all_that_was_typed_on_the_page(self):
        Picture.objects.filter(pk=self.one.pk).update(caption="Theirs")
        answer = self.save(one="Mine", two="Second")
        for words in ("“Theirs”", ">\nMine</textarea>", ">\nSecond</textarea>"):
            self.assertContains(answer, words)
        self.assertEqual(Picture.objects.get(pk=self.two.pk).caption, "Two")

    def test_rows_that_others_changed_and_this_editor_did_not_stay(self):
        Picture.objects.filter(pk=self.one.pk).update(caption="Theirs")
        self.save(two="Second")
        self.assertEqual(Picture.objects.get(pk=self.one.pk).caption, "Theirs")
        self.assertEqual(Picture.objects.get(pk=self.two.pk).caption, "Second")

    def test_who_may_not_change_cannot_save(self):
        self.client.force_login(make_person("guest", "view_picture"))
        self.assertEqual(self.save(one="Mine").status_code, 403)
