"""
Content: a telling as plain values, on its way between a form, an import and a revision.

Every way in builds one of these; `revisions.save` stores it, `publishing.publish` makes it live.
"""

from dataclasses import asdict, dataclass, field

from articles.models import Kind, PaidLabel


@dataclass(frozen=True)
class PictureInUse:
    """A picture's key in the database and what is said of it here; no block: the lead picture."""

    picture: int
    block_id: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Content:
    """All that an editor can change of a telling. The body is canonical HTML (`articles.body`)."""

    headline: str = ""
    lead: str = ""
    body: str = ""
    kind: str = Kind.NEWS
    section_id: int | None = None
    urgency: int = 4
    paid_label: str = PaidLabel.NONE
    is_distressing: bool = False
    is_unindexed: bool = False
    author_ids: tuple[int, ...] = ()
    tag_ids: tuple[int, ...] = ()
    pin_numbers: tuple[int, ...] = ()
    pictures: tuple[PictureInUse, ...] = field(default_factory=tuple)

    @classmethod
    def of(cls, revision):
        """The content that a revision holds."""
        values = {name: getattr(revision, name) for name in cls.__dataclass_fields__}
        for name in ("author_ids", "tag_ids", "pin_numbers"):
            values[name] = tuple(values[name])
        values["pictures"] = tuple(PictureInUse(**use) for use in values["pictures"])
        return cls(**values)

    def as_columns(self):
        """The values of a revision's columns."""
        columns = {name: getattr(self, name) for name in self.__dataclass_fields__}
        for name in ("author_ids", "tag_ids", "pin_numbers"):
            columns[name] = list(columns[name])
        columns["pictures"] = [asdict(use) for use in self.pictures]
        return columns
