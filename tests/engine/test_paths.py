"""A gradient is the sum over all paths of the products along them."""

from __future__ import annotations

import math

import pytest

from engine import compile, parse
from engine.factoring import factor, listed_cost
from engine.paths import between, extent, factors_of, largest, total
from engine.tape import Record, Tape
from engine.values import resolve, shapes_of
from tests import corpora

SEED = "c = a + b\nd = b + 1\ne = c * d"
STAGES = "\n".join(f"h{i + 1} = h{i} + h{i} + h{i}" for i in range(10))
WHEATSTONE = "a = 2*x\nb = 3*x\nc = a*b\nd = a + c\ne = c*d*b"
SCALAR = {
    row["id"]: row
    for row in corpora.programs()
    if "inputs_gen" not in row
    and not any(isinstance(given, list) for given in row["inputs"].values())
    and row.get("class", "regular") == "regular"
}


def found(program: str, values: dict[str, object], source: str, target: str) -> tuple[Tape, Record]:
    graph = parse(program)
    known = resolve(graph, values)
    tape = compile(graph).tape(shapes_of(known))
    return between(tape, graph.find(source), graph.find(target)), tape.forward(known)


def test_the_seed_program_has_two_paths_from_b_to_e() -> None:
    tape, record = found(SEED, {"a": 2, "b": 1}, "b", "e")
    assert extent(tape).paths == 2
    listed = largest(tape, record, 50)
    assert [(path.nodes, path.edges, path.factors, path.product) for path in listed] == [
        ((1, 4, 5), (2, 5), (1.0, 3.0), 3.0),
        ((1, 2, 5), (1, 4), (1.0, 2.0), 2.0),
    ]
    assert total(tape, record) == 5.0


def test_two_uses_by_one_node_are_two_paths() -> None:
    tape, record = found("y = x*x", {"x": 3}, "x", "y")
    assert [path.product for path in largest(tape, record, 9)] == [3.0, 3.0]


def test_nodes_that_are_not_joined_have_no_path() -> None:
    tape, record = found("u = a*2\nv = b*u", {"a": 1, "b": 2}, "b", "u")
    assert extent(tape).paths == 0
    assert largest(tape, record, 9) == []
    assert total(tape, record) == 0.0
    assert factor(tape, factors_of(tape, record)) is None


@pytest.mark.parametrize("name", SCALAR)
def test_the_products_of_all_paths_add_up_to_the_gradient(name: str) -> None:
    row = SCALAR[name]
    for source in row["grads"]:
        if source not in row["inputs"] or source not in parse(row["program"]).ids:
            continue
        tape, record = found(row["program"], row["inputs"], source, row["output"])
        count = extent(tape).paths
        if count > 10_000:
            continue
        listed = largest(tape, record, 10_001)
        assert len(listed) == count
        sizes = [abs(path.product or 0.0) for path in listed]
        added = math.fsum(path.product or 0.0 for path in listed)
        assert added == pytest.approx(total(tape, record), rel=1e-10, abs=1e-10 * max(sizes, default=1))
        assert all(a >= b * (1 - 1e-9) for a, b in zip(sizes, sizes[1:], strict=False))


def test_a_long_ladder_is_counted_exactly_and_its_best_paths_found_at_once() -> None:
    ladder = "\n".join(f"h{i + 1} = h{i} + h{i}*2 + h{i}*0.3" for i in range(200))
    tape, record = found(ladder, {"h0": 1}, "h0", "h200")
    assert extent(tape).paths == 3**200
    best = largest(tape, record, 3)
    assert [path.product for path in best] == pytest.approx([2.0**200, 2.0**199, 2.0**199])
    assert total(tape, record) == pytest.approx(3.3**200, rel=1e-12)


def test_later_pages_continue_where_earlier_ones_ended() -> None:
    tape, record = found(STAGES, {"h0": 1}, "h0", "h10")
    both = largest(tape, record, 6)
    assert largest(tape, record, 3) + largest(tape, record, 3, skip=3) == both


@pytest.mark.parametrize(
    ("program", "target", "lines"), [(SEED, "e", 1), (STAGES, "h10", 1), (WHEATSTONE, "e", 6)]
)
def test_the_factored_form_has_the_value_of_the_sum(program: str, target: str, lines: int) -> None:
    graph = parse(program)
    source = graph.inputs[-1].name or ""
    values = {node.name or "": 1.5 for node in graph.inputs}
    tape, record = found(program, values, source, target)
    factored = factor(tape, factors_of(tape, record))
    assert factored is not None
    assert len(factored.lines) == lines
    assert factored.value == pytest.approx(total(tape, record), rel=1e-14)


def test_factoring_ten_stages_of_three_saves_half_a_million_products() -> None:
    tape, record = found(
        "\n".join(f"h{i + 1} = max(h{i}*2, 0) + h{i}" for i in range(2)), {"h0": 1}, "h0", "h2"
    )
    assert extent(tape).paths == 4
    assert listed_cost(extent(tape)) == (extent(tape).edges - 4, 3)
    factored = factor(tape, factors_of(tape, record))
    assert factored is not None
    assert factored.multiplications < listed_cost(extent(tape))[0]


def test_tensor_edges_are_counted_but_have_no_single_factor() -> None:
    tape, record = found("y = sum(x*x)", {"x": [1, 2]}, "x", "y")
    assert extent(tape).paths == 2
    assert [path.product for path in largest(tape, record, 9)] == [None, None]
