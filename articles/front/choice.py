"""
Pins first, then what is freshest; no story twice in the main column.

The recent rail and the most read stand beside the main column and may repeat it; "more news"
leaves out what the rail shows next to it, so that it really is more. Columns stand in their own
block, but for an edition that has nothing else: it leads with one.
"""

from dataclasses import dataclass, field
from datetime import datetime

from articles.models import Kind, Place
from articles.querysets import RECENT_LENGTH

PLACES = {Place.LEAD: 1, Place.SECOND: 3, Place.RIVER: 6}
COLUMNS = 4
OF_A_SECTION = 4
MOST_READ = 5
# The main column above the sections can hold no more of a section's newest.
MAIN = sum(PLACES.values())


@dataclass(frozen=True)
class Pin:
    """A story at a place; the order among its pins, then what began later, then the newer slot."""

    card: object
    place: str
    position: int
    since: datetime
    slot: int

    @property
    def age(self):
        """Orders the pins of one position: the youngest first."""
        return -self.since.timestamp(), -self.slot


@dataclass
class Candidates:
    """All cards that may be chosen from, in any order; pins; the most read in their order."""

    cards: list
    pins: list = field(default_factory=list)
    most_read: list = field(default_factory=list)


@dataclass
class Block:
    """A section of the page, one, two or four columns wide: a story with a picture, headlines."""

    section: object
    cards: list
    width: int = 1
    is_last_of_odd: bool = False

    @property
    def layout(self):
        """The place of its picture: see the tag `image`."""
        widest = "-widest" if self.width == COLUMNS else ""
        return f"block{widest}{'-last' if self.is_last_of_odd else ''}"

    @property
    def head(self):
        """The newest that has a picture, else the newest."""
        return next((card for card in self.cards if card.use), self.cards[0])

    @property
    def others(self):
        return [card for card in self.cards if card is not self.head]


@dataclass
class Front:
    """What stands where."""

    places: dict
    columns: list
    blocks: list
    recent: list
    most_read: list

    @property
    def lead(self):
        return next(iter(self.places[Place.LEAD]), None)

    @property
    def second(self):
        return self.places[Place.SECOND]

    @property
    def river(self):
        return self.places[Place.RIVER]

    @property
    def illustrated(self):
        """The cards that may stand with a picture."""
        return [*self.places[Place.LEAD], *self.second, *self._of_sections]

    @property
    def main(self):
        """The main column from top to bottom: no story stands in it twice."""
        of_places = [card for place in PLACES for card in self.places[place]]
        return [*of_places, *self.columns, *self._of_sections]

    @property
    def _of_sections(self):
        return [card for block in self.blocks for card in block.cards]


def choose(candidates, sections):
    """Set the candidates into the places of a front page."""
    newest = sorted(candidates.cards, key=_moment, reverse=True)
    recent = newest[:RECENT_LENGTH]
    places, used = _pinned(candidates.pins)
    beside = {card.story_id for card in recent}
    for place, length in PLACES.items():
        closed = beside if place == Place.RIVER else set()
        free = length - len(places[place])
        places[place] += _take(newest, free, used, closed, lambda card: card.kind != Kind.COLUMNS)
        if place == Place.LEAD and not places[place]:
            places[place] = _take(newest, free, used, closed, lambda card: True)
    columns = _take(newest, COLUMNS, used, set(), lambda card: card.kind == Kind.COLUMNS)
    blocks = []
    for section in sections:
        cards = _take(newest, OF_A_SECTION, used, set(), _is_in(section))
        if cards:
            blocks.append(Block(section, cards))
    _spread(blocks)
    return Front(places, columns, blocks, recent, candidates.most_read[:MOST_READ])


def _spread(blocks):
    """Widen the first section, and the last ones until the rows of four columns are full."""
    if not blocks:
        return
    blocks[-1].is_last_of_odd = len(blocks) % 2 == 1
    blocks[0].width = 2
    gap = -sum(block.width for block in blocks) % 4
    if gap == 3 or len(blocks) == 1:
        blocks[-1].width = 4
    elif gap:
        for block in blocks[-gap:]:
            block.width = 2


def _pinned(pins):
    """The pins in their places, and the numbers of their stories; a place takes what it holds."""
    places, used = {}, set()
    for place, length in PLACES.items():
        of_place = [pin for pin in pins if pin.place == place]
        in_order = sorted(of_place, key=lambda pin: (pin.position, *pin.age))
        cards = [pin.card for pin in in_order]
        places[place] = _take(cards, length, used, set(), lambda card: True)
    return places, used


def _take(cards, most, used, closed, belongs):
    """So many of the cards that belong, none of them used or closed; they are used from now on."""
    taken = []
    for card in cards:
        if len(taken) >= most:
            break
        number = card.story_id
        if number not in used and number not in closed and belongs(card):
            used.add(number)
            taken.append(card)
    return taken


def _is_in(section):
    return lambda card: card.section_id == section.pk


def _moment(card):
    return card.published_at, card.story_id
