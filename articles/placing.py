"""
Verbs of the front page and the banner: what was set for a while is ended, never edited.

Knows nothing of requests; callers hold the permission.
"""

from django.db.models.functions import Now


def end(rows, *, by=None):
    """End the slots or banners that have not ended yet, from now on; return how many."""
    return rows.filter(ended_at__isnull=True).update(ended_at=Now(), ended_by=by)
