"""Second derivatives come from the same rows, run on numbers that move."""

from __future__ import annotations

import numpy as np
import pytest

from engine import EngineError, compile, parse
from engine.graph import Graph
from engine.hessian import hessian, hessian_vector
from engine.mathematics import Value
from engine.node import Node
from engine.op import Case, Op, Shape
from engine.ops import OPS
from engine.place import Place, Source
from engine.tape import Record, Tape
from engine.values import resolve, shapes_of

ROSENBROCK = "(1 - x)^2 + 100*(y - x^2)^2"
NOWHERE = Place(0, 0)


def run(graph: Graph, values: dict[str, Value]) -> tuple[Tape, Record]:
    known = resolve(graph, values)
    tape = compile(graph).tape(shapes_of(known))
    return tape, tape.forward(known)


def cases() -> list[tuple[Op, Case]]:
    """Every row that carries a derivative, on every kind of operands it is tried on."""
    found = [(row, case) for row in OPS.values() for case in row.cases]
    return [(row, case) for row, case in found if len(row.blind) < len(case.shapes)]


def square_of(row: Op, case: Case) -> Graph:
    """The sum of the squares of what a row answers: a number that bends."""
    ports = range(len(case.shapes))
    inputs = [Node(port, "input", None, (), NOWHERE, name=f"x{port}") for port in ports]
    at = len(inputs)
    settings = tuple(sorted(case.settings.items()))
    op = Node(at, "op", row.name, tuple(ports), NOWHERE, settings=settings)
    squared = Node(at + 1, "op", "mul", (at, at), NOWHERE)
    total = Node(at + 2, "op", "sum", (at + 1,), NOWHERE)
    return Graph(Source(""), (*inputs, op, squared, total), at + 2)


def drawn(row: Op, port: int, shape: Shape, generator: np.random.Generator) -> Value:
    low, high = row.sample[min(port, len(row.sample) - 1)]
    return generator.uniform(low, high, size=shape)


@pytest.mark.parametrize(("row", "case"), cases(), ids=lambda part: getattr(part, "name", None))
def test_the_gradient_changes_as_the_hessian_says(row: Op, case: Case) -> None:
    graph = square_of(row, case)
    generator = np.random.default_rng(11)
    shapes = dict(zip((node.name or "" for node in graph.inputs), case.shapes, strict=True))
    values = {
        name: drawn(row, port, shape, generator)
        for port, (name, shape) in enumerate(shapes.items())
    }
    tape, record = run(graph, values)
    if not any(tape.varies[of] for of in tape.wrt) or not tape.varies[tape.output]:
        pytest.fail("a row of this list carries a derivative")
    ways = {name: generator.normal(size=shape) for name, shape in shapes.items()}
    direction = {node.id: ways[node.name or ""] for node in graph.inputs}
    found = hessian_vector(tape, record, direction)
    function, h = compile(graph), 1e-5
    ahead = function({name: values[name] + h * ways[name] for name in values})[1]
    behind = function({name: values[name] - h * ways[name] for name in values})[1]
    for node in graph.inputs:
        name = node.name or ""
        rate = (np.asarray(ahead[name]) - np.asarray(behind[name])) / (2 * h)
        np.testing.assert_allclose(found[node.id], rate, rtol=2e-4, atol=2e-4)


def test_a_hessian_of_a_product_is_known() -> None:
    tape, record = run(parse("x*x*y"), {"x": 3.0, "y": 5.0})
    assert hessian(tape, record).tolist() == [[10.0, 6.0], [6.0, 0.0]]


def test_rosenbrocks_valley_bends_as_published() -> None:
    tape, record = run(parse(ROSENBROCK), {"x": 1.0, "y": 1.0})
    assert hessian(tape, record).tolist() == [[802.0, -400.0], [-400.0, 200.0]]


def test_a_hessian_over_tensors_is_symmetric() -> None:
    program = parse("p = softmax(W @ x)\n-log(p[1]) + sum(W^2)")
    tape, record = run(program, {"W": np.arange(6.0).reshape(2, 3) / 7, "x": np.array([1, 2, 3])})
    table = hessian(tape, record)
    assert table.shape == (9, 9)
    np.testing.assert_allclose(table, table.T, atol=1e-12)


def test_a_large_hessian_is_refused_with_its_size() -> None:
    tape, record = run(parse("sum(x^2)"), {"x": np.ones(65)})
    with pytest.raises(EngineError) as refused:
        hessian(tape, record)
    assert refused.value.code == "too-costly"
    assert "65" in refused.value.message("zh")
    assert hessian_vector(tape, record, {0: np.ones(65)})[0].tolist() == [2.0] * 65


def test_a_determinant_bends_at_a_singular_matrix_too() -> None:
    tape, record = run(parse("det([[a, b], [c, d]])"), {"a": 1.0, "b": 2.0, "c": 2.0, "d": 4.0})
    wanted = [[0, 0, 0, 1], [0, 0, -1, 0], [0, -1, 0, 0], [1, 0, 0, 0]]
    np.testing.assert_allclose(hessian(tape, record), wanted, atol=1e-12)


LN2 = np.log(2.0)
SPECIAL = [
    ("softplus(x)", {"x": 0.0}, [[0.25]]),
    ("log_sigmoid(x)", {"x": 0.0}, [[-0.25]]),
    ("silu(x)", {"x": 0.0}, [[0.5]]),
    ("sum(softplus([x, y])*[4, 8])", {"x": 0.0, "y": 0.0}, [[1.0, 0.0], [0.0, 2.0]]),
    ("bce_logits(x, y)", {"x": 0.0, "y": 1.0}, [[0.25, -1.0], [-1.0, 0.0]]),
    ("x^y", {"x": 2.0, "y": 0.0}, [[0.0, 0.5], [0.5, LN2**2]]),
    ("sum([x, 1]^[y, 1])", {"x": 2.0, "y": 0.0}, [[0.0, 0.5], [0.5, LN2**2]]),
    ("bce(p, y)", {"p": 0.5, "y": 1.0}, [[4.0, -4.0], [-4.0, 0.0]]),
    ("bce(p, y)", {"p": 0.5, "y": 0.0}, [[4.0, -4.0], [-4.0, 0.0]]),
    ("hinge(p, y)", {"p": 0.0, "y": 1.0}, [[0.0, -1.0], [-1.0, 0.0]]),
]


@pytest.mark.parametrize(("text", "values", "table"), SPECIAL)
def test_where_a_rule_changes_its_branch_the_curve_still_bends(
    text: str, values: dict[str, Value], table: list[list[float]]
) -> None:
    """At 0, where a rule looks at the sign or at a weight, a smooth curve has its bend."""
    found = hessian(*run(parse(text), values))
    np.testing.assert_allclose(found, table, rtol=1e-12, atol=1e-15)
