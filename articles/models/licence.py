"""When a picture's licence has ended: asked by the database's clock, as visibility is."""

from django.db.models import Q
from django.db.models.functions import Now


def is_licence_over(path=""):
    """
    Whether the licence of the picture at this path has ended; "" on pictures themselves.

    Loaders annotate it beside the picture that they bring: pages then draw a stand-in.
    """
    column = f"{path}__licence_ends_at" if path else "licence_ends_at"
    return Q(**{f"{column}__isnull": False, f"{column}__lte": Now()})
