"""The demonstration's drawings as files of the picture store."""

import io
from functools import cache

from articles.demo.drawings import draw
from articles.picture_store import store


@cache
def picture_of(scene):
    """The Picture of a scene, drawn at most once a process."""
    return store(as_file(draw(scene)), credit="Meridian", is_syndicable=True)


def as_file(image):
    """The drawing as the bytes of a JPEG file."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()
