"""The one error of this room: its text is for the person at the terminal and names the cure."""


class DatabaseUnavailable(Exception):
    """The embedded server cannot be found, prepared or started."""
