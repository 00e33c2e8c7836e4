"""Signing in to the running paper's newsroom, and files to bring along."""

import io
import random

from PIL import Image

PASS_PHRASE = "a-long-pass-phrase"


def sign_in(reader, paper, path, **properties):
    """A page of the newsroom, opened by somebody who may do everything."""
    paper.do("hire", username="chief", password=PASS_PHRASE)
    page = reader("/admin/", **properties)
    page.fill("#id_username", "chief")
    page.fill("#id_password", PASS_PHRASE)
    page.click("[type=submit]")
    page.wait_for_selector("#user-tools")
    page.goto(f"{paper.url}{path}")
    # What is broken off by the next page would look like a failure.
    page.wait_for_load_state("networkidle")
    return page


def file(name, size=(640, 480)):
    """A picture that nobody has brought before, as a browser's file field takes it."""
    buffer = io.BytesIO()
    colour = tuple(random.randrange(256) for _ in range(3))
    image = Image.new("RGB", size, colour)
    image.paste(colour[::-1], (0, 0, size[0] // 3, size[1] // 2))
    image.save(buffer, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}
