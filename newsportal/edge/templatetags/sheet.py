"""The inlined style sheets, for base.html and the kinds of pages."""

from django import template
from django.utils.safestring import mark_safe

from newsportal.edge.sheet import SHEETS

register = template.Library()


@register.simple_tag
def page_sheet(name="page"):
    """A sheet as the content policy knows it; our own file, never anybody's input."""
    return mark_safe(SHEETS[name])  # noqa: S308
