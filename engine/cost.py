"""What each mode costs on this very graph, counted along the edges that its sweeps cross.

One multiplication for each edge that a derivative crosses; one addition where a second or later
contribution arrives. Reverse mode makes one pass for each number of the output, forward mode one
for each number among the inputs.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from engine.op import elements
from engine.tape import Tape


class Cost(NamedTuple):
    passes: int
    multiplications: int
    additions: int


def reverse_cost(tape: Tape) -> Cost:
    passes = elements(tape.shapes[tape.output])
    crossed = len(tape.pulls)
    arrived = len({pull.source for pull in tape.pulls})
    return Cost(passes, passes * crossed, passes * (crossed - arrived))


def forward_cost(tape: Tape) -> Cost:
    """All passes at once: per node, the set of inputs it moves with, as the bits of a number."""
    weights = {of: elements(tape.shapes[of]) for of in tape.wrt}
    moved_by = [0] * len(tape.graph.nodes)
    for position, of in enumerate(tape.wrt):
        moved_by[of] = 1 << position
    multiplications = additions = 0
    masks = _masks(tape, weights)
    for crossing in tape.crossings:
        arriving, already = moved_by[crossing.source], moved_by[crossing.target]
        multiplications += _passes(arriving, masks)
        additions += _passes(arriving & already, masks)
        moved_by[crossing.target] = already | arriving
    return Cost(sum(weights.values()), multiplications, additions)


def _masks(tape: Tape, weights: dict[int, int]) -> dict[int, int]:
    """For each number of entries, which inputs have that many."""
    masks: dict[int, int] = defaultdict(int)
    for position, of in enumerate(tape.wrt):
        masks[weights[of]] |= 1 << position
    return masks


def _passes(inputs: int, masks: dict[int, int]) -> int:
    return sum(weight * (inputs & mask).bit_count() for weight, mask in masks.items())
