"""The newsroom's screens, one file each; their forms stand beside them."""

from . import (  # noqa: F401
    ad,
    article,
    author,
    banner,
    front,
    furniture,
    intake,
    log,
    mistake,
    page,
    page_break,
    picture,
    reads,
    section,
    story,
)
