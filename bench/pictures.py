"""
How long all renditions of a photograph take, compared with their encoders alone.

Through the lab as in production, cut by cut: start of the process, reading, decoding, colours,
cutting, the search for a quality, encoding. One core; time of the processor, so that neighbours
do not count.
"""

import io
import os
import resource
import sys
import time

from PIL import Image

from articles.pictures import prints as printing
from articles.pictures.darkroom import Notice, Print, develop
from articles.pictures.declared import DECLARED, prints
from articles.pictures.geometry import cut
from articles.pictures.negatives import Negative
from tests.tools import photographs

SIZE = (4000, 3000)
MOST_TIMES = 1.5
NOTICE = Notice("Vira Lunna", "Photo: Vira Lunna", "© 2026 Vira Lunna")


def main() -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    name, content = photograph()
    cuts = declared(*SIZE)
    wanted = [one for of_cut in cuts for one in of_cut]
    say(f"{name}: {len(content) / 1e6:.1f} MB, {len(wanted)} renditions")

    before, began = children_seconds(), time.monotonic()
    made = [one for of_cut in cuts for one in develop(content, of_cut, NOTICE)]
    whole, wall = children_seconds() - before, time.monotonic() - began
    alone = encoders_seconds(content, wanted, made)

    ratio = whole / alone
    say(f"all of it       {whole:6.2f} s of the processor ({wall:.2f} s by the clock)")
    say(f"encoders alone  {alone:6.2f} s")
    say(f"times           {ratio:6.2f}   (at most {MOST_TIMES})")
    for extension in ("avif", "webp", "jpg"):
        sizes = [len(one) for one, p in zip(made, wanted, strict=True) if p.extension == extension]
        say(f"{extension:5} {sum(sizes) / 1000:9.0f} kB in {len(sizes)}")
    return int(ratio > MOST_TIMES)


def photograph() -> tuple[str, bytes]:
    """A JPEG of twelve megapixels: a real one where there is one of that size."""
    name, image = "drawn", Image.effect_noise(SIZE, 40).convert("RGB")
    for path in photographs():
        with Image.open(path) as candidate:
            if candidate.width >= SIZE[0] and candidate.height >= SIZE[1]:
                name, image = path.name, candidate.convert("RGB").crop((0, 0, *SIZE))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=92)
    return name, buffer.getvalue()


def declared(width: int, height: int) -> list[list[Print]]:
    """Every size in every format that may be asked for, shape by shape."""
    return [list(prints(shape, cut(width, height, shape)).values()) for shape in DECLARED]


def encoders_seconds(content: bytes, wanted: list[Print], made: list[bytes]) -> float:
    """What encoding alone takes, of the very images and qualities of the prints that were made."""
    calls = []
    encode = printing.encoded

    def noting(image, extension, quality, packet=b""):
        if packet:
            calls.append((image, extension, quality, packet))
        return encode(image, extension, quality, packet)

    orders = [
        {
            "box": [one.box.left, one.box.top, one.box.width, one.box.height],
            "width": one.width,
            "height": one.height,
            "extension": one.extension,
        }
        for one in wanted
    ]
    negative = Negative(io.BytesIO(content), content)
    image = negative.decode(printing.factor_for(SIZE, orders))
    printing.encoded = noting
    printing.make(image, SIZE, orders, b"<x/>")
    printing.encoded = encode
    if len(calls) != len(made):
        raise RuntimeError("Not every print was encoded once.")
    began = time.process_time()
    for call in calls:
        encode(*call)
    return time.process_time() - began


def children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
