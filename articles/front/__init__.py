"""
The front page of an edition: which story stands where, now or at any moment.

`live` and `moment` bring candidates, the one from the rows that readers see, the other from the
publication log; `choice` sets them into their places and knows no database.
"""

from articles.models import Section

from .choice import Front, choose
from .live import Live
from .moment import Moment

__all__ = ["Front", "front"]


def front(language, at=None):
    """
    The front page of an edition as it is, or as it was or will be at a moment.

    Cards carry all that is drawn, `use` (the lead picture, or None) where a picture belongs and
    `author` in the columns. The present costs four statements whatever the archive's size.
    """
    sections = list(Section.objects.in_edition(language).named(language).order_by("position"))
    source = Live(language) if at is None else Moment(language, at)
    page = choose(source.candidates(sections), sections)
    uses = source.pictures(page.illustrated)
    for card in page.illustrated:
        card.use = None if card.is_distressing else uses.get(card.pk)
    authors = source.signers(page.columns)
    for card in page.columns:
        card.author = authors.get(card.pk)
    return page
