"""What the benchmark measures is right; how long it takes is never tested."""

from __future__ import annotations

import numpy as np
import pytest

from bench import mixture
from bench.drawings import Drawing, counted, flattened
from bench.graphs import PLAINEST, chain, narrow, wide
from bench.rows import as_markdown, below, faster, within
from engine import Graph, compile

GRAPHS = [chain(1_000), wide(1_000), narrow(1_000), wide(1_000, PLAINEST)]


def test_the_mixture_has_its_published_value_and_gradient() -> None:
    value, gradient = mixture.published()
    assert value <= 1e-8
    assert gradient <= 1e-8


def test_the_mixture_is_the_same_for_more_axes_as_by_hand() -> None:
    random = np.random.default_rng(7)
    given = {
        "alphas": random.normal(size=2),
        "means": random.normal(size=(2, 3)),
        "icf": random.normal(size=(2, 6)),
        "x": random.normal(size=(5, 3)),
    }
    value, _ = mixture.function(5, 3, 2)(given)
    assert value == pytest.approx(by_hand(given), rel=1e-12)


def by_hand(given: dict[str, np.ndarray]) -> float:
    """Matrix by matrix and point by point."""
    matrices = np.zeros((2, 3, 3))
    for matrix, entries in zip(matrices, given["icf"], strict=True):
        matrix[np.diag_indices(3)] = np.exp(entries[:3])
        matrix[1, 0], matrix[2, 0], matrix[2, 1] = entries[3:]
    seen = 0.0
    for point in given["x"]:
        inner = [
            alpha + entries[:3].sum() - 0.5 * np.sum((matrix @ (point - mean)) ** 2)
            for alpha, mean, entries, matrix in zip(
                given["alphas"], given["means"], given["icf"], matrices, strict=True
            )
        ]
        seen += np.logaddexp(*inner) - np.logaddexp(*given["alphas"])
    return seen + 0.5 * np.sum(matrices**2) + mixture._constant(5, 3, 2)


@pytest.mark.parametrize("graph", GRAPHS)
def test_the_output_of_a_random_graph_hears_of_nearly_every_node(graph: Graph) -> None:
    tape = compile(graph).tape(dict.fromkeys((node.name for node in graph.inputs), ()))
    heard = {pull.source for pull in tape.pulls} | {tape.output}
    constants = sum(node.kind == "constant" for node in graph.nodes)
    assert len(graph.nodes) == pytest.approx(1_000, rel=0.1)
    assert len(heard) + constants > 0.9 * len(graph.nodes)


@pytest.mark.parametrize("graph", GRAPHS)
def test_no_value_and_no_slope_runs_away(graph: Graph) -> None:
    value, gradient = compile(graph).vector(np.linspace(0.1, 0.9, len(graph.inputs)))
    assert abs(value) < 1e3
    assert np.abs(gradient).max() < 1e3
    assert np.abs(gradient).min() > 1e-6


def test_a_row_says_whether_its_bar_was_reached() -> None:
    rows = [
        faster("a", "b", "numpy", 10, 12.34),
        within("a", "b", "numba", 1.5, 1.51),
        below("a", "numpy", None, 1234.5, "ms"),
    ]
    assert as_markdown(rows).splitlines()[2:] == [
        "| a | b | numpy | ≥ 10 × faster | 12.3 × faster | yes |",
        "| a | b | numba | ≤ 1.5 × its time | 1.51 × | NO |",
        "| a |  | numpy |  | 1,234 ms |  |",
    ]


def test_a_column_in_which_nobody_says_anything_is_left_out() -> None:
    rows = [below("a", "", None, 1, "s"), below("b", "", 3, 2, "s")]
    assert as_markdown(rows).splitlines() == [
        "| what | bar | found | met |",
        "| --- | --- | --- | --- |",
        "| a |  | 1 s |  |",
        "| b | ≤ 3 s | 2 s | yes |",
    ]


def test_lines_that_cut_one_another_cross_and_those_that_meet_at_a_card_do_not() -> None:
    boxes = np.array([[0, 0, 10, 10], [0, 90, 10, 10], [100, 0, 10, 10], [100, 90, 10, 10]])
    ends = [(0, 3), (1, 2), (0, 2)]
    lines = [[[10, 5], [100, 95]], [[10, 95], [100, 5]], [[10, 5], [100, 5]]]
    found = counted(Drawing(boxes.astype(float), ends, [np.array(each, float) for each in lines]))
    assert (found.crossings, found.over, found.area) == (1, 0, 110 * 100)
    assert found.length == pytest.approx(2 * 90 * 2**0.5 + 90)


def test_an_edge_over_a_card_that_is_not_its_own_is_counted() -> None:
    boxes = np.array([[0, 0, 10, 10], [40, 0, 10, 10], [100, 0, 10, 10]], float)
    curve = flattened([[[10, 5], [40, 5], [70, 5], [100, 5]]])
    assert len(curve) == 9
    assert counted(Drawing(boxes, [(0, 2)], [curve])).over == 1
