"""Fills the database with a generated paper, for measuring."""

import itertools
import time

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from articles.corpus.cast import make_cast
from articles.corpus.copying import Copier
from articles.corpus.phrasebook import LANGUAGES
from articles.corpus.stories import PICTURES, planned_stories
from articles.corpus.texts import text
from articles.paging import page_everything
from articles.querysets import database_now

STORIES_A_BATCH = 400
MOST_TEXTS = 1000
SECONDS_BETWEEN_LINES = 5


class Command(BaseCommand):
    help = (
        "Adds generated stories in Ukrainian, Russian and English, about 2.4 articles a story, "
        "by bulk copy. Deletes nothing; may be interrupted and run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--stories", type=int, required=True, help="how many to add")
        parser.add_argument("--seed", type=int, default=1, help="another number, other stories")
        parser.add_argument(
            "--pictures", type=int, default=PICTURES, help="how many to draw (%(default)s)"
        )

    def handle(self, *, stories, seed, pictures, **options):
        if stories < 1 or pictures < 1:
            raise CommandError("--stories and --pictures must be 1 or more.")
        self.stdout.write("Making editions, sections, authors, tags and pictures …")
        cast = make_cast(pictures=pictures)
        amount = min(MOST_TEXTS, 20 + stories // 200)
        self.stdout.write(f"Writing {amount} texts in {len(LANGUAGES)} languages …")
        texts = {code: [text(seed, number, code) for number in range(amount)] for code in LANGUAGES}
        now = database_now()
        planned = planned_stories(stories, now, seed, texts=amount, pictures=pictures)
        copier = Copier(cast, texts, now)
        progress = Progress(stories, self.stdout)
        try:
            for batch in itertools.batched(planned, STORIES_A_BATCH):
                progress.add(len(batch), copier.copy(batch))
        except KeyboardInterrupt:
            raise CommandError(f"Interrupted. {progress.so_far} stay, all whole.") from None
        self.stdout.write("Paging the lists …")
        page_everything()
        self.stdout.write("Measuring the tables for the query planner …")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.stdout.write(f"Done: {progress.so_far}.")


class Progress:
    """Says every few seconds how far the run is, and how long it will last."""

    def __init__(self, wanted, out):
        self._wanted = wanted
        self._out = out
        self._stories = self._articles = 0
        self._begun = self._said = time.monotonic()

    @property
    def so_far(self):
        """How much is in, and how fast it went."""
        rate = self._articles / max(time.monotonic() - self._begun, 0.001)
        return f"{self._stories:,} stories, {self._articles:,} articles, {rate:,.0f} a second"

    def add(self, stories, articles):
        """Count a batch."""
        self._stories += stories
        self._articles += articles
        now = time.monotonic()
        if now - self._said >= SECONDS_BETWEEN_LINES:
            self._said = now
            left = (now - self._begun) * (self._wanted / self._stories - 1)
            self._out.write(f"  {self.so_far}; {left:,.0f} s left")
