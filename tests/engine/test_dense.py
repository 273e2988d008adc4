"""The costs of a layered graph of any size are those of the graph itself."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine.cost import Cost
from engine.dense import Dense, crossing, sizes

SMALL = [
    Dense(n, m, width, depth)
    for n in (1, 2, 5)
    for m in (1, 3)
    for width in (1, 4)
    for depth in (1, 3)
]
every_small_graph = pytest.mark.parametrize("dense", SMALL, ids=str)
Edges = list[tuple[int, int]]


def layers(dense: Dense) -> list[range]:
    """The nodes of each layer, numbered from the inputs on."""
    found, first = [], 0
    for size in (dense.inputs, *[dense.width] * dense.depth, dense.outputs):
        found.append(range(first, first + size))
        first += size
    return found


def edges(dense: Dense) -> Edges:
    rows = layers(dense)
    return [(a, b) for here, there in pairwise(rows) for b in there for a in here]


def swept(crossed: Edges, starts: range) -> Cost:
    """One pass from each start: a multiplication an edge, an addition for each later arrival."""
    multiplications = additions = 0
    for start in starts:
        arrived = {start}
        for source, target in crossed:
            if source in arrived:
                multiplications += 1
                additions += target in arrived
                arrived.add(target)
    return Cost(len(starts), multiplications, additions)


@every_small_graph
def test_nodes_and_edges_are_those_of_the_graph(dense: Dense) -> None:
    assert dense.nodes == sum(map(len, layers(dense)))
    assert dense.edges == len(edges(dense))


@every_small_graph
def test_forward_mode_costs_what_its_passes_do(dense: Dense) -> None:
    assert dense.forward == swept(edges(dense), layers(dense)[0])


@every_small_graph
def test_reverse_mode_costs_what_its_passes_do(dense: Dense) -> None:
    back = [(target, source) for source, target in reversed(edges(dense))]
    assert dense.reverse == swept(back, layers(dense)[-1])


def test_a_million_inputs_and_one_output_take_a_million_passes_or_one() -> None:
    found = Dense(inputs=1_000_000, outputs=1)
    assert (found.forward.passes, found.reverse.passes) == (1_000_000, 1)
    assert found.cheaper == "reverse"


@pytest.mark.parametrize("outputs", [1, 3, 40])
def test_the_modes_meet_where_there_are_as_many_inputs_as_outputs(outputs: int) -> None:
    dense = Dense(inputs=7, outputs=outputs)
    met = crossing(dense, 1_000)
    assert met == outputs
    assert dense._replace(inputs=met).cheaper == "neither"
    assert dense._replace(inputs=met + 1).cheaper == "reverse"


def test_they_may_not_meet_within_what_is_shown() -> None:
    assert crossing(Dense(inputs=1, outputs=50), 20) is None


def test_a_curve_is_drawn_through_round_numbers() -> None:
    assert sizes(100) == [1, 2, 5, 10, 20, 50, 100]
