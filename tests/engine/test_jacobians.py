"""Full local derivatives: the same numbers that the sweeps multiply by, marked by their kind."""

from __future__ import annotations

import numpy as np
import pytest

from engine import parse
from engine.function import Function
from engine.jacobians import MOST_EDGES, Jacobian, jacobians
from engine.local import LARGEST_JACOBIAN
from engine.tape import Record, Tape

RNG = np.random.default_rng(3)
CASES = {
    "sigmoid(z)": "diagonal",
    "z + 1": "diagonal",
    "z * z": "diagonal",
    "A.T": "permutation",
    "reshape(A, (3, 2))": "permutation",
    "W @ A": "dense",
    "softmax(z)": "dense",
    "sum(A, axis=0)": "dense",
    "A + z": "diagonal",
    "x * z": "dense",
    "A[0]": "dense",
    "norm(z)": "dense",
}
VALUES = {"z": RNG.normal(size=3), "A": RNG.normal(size=(2, 3)), "W": RNG.normal(size=(4, 2))}


def run(program: str, **values: object) -> tuple[Tape, Record]:
    graph = parse(program)
    known = {n.name: np.asarray((VALUES | values).get(n.name, 2.0), float) for n in graph.inputs}
    given = {name: value if value.ndim else float(value) for name, value in known.items()}
    tape = Function(graph, None, None, "reverse").tape({k: np.shape(v) for k, v in given.items()})
    return tape, tape.forward(given)


def found(program: str, **values: object) -> tuple[Jacobian, ...]:
    tape, record = run(program, **values)
    return jacobians(tape, record, tape.output)


@pytest.mark.parametrize(("program", "kind"), CASES.items())
def test_a_table_holds_what_a_push_and_a_pull_multiply_by(program: str, kind: str) -> None:
    tape, record = run(program)
    tables = jacobians(tape, record, tape.output)
    assert kind in {table.local.kind for table in tables}
    edges = {crossing.edge: crossing for crossing in tape.crossings}
    for table in tables:
        crossing = edges[table.edge]
        source, target = tape.shapes[crossing.source], tape.shapes[crossing.target]
        data = np.reshape(table.local.data, (int(np.prod(target)), int(np.prod(source))))
        moved = RNG.normal(size=source) if source else 1.7
        pushed = np.ravel(tape.push(crossing, moved, record))
        np.testing.assert_allclose(data @ np.ravel(moved), pushed, atol=1e-12)
        if table.local.kind == "diagonal":
            np.testing.assert_array_equal(data, np.diag(np.diag(data)))
        if table.local.kind == "permutation":
            np.testing.assert_array_equal(data @ data.T, np.eye(len(data)))


def test_a_diagonal_becomes_a_product_entry_by_entry() -> None:
    (table,) = found("a = sigmoid(z)")
    assert table.local.latex is not None
    assert table.local.latex.startswith(r"\operatorname{diag}")
    left, right = table.contribution.split(" = ")
    assert table.local.latex in left
    assert r"\odot" in right
    assert "diag" not in right


def test_a_matrix_product_becomes_a_product_with_the_transpose() -> None:
    first, second = found("Z = W @ A")
    assert first.contribution.endswith(r"\overline{Z}\,A^\top")
    assert second.contribution.endswith(r"W^\top \overline{Z}") or "W" in second.contribution


def test_beyond_the_limit_there_is_the_rule_without_numbers() -> None:
    side = int(LARGEST_JACOBIAN**0.5)
    (fits,) = found("sigmoid(z)", z=np.zeros(side))
    (larger,) = found("sigmoid(z)", z=np.zeros(side + 1))
    assert fits.local.data is not None
    assert (larger.local.kind, larger.local.data) == ("rule", None)
    assert larger.local.latex


def test_single_numbers_have_a_table_of_one_entry_and_constants_none() -> None:
    (table,) = found("x * 3")
    assert (table.local.kind, table.local.shape, table.local.data) == ("dense", (), 3.0)


def test_a_long_list_shows_its_first_parts() -> None:
    parts = ", ".join(f"v{number}" for number in range(MOST_EDGES + 3))
    assert len(found(f"stack([{parts}])")) == MOST_EDGES
