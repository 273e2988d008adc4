"""Every refusal says its reason, its place in the text, and the repair where there is one."""

from __future__ import annotations

import pytest

from engine.errors import EngineError
from engine.parse import parse
from engine.words import CATALOGUE
from engine.words.language import Words
from engine.words.sentences import READING
from tests.engine.parse.refusals import REFUSALS, Refused


def refusal_of(source: str) -> EngineError:
    with pytest.raises(EngineError) as caught:
        parse(source)
    return caught.value


def underlined(source: str, error: EngineError) -> str:
    lines = source.splitlines(keepends=True) or [""]
    assert error.span is not None
    line, start, end, end_line = error.span
    if line == end_line:
        return lines[line - 1][start:end]
    return "".join(
        [lines[line - 1][start:], *lines[line : end_line - 1], lines[end_line - 1][:end]]
    )


@pytest.mark.parametrize("refused", REFUSALS, ids=lambda refused: ascii(refused.source))
def test_a_refusal_says_why_and_where(refused: Refused) -> None:
    error = refusal_of(refused.source)
    assert (error.code, error.reason) == (refused.code, refused.reason)
    assert underlined(refused.source, error) == refused.place
    suggestion = error.suggestion
    assert (suggestion.source if suggestion else None) == refused.repaired


@pytest.mark.parametrize("refused", REFUSALS, ids=lambda refused: ascii(refused.source))
def test_a_refusal_speaks_both_languages(refused: Refused) -> None:
    error = refusal_of(refused.source)
    for said in (error.message("en"), error.message("zh")):
        assert said
    if error.suggestion:
        assert error.suggestion.label("en")
        assert error.suggestion.label("zh")


def test_the_worked_example_of_the_reference() -> None:
    error = refusal_of("log(a")
    assert str(error) == "This ( at column 4 has no matching )."
    assert error.message("zh") == "第 4 列的 ( 没有对应的 )。"
    assert error.suggestion is not None
    assert error.suggestion.label() == "Add )"


def test_columns_are_counted_as_people_do() -> None:
    assert str(refusal_of("a\n净 = (b")).startswith("This ( at column 5 ")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("leaky_relu()", "`leaky_relu` takes 1 or 2 arguments; you gave 0."),
        ("max()", "`max` takes at least 1 argument; you gave 0."),
        ("hypot(a)", "`hypot` takes 2 arguments; you gave 1."),
        ("sin(a, b)", "`sin` takes 1 argument; you gave 2."),
        ("f() = 2\nf(a)", "`f` takes 0 arguments; you gave 1."),
        ("f(x) = g(x)\ng(x) = f(x)\nf(2)", "`f` calls itself: `f → g → f`. A call is written out "
         "in full, so it would never end."),
        ("[[1, 2], [3]]", "Entry 2 is a row of 1, the first is a row of 2. All must be alike."),
        ("[1, [[2]]]", "Entry 2 is 1 × 1 numbers, the first is a single number. "
         "All must be alike."),
    ],
)  # fmt: skip
def test_counts_and_paths_are_named(source: str, said: str) -> None:
    assert str(refusal_of(source)) == said


def test_no_text_is_echoed_at_length() -> None:
    for source in ("a" * 500 + "(b, c)", "9" * 5000, "x = " + "f." * 300 + "y", "1.2." * 200):
        error = refusal_of(source)
        assert all(len(str(field)) < 300 for field in error.fields.values())
        assert len(str(error)) < 400


def test_every_sentence_of_the_reader_is_in_the_catalogue_once() -> None:
    assert {key: CATALOGUE[key] for key in READING} == READING


def test_every_sentence_of_the_reader_is_said_by_some_text() -> None:
    elsewhere = {"fullwidth", "converted", "too_long", "too_deep", "nested_too_deep"}
    said = {refused.reason for refused in REFUSALS} | elsewhere | {"too_many_nodes"}
    labels = {
        error.suggestion.reason
        for error in (refusal_of(refused.source) for refused in REFUSALS)
        if error.suggestion
    }
    assert READING.keys() - said - labels == set()
    assert all(isinstance(words, Words) for words in READING.values())
