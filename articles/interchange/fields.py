"""
One JSON object of an agency, read field by field: every complaint is collected, none is thrown.

Keys count without regard to case, so that ninjs 2.x (`versioncreated`) and 3.x (`versionCreated`)
are read alike. What is absent or null is empty.
"""

from dataclasses import dataclass, field
from datetime import datetime

from articles.body.allowlist import strip_controls

# No item is older than newspapers with photographs, or meant for after our grandchildren.
EARLIEST_YEAR, LATEST_YEAR = 1800, 2199

LONGEST_NAME = 200

_TYPES = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
}


@dataclass(frozen=True)
class Problem:
    """What is wrong, and in which field."""

    field: str
    reason: str

    def __str__(self):
        return f"{self.field}: {self.reason}"


class InvalidItem(Exception):
    """The item cannot be taken in; `problems` says why, field by field."""

    def __init__(self, *problems):
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


@dataclass
class Findings:
    """What a reader of an item has to say about it."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def problem(self, name, reason):
        """The item cannot be taken in as it is; a field that is asked twice complains once."""
        if Problem(name, reason) not in self.problems:
            self.problems.append(Problem(name, reason))

    def note(self, text):
        """Something was read in a way that the operator should know of; once is enough."""
        if text not in self.notes:
            self.notes.append(text)


class Fields:
    """The fields of one object. `path` says where in the item it stands (`headlines[2]`)."""

    def __init__(self, found, findings, path=""):
        self.findings = findings
        self.path = path
        self._values = {}
        if not isinstance(found, dict):
            self._mistyped("", "an object", found)
            return
        for key, value in found.items():
            if key.lower() in self._values:
                findings.problem(self._name(key), "stands twice, in different spellings")
            self._values[key.lower()] = value

    def __contains__(self, name):
        return self._values.get(name.lower()) is not None

    def text(self, name, longest=None, *, lines=False):
        """Words without control characters; on one line, unless `lines` are kept."""
        value = self._values.get(name.lower())
        if value is None:
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            return self._mistyped(name, "text", value, "")
        clean = strip_controls(value)
        if len(clean) < len(value):
            self.findings.note(f"{self._name(name)}: control characters were taken out")
        clean = clean.strip() if lines else " ".join(clean.split())
        if longest and len(clean) > longest:
            self.findings.problem(
                self._name(name), f"{len(clean)} characters; at most {longest} fit"
            )
            return ""
        return clean

    def number(self, name, lowest, highest):
        """A whole number in a range, also one written as text; None where there is none."""
        value = self._values.get(name.lower())
        if value is None or value == "":
            return None
        number = whole(value)
        if number is None:
            return self._mistyped(name, "a whole number", value)
        if not lowest <= number <= highest:
            self.findings.problem(self._name(name), f"must be from {lowest} to {highest}")
            return None
        return number

    def moment(self, name):
        """A date with its time and offset; None where there is none."""
        value = self._values.get(name.lower())
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return self._mistyped(name, "a date and time as text", value)
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            self.findings.problem(
                self._name(name), f"“{value[:40]}” is no date like 2026-03-01T09:30:00+02:00"
            )
            return None
        if moment.tzinfo is None:
            self.findings.problem(
                self._name(name), f"“{value[:40]}” does not say its offset from UTC"
            )
        elif not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
            self.findings.problem(self._name(name), f"the year {moment.year} cannot be meant")
        else:
            return moment
        return None

    def objects(self, name):
        """The objects of a list, or of an object of objects, in their order."""
        value = self._values.get(name.lower())
        if value is None:
            return []
        if isinstance(value, dict):
            value = list(value.values())
        if not isinstance(value, list):
            return self._mistyped(name, "a list", value, [])
        return [
            Fields(one, self.findings, f"{self._name(name)}[{position}]")
            for position, one in enumerate(value, 1)
        ]

    def pairs(self, name):
        """Roles and their values: a list of {role, value}, or an object of values by role."""
        value = self._values.get(name.lower())
        if isinstance(value, dict):
            one = Fields(value, self.findings, self._name(name))
            return [(role, one.text(role)) for role in one._values]
        return [(one.text("role").lower(), one.text("value")) for one in self.objects(name)]

    def _name(self, name):
        return f"{self.path}.{name}".strip(".") or "item"

    def _mistyped(self, name, wanted, value, instead=None):
        is_what = _TYPES.get(type(value), "empty")
        if isinstance(value, str):
            is_what = f"“{strip_controls(value)[:40]}”"
        self.findings.problem(self._name(name), f"must be {wanted}, is {is_what}")
        return instead


def whole(value):
    """The whole number that a JSON value is or spells, else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.strip().isdecimal() and len(value) <= 20:
        return int(value)
    return value if isinstance(value, int) else None
