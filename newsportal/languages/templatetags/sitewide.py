"""Absolute addresses and moments for machines."""

from urllib.parse import urljoin

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def absolute(path):
    """The path under the site's own origin, never under what a request claims."""
    return urljoin(settings.SITE_URL, path)


@register.filter
def iso(value, language):
    """The moment with the edition's offset, to the second."""
    return language.local(value).isoformat(timespec="seconds")
