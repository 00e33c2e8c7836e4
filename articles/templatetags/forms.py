"""The other form of the page at hand."""

from django import template
from django.urls import NoReverseMatch, reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def light_form(context):
    """
    The address of the page's light form; the light front where the page itself has none.

    An error page, which has no canonical address, has none: it must not tell what was asked.
    """
    match = context["request"].resolver_match
    kwargs = {"language": context["language"]}
    if "canonical_path" in context and match is not None:
        try:
            return reverse(f"articles:lite_{match.url_name}", kwargs={**match.kwargs, **kwargs})
        except NoReverseMatch:
            pass
    return reverse("articles:lite_front", kwargs=kwargs)
