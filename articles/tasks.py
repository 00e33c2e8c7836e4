"""What is done behind a request, by the queue's worker. Each may run twice and does no harm."""

from datetime import timedelta

from django.tasks import task
from django.utils import timezone

from articles import prints
from articles.models import Picture
from articles.pictures.hatch import LabFailure
from articles.pictures.intake import UnusablePicture

# The file could be read when it came in: what fails later is mostly a machine with too much to do.
TRIES = 4
PAUSE = timedelta(minutes=2)


@task()
def develop(picture, attempt=1):
    """
    Make all renditions of a picture, by its key; of one that is gone, none.

    What fails is tried again after a while; the last try's error is kept with the task. Meanwhile
    readers' own requests make what they ask for.
    """
    found = Picture.objects.filter(pk=picture).first()
    if found is None:
        return
    try:
        prints.make_all(found)
    except (UnusablePicture, LabFailure):
        if attempt == TRIES:
            raise
        later = timezone.now() + PAUSE * attempt
        develop.using(run_after=later).enqueue(picture, attempt + 1)
