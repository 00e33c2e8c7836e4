"""Item: what an agency delivered, as plain values; no database and no file was touched yet."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """What the agency allows (`pubStatus`)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True)
class ItemPicture:
    """A picture that belongs to an item; `hrefs` of its renditions, the largest first."""

    label: str
    hrefs: tuple[str, ...] = ()
    caption: str = ""
    credit: str = ""
    alt: str = ""
    creator: str = ""
    copyright: str = ""
    usage_terms: str = ""


@dataclass(frozen=True)
class Item:
    """One text item, whole and checked by itself."""

    uri: str
    language: str
    status: Status = Status.USABLE
    headline: str = ""
    lead: str = ""
    body: str = ""
    is_html: bool = False
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    pictures: tuple[ItemPicture, ...] = ()
    first_created: datetime | None = None
    version_created: datetime | None = None
    embargoed_until: datetime | None = None
    expires: datetime | None = None
    urgency: int = 4
    story_identity: str = ""
    number: int | None = None
    address: str = ""

    @property
    def published_at(self):
        """The moment of first publication that the agency gives; None: it gives none."""
        return self.first_created or self.version_created

    def fingerprint(self, picture_keys):
        """The same for the same item with the same pictures at hand, whatever its spelling."""
        values = json.dumps([asdict(self), picture_keys], default=str, sort_keys=True)
        return hashlib.sha256(values.encode()).hexdigest()
