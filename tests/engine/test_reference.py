"""What a reference says about a row comes from the row, and can be typed."""

from __future__ import annotations

import pytest

from engine.errors import SyntaxProblem
from engine.op import Op
from engine.ops import ROWS
from engine.parse import parse
from engine.reference import example, reference

every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


def is_comparison(row: Op) -> bool:
    return row.pattern == "blocker" and bool(row.signs)


@every_row
def test_the_example_of_a_row_makes_a_node_of_that_row(row: Op) -> None:
    if is_comparison(row):  # typed only inside a choice
        with pytest.raises(SyntaxProblem):
            parse(example(row))
        return
    graph = parse(example(row))
    assert graph.nodes[graph.output].op in (row.name, row.folds)


@every_row
def test_a_row_that_carries_derivatives_shows_them(row: Op) -> None:
    found = reference(row.name)
    assert (found.latex is None) == is_comparison(row)
    carries = row.rule is not None or bool(row.pulls)
    assert bool(found.partials) == carries
    assert row.pattern == "source" or carries


@pytest.mark.parametrize(
    ("name", "typed", "latex", "partials"),
    [
        ("mul", "a * b", "a b", ("b", "a")),
        ("sin", "sin(x)", r"\sin\left(x\right)", (r"\cos\left(x\right)",)),
        ("transpose", "A.T", r"A^\top", (r"\bar{Z}^\top",)),
        ("index", "x[0]", r"x\left[0\right]", None),
        ("neg", "-a", "-a", ("-1",)),
    ],
)
def test_a_row_reads_as_people_write_it(
    name: str, typed: str, latex: str, partials: tuple[str, ...] | None
) -> None:
    found = reference(name)
    assert (found.typed, found.latex) == (typed, latex)
    assert partials is None or found.partials == partials
