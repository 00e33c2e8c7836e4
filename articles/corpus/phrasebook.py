"""
Phrasebooks: what the corpus says, in three languages that say the same line for line.

A headline, a sentence or a name is a handful of small numbers; each language spells them out.
"""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .names import place

LANGUAGES = ("uk", "ru", "en")
PLACES = 60
AUTHORS = 40
TAGS = 500
# Multiples of five: Ukrainian and Russian then need one form of the noun only.
AMOUNTS = tuple(range(15, 205, 5))
# Has no factor in common with the count of headlines, and is near its golden section: neighbours
# differ in everything.
HEADLINE_STEP = 563_639


@dataclass(frozen=True)
class Phrasebook:
    """The phrases of one language."""

    code: str
    subjects: list[str]
    acts: list[str]
    openings: list[str]
    closings: list[str]
    sources: list[str]
    quotes: list[str]
    subheadings: list[str]
    captions: list[str]
    roles: list[str]
    sections: list[str]
    people: list[str]
    organisations: list[str]
    withdrawal_note: str

    @property
    def headline_count(self):
        """How many headlines there are before the first comes again."""
        return len(self.subjects) * len(self.acts) * PLACES * len(AMOUNTS)

    def headline(self, number):
        """The headline of a number: no two of the first `headline_count` are the same."""
        rest, subject = divmod(number * HEADLINE_STEP % self.headline_count, len(self.subjects))
        rest, act = divmod(rest, len(self.acts))
        amount, town = divmod(rest, PLACES)
        return self.event(
            self.subjects[subject], self.acts[act], AMOUNTS[amount], place(town, self.code)
        )

    def event(self, subject, act, amount, town):
        """Who did what, where."""
        return f"{subject} {act.format(n=amount, place=town)}"


@functools.cache
def phrasebook(code):
    """The phrasebook of a language."""
    path = Path(__file__).parent / "phrases" / f"{code}.toml"
    return Phrasebook(code=code, **tomllib.loads(path.read_text(encoding="utf-8")))
