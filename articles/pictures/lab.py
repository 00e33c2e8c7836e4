"""
The lab: the program of the process in which files are decoded. Started by `hatch`, never imported.

Lays limits on itself before it looks at a byte; knows neither the site nor its secrets. Reads the
order from standard input, the file from the descriptor that the order names, and answers on
standard output: the length of the words, the words as JSON, the prints.
"""

import json
import mmap
import os
import resource
import sys
from typing import Any

# The room for addresses, which is more than what is used: libraries and threads count.
MOST_MEMORY_BYTES = 1_200 * 1024 * 1024
MOST_ANSWER_BYTES = 96 * 1024 * 1024


def main() -> None:
    order = json.load(sys.stdin)
    limit(order["seconds"])
    # Pillow is loaded under the limits.
    from articles.pictures.intake import UnusablePicture

    try:
        words, prints = _work(order)
    except UnusablePicture as refused:
        words, prints = {"reason": refused.reason}, []
    except MemoryError:
        words, prints = {"reason": "costly"}, []
    said = json.dumps(words | {"sizes": [len(one) for one in prints]}).encode()
    for part in (len(said).to_bytes(8), said, *prints):
        sys.stdout.buffer.write(part)


def limit(seconds: float) -> None:
    """Memory, processor time and the size of the answer; nothing is left behind by a crash."""
    limits = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_FSIZE, MOST_ANSWER_BYTES),
    ]
    # macOS refuses this one.
    if sys.platform == "linux":
        limits.append((resource.RLIMIT_AS, MOST_MEMORY_BYTES))
    for limit, most in limits:
        resource.setrlimit(limit, (most, most))


def _work(order: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """What the order asks for. Raises UnusablePicture."""
    from articles.pictures import glance, metadata, negatives, prints

    with os.fdopen(order["file"], "rb") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            negative = negatives.Negative(file, content)
        size = negative.width, negative.height
        if "prints" in order:
            image = negative.decode(prints.factor_for(size, order["prints"]))
            return {}, prints.make(image, size, order["prints"], order["packet"].encode())
        # Before the words go with the undecoded file.
        facts = metadata.gather(negative.info, negative.exif)
        image = negative.decode(max(max(size) // (2 * glance.SIDE), 1))
        return {
            "width": size[0],
            "height": size[1],
            "facts": facts,
            "focal": glance.focal_point(image),
            "tone": glance.tone(image),
        }, []


if __name__ == "__main__":
    main()
