"""The screen of one picture: its point, its crops, its words; proofs for those who may look."""

import io

from django.test import TestCase
from django.urls import reverse
from PIL import Image

from articles.admin.picture_form import CROPS
from articles.models import Picture
from articles.pictures.geometry import SHAPES
from tests.articles.admin.newsroom import filled_in, make_chief, make_person
from tests.builders import make_picture, store_picture


class DeskCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_chief()
        cls.picture = store_picture("teal", (1600, 1200), caption="A bridge", credit="Olena Mak")

    def setUp(self):
        self.client.force_login(self.chief)
        self.page = reverse("admin:articles_picture_change", args=[self.picture.pk])

    def save(self, **changes):
        posted = filled_in(self.client.get(self.page), **changes)
        return self.client.post(self.page, posted | {"_continue": "1"}, follow=True)

    def now(self):
        return Picture.objects.get(pk=self.picture.pk)


class PointTests(DeskCase):
    def test_saving_keeps_the_point_and_says_that_somebody_has_looked(self):
        self.assertContains(self.client.get(self.page), "first guess")
        self.assertContains(self.save(focal_x="0.25", focal_y="0.75"), "changed successfully")
        now = self.now()
        self.assertEqual((now.focal_x, now.focal_y, now.is_focal_point_set), (0.25, 0.75, True))
        self.assertNotContains(self.client.get(self.page), "first guess")

    def test_a_point_outside_the_picture_is_refused(self):
        for point in ("1.1", "-0.1", "nan", "inf", "x"):
            with self.subTest(point):
                self.assertContains(self.save(focal_x=point), "errornote")
        self.assertFalse(self.now().is_focal_point_set)

    def test_only_what_was_changed_is_written(self):
        posted = filled_in(self.client.get(self.page), headline="Mine")
        form = self.client.get(self.page).context["adminform"].form
        for bound in form:
            if bound.field.show_hidden_initial:
                posted[bound.html_initial_name] = posted.get(bound.html_name, "")
        posted["initial-headline"] = ""
        Picture.objects.filter(pk=self.picture.pk).update(caption="Theirs", focal_x=0.9)
        self.client.post(self.page, posted)
        now = self.now()
        self.assertEqual((now.headline, now.caption, now.focal_x), ("Mine", "Theirs", 0.9))


class CropTests(DeskCase):
    def test_every_shape_can_be_cropped_by_hand(self):
        self.assertEqual(set(CROPS), {f"crop_{shape}" for shape in SHAPES})

    def test_a_crop_is_kept_in_shares_and_shown_again_in_per_cent(self):
        self.save(crop_square="10 5,5 45 60")
        self.assertEqual(self.now().crops, {"square": [0.1, 0.055, 0.45, 0.6]})
        self.assertContains(self.client.get(self.page), 'value="10 5.5 45 60"')
        self.save(headline="Something else")
        self.assertEqual(self.now().crops, {"square": [0.1, 0.055, 0.45, 0.6]})
        self.save(crop_square="")
        self.assertEqual(self.now().crops, {})

    def test_a_crop_that_cannot_be_is_refused_with_the_reason(self):
        for typed, words in {
            "10 10 45": "Four numbers",
            "a b c d": "Four numbers",
            "nan 0 45 60": "Four numbers",
            "1e400 0 45 60": "Four numbers",
            "60 0 45 60": "reaches out",
            "-1 0 45 60": "reaches out",
            "0 0 0 0": "reaches out",
            "0 0 60 60": "not 1 to 1",
            "0 0 15 20": "narrower than 320",
        }.items():
            with self.subTest(typed):
                self.assertContains(self.save(crop_square=typed), words)
        self.assertEqual(self.now().crops, {})

    def test_a_small_picture_may_be_cropped_as_far_as_it_goes(self):
        small = make_picture("small", width=300, height=200)
        self.page = reverse("admin:articles_picture_change", args=[small.pk])
        self.save(crop_square="10 0 66.67 100")
        self.assertEqual(Picture.objects.get(pk=small.pk).crops["square"][0], 0.1)

    def test_two_who_crop_at_once_do_not_overwrite_each_other_unseen(self):
        posted = filled_in(self.client.get(self.page), crop_square="10 5 45 60")
        posted["initial-crop_square"] = ""
        Picture.objects.filter(pk=self.picture.pk).update(crops={"square": [0, 0, 0.75, 1]})
        self.assertContains(self.client.post(self.page, posted), "Somebody else has changed")
        self.assertEqual(self.now().crops, {"square": [0, 0, 0.75, 1]})


class ProofTests(DeskCase):
    def proof(self, shape, picture=None):
        place = [(picture or self.picture).pk, shape]
        return self.client.get(reverse("admin:articles_picture_proof", args=place))

    def test_every_shape_is_shown_as_it_is_cut(self):
        for shape, (across, down) in SHAPES.items():
            with self.subTest(shape):
                image = Image.open(io.BytesIO(self.proof(shape).content))
                self.assertEqual(image.width, 360)
                self.assertAlmostEqual(image.height, 360 * down / across, delta=1)
        whole = Image.open(io.BytesIO(self.proof("whole").content))
        self.assertEqual(whole.size, (1080, 810))

    def test_no_cache_between_keeps_it(self):
        self.assertIn("private", self.proof("whole")["Cache-Control"])

    def test_an_unknown_shape_and_a_lost_original_are_404(self):
        self.assertEqual(self.proof("round").status_code, 404)
        self.assertEqual(self.proof("whole", make_picture("lost")).status_code, 404)

    def test_only_who_may_see_pictures_gets_proofs(self):
        self.client.force_login(make_person("stranger", "view_tag"))
        self.assertEqual(self.proof("whole").status_code, 403)
        self.client.logout()
        self.assertEqual(self.proof("whole").status_code, 302)

    def test_who_may_only_look_sees_all_shapes_and_no_handles(self):
        self.client.force_login(make_person("guest", "view_picture"))
        page = self.client.get(self.page)
        self.assertContains(page, "/proof/share/")
        for part in ("data-point-handle", "data-cut", "<textarea"):
            self.assertNotContains(page, part)
