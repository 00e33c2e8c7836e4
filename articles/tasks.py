"""What is done behind a request, by the queue's worker. Each may run twice and does no harm."""

from django.tasks import task

from articles import prints
from articles.models import Picture
from articles.pictures.intake import UnusablePicture


@task()
def develop(picture):
    """Make all renditions of a picture, by its key; of one that is gone, or unreadable, none."""
    found = Picture.objects.filter(pk=picture).first()
    if found is not None:
        try:
            prints.make_all(found)
        except UnusablePicture:
            # Readers get 404; the newsroom was told when it came in.
            return
