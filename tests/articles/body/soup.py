"""Markup as nobody should write it, for property tests."""

import json
from pathlib import Path

from hypothesis import strategies as st

from articles.body.markup import names

_CORPORA = Path(__file__).parents[2] / "data"
PAYLOADS: list[str] = json.loads((_CORPORA / "html-payloads.json").read_text())
NAUGHTY: list[str] = json.loads((_CORPORA / "naughty-strings.json").read_text())

_VISIBLE = sorted(
    names(
        "p div h1 h2 ul ol li blockquote table tr td th tbody caption strong b em i a span code q "
        "br hr img figure figcaption section article button select object form pre template dl dd"
    )
)
_NAMES = [*_VISIBLE, "svg", "math", "noscript", "iframe", "title", "script", "style"]
_WORDS = st.from_regex(r"w[a-zа-яіїє]{1,6}[0-9]{1,3}", fullmatch=True)
_ATTRIBUTES = st.sampled_from(
    [
        *("", "", "", " class=x", ' lang="uk"', " onclick=alert(1)", ' style="color:red"'),
        *(' href="https://outside.example/?a=1&b=2"', " href=javascript:alert(1)", " href='/page'"),
        *(' data-block="quote" data-speaker="A & B"', " data-block=paragraph data-id=a1", ' x="'),
        *(
            " data-block=details",
            " data-block=table data-id=a1",
            " data-block=read-also data-story=7",
        ),
        *(
            " data-block=embed data-address=https://v.example/1",
            " data-block=ad-break",
            " src=a.jpg",
        ),
    ]
)


def _tags(elements):
    name = st.sampled_from(elements)
    return st.one_of(st.builds("<{}{}>".format, name, _ATTRIBUTES), st.builds("</{}>".format, name))


soups = st.lists(
    st.one_of(
        *(_tags(_NAMES), _tags(_NAMES), _WORDS, st.text(max_size=5)),
        st.sampled_from([" ", "\xa0", "<br><br>", "&nbsp;", "&#8238;", "&lt;b&gt;", "<!-- x -->"]),
    ),
    max_size=40,
).map("".join)

_plain_tags = st.one_of(
    st.sampled_from(_VISIBLE).map("<{}>".format), st.sampled_from(_VISIBLE).map("</{}>".format)
)
# Words that are all visible, each in its own text.
wordy = st.lists(st.one_of(_plain_tags, _WORDS.map(" {} ".format)), max_size=40).map("".join)
