"""Every token of a text stands where it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.place import Source
from engine.text import tokens_of

KINDS = {
    "a": "name",
    "w_1": "name",
    "净值": "name",
    "α2": "name",
    "x₁": "name",
    "e\u0301": "name",
    "の名": "name",
    "합계": "name",
    "_": "name",
    "2": "number",
    "0.5": "number",
    ".5": "number",
    "5.": "number",
    "1e-3": "number",
    "1E+5": "number",
    "2.5E-3": "number",
    "１．５": "number",
    "lambda": "reserved",
    "None": "reserved",
    "repeat": "reserved",
    "__init__": "reserved",
    "1_000": "fault",
    "0x10": "fault",
    "0b1": "fault",
    "1.2.3": "fault",
    "1..2": "fault",
    "2e": "fault",
    "2E": "fault",
    "2j": "fault",
    "2exp": "fault",
    "1e999": "fault",
    "жук": "fault",
    "wеight": "fault",  # its second letter is Cyrillic
    "x\u0302": "fault",
    "₁x": "fault",
    "😀": "fault",
    "?": "fault",
    "\x00": "fault",
    "\u200b": "fault",
    "\u202e": "fault",
    "\ud800": "fault",
    "\u2028": "fault",
    "# turned \u202e around": "fault",
    "\r\n": "newline",
    "\r": "newline",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "⋅": "*",
    "÷": "/",
    "−": "-",
    "（": "(",
    "，": ",",
    "＊＊": "**",
    "²": "²",
    "√": "name",
    "π": "name",
}


@pytest.mark.parametrize("text", KINDS)
def test_a_token_is_of_its_kind(text: str) -> None:
    assert tokens_of(Source(text)).kinds == (KINDS[text], "end")


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("x₁₂", "x_12"),
        ("x_₁", "x_1"),
        ("ｘ＿１", "x_1"),
        ("π", "pi"),
        ("√", "sqrt"),
        ("e\u0301", "é"),
        ("\u00b5", "\u03bc"),
        ("\u2126", "\u03a9"),
    ],
)
def test_names_are_compared_in_one_form(typed: str, compared: str) -> None:
    assert tokens_of(Source(typed)).texts[0] == compared


def test_spaces_and_comments_are_no_tokens() -> None:
    text = "a\t+\u3000b\u00a0# what 价格 means to us 😀"
    assert tokens_of(Source(text)).kinds == ("name", "+", "name", "end")


def test_ends_of_lines_inside_brackets_mean_nothing() -> None:
    kinds = tokens_of(Source("f(a, # first\n  b)\nc")).kinds
    assert kinds == ("name", "(", "name", ",", "name", ")", "newline", "name", "end")


def test_a_bracket_that_is_never_closed_leaves_its_line_a_line() -> None:
    assert "newline" in tokens_of(Source("c = (a + b\nd = (b + 1)")).kinds


def test_only_the_lines_inside_a_pair_are_free() -> None:
    kinds = tokens_of(Source("[a,\n[b\n]]\nc\n(d)\n(\ne)")).kinds
    assert kinds.count("newline") == 3


def test_a_pair_within_a_pair_of_the_other_kind_closes_itself_first() -> None:
    assert "newline" not in tokens_of(Source("f(a,\n[b],\nc)")).kinds
    assert "newline" not in tokens_of(Source("[a,\nf(b),\nc]")).kinds


def test_the_deepest_bracket_is_known() -> None:
    tokens = tokens_of(Source("(a) + ([b])"))
    assert (tokens.depth, tokens.deepest) == (2, 7)


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_every_token_stands_where_it_was_typed(text: str) -> None:
    tokens = tokens_of(Source(text))
    assert list(tokens.starts) == sorted(tokens.starts)
    for at, kind in enumerate(tokens.kinds[:-1]):
        assert 0 <= tokens.starts[at] < tokens.ends[at] <= tokens.starts[at + 1] <= len(text)
        assert kind in ("newline", "fault") or not tokens.typed(at).isspace()


@given(st.text(alphabet="ab1_.e+-*/^()[], \t#\n²σ×（", max_size=40))
def test_nothing_but_spaces_and_comments_is_left_out(text: str) -> None:
    tokens = tokens_of(Source(text))
    left = [text[end:start] for end, start in zip(tokens.ends, tokens.starts[1:], strict=False)]
    for gap in left:
        assert all(line.strip() == "" or line.strip()[0] == "#" for line in gap.splitlines())
