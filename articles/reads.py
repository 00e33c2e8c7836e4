"""
Counts reads, and knows nobody who reads.

A page says "this was on a screen for some seconds"; the count waits in the process's memory for
a few seconds and is written with others. Repeats are left out for a day and on all workers of a
machine by `articles.seen`, which cannot say who read what. All memory is bounded; what does not
fit is not counted. A batch that is lost, with its process or with the database, is lost.
"""

import hashlib
import logging
import re
import secrets
import threading
import time
from collections import Counter

from django.conf import settings
from django.db import DatabaseError, transaction

from articles.models import Article, MostRead, ReadCount
from articles.seen import Seen

HOUR_SECONDS = 3600
FLUSH_SECONDS = 5
# A batch of so many articles is about 2 MB; more at once is nobody reading.
MOST_PENDING = 20_000
# 16 MB of addresses' fingerprints; a process that has more readers an hour counts no others.
MOST_SENDERS = 200_000
# From one network address and hour; a school or an office reads behind one.
MOST_FROM_ONE = 500

BOTS = re.compile(
    r"bot|crawl|spider|slurp|fetch|preview|headless|lighthouse|monitor|scan|archiv|curl|wget"
    r"|python|java/|go-http|okhttp|axios|node|ruby|perl|facebookexternalhit|phantom|selenium",
    re.IGNORECASE,
)

logger = logging.getLogger(__name__)


def is_bot(agent):
    """Whether a browser's name is none of a person's; no name at all is none."""
    return not agent or BOTS.search(agent) is not None


class Tally:
    """One process's counts on their way to the database. Safe to share between threads."""

    def __init__(self, clock=time.monotonic, seen=None):
        self._clock = clock
        self._seen = seen or Seen()
        self._lock = threading.Lock()
        self._pending = Counter()
        self._flushed_at = clock()
        self._forget()

    def add(self, number, language, address, agent):
        """
        Count one read, unless it is a repeat; return whether a batch is due.

        `language` is the edition's key; `address` and `agent` go into a fingerprint and nowhere
        else.
        """
        with self._lock:
            if self._clock() - self._begun_at > HOUR_SECONDS:
                self._forget()
            sender = self._sender(address)
            # The room is asked first: no sender can fill the memory that all share.
            if self._has_room(sender) and self._seen.is_new(number, language, address, agent):
                self._senders[sender] += 1
                self._pending[number, language] += 1
            return self._clock() - self._flushed_at >= FLUSH_SECONDS and bool(self._pending)

    def take(self):
        """The counts so far, as {(number, language): count}; they are forgotten here."""
        with self._lock:
            pending, self._pending = self._pending, Counter()
            self._flushed_at = self._clock()
            return pending

    def _has_room(self, sender):
        """Whether more may be counted, of anybody and of this sender."""
        if len(self._pending) >= MOST_PENDING:
            return False
        if sender not in self._senders:
            return len(self._senders) < MOST_SENDERS
        return self._senders[sender] < MOST_FROM_ONE

    def _sender(self, address):
        words = address.encode(errors="replace")
        return hashlib.blake2b(words, digest_size=8, key=self._salt).digest()

    def _forget(self):
        self._salt = secrets.token_bytes(16)
        self._senders = Counter()
        self._begun_at = self._clock()


tally = Tally(seen=Seen(settings.SEEN_FOLDER, settings.SECRET_KEY))


def flush(counts=None):
    """Write a batch; of numbers that no reader may see nothing is kept. A failing one is lost."""
    counts = tally.take() if counts is None else counts
    try:
        with transaction.atomic():
            found = _by_article(counts)
            ReadCount.objects.add(found)
            # Lists are as young as the last count: where nothing is counted they grow old.
            if found:
                MostRead.objects.renew()
    except DatabaseError:
        logger.warning("A batch of %d reads was lost.", sum(counts.values()), exc_info=True)


def _by_article(counts):
    """{article's key: (language's key, count)} of the articles that readers may see."""
    numbers = {number for number, _language in counts}
    visible = Article.objects.visible().filter(story__in=numbers)
    return {
        key: (language, counts[number, language])
        for key, number, language in visible.values_list("pk", "story", "language")
        if (number, language) in counts
    }
