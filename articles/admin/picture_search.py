"""
Pictures by the words that were ever said of them, in any language, and by their keys.

Words are found by their beginnings, upper or lower case: "мост" finds «Мосту». Each word is
answered by two indexes (migration 0009), also among a hundred thousand pictures.
"""

import re

from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

# More words than anybody types; keeps a pasted article from becoming a hundred questions.
MOST_WORDS = 8

SAYING = """
SELECT id FROM articles_picture
WHERE to_tsvector('simple', headline || ' ' || caption || ' ' || alt || ' ' || place || ' '
        || creator || ' ' || credit || ' ' || copyright) @@ to_tsquery('simple', %s)
UNION
SELECT (said->>'picture')::bigint
FROM articles_revision CROSS JOIN LATERAL jsonb_array_elements(pictures) AS said
WHERE to_tsvector('simple', pictures) @@ to_tsquery('simple', %s)
    AND to_tsvector('simple', said) @@ to_tsquery('simple', %s)
UNION
SELECT id FROM articles_picture WHERE key = %s
"""


# With these before them words stand in the indexes too: PostgreSQL takes them for letters where
# the database's locale is C.
OPENING = ("", *"«„“”‘’…–—№(")


def _question(word):
    """
    The word as a query: its beginning, with or without a mark before it.

    Quoted, it is cut up as the texts were and every part of it is only its beginning.
    """
    bare = re.sub(r"^\W+|\W+$", "", word).replace("\\", "\\\\").replace("'", "''")
    return " | ".join(f"'{mark}{bare}':*" for mark in OPENING)


def saying(pictures, typed):
    """Those of the pictures of which every typed word was said somewhere."""
    # A mark that stands alone ("©", "—") is no word, and no text has it in its index.
    words = [word for word in typed.split() if any(sign.isalnum() for sign in word)]
    for word in words[:MOST_WORDS]:
        quoted = _question(word)
        # The text of the question is fixed; what was typed goes along as parameters.
        found = RawSQL(SAYING, [quoted, quoted, quoted, word], BigIntegerField())  # noqa: S611
        pictures = pictures.filter(pk__in=found)
    return pictures
