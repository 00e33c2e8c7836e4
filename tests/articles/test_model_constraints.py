from datetime import timedelta

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import TestCase

from articles import publishing
from articles.models import (
    Article,
    Author,
    AuthorName,
    Byline,
    Depiction,
    FormerAddress,
    GenreName,
    ImportedItem,
    ImportedStory,
    Kind,
    MenuEntry,
    Page,
    PageBreak,
    Picture,
    PictureUse,
    PrintSet,
    Publication,
    RelatedPin,
    Section,
    SectionName,
    State,
    Story,
    SupportCall,
    Tagging,
)
from tests.articles.test_timed_constraints import TIMED
from tests.builders import (
    make_article,
    make_author,
    make_draft,
    make_picture,
    make_tag,
)
from tests.constraints import constraint_broken_by, constraints_of

HOUR = timedelta(hours=1)


class ConstraintTests(TestCase):
    """Each constraint by a statement that goes past the verbs."""

    def setUp(self):
        self.article = make_article()
        self.draft = make_draft("uk")
        self.language = self.article.language
        self.other = make_article("en")
        self.tag, self.author, self.picture = make_tag(), make_author(), make_picture()
        self.section = Section.objects.create(slug="region")

    def change(self, article=None, **values):
        return lambda: Article.objects.filter(pk=(article or self.article).pk).update(**values)

    def join(self, model, *pairs):
        """Create rows of an article's lists, one a (position, values)."""
        shared = {"article": self.article}
        if issubclass(model, Byline | Tagging):
            shared |= {"language": self.language, "number": self.article.story_id}
        return lambda: [
            model.objects.create(position=position, **shared, **values)
            for position, values in pairs
        ]

    def twice(self, model, **values):
        return lambda: [model.objects.create(**values) for _ in range(2)]

    def attempts(self):
        """By the constraint's name, what it must refuse."""
        now, language = self.article.published_at, self.language
        tag, author, story = {"tag": self.tag}, {"author": self.author}, {"story": self.other.story}
        complete = "published_article_is_complete"
        expiry = "article_expires_after_publication"
        order = ((0, author), (0, {"author": make_author("second")}))
        menu = {"language": language, "group": "sections"}
        leads = "menu_entry_leads_to_one_place"
        return [
            (complete, self.change(headline="")),
            (complete, self.change(published_at=None)),
            (complete, self.change(address_date=None)),
            (complete, self.change(live_revision=None)),
            (complete, self.change(self.draft, state=State.PUBLISHED)),
            ("embargo_holds_back_publication", self.change(embargo_until=now + HOUR)),
            ("withdrawn_article_has_its_moment", self.change(state=State.WITHDRAWN)),
            (expiry, self.change(expires_at=now)),
            (expiry, self.change(expires_at=now - HOUR)),
            ("article_kind_is_known", self.change(kind="gossip")),
            ("article_state_is_known", self.change(state="shown")),
            ("article_urgency_is_iptc", self.change(urgency=0)),
            ("article_urgency_is_iptc", self.change(urgency=10)),
            (
                "one_telling_per_story_and_language",
                lambda: Article.objects.create(story=self.article.story, language=language),
            ),
            ("author_signs_once", self.join(Byline, (0, author), (1, author))),
            ("byline_order_is_exact", self.join(Byline, *order)),
            ("tag_is_set_once", self.join(Tagging, (0, tag), (1, tag))),
            ("tag_order_is_exact", self.join(Tagging, (0, tag), (0, {"tag": make_tag("two")}))),
            ("story_is_pinned_once", self.join(RelatedPin, (0, story), (1, story))),
            (
                "pin_order_is_exact",
                self.join(RelatedPin, (0, story), (0, {"story": self.draft.story})),
            ),
            (
                "publication_shows_a_revision",
                lambda: Publication.objects.create(
                    article=self.article, from_moment=now, change="update"
                ),
            ),
            ("story_number_is_readable", lambda: Story.objects.create(number=0)),
            ("story_number_is_readable", lambda: Story.objects.create(number=10**10)),
            ("picture_focal_point_is_inside", lambda: make_picture("a", focal_x=1.01)),
            ("picture_focal_point_is_inside", lambda: make_picture("b", focal_y=-0.01)),
            ("picture_has_a_size", lambda: make_picture("c", width=0)),
            ("picture_has_a_size", lambda: make_picture("d", height=0)),
            (
                "one_print_set_per_cut",
                self.twice(PrintSet, picture=self.picture, cut="wide-0123abcd"),
            ),
            (
                "one_depiction_of_each",
                self.twice(Depiction, revision=self.article.live_revision, picture=self.picture),
            ),
            (
                "one_picture_per_block",
                self.twice(PictureUse, article=self.article, picture=self.picture),
            ),
            ("one_print_set_per_cut", self.twice(PrintSet, picture=self.picture, cut="whole-0")),
            (
                "one_section_name_per_language",
                self.twice(SectionName, section=self.section, language=language, name="Region"),
            ),
            (
                "one_author_name_per_language",
                self.twice(AuthorName, author=self.author, language=language, name="Vira"),
            ),
            ("one_page_per_language", self.twice(Page, language=language, slug="about")),
            ("page_of_a_list_ends_once", self.twice(PageBreak, **self.page())),
            (
                "pages_are_counted_from_one",
                lambda: PageBreak.objects.create(**self.page(page=0)),
            ),
            *(
                (
                    "page_belongs_to_a_known_list",
                    lambda name=name: PageBreak.objects.create(**self.page(listed=name)),
                )
                for name in ("", "tag-", "tag-0", "tag-1 ", "language-1", "kind-News", "x tag-1")
            ),
            (leads, lambda: MenuEntry.objects.create(**menu)),
            (leads, lambda: MenuEntry.objects.create(**menu, label="Shop")),
            (leads, lambda: MenuEntry.objects.create(**menu, address="/shop/")),
            (leads, lambda: MenuEntry.objects.create(**menu, tag=self.tag, section=self.section)),
            (leads, lambda: MenuEntry.objects.create(**menu, tag=self.tag, address="/shop/")),
        ]

    def page(self, **values):
        """The end of a page of a list."""
        end = {"published_at": self.article.published_at, "number": self.article.story_id}
        return {"language": self.language, "listed": "kind-news", "page": 1, **end, **values}

    def test_each_is_kept_by_the_database(self):
        for number, (name, act) in enumerate(self.attempts()):
            with self.subTest(name, number=number):
                self.assertEqual(constraint_broken_by(act), name)

    def test_none_is_declared_without_being_tried_here(self):
        self.assertEqual(
            {name for name, _act in self.attempts()}, constraints_of("articles", but=TIMED)
        )

    def test_what_the_constraints_allow_is_stored(self):
        now = self.article.published_at
        menu = {"language": self.language, "group": "topics"}
        for number, act in enumerate(
            [
                self.change(embargo_until=now, expires_at=now + HOUR, urgency=9),
                self.change(state=State.WITHDRAWN, withdrawn_at=now, headline=""),
                self.change(self.draft, expires_at=now),
                lambda: Publication.objects.create(
                    article=self.article, from_moment=now, change="withdrawal"
                ),
                lambda: MenuEntry.objects.create(**menu, tag=self.tag),
                lambda: MenuEntry.objects.create(**menu, section=self.section, label="Here"),
                lambda: MenuEntry.objects.create(**menu, label="Shop", address="/shop/"),
                lambda: make_picture("e", focal_x=0, focal_y=1),
            ]
        ):
            with self.subTest(number):
                self.assertIsNone(constraint_broken_by(act))

    def test_an_article_has_a_story_and_a_language(self):
        for missing in ("story_id", "language_id"):
            with self.subTest(missing), self.assertRaises(IntegrityError), transaction.atomic():
                self.change(**{missing: None})()

    def test_identities_and_addresses_are_unique(self):
        article, story, language = self.article, self.article.story, self.language
        call = {"language": language, "text": "t", "label": "l", "address": "/"}
        for model, values in [
            (ImportedItem, {"uri": "urn:x", "article": article}),
            (ImportedStory, {"identity": "urn:x", "story": story}),
            (FormerAddress, {"path": "/old", "article": article}),
            (GenreName, {"name": "sonnet", "kind": Kind.COLUMNS}),
            (Section, {"slug": "culture"}),
            (Author, {"slug": "taras"}),
            (SupportCall, call),
        ]:
            with self.subTest(model):
                self.assertIsNotNone(constraint_broken_by(self.twice(model, **values)))
        for key, fingerprint in (("f", "1"), ("g", "1"), ("f", "2")):
            picture = Picture(key=key, sha256=fingerprint, width=1, height=1)
            is_new = (key, fingerprint) == ("f", "1")
            self.assertEqual(constraint_broken_by(picture.save) is None, is_new)


