"""
RSS of every list: `lists` says which, `items` what of an article, `format` how it is written.

`corrections` is the one whose items are no articles.
"""
