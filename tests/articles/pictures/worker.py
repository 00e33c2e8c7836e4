"""A worker of the site that takes in files: says what became of each, and its most memory in MB."""

import json
import resource
import sys
from pathlib import Path

from articles.pictures.darkroom import Notice, Print, develop, inspect
from articles.pictures.geometry import Box
from articles.pictures.intake import UnusablePicture


def took_in(content):
    try:
        seen = inspect(content)
        whole = Box(0, 0, seen.width, seen.height)
        develop(content, [Print(whole, 300, 200, "webp")], Notice())
    except UnusablePicture as refused:
        return refused.reason
    return "taken"


def own_memory_mb():
    """Since this program began; what the system counts begins with whoever started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def labs_memory_mb():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


if __name__ == "__main__":
    became = {Path(name).name: took_in(Path(name).read_bytes()) for name in sys.argv[1:]}
    json.dump({"became": became, "memory": [own_memory_mb(), labs_memory_mb()]}, sys.stdout)
