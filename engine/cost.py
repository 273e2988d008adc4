"""What each mode costs on this very graph, counted along the edges that its sweeps cross.

One multiplication for each edge that a derivative crosses; one addition where a second or later
contribution arrives. Reverse mode makes one pass for each number of the output, forward mode one
for each number among the inputs.
"""

from __future__ import annotations

from collections import defaultdict
from math import ceil
from typing import NamedTuple

from engine.op import elements
from engine.ops import row_of
from engine.shapes import work
from engine.tape import Crossing, Tape

# what a node's turn in a loop takes besides its work, counted in multiplications as that is
TURN = 5_000
LONG_TURN = 30_000  # where there are tensors


class Cost(NamedTuple):
    passes: int
    multiplications: int
    additions: int


class Stored(NamedTuple):
    """How many numbers each mode has to keep at once; written numbers stand in the program."""

    forward: int
    reverse: int


def effort(tape: Tape, passes: int, together: int = 1) -> int:
    """How long it takes to go through the whole graph so often, known from the shapes alone.

    It is counted in multiplications of a matrix product; `together` passes share the turns of one
    loop.
    """
    turns = len(tape.graph.nodes) * ceil(passes / together)
    turn = TURN if tape.plain else LONG_TURN
    return passes * work(tape.graph, tape.shapes) + turns * turn


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


def stored(tape: Tape) -> Stored:
    """Reverse mode keeps every value and every partial until it comes back to them.

    Forward mode may forget a node, value and tangent, once its last user has been computed; what
    counts is the most that it holds at any moment of one pass.
    """
    values = sum(
        elements(tape.shapes[node.id]) for node in tape.graph.nodes if _is_kept(tape, node.id)
    )
    partials = sum(_partial(tape, pull) for pull in tape.pulls)
    return Stored(_most_at_once(tape), values + partials)


def _is_kept(tape: Tape, node: int) -> bool:
    return tape.graph.nodes[node].kind != "constant"


def _partial(tape: Tape, pull: Crossing) -> int:
    """An operation on whole tensors pulls by its values; all others keep a slope for each entry."""
    whole = row_of(tape.graph.nodes[pull.target]).whole is not None
    return 0 if whole else elements(tape.shapes[pull.target])


def _most_at_once(tape: Tape) -> int:
    """The peak of what a pass of forward mode holds, node after node."""
    last_use = {tape.output: len(tape.graph.nodes)}
    for node in tape.graph.nodes:
        for source in node.inputs:
            last_use[source] = max(node.id, last_use.get(source, 0))
    holds = [
        elements(tape.shapes[node]) * (1 + tape.varies[node]) if _is_kept(tape, node) else 0
        for node in range(len(tape.graph.nodes))
    ]
    ending: dict[int, int] = defaultdict(int)
    for number, held in enumerate(holds):
        ending[last_use.get(number, number)] += held
    total = most = 0
    for number, held in enumerate(holds):
        total += held
        most = max(most, total)
        total -= ending[number]
    return most


def _masks(tape: Tape, weights: dict[int, int]) -> dict[int, int]:
    """For each number of entries, which inputs have that many."""
    masks: dict[int, int] = defaultdict(int)
    for position, of in enumerate(tape.wrt):
        masks[weights[of]] |= 1 << position
    return masks


def _passes(inputs: int, masks: dict[int, int]) -> int:
    return sum(weight * (inputs & mask).bit_count() for weight, mask in masks.items())
