"""A gradient is the sum over all paths of the products along them."""

from __future__ import annotations

import math
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from engine import EngineError, parse, paths
from engine.graph import Graph
from engine.paths import Paths
from engine.paths.ways import extent
from tests import corpora

SEED = "c = a + b\nd = b + 1\ne = c * d"
AT = {"a": 2, "b": 1}
STAGE = "h{next} = h{last} + h{last}*2 + h{last}*0.3"
MOST = 10_000  # paths that are added up one by one
SCALAR = {
    row["id"]: row
    for row in corpora.programs()
    if "inputs_gen" not in row
    and not any(isinstance(given, list) for given in row["inputs"].values())
    and row.get("class", "regular") == "regular"
}


def ladder(stages: int) -> Graph:
    """Each stage has three ways through it."""
    return parse("\n".join(STAGE.format(last=at, next=at + 1) for at in range(stages)))


def walked(graph: Graph, source: int, target: int) -> int:
    """All paths, counted by walking every one of them."""
    if source == target:
        return 1
    return sum(walked(graph, e.target, target) for e in graph.edges if e.source == source)


def test_the_seed_program_has_two_paths_from_b_to_e() -> None:
    found = paths(parse(SEED), AT, "b", "e")
    assert found.count == 2
    assert [(path.nodes, path.edges, path.factors, path.product) for path in found.items()] == [
        ((1, 4, 5), (2, 5), (1.0, 3.0), 3.0),
        ((1, 2, 5), (1, 4), (1.0, 2.0), 2.0),
    ]
    assert found.sum == 5.0


def test_two_uses_by_one_node_are_two_paths() -> None:
    found = paths(parse("y = x*x"), {"x": 3}, "x", "y")
    assert [path.product for path in found.items()] == [3.0, 3.0]


def test_nodes_that_are_not_joined_have_no_path() -> None:
    found = paths(parse("u = a*2\nv = b*u"), {"a": 1, "b": 2}, "b", "u")
    assert (found.count, found.items(), found.sum, found.factored) == (0, [], 0.0, None)
    assert found.costs["listed"] == (0, 0)


def test_a_node_is_one_path_away_from_itself() -> None:
    found = paths(parse("y = x*x"), {"x": 3}, "x", "x")
    assert (found.count, found.sum) == (1, 1.0)
    assert found.items() == [((0,), (), (), 1.0)]
    assert found.costs["listed"] == (0, 0)


def test_a_path_may_begin_and_end_anywhere() -> None:
    found = paths(parse(SEED), AT, "c", 5)
    assert [path.nodes for path in found.items()] == [(2, 5)]
    assert found.sum == 2.0


@pytest.mark.parametrize(("begins", "slope"), [("1", 12.0), ("2 * 3", 6.0), ("a", 30.0)])
def test_paths_that_begin_where_no_input_moves_anything_have_a_sum(
    begins: str, slope: float
) -> None:
    found = paths(parse("d = 1 + a\ne = d*((2*3)*a)"), {"a": 2}, begins, "e")
    assert found.sum == slope
    assert found.sum == math.fsum(path.product or 0.0 for path in found.items())


def test_a_name_that_the_program_lacks_is_refused() -> None:
    with pytest.raises(EngineError) as refused:
        paths(parse(SEED), AT, "b", "nobody")
    assert refused.value.code == "unknown-name"


@pytest.mark.parametrize("name", SCALAR)
def test_the_products_of_all_paths_add_up_to_the_gradient(name: str) -> None:
    row = SCALAR[name]
    graph = parse(row["program"])
    for source in row["grads"]:
        if source not in row["inputs"] or source not in graph.ids:
            continue
        found = paths(graph, row["inputs"], source, row["output"])
        if found.count <= MOST:
            _add_up(found)


