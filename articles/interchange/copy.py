"""An item's words and pictures, turned into what an editor could have written."""

from articles import revisions
from articles.body.blocks import write
from articles.body.match import keep_ids
from articles.body.opening import split_lead
from articles.body.parse import from_html, from_text
from articles.body.reading import read
from articles.content import Content
from articles.interchange.illustrations import Illustrations
from articles.interchange.naming import authors_named, tags_named
from articles.models import GenreName, Kind


class Copy:
    """
    One item for one edition. Its pictures are fetched at once, its authors and tags on demand:
    an item that turns out to be known shall make no new ones.
    """

    def __init__(self, item, edition, folder, findings):
        self.item = item
        self.edition = edition
        parse = from_html if item.is_html else from_text
        blocks = parse(item.body, edition.code, headline=item.headline)
        self._lead, rest = split_lead(blocks, item.lead)
        kept = {block.id for block in rest}
        if any("<a " in block.html for block in blocks if block.id not in kept):
            findings.note("the links of the first paragraph are lost: it became the lead")
        self._illustrations = Illustrations(item, folder, findings)
        self._blocks = self._illustrations.settle(rest)
        self.fingerprint = item.fingerprint(self._illustrations.keys())

    def content(self, before=""):
        """The content, its blocks numbered like those of the body `before` that they continue."""
        item = self.item
        blocks = keep_ids(self._blocks, read(before)) if before else self._blocks
        return revisions.cleaned(
            Content(
                headline=item.headline,
                lead=" ".join(self._lead.split()),
                body=write(blocks),
                kind=_kind(item.genres),
                urgency=item.urgency,
                author_ids=authors_named(item.authors, self.edition),
                tag_ids=tags_named(item.tags, self.edition),
                pictures=self._illustrations.uses(blocks),
            )
        )


def _kind(genres):
    """The kind that the first known genre means; otherwise news."""
    kinds = dict(GenreName.objects.filter(name__in=genres).values_list("name", "kind"))
    return next((kinds[genre] for genre in genres if genre in kinds), Kind.NEWS)
