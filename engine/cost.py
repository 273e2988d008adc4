"""What each mode costs on this very graph, counted along the edges that its sweeps cross.

One multiplication for each edge that a derivative crosses; one addition where a second or later
contribution arrives. Reverse mode makes one pass for each number of the output, forward mode one
for each number among the inputs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from engine.op import elements
from engine.ops import row_of
from engine.shapes import once, work
from engine.tape import Crossing, Tape

# what a node's turn in a loop takes besides its work, counted in multiplications as that is
TURN = 5_000
LONG_TURN = 30_000  # where there are tensors
STEP = 60_000  # the same, counted for each operation or edge by itself and not for every node
GLANCE = 1_500  # at one operand of a node, or at an edge that a pass may have to cross


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
    return passes * _work(tape) + turns * turn


def _work(tape: Tape) -> int:
    """Of one sweep; counted once for each tape, as it hangs on the program alone."""
    kept = vars(tape)
    if "work" not in kept:
        kept["work"] = work(tape.graph, tape.shapes)
    found: int = kept["work"]
    return found


def computing(tape: Tape) -> int:
    """The same for the values alone."""
    if tape.plain:
        return effort(tape, 1)
    operations = sum(node.op is not None for node in tape.graph.nodes)
    operands = len(tape.graph.inputs) + tape.first_edge[-1]
    return operations * STEP + operands * GLANCE + sum(once(tape.graph, tape.shapes))


def onward(tape: Tape, passes: Mapping[int, int], together: int) -> int:
    """The same for forward mode, which makes so many passes for each input.

    Single numbers go through the whole graph `together`; a tensor's pass goes along those edges
    only that lead on from its own input.
    """
    if tape.plain:
        return effort(tape, sum(passes.values()), together)
    steps = once(tape.graph, tape.shapes)
    glances = sum(passes.values()) * len(tape.crossings)
    return GLANCE * glances + sum(
        crossed * (STEP + steps[edge.target]) for edge, crossed, _ in _crossed(tape, passes)
    )


def costs_of(tape: Tape) -> Mapping[str, Cost]:
    """Both modes, counted once for each tape: what they take hangs on the program alone."""
    kept = vars(tape)
    if "costs" not in kept:
        both = {"reverse": reverse_cost(tape), "forward": forward_cost(tape)}
        kept["costs"] = MappingProxyType(both)  # one for all who ask
    found: Mapping[str, Cost] = kept["costs"]
    return found


def reverse_cost(tape: Tape) -> Cost:
    passes = elements(tape.shapes[tape.output])
    crossed = len(tape.pulls)
    arrived = len({pull.source for pull in tape.pulls})
    return Cost(passes, passes * crossed, passes * (crossed - arrived))


def forward_cost(tape: Tape) -> Cost:
    """All passes at once."""
    passes = {of: elements(tape.shapes[of]) for of in tape.wrt}
    multiplications = additions = 0
    for _, crossed, met in _crossed(tape, passes):
        multiplications += crossed
        additions += met
    return Cost(sum(passes.values()), multiplications, additions)


def _crossed(tape: Tape, passes: Mapping[int, int]) -> Iterator[tuple[Crossing, int, int]]:
    """Each edge, how many passes cross it, and how many of them meet what has already come.

    Per node, the inputs that it moves with are the bits of a number.
    """
    moved_by = [0] * len(tape.graph.nodes)
    masks: dict[int, int] = defaultdict(int)  # the inputs that are passed so often
    for position, (of, often) in enumerate(passes.items()):
        moved_by[of] = 1 << position
        masks[often] |= 1 << position
    for crossing in tape.crossings:
        arriving, already = moved_by[crossing.source], moved_by[crossing.target]
        yield crossing, _passes(arriving, masks), _passes(arriving & already, masks)
        moved_by[crossing.target] = already | arriving


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


def _passes(inputs: int, masks: Mapping[int, int]) -> int:
    if len(masks) > 1:
        return sum(often * (inputs & mask).bit_count() for often, mask in masks.items())
    return inputs.bit_count() * next(iter(masks), 0)
