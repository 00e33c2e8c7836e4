"""Finds the addresses of players and of social networks' posts in outside markup. Loads nothing."""

from articles.body import allowlist
from articles.body.markup import Token

PLAYERS = frozenset({"iframe", "video", "audio"})
# The class by which a post is known, and the attribute that holds its address.
_POSTS = {
    "twitter-tweet": "cite",
    "bluesky-embed": "cite",
    "tiktok-embed": "cite",
    "instagram-media": "data-instgrm-permalink",
}


def classes_of(token: Token) -> list[str]:
    return token.attributes.get("class", "").lower().split()


def player_address(token: Token) -> str | None:
    source = token.attributes.get("src", "")
    return allowlist.web_address(f"https:{source}" if source.startswith("//") else source)


def social_address(token: Token) -> str | None:
    """The address of the post that a quotation copies, if it is one."""
    for name in classes_of(token):
        if name in _POSTS:
            return allowlist.web_address(token.attributes.get(_POSTS[name], ""))
    return None
