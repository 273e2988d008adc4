"""The counter beside the folding: paths left, and what is still to be multiplied."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine import parse, paths
from engine.paths.shrinking import Stage, stages

LETTERS = {"X": 1, "α": 1, "β": 2, "γ": 3, "δ": 4, "ε": 5, "ζ": 6}
THREE_BY_THREE = "Y = α*X + β*X + γ*X\nZ = δ*Y + ε*Y + ζ*Y"
BRIDGE = "a = 2*x\nb = 3*x\nc = a*b\nd = a + c\ne = sin(c)*d*b"


def shrunk(program: str, values: dict[str, float], source: str, target: str) -> list[Stage]:
    found = paths(parse(program), values, source, target)
    assert found.factored is not None
    every = list(stages(found.network, found.factored, found.writing.is_one))
    assert [stage.fold for stage in every] == list(found.factored.folds)
    return every


def test_three_by_three_shrinks_from_nine_paths_to_one() -> None:
    every = shrunk(THREE_BY_THREE, LETTERS, "X", "Z")
    halves = [stage for stage in every if stage.fold.kind == "parallel"]
    counted = [(stage.paths, *stage.without_ones) for stage in halves]
    assert counted == [(6, 6, 6), (3, 3, 4), (2, 2, 4), (1, 1, 4)]


@pytest.mark.parametrize(
    ("program", "values", "ends"),
    [(THREE_BY_THREE, LETTERS, ("X", "Z")), (BRIDGE, {"x": 1.5}, ("x", "e"))],
)
def test_the_counter_never_rises(
    program: str, values: dict[str, float], ends: tuple[str, str]
) -> None:
    every = shrunk(program, values, *ends)
    for earlier, later in pairwise(every):
        assert later.paths <= earlier.paths
        for one, other in (
            (earlier.work, later.work),
            (earlier.without_ones, later.without_ones),
        ):
            assert other.multiplications <= one.multiplications
            assert other.additions <= one.additions


def test_what_is_folded_to_the_end_costs_what_the_factored_form_costs() -> None:
    found = paths(parse(THREE_BY_THREE), LETTERS, "X", "Z")
    short = found.costs_without_ones
    assert short is not None
    last = shrunk(THREE_BY_THREE, LETTERS, "X", "Z")[-1]
    assert last.work == found.costs["factored"]
    assert last.without_ones == short["factored"]