class GuardTests(TestCase):
    """The triggers of the second migration."""

    def refusal(self, statement, *parameters):
        with (
            self.assertRaises(IntegrityError) as refused,
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement, parameters)
        self.assertEqual(refused.exception.__cause__.sqlstate, "23001")
        return str(refused.exception)

    def test_no_line_of_the_publication_log_is_changed_or_deleted(self):
        line = make_article().publications.get()
        for statement in (
            "UPDATE articles_publication SET note = 'never happened'",
            "UPDATE articles_publication SET note = note WHERE false",
            "DELETE FROM articles_publication",
        ):
            with self.subTest(statement):
                self.assertIn("stay for ever", self.refusal(statement))
        for act in (line.save, line.delete, Publication.objects.all().delete):
            with self.subTest(act), self.assertRaises(IntegrityError), transaction.atomic():
                act()
        self.assertEqual(Publication.objects.get(), line)

    def test_no_story_is_deleted_not_even_an_empty_one(self):
        empty = Story.objects.create()
        self.assertIn("stay for ever", self.refusal("DELETE FROM articles_story"))
        with self.assertRaises(IntegrityError), transaction.atomic():
            empty.delete()
        self.assertTrue(Story.objects.filter(pk=empty.pk).exists())

    def test_a_published_article_its_revisions_and_its_author_are_not_deleted(self):
        user, author = User.objects.create(username="vira"), make_author()
        article = publishing.publish(make_draft(author_ids=(author.pk,)), by=user)
        for thing in (article, article.live_revision, author, article.language, user):
            with self.subTest(thing), self.assertRaises(ProtectedError):
                thing.delete()
