"""Operations written out by hand are found, wherever they stand, and only where they do."""

from __future__ import annotations

import re

import pytest

from engine import compile, parse
from engine.grouping import gathered
from engine.op import Op
from engine.ops import ROWS

WRITTEN = [(row, text) for row in ROWS for text in row.circuits]
each = pytest.mark.parametrize(("row", "text"), WRITTEN, ids=[text for _, text in WRITTEN])


def found(program: str) -> list[tuple[str, str, list[str]]]:
    """Each circuit: its operation, its output, and what it reads."""
    graph = parse(program)
    return [
        (group.label, graph.names[group.outputs[0]], [graph.names[node] for node in group.inputs])
        for group in gathered(graph).groups
        if group.kind == "pattern"
    ]


@each
@pytest.mark.parametrize("x", [-1.7, -0.3, 0.4, 1.9])
def test_what_the_table_writes_out_is_the_operation(row: Op, text: str, x: float) -> None:
    value, slopes = compile(parse(text))({"x": x})
    expected, wanted = compile(parse(f"{row.name}(x)"))({"x": x})
    assert value == pytest.approx(expected, rel=1e-12)
    assert slopes["x"] == pytest.approx(wanted["x"], rel=1e-12)


@each
def test_it_is_found_among_other_names(row: Op, text: str) -> None:
    renamed = re.sub(r"\bx\b", "z", text)
    assert found(f"z = w*v\ns = {renamed}\ns*s") == [(row.name, "s", ["z"])]


def test_steps_may_have_lines_of_their_own() -> None:
    assert found("t = exp(-z)\nb = 1 + t\ny = 1/b") == [("sigmoid", "y", ["z"])]


def test_each_of_several_is_found_in_calls_too() -> None:
    program = "f(t) = 1/(1 + exp(-t))\nf(a) + f(b)*(1/(1 + exp(-c)))"
    assert [name for name, *_ in found(program)] == ["sigmoid"] * 3
    groups = gathered(parse(program)).groups
    inner = [group for group in groups if group.kind == "pattern" and group.parent is not None]
    assert [groups[group.parent or 0].kind for group in inner] == ["call", "call"]


@pytest.mark.parametrize(
    "program",
    [
        "t = exp(-z)\n1/(1 + t) + t",  # what is inside is read elsewhere
        "1/(2 + exp(-z))",
        "1/(1 + exp(z)*2)",
        "(exp(a) - exp(-b))/(exp(a) + exp(-b))",
        "a/(1 + b)",
    ],
)
def test_what_only_looks_alike_stays_as_it_is(program: str) -> None:
    graph = parse(program)
    assert found(program) == []
    assert gathered(graph).groups == graph.groups
