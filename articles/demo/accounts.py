"""
The demonstration's accounts of the newsroom: one a role, with passwords made for this clone.

The passwords lie in a file beside the local database, for its owner's eyes only, and are
shown at every start; no password stands in the code.
"""

import json
import os
import secrets

from django.contrib.auth.models import Group, Permission, User
from django.db import transaction

# What each role may do with the newsroom's tables until rights per desk exist.
ROLES = {
    "chief": None,
    "editor": ("add_", "change_", "view_", "publish_"),
    "reporter": ("add_", "change_", "view_"),
}
REPORTERS_WRITE = ("article", "picture", "tag", "tagname")
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def accounts(file):
    """
    The demonstration's accounts as (name, password); made where they are missing.

    `file` keeps the passwords. An account that somebody changed the password of is left alone
    and shown without one.
    """
    passwords = _read(file)
    users = {user.username: user for user in User.objects.filter(username__in=ROLES)}
    missing = [role for role in ROLES if role not in users]
    for role in missing:
        # The same in every database that this clone is run on.
        passwords.setdefault(role, _password())
        users[role] = _make(role, passwords[role])
    if missing:
        _write(file, passwords)
    return [
        (role, passwords[role] if users[role].check_password(passwords.get(role)) else "")
        for role in ROLES
    ]


def _read(file):
    try:
        return json.loads(file.read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}


def _write(file, passwords):
    """Complete before it takes its name, and before the accounts are there for good."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        json.dump(passwords, opened, indent=2)
    unfinished.replace(file)


def _make(role, password):
    user = User.objects.create_user(role, password=password, is_staff=True)
    if ROLES[role] is None:
        user.is_superuser = True
        user.save()
        return user
    group, _is_new = Group.objects.get_or_create(name=role)
    rights = Permission.objects.filter(content_type__app_label__in=("articles", "tags"))
    if role == "reporter":
        rights = rights.filter(content_type__model__in=REPORTERS_WRITE)
    group.permissions.set(right for right in rights if right.codename.startswith(ROLES[role]))
    user.groups.add(group)
    return user


def _password():
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(3))
