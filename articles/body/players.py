"""
The players and posts of others that a page may show in a frame when its reader asks for one.

An allow-list of hosts: whatever is not here stays a link, and the content policy refuses it
(`newsportal.edge.policy.FRAMED`). The addresses are those that set the fewest cookies; nothing is
loaded here.
"""

import re
from typing import NamedTuple


class Player(NamedTuple):
    """What the frame loads, from which host, and whether it is a film or a written post."""

    host: str
    source: str
    form: str


class _Host(NamedTuple):
    name: str
    # What an editor may have pasted; the groups go into `source`.
    pasted: re.Pattern[str]
    source: str
    form: str = "film"


def _address(hosts: str, rest: str) -> re.Pattern[str]:
    return re.compile(rf"https?://(?:{hosts})/{rest}(?:[?&#/].*)?", re.ASCII)


_YOUTUBE = r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com"
_HOSTS = (
    _Host(
        "www.youtube-nocookie.com",
        _address(_YOUTUBE, r"(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)([\w-]{11})"),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    _Host(
        "www.youtube-nocookie.com",
        _address(r"youtu\.be", r"([\w-]{11})"),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    _Host(
        "player.vimeo.com",
        _address(r"(?:www\.|player\.)?vimeo\.com", r"(?:video/)?(\d{5,12})"),
        "https://player.vimeo.com/video/{}?dnt=1",
    ),
    _Host(
        "t.me",
        _address(r"t\.me", r"(?:s/)?(\w{4,32}/\d{1,10})"),
        "https://t.me/{}?embed=1",
        "post",
    ),
)


def player(address: str) -> Player | None:
    """The frame for an address, or None where it must stay a link."""
    for host in _HOSTS:
        if found := host.pasted.fullmatch(address):
            return Player(host.name, host.source.format(found[1]), host.form)
    return None
