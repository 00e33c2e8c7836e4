"""Dates and typography of an edition, for templates. Each filter takes the Language."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from newsportal.languages import dates
from newsportal.languages.middleware import lender
from newsportal.languages.typography import typeset as typeset_text

register = template.Library()


@register.simple_tag
def foreign():
    """The attributes of an element with an interface string that another language has lent."""
    code = lender.get()
    return format_html(' lang="{}" dir="auto"', code) if code else ""


@register.filter
def moment(value, language):
    """A `time` element: the long form, and the offset for machines."""
    return format_html(
        '<time datetime="{}">{}</time>',
        language.local(value).isoformat(timespec="seconds"),
        dates.moment(value, language),
    )


@register.filter
def day(value, language):
    """A `time` element of a day of the edition's calendar."""
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(), dates.day(value, language)
    )


@register.filter
def day_in_two(value, language):
    """A `time` element of a day of the edition's calendar, its weekday apart."""
    return format_html(
        '<time datetime="{}"><span>{},</span> {}</time>',
        value.isoformat(),
        dates.weekday(value, language),
        # Only between the two it may break.
        dates.day_of_year(value, language).replace(" ", "\N{NO-BREAK SPACE}"),
    )


@register.filter
def clock(value, language):
    """A `time` element: the clock time alone, where the day stands above."""
    return format_html(
        '<time datetime="{}">{}</time>',
        language.local(value).isoformat(timespec="seconds"),
        dates.clock(value, language),
    )


@register.simple_tag
def rail_time(value, language, now):
    """A `time` element: the clock on the day of `now`; otherwise day and clock, of class day."""
    local = language.local(value)
    return format_html(
        '<time datetime="{}"{}>{}</time>',
        local.isoformat(timespec="seconds"),
        "" if local.date() == language.local(now).date() else SafeString(' class="day"'),
        dates.rail_time(value, language, now),
    )


@register.simple_tag
def brief_time(value, language, now):
    """Like `rail_time` in few bytes: to the minute, on the edition's clock, without an offset."""
    return format_html(
        '<time datetime="{}">{}</time>',
        f"{language.local(value):%Y-%m-%dT%H:%M}",
        dates.rail_time(value, language, now),
    )


@register.filter
def typeset(text, language):
    """The text with the language's non-breaking spaces and apostrophes."""
    return typeset_text(text, language.code)
