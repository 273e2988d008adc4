"""Folding a network of paths keeps its value, and saves what its cost says."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import parse, paths
from engine.paths.factoring import MOST_LINKS, Factored, factor
from engine.paths.links import Link, Network

SEED = "c = a + b\nd = b + 1\ne = c * d"
THREE_BY_THREE = "Y = α*X + β*X + γ*X\nZ = δ*Y + ε*Y + ζ*Y"
LETTERS = {"X": 1, "α": 1, "β": 2, "γ": 3, "δ": 4, "ε": 5, "ζ": 6}
BRIDGE = "a = 2*x\nb = 3*x\nc = a*b\nd = a + c\ne = c*d*b"
GRAPH = parse(SEED)


def folded(program: str, values: dict[str, float], source: str, target: str) -> Factored:
    found = paths(parse(program), values, source, target).factored
    assert found is not None
    return found


def test_three_ways_after_three_ways_fold_to_one_product_of_two_sums() -> None:
    found = folded(THREE_BY_THREE, LETTERS, "X", "Z")
    assert [line.node for line in found.back] == [1]
    assert found.value == (1 + 2 + 3) * (4 + 5 + 6)


def test_every_fold_says_what_became_of_which_nodes() -> None:
    steps = [
        (f.kind, f.source, f.target, f.through)
        for f in folded(SEED, {"a": 2, "b": 1}, "b", "e").folds
    ]
    assert steps == [("series", 1, 5, 2), ("series", 1, 5, 4), ("parallel", 1, 5, None)]
    values = [f.joined.value for f in folded(SEED, {"a": 2, "b": 1}, "b", "e").folds]
    assert values == [2.0, 3.0, 5.0]


def test_what_cannot_be_folded_is_found_node_by_node_from_either_end() -> None:
    found = folded(BRIDGE, {"x": 1.5}, "x", "e")
    graph = parse(BRIDGE)
    assert [graph.names[line.node] for line in found.back] == ["c * d", "d", "c", "b", "a", "x"]
    assert [graph.names[line.node] for line in found.onward] == ["a", "b", "c", "d", "c * d", "e"]
    assert found.onward[-1].joined.value == pytest.approx(found.value)


def test_tensors_and_giants_are_not_folded() -> None:
    link = Link(0, 0, 1, 1.0)
    assert factor(Network(GRAPH, 0, 1, (link._replace(factor=None),))) is None
    assert factor(Network(GRAPH, 0, 1, (link,) * (MOST_LINKS + 1))) is None
    assert factor(Network(GRAPH, 0, 1, ())) is None


def test_a_chain_as_long_as_allowed_is_folded_without_recursion() -> None:
    links = [Link(at, at, at + 1, 1.0) for at in range(MOST_LINKS)]
    found = factor(Network(GRAPH, 0, MOST_LINKS, tuple(reversed(links))))
    assert found is not None
    assert found.value == 1.0
    assert found.back[-1].joined.multiplications == MOST_LINKS - 1


@given(st.randoms(use_true_random=False))
def test_any_network_keeps_its_value_however_it_is_folded(dice: Random) -> None:
    """The value by the recursion that defines it: a sum over the first link of a path."""
    network = at_random(dice)
    found = factor(network)
    onward = [0.0] * network.target + [1.0]
    for link in network.links:
        onward[link.source] += (link.factor or 0.0) * onward[link.target]
    if found is None:
        assert not network.links
        return
    assert found.value == pytest.approx(onward[network.source], rel=1e-12)
    assert found.onward[-1].joined.value == pytest.approx(onward[network.source], rel=1e-12)
    assert math.isfinite(found.value)


def at_random(dice: Random) -> Network:
    """Links of a graph of a few nodes, all of them on a path from the first to the last."""
    last = dice.randint(1, 8)
    pairs = [
        (a, b) for b in range(1, last + 1) for a in range(b) for _ in range(dice.randint(0, 2))
    ]
    kept = [pair for pair in pairs if dice.random() < 0.6]
    from_first, to_last = {0}, {last}
    for a, b in sorted(kept):
        from_first |= {b} if a in from_first else set()
    for a, b in sorted(kept, key=lambda pair: -pair[1]):
        to_last |= {a} if b in to_last else set()
    there = [(a, b) for a, b in kept if a in from_first and b in to_last]
    there.sort(key=lambda pair: -pair[1])
    links = tuple(Link(at, a, b, dice.uniform(0.5, 2)) for at, (a, b) in enumerate(there))
    return Network(GRAPH, 0, last, links)
