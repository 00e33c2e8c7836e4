"""
Public numbers: how a story gets one, from the sequence or by request.

A number once given is taken for ever: stories are never deleted (the database refuses).
"""

from django.db import IntegrityError, connection, transaction

from articles.models import HIGHEST_NUMBER, Story

# Whoever asks for a higher number would leave the sequence too few to go on with.
HIGHEST_ASKED = HIGHEST_NUMBER // 10


class NumberTaken(Exception):
    """The number asked for belongs to another story, or is no number that a story may have."""


def allot(number=None):
    """
    Create a story under the next number, or under the one asked for.

    A requested number beyond the sequence moves the sequence past it, so that nobody is given
    the same one later: first the sequence, then the story, or somebody else could be given the
    number in between and be refused. Raises NumberTaken.
    """
    if number is None:
        return Story.objects.create()
    if not 1 <= number <= HIGHEST_ASKED:
        raise NumberTaken(number)
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT setval(sequence, %(number)s)"
                    " FROM pg_get_serial_sequence('articles_story', 'number') AS sequence"
                    " WHERE coalesce(pg_sequence_last_value(sequence::regclass), 0) < %(number)s",
                    {"number": number},
                )
            return Story.objects.create(number=number)
    except IntegrityError as error:
        raise NumberTaken(number) from error
