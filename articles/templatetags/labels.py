"""The labels of blocks that templates draw themselves."""

from django import template

from articles.body.labels import printed

register = template.Library()


@register.simple_tag
def label(block_type, language):
    """The label word of a block in the edition's language, as printed."""
    return printed(block_type, language.code)
