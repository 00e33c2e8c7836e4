"""
Content policies: what a browser may load and run, for readers and for the newsroom.

The public one is the same on every page and knows no nonce, so that a page can be cached.
"""

from django.utils.csp import CSP

from newsportal.edge.sheet import SHEET_DIGESTS

# Whose players a page may frame, when its reader has asked for one (`articles.body.players`).
FRAMED = ("https://player.vimeo.com", "https://t.me", "https://www.youtube-nocookie.com")

PUBLIC_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": SHEET_DIGESTS,
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    # Advertising of others stands in frames of our own, which are sandboxes: see AD_FRAME_CSP.
    "frame-src": [CSP.SELF, *FRAMED],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}

NEWSROOM_CSP = {
    **PUBLIC_CSP,
    "style-src": [CSP.SELF],
    "frame-src": [CSP.NONE],
    "img-src": [CSP.SELF, "data:"],
    "frame-ancestors": [CSP.NONE],
}

# A network's code gets no origin at all: no cookie, no storage and no word with the page around
# it, also where somebody opens the frame's address by itself.
AD_FRAME_CSP: dict[str, list[str]] = {
    "sandbox": ["allow-scripts", "allow-popups"],
    "default-src": [CSP.NONE],
    "script-src": ["https:", CSP.UNSAFE_INLINE],
    "style-src": ["https:", CSP.UNSAFE_INLINE],
    "img-src": ["https:", "data:"],
    "font-src": ["https:", "data:"],
    "media-src": ["https:"],
    "connect-src": ["https:"],
    "frame-src": ["https:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": ["https:"],
    "frame-ancestors": [CSP.SELF],
}
