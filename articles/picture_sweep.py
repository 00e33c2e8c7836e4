"""
Files in the store that belong to no picture, and pictures whose original is missing.

Looks at the store through its own interface only, so that it works on any. Files younger than
an hour are left alone: their pictures may be in the middle of being stored.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from articles.models import Picture, PrintSet

ORIGINALS = "originals"
RENDITIONS = "pictures"
YOUNGEST = timedelta(hours=1)


@dataclass
class Findings:
    """Orphans as (path, bytes), and pictures without an original."""

    orphans: list = field(default_factory=list)
    left_alone: int = 0
    missing: list = field(default_factory=list)

    @property
    def total_bytes(self):
        return sum(size for _path, size in self.orphans)


def look():
    """What the store and the rows do not have in common; changes nothing."""
    findings = Findings()
    # Files first: a picture that comes meanwhile is in the rows, not among the strays.
    originals = set(_files(ORIGINALS))
    folders, loose = _listed(RENDITIONS)
    renditions = {key: list(_files(f"{RENDITIONS}/{key}")) for key in folders}
    names = set()
    rows = Picture.objects.order_by("pk").values_list("pk", "key", "original")
    for row, key, name in rows.iterator():
        names.add(name)
        if name not in originals and not default_storage.exists(name):
            findings.missing.append((row, key, name))
    strays = sorted(originals - names) + [f"{RENDITIONS}/{name}" for name in loose]
    for key in sorted(renditions):
        strays += sorted(set(renditions[key]) - _renditions_of(key))
    oldest_kept = timezone.now() - YOUNGEST
    for path in strays:
        _sort_out(path, oldest_kept, findings)
    return findings


def remove(findings):
    """Remove the orphans that were found and have not become anybody's since; their number."""
    kept = set(
        Picture.objects.filter(original__in=[path for path, _size in findings.orphans]).values_list(
            "original", flat=True
        )
    )
    inside = (path for path, _size in findings.orphans if path.startswith(f"{RENDITIONS}/"))
    for key in {path.split("/")[1] for path in inside}:
        kept |= _renditions_of(key)
    gone = [path for path, _size in findings.orphans if path not in kept]
    for path in gone:
        default_storage.delete(path)
    cuts = {path.rpartition("/")[0] for path in gone} - {ORIGINALS, RENDITIONS}
    for folder in [*cuts, *({cut.rpartition("/")[0] for cut in cuts} - {RENDITIONS})]:
        if _listed(folder) == ([], []):
            # A store of objects has no folders, and nothing to remove here.
            default_storage.delete(folder)
    return len(gone)


def _renditions_of(key):
    """The paths that the rows of a picture name; none of one that is unknown."""
    print_sets = PrintSet.objects.filter(picture__key=key).values_list("cut", "bytes")
    return {f"{RENDITIONS}/{key}/{cut}/{file}" for cut, files in print_sets for file in files}


def _sort_out(path, oldest_kept, findings):
    try:
        if default_storage.get_modified_time(path) > oldest_kept:
            findings.left_alone += 1
        else:
            findings.orphans.append((path, default_storage.size(path)))
    except FileNotFoundError:
        """Somebody else has removed it since."""


def _files(folder):
    """The paths of all files under a folder, however deep."""
    folders, files = _listed(folder)
    for name in files:
        yield f"{folder}/{name}"
    for name in folders:
        yield from _files(f"{folder}/{name}")


def _listed(folder):
    """Folders and files in a folder; none where it does not exist yet."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
    return list(folders), [name for name in files if name]
