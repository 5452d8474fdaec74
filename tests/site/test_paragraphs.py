"""The short way past sanitiser and parser is taken for plain paragraphs only, and gives what they give."""

import sys
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdesk import html, paragraphs

PIECES = [
    "<p>", "</p>", "<h2>", "</h2>", "<h3>", "</h3>", "<h4>", "</h4>", "<p class='x'>", "<P>", "<strong>", "</strong>",
    "<br>", "<script>", "&amp;", "&#39;", "&lt", "&", "<", ">", " ", "\u3000", "\u00a0", "\n", "\r", "\t", "\u2028",
    "\u200b", "\x00", "\x85", "\ufffe", "甲", "乙。", "“", '"', "'", "a", "7",
]  # fmt: skip
pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)
whole = st.tuples(st.sampled_from(["p", "h2", "h3"]), pieces).map("<{0[0]}>{0[1]}</{0[0]}>".format)
bodies = st.lists(whole, max_size=4).map("".join) | pieces


def both_ways(body):
    short = html.clean(body), html.plain(body)
    with mock.patch.object(paragraphs, "only", return_value=False):
        return short, (html.clean(body), html.plain(body))


@given(bodies)
@example("<p>一  二</p><p>　三</p>")
@example('<p>一 二　三</p><h2>四</h2><p>a b\'s "c"</p>')
def test_the_short_way_leads_to_the_same_place(body):
    short, long = both_ways(body)
    assert short == long


def test_no_character_is_taken_for_another_in_a_paragraph_or_alone_in_one():
    every = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    passing = [each for each in every if paragraphs.only(f"<p>{each}</p>")]
    assert "甲" in passing
    assert len(passing) > 1_000_000
    body = f"<p>{''.join(passing)}</p>"
    assert paragraphs.only(body)
    short, long = both_ways(body)
    assert short == long
    alone = "".join(f"<p>{each}</p>" for each in passing if each < "\U00010000")
    short, long = both_ways(alone)
    assert short == long


@pytest.mark.parametrize(
    ("body", "passes"),
    [
        ("", True),
        ("<p>1月26日，“座谈会” 举行。</p><h2>小标题</h2><p>甲　乙</p>", True),
        ("<p>甲  乙</p>", False),
        ("<p>甲 </p>", False),
        ("<p>　甲</p>", False),
        ("<p></p>", False),
        ("<p>甲</h2>", False),
        ("<p>甲</p>\n", False),
        ("<p>甲&amp;乙</p>", False),
        ("<p><strong>甲</strong></p>", False),
        ("<h1>甲</h1>", False),
        ("甲", False),
    ],
)
def test_the_short_way_is_for_what_is_plain(body, passes):
    assert paragraphs.only(body) == passes
