"""One worker process of `manage.py serve`: the site, and an end when its parent has ended."""

import os

from newsportal.parent import end_with_parent
from newsportal.wsgi import application

__all__ = ["application"]

# Ctrl-C in a terminal reaches a whole group of processes; the parent alone decides about an end.
os.setpgid(0, 0)

end_with_parent()