def _add_up(found: Paths) -> None:
    listed = found.items(MOST + 1)
    assert len(listed) == found.count
    products = [path.product for path in listed]
    sizes = [abs(product) for product in products if product is not None]
    added = math.fsum(product for product in products if product is not None)
    assert len(sizes) == len(products)
    close = 1e-10 * max(sizes, default=1.0)
    assert added == pytest.approx(found.sum, rel=1e-10, abs=close)
    assert all(a >= b * (1 - 1e-9) for a, b in pairwise(sizes))
    if found.factored is not None:
        assert found.factored.value == pytest.approx(found.sum, rel=1e-10, abs=close)


@pytest.mark.parametrize("name", [name for name in SCALAR if name.startswith(("seed", "worked"))])
def test_the_count_is_that_of_walking_every_path(name: str) -> None:
    row = SCALAR[name]
    graph = parse(row["program"])
    for source in row["grads"]:
        found = paths(graph, row["inputs"], source, row["output"])
        if source in row["inputs"] and found.count <= MOST:
            assert found.count == walked(graph, graph.find(source), graph.find(row["output"]))


def test_a_ladder_too_long_to_be_walked_has_its_exact_count() -> None:
    found = paths(ladder(200), {"h0": 1}, "h0", "h200")
    assert found.count == 3**200
    edges = 200 * 3**199 * (2 + 3 + 2)  # of all paths together
    assert found.costs["listed"] == (edges - 3**200, 3**200 - 1)
    best = found.items(50)
    assert [path.product for path in best[:3]] == pytest.approx([2.0**200, 2.0**199, 2.0**199])
    assert found.sum == pytest.approx(3.3**200, rel=1e-12)
    assert found.factored is not None


def test_later_pages_continue_where_earlier_ones_ended() -> None:
    found = paths(ladder(10), {"h0": 1}, "h0", "h10")
    assert found.items(3) + found.items(3, skip=3) == found.items(6)


def test_a_path_of_weight_zero_comes_last() -> None:
    found = paths(parse("y = x*0 + x*3 + relu(x)*0.1"), {"x": -1}, "x", "y")
    assert [path.product for path in found.items()] == [3.0, 0.0, 0.0]


def test_tensor_edges_are_counted_but_have_no_single_factor() -> None:
    found = paths(parse("y = sum(x*x)"), {"x": [1, 2]}, "x", "y")
    assert found.count == 2
    assert [path.product for path in found.items()] == [None, None]
    assert not found.of_numbers
    assert found.factored is None
    assert np.array_equal(found.sum, [2.0, 4.0])
    assert found.costs_without_ones is None


def test_the_sum_to_a_tensor_is_its_jacobian_while_that_is_small() -> None:
    small = paths(parse("y = x*x"), {"x": [1, 2]}, "x", "y")
    assert np.array_equal(small.sum, [[2.0, 0.0], [0.0, 4.0]])
    assert paths(parse("y = x*x"), {"x": [1.0] * 65}, "x", "y").sum is None


def test_folded_calls_are_passed_in_one_stride() -> None:
    program = "f(p, q, r) = α*p + β*q + γ*r\nY = f(X, X, X)\nZ = f(Y, Y, Y)"
    at = {"X": 1, "α": 1, "β": 2, "γ": 3}
    found = paths(parse(program), at, "X", "Z", folded=[0, 1])
    assert found.count == 9
    assert {len(path.nodes) for path in found.items()} == {3}
    assert [path.factors for path in found.items(2)] == [(3.0, 3.0), (3.0, 2.0)]
    assert found.sum == 36.0 == paths(parse(program), at, "X", "Z").sum
    assert found.costs == {"listed": (9, 8), "factored": (1, 4)}


def test_counts_of_thousands_of_digits_are_kept_only_while_they_are_needed() -> None:
    network = paths(parse("x = x*x\n" * 4_000), {"x": 1}, 0, 4_000).network
    tracemalloc.start()
    found = extent(network)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.paths == 2**4_000
    assert most < 300_000, "one number for each node would take ten times that"
