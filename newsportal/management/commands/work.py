"""Works off the task queue, beside a web server or alone."""

import os
from typing import Any

from django.core.management import call_command
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV
from django_tasks_db.management.commands import db_worker

from newsportal.parent import end_with_parent

KEPT_DAYS = 7


class Command(db_worker.Command):
    help = "Does what the site has left to be done behind requests, such as renditions of pictures."

    def handle(self, **options: Any) -> None:
        # A reloader's inner process has another parent, which ends it.
        if os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":
            end_with_parent()
            # What was done long ago need not be remembered.
            call_command("prune_db_task_results", min_age_days=KEPT_DAYS, verbosity=0)
        super().handle(**options)
