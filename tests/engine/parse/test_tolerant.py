"""While somebody types: the graph of the lines that stand, and all errors of the others."""

from __future__ import annotations

import pytest

from engine.limits import Limits
from engine.parse import parse, parse_tolerant
from tests.engine.trees import tree

# a program; what still stands; the reasons for the rest
PROGRAMS = [
    ("c = a + b\nd = c*c", "mul(add(a, b), add(a, b))", []),
    ("c = a +\nd = c*b", "mul(c, b)", ["missing_operand"]),
    ("c = a*b\nd = c +", "mul(a, b)", ["missing_operand"]),
    ("c = (a*b\nd = c + 1", "add(c, 1)", ["unclosed_paren"]),
    ("c = sin(a, b)\nd = c*b", "mul(c, b)", ["wrong_arity"]),
    ("c = a*x + sinn(b)\nd = x*b", "mul(x, b)", ["unknown_function"]),
    ("a = 2; b = +\nc = a*b", "mul(a, b)", ["missing_operand"]),
    ("a ? b\nc = 1 2\nd = e*e", "mul(e, e)", ["unexpected_char", "missing_sign"]),
    ("c = a*b\nf(x) = x", "mul(a, b)", ["nothing_to_compute"]),
    # a function that cannot be read is reported once, not at every call
    ("f(x) = x +\ny = f(2)\nz = f(y)\nw = a*a", "mul(a, a)", ["missing_operand"]),
    ("f(x) = f(x)\ny = f(2)\nw = a*a", "mul(a, a)", ["recursion"]),
    ("f(x) = sin(x, x)\ny = f(2)\nz = f(3)\nw = a*a", "mul(a, a)", ["wrong_arity"] * 2),
    # repetitions: a faulty line is left out of every round
    (
        "repeat 3 as t:\n  x = x +\n  y = y*t\nz = x + y",
        "add(x, mul(mul(mul(y, 0), 1), 2))",
        ["missing_operand"],
    ),
    ("repeat 2 as t:\n  x = sin(x, t)\n  y = y*t\ny", "mul(mul(y, 0), 1)", ["wrong_arity"]),
    ("repeat 2 as t:\n  y = x[t]\n  z = x[y]\ny", "index(x, index=(1,))", ["index_name"]),
    ("repeat two as t:\n  x = x*t\n  y = 3\nz = x*y", "mul(x, y)", ["repeat_rounds"]),
    ("repeat 2 as t:\nx = a*b", "mul(a, b)", ["repeat_body"]),
    ("repeat 2 as t:\n  x = t\n    y = t\nz = a*b", "mul(a, b)", ["uneven_indent"]),
    ("repeat 2 as t:\n  repeat 2 t:\n    x = t\n  y = y*t", "mul(mul(y, 0), 1)", ["repeat_form"]),
]


@pytest.mark.parametrize(("source", "stands", "reasons"), PROGRAMS)
def test_the_lines_that_stand_are_a_graph(source: str, stands: str, reasons: list[str]) -> None:
    graph, errors = parse_tolerant(source)
    assert graph is not None
    assert tree(graph) == stands
    assert [error.reason for error in errors] == reasons
    assert all(error.span is not None for error in errors)


@pytest.mark.parametrize(
    ("source", "reasons"),
    [("", ["empty"]), ("a +", ["missing_operand"]), ("f(x) = x", ["nothing_to_compute"])],
)
def test_where_no_line_stands_there_is_no_graph(source: str, reasons: list[str]) -> None:
    graph, errors = parse_tolerant(source)
    assert graph is None
    assert [error.reason for error in errors] == reasons


def test_a_good_program_is_the_same_either_way() -> None:
    source = "f(x) = x*w\nw = 2\nrepeat 2 as t:\n  h = f(h) + t\nh²"
    assert parse_tolerant(source) == (parse(source), ())


def test_a_faulty_line_leaves_nothing_behind() -> None:
    graph, _ = parse_tolerant("g(v) = new1*v + sin(v, v)\nc = g(new2*a)\nd = a*v")
    assert graph is not None
    assert graph.names == ("a", "v", "d")
    assert graph.groups == ()


def test_a_faulty_rebinding_leaves_the_older_meaning() -> None:
    graph, _ = parse_tolerant("h = a*b\nh = h +\ny = h*2")
    assert graph is not None
    assert tree(graph) == "mul(mul(a, b), 2)"


@pytest.mark.parametrize(
    ("source", "limits", "reason"),
    [
        ("a*b", Limits(characters=2), "too_long"),
        ("((a))", Limits(depth=1), "too_deep"),
        ("a*b\n\ud800", Limits(), "hidden_char"),
    ],
)
def test_what_cannot_be_begun_has_no_lines(source: str, limits: Limits, reason: str) -> None:
    graph, errors = parse_tolerant(source, limits)
    assert graph is None
    assert [error.reason for error in errors] == [reason]


def test_a_program_of_faulty_lines_is_told_a_hundred_of_them() -> None:
    graph, errors = parse_tolerant("y = x\n" + "1 2\n" * 5_000)
    assert graph is not None
    assert len(errors) == 100


def test_mended_texts_are_bounded_together() -> None:
    long = "x = 1 #" + "a" * 1_000_000
    _, errors = parse_tolerant(f"{long}\n" + "1 2\n" * 50)
    assert sum(len(error.suggestion.source) for error in errors if error.suggestion) < 6_000_000


def test_a_program_that_is_too_large_is_told_once_and_drawn_so_far() -> None:
    graph, errors = parse_tolerant("y = x + 1\n" * 5_000, Limits(nodes=100))
    assert [error.code for error in errors] == ["too-many-nodes"]
    assert graph is not None
    assert len(graph.nodes) <= 100
