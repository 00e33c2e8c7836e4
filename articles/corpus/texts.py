"""
Texts of the corpus: lead and body of typed blocks, the same text in every language.

Few are made and each is rendered once; many articles then share a text under a headline of
their own. Only the story under "Read also" differs: its number is put into a hole.
"""

import random
from dataclasses import dataclass

from articles.body.blocks import Block, BlockType, write
from articles.body.render import render

from .names import author, person, place
from .phrasebook import AMOUNTS, AUTHORS, PLACES, phrasebook

# The number of no story (`HIGHEST_NUMBER` has ten digits), so it can be found and replaced.
HOLE = "999999999999"


@dataclass(frozen=True, slots=True)
class Text:
    """A telling without its headline; `longer_lead` replaces the lead in an update."""

    lead: str
    longer_lead: str
    body: str
    rendered: str
    caption: str
    alt: str
    credit: str


def text(seed, number, code):
    """The text of a number in a language."""
    return _Writer(f"{seed} {number}", code).text()


class _Writer:
    """Writes one text in one language; equal seeds choose alike in every language."""

    def __init__(self, seed, code):
        self.book = phrasebook(code)
        self.choices = random.Random(seed)  # noqa: S311 -- no secret
        self.place = place(self.choices.randrange(PLACES), code)

    def text(self):
        lead = self.sentence()
        longer_lead = f"{lead} {self.sentence()}"
        caption = self.pick(self.book.captions)
        types = enumerate(self.types(), start=1)
        body = write(self.block(block_type, number) for number, block_type in types)
        return Text(
            lead=lead,
            longer_lead=longer_lead,
            body=body,
            rendered=render(body, self.book.code, ad_breaks=True),
            caption=f"{caption}.",
            alt=caption,
            credit=author(self.choices.randrange(AUTHORS), self.book),
        )

    def types(self):
        """Between 6 and 12 types of blocks, in their order."""
        likely = self.choices.random
        return (
            [BlockType.SOURCE, BlockType.DETAILS]
            + [BlockType.PARAGRAPH] * self.choices.randint(1, 2)
            + [BlockType.QUOTE]
            + [BlockType.AD_BREAK] * (likely() < 0.4)
            + [BlockType.SUBHEADING, BlockType.PARAGRAPH] * (likely() < 0.4)
            + [BlockType.LIST] * (likely() < 0.2)
            + [BlockType.READ_ALSO] * (likely() < 0.5)
            + [BlockType.PARAGRAPH]
            + [BlockType.BACKGROUND] * (likely() < 0.6)
        )

    def block(self, block_type, number):
        attributes = {}
        if block_type == BlockType.QUOTE:
            chosen = self.choices.randrange(99)
            attributes["speaker"] = person(chosen, self.book.people, self.book.code)
        elif block_type == BlockType.READ_ALSO:
            attributes["story"] = HOLE
        return Block(block_type, f"{block_type[0]}{number}", self.inside(block_type), attributes)

    def inside(self, block_type):
        match block_type:
            case BlockType.PARAGRAPH:
                return self.sentence()
            case BlockType.SUBHEADING:
                return self.pick(self.book.subheadings)
            case BlockType.SOURCE:
                return f"<p>{self.pick(self.book.sources)}</p>"
            case BlockType.DETAILS:
                return f"<p>{self.sentence()}</p>"
            case BlockType.QUOTE:
                return f"<p>{self.pick(self.book.quotes)}</p>"
            case BlockType.LIST:
                return self.items()
            case BlockType.BACKGROUND:
                return f"<ul>{self.items()}</ul>"
        return ""

    def items(self):
        return "".join(f"<li>{self.event()}</li>" for _ in range(2))

    def sentence(self):
        opening, event = self.pick(self.book.openings), self.event()
        return f"{opening} {event[0].lower()}{event[1:]}{self.pick(self.book.closings)}."

    def event(self):
        return self.book.event(
            self.choices.choice(self.book.subjects),
            self.choices.choice(self.book.acts),
            self.choices.choice(AMOUNTS),
            self.place,
        )

    def pick(self, phrases):
        return self.choices.choice(phrases).format(place=self.place)
