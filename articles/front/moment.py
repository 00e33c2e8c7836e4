"""
Any moment: what the publication log says was, or will be, in readers' eyes then.

Headline, kind, section, byline and picture are those of the revision that was live. Two things
are not in the log: a story that was moved in time since stands where its first line begins, and
the most read are not kept.
"""

from articles.models import (
    TELLING_FIELDS,
    Article,
    Author,
    Change,
    Picture,
    PictureUse,
    Publication,
    State,
    is_licence_over,
)

from . import arms

# More withdrawals and new moments since then than this are not looked through.
MOST_CHANGED = 500


class Moment:
    """Where the front page of a moment comes from."""

    def __init__(self, language, at):
        self.language = language
        self.at = at
        self.lines = {}

    def candidates(self, sections):
        """Everything that may be chosen from, each card as the log had it."""
        articles = Article.objects.for_front()
        in_force = articles.in_force(self.at)
        of_now = in_force.filter(state=State.PUBLISHED, published_at__lte=self.at)
        first, *others = arms.newest(of_now, self.language, sections)
        others += [
            arms.pinned(in_force, self.language, self.at),
            arms.unmarked(self._changed_since(in_force)),
        ]
        candidates = arms.sort_out(first.union(*others, all=True), self.language)
        self._read_log(candidates.cards)
        return candidates

    def _changed_since(self, articles):
        """What was withdrawn or moved in time after the moment, and is no more where it was."""
        here = articles.in_language(self.language)
        withdrawn = here.filter(state=State.WITHDRAWN, withdrawn_at__gt=self.at)
        moved = here.filter(
            pk__in=Publication.objects.filter(change=Change.REDATE, recorded_at__gt=self.at).values(
                "article"
            )
        )
        return (withdrawn | moved)[:MOST_CHANGED]

    def _read_log(self, cards):
        """Give each card the words of its line, and its moment where it was moved since."""
        lines = Publication.objects.select_related("revision").in_bulk(
            [card.line for card in cards]
        )
        for card in cards:
            line = self.lines[card.pk] = lines[card.line]
            for name in TELLING_FIELDS:
                if name != "body":
                    setattr(card, name, getattr(line.revision, name))
            if card.published_at > self.at:
                card.published_at = line.from_moment

    def pictures(self, cards):
        """The lead picture of each card's revision, by the article's key."""
        used = {}
        for card in cards:
            for use in self.lines[card.pk].revision.pictures:
                if use["block_id"] == PictureUse.LEAD:
                    used[card.pk] = use
        found = Picture.objects.annotate(is_over=is_licence_over())
        pictures = found.in_bulk([use["picture"] for use in used.values()])
        return {key: _use(pictures[use["picture"]], use) for key, use in used.items()}

    def signers(self, cards):
        """Who signed the revision first, with name and portrait, by the article's key."""
        first = {
            card.pk: ids[0] for card in cards if (ids := self.lines[card.pk].revision.author_ids)
        }
        authors = Author.objects.named(self.language).with_portrait()
        known = authors.in_bulk(list(first.values()))
        return {key: known[author] for key, author in first.items()}


def _use(picture, said):
    """A use as the revision had it; whether its licence has ended is asked of now."""
    use = PictureUse(picture=picture, alt=said["alt"], credit=said["credit"])
    use.is_over = picture.is_over
    return use
