"""
The style sheets that public pages carry inside themselves.

`page.css` stands in every page, a kind of page may add one of its own (`front.css`): the first
paint needs no request. Their hashes stand in the content policy, so no other style can run.
Made once a process.
"""

import base64
import hashlib
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "static" / "css"


def squeezed(css):
    """The sheet without comments and needless white space; knows just the CSS written here."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    css = re.sub(r":\s+", ":", css)
    return css.replace(";}", "}").strip()


def digest(text):
    """The source expression by which a content policy allows this inline text."""
    raw = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(raw).decode()}'"


SHEETS = {path.stem: squeezed(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.css"))}
SHEET_DIGESTS = [digest(sheet) for sheet in SHEETS.values()]
