"""
A crawl along internal links: every address that pages name is asked for, or a seeded part.

Addresses that differ in numbers, slugs and keys only are alike; of many some are enough at home.
"""

import re
import zlib
from collections import Counter, deque
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

# The newsroom's own pages ask who is there.
LEFT_OUT = re.compile(r"^/admin/")
NAMED = re.compile(r"\b(tags|authors|sections|pictures)/[\w-]+")
# More would be a trap: a page that makes new addresses without end.
MOST_PAGES = 5000


class Links(HTMLParser):
    """Every address that a page names."""

    def __init__(self, html):
        super().__init__()
        self.found = set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.found |= {values[name] for name in ("href", "src", "action") if values.get(name)}
        for candidate in (values.get("srcset") or "").split(","):
            self.found |= set(candidate.split()[:1])


class Sample:
    """Of addresses that are alike the first `always`, then one in `one_in`."""

    def __init__(self, always, one_in):
        self.always, self.one_in = always, one_in
        self.seen = Counter()

    def takes(self, address):
        alike = re.sub(r"\d+", "N", NAMED.sub(r"\1/S", address))
        self.seen[alike] += 1
        is_drawn = zlib.crc32(address.encode()) % self.one_in == 0
        return self.seen[alike] <= self.always or is_drawn


def crawl(site, starts, read_all, sample):
    """
    Status of each address that was reached and asked for, with the page that named it first.

    `read_all` takes addresses and gives (status, text of the page or "") of each.
    """
    found, waiting = dict.fromkeys(starts, "the start"), deque(starts)
    statuses = {}
    while waiting:
        round_ = [waiting.popleft() for _ in range(len(waiting))]
        for address, (status, html) in zip(round_, read_all(round_), strict=True):
            statuses[address] = (status, found[address])
            for link in Links(html).found:
                linked = urldefrag(urljoin(address, link)).url
                path = linked.removeprefix(site)
                if path.startswith("/") and linked not in found and not LEFT_OUT.match(path):
                    found[linked] = address
                    if sample.takes(path):
                        waiting.append(linked)
        assert len(statuses) < MOST_PAGES, "the site has no end"
    return statuses


def broken(statuses):
    """What did not answer 200."""
    return {address: said for address, said in statuses.items() if said[0] != 200}
