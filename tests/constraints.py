"""What the database itself refuses, whatever way the rows came."""

from django.apps import apps
from django.db import IntegrityError, transaction


def constraint_broken_by(act):
    """The name of the constraint by which the database refuses an act; None if it does not."""
    try:
        with transaction.atomic():
            act()
    except IntegrityError as refusal:
        return refusal.__cause__.diag.constraint_name
    return None


def constraints_of(app_label, *, but=()):
    """The names of all constraints that the models of an app declare, `but` those of some."""
    models = set(apps.get_app_config(app_label).get_models()) - set(but)
    return names_of(*models)


def names_of(*models):
    """The names of the constraints that some models declare."""
    return {constraint.name for model in models for constraint in model._meta.constraints}
