"""Large programs parse in linear time, and too large ones are refused by name and size."""

from __future__ import annotations

import gc

import pytest

from engine import collector
from engine.errors import EngineError
from engine.limits import Limits
from engine.parse import parse
from tests.work import calls

SMALL = Limits(characters=1_000, depth=20, nodes=100, elements=100, nesting=5)


def refused(source: str, limits: Limits | None = None) -> EngineError:
    with pytest.raises(EngineError) as caught:
        parse(source, limits)
    return caught.value


def doubling(depth: int, body: str) -> str:
    """Functions that call each other: the last one makes 2^depth calls of the first."""
    lines = ["f0(x) = x"] + [f"f{n}(x) = {body.format(f=f'f{n - 1}')}" for n in range(1, depth)]
    return "\n".join([*lines, f"f{depth - 1}(a)*1"])


def nested_repeats(depth: int, rounds: int) -> str:
    lines = [" " * n + f"repeat {rounds} as t{n}:" for n in range(depth)]
    return "\n".join([*lines, " " * depth + "x = x*y"])


TOO_LARGE = [
    ("a" * 1_001, "too-long", "This is 1001 characters; the limit is 1000."),
    ("(" * 21 + "a" + ")" * 21, "too-deep", "Brackets are nested 21 deep; the limit is 20."),
    ("[" * 30, "too-deep", "Brackets are nested 30 deep; the limit is 20."),
    ("+".join(["a"] * 101), "too-many-nodes", "at least 101 nodes; the limit is 100."),
    ("-" * 101 + "a", "too-many-nodes", "at least 102 nodes; the limit is 100."),
    ("f(x)=x;" * 101 + "a", "too-many-nodes", "at least 101 nodes; the limit is 100."),
    ("-" * 400 + "a", "too-many-nodes", "the limit is 100."),
    ("+".join(["a"] * 400), "too-many-nodes", "the limit is 100."),
    ("repeat 101 as t:\n  x = x*t", "too-many-nodes", "at least 101 nodes; the limit is 100."),
    ("repeat 60 as t:\n  x = x*t", "too-many-nodes", "at least 101 nodes; the limit is 100."),
    ("repeat 90 as t:\n repeat 90 as s:\n  x = y", "too-many-nodes", "the limit is 100."),
    (doubling(5, "{f}({f}({f}({f}(x))))"), "too-many-nodes", "the limit is 100."),
    (doubling(7, "{f}(x)"), "too-deep", "nested 6 deep, call within call or repeat within"),
    (nested_repeats(6, 1), "too-deep", "nested 6 deep, call within call or repeat within"),
]


@pytest.mark.parametrize(("source", "code", "said"), TOO_LARGE)
def test_what_is_too_large_is_refused_by_name_and_size(source: str, code: str, said: str) -> None:
    error = refused(source, SMALL)
    assert error.code == code
    assert said in str(error)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("(" * 21 + "a" + ")" * 21, (1, 20, 21)),  # the innermost bracket
        ("a\n+[" + "(" * 22 + "b", (2, 23, 24)),
        ("x = 1\n" + "+".join(["a"] * 101), (2, 0, 201)),
        ("x = 1\nrepeat 101 as t:\n  x = x*t", (2, 0, 16)),
        ("a" * 1_001, None),
    ],
)
def test_what_is_too_large_is_shown_at_its_place(
    source: str, shown: tuple[int, int, int] | None
) -> None:
    span = refused(source, SMALL).span
    assert (None if span is None else (span.line, span.start, span.end)) == shown


def test_what_just_fits_is_read() -> None:
    assert len(parse("+".join(["a"] * 100), SMALL).nodes) == 100
    assert len(parse("(" * 20 + "a" + ")" * 20, SMALL).nodes) == 1
    assert len(parse(nested_repeats(5, 1), SMALL).nodes) == 3
    assert len(parse(doubling(5, "{f}(x)"), SMALL).nodes) == 3


def test_twenty_thousand_brackets_are_refused() -> None:
    for source in ("(" * 20_000 + "x" + ")" * 20_000, "[" * 20_000, "sin(" * 20_000 + "x"):
        assert refused(source).code == "too-deep"


def test_a_thousand_brackets_and_calls_are_read() -> None:
    assert len(parse("(" * 1_000 + "x" + ")" * 1_000).nodes) == 1
    assert len(parse("tanh(" * 1_000 + "x" + ")" * 1_000).nodes) == 1_001


def test_long_chains_of_every_sort_are_read_without_recursion() -> None:
    for source in ("^".join(["x"] * 100_000), "-" * 100_000 + "x", "+".join(["x"] * 100_000)):
        assert len(parse(source).nodes) == 100_000 + source.startswith("-")


@pytest.mark.parametrize("body", ["{f}(x) + {f}(x)", "{f}({f}(x))"])
def test_calls_that_double_are_stopped_when_there_are_too_many_and_not_at_the_end(
    body: str,
) -> None:
    limits = Limits(nodes=5_000)
    assert refused(doubling(50, body), limits).code == "too-many-nodes"
    assert calls(lambda: refused(doubling(50, body), limits)) < 200 * limits.nodes


def test_reading_grows_with_the_program_and_no_faster() -> None:
    def read(operators: int) -> int:
        source = "+".join(f"x{n % 10}*2.5" for n in range(operators // 2))
        return calls(lambda: parse(source))

    assert read(10_000) < 10.5 * read(1_000)


def test_the_collector_waits_and_then_goes_on() -> None:
    with collector.waiting():
        assert not gc.isenabled()
        with collector.waiting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    refused("a +")
    assert gc.isenabled()


def test_a_server_that_has_begun_is_looked_over_no_more() -> None:
    before, usual = gc.get_freeze_count(), gc.get_threshold()
    try:
        collector.settled()
        assert gc.get_freeze_count() > before
        assert gc.get_threshold() == collector.RARELY
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)
