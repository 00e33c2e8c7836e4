"""Who wrote it: an agency's line of authors taken apart. Modest: what is unclear stays whole."""

import re

_BEFORE = re.compile(
    r"^(?:by|von|av|af|text|текст|автор|автори|авторы)(?:\s*:\s*|\s+)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:and|und|och|og|та|и|і|й|&)\s+", re.IGNORECASE)


def names_in(line: str) -> tuple[str, ...]:
    """The names of a byline: “Von Anna Berg und Jan Nowak, lpa” gives three."""
    names = _BETWEEN.split(_BEFORE.sub("", line.strip()))
    return tuple(dict.fromkeys(name.strip(" .") for name in names if name.strip(" .")))
