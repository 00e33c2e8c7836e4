"""Two acts at the same time, each in a thread with a database connection of its own."""

import threading

from django.db import connection

PATIENCE_SECONDS = 20


def both(*acts):
    """Start all acts at one moment; give what each returned, or the exception that it raised."""
    outcomes = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def perform(place, act):
        try:
            start.wait(PATIENCE_SECONDS)
            outcomes[place] = act()
        except Exception as error:
            outcomes[place] = error
        finally:
            connection.close()

    threads = [
        threading.Thread(target=perform, args=(place, act)) for place, act in enumerate(acts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    return outcomes
