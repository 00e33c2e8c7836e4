"""
The story's text as typed, numbered blocks: what may stand in it, how copy becomes it, how readers
get it.

Pure: knows no database, no settings and no pictures beyond their keys.
"""
