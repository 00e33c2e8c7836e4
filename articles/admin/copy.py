"""
An editor's copy on its way in: typed as simple HTML, stored as canonical blocks.

Says afterwards what was not kept, so that nothing goes missing unseen.
"""

import re

from articles.body.blocks import write
from articles.body.markup import tokens
from articles.body.parse import from_html
from articles.body.reading import read

_BLOCK_BEGINS = re.compile(r"(?<=>)(?=<(?:p|h2|ul|ol|div|blockquote) [^>]*data-block=)")

# Markup that becomes blocks or other markup of the same meaning, so that its loss is none.
_REWRITTEN = {"html", "body", "main", "article", "section", "header", "footer", "div", "p", "br"}
_REWRITTEN |= {"b", "i", "h1", "h3", "h4", "h5", "h6"}


def canonical(typed, language_code):
    """The copy as canonical HTML: label words ("Source:") become blocks, block ids stay."""
    return write(from_html(typed, language_code))


def plain_canonical(typed):
    """A standing page's text: the same allow-list and blocks, no label words."""
    return write(read(typed))


def laid_out(body):
    """A stored body as it is shown for editing: a block a paragraph. White space is no change."""
    return _BLOCK_BEGINS.sub("\n\n", body)


def blocks_of(body):
    """The blocks of a stored body."""
    return read(body)


def not_kept(typed, stored):
    """The names of the elements that the stored copy no longer has, in order."""
    return sorted(_elements(typed) - _elements(stored) - _REWRITTEN)


def _elements(html):
    return {token.value for token in tokens(html) if token.kind == "start"}
