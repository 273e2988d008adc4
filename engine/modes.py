"""Forward mode beside reverse mode: what each would take for the same derivatives of a graph.

Reverse mode sweeps back once from each number of each output; forward mode sweeps forward once for
each number among the inputs, and then knows all outputs. Which is cheaper is counted, not assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from engine.cost import Cost, Stored, forward_cost, reverse_cost, stored
from engine.tape import Tape

Cheaper = Literal["forward", "reverse", "neither"]


class Comparison(NamedTuple):
    """Both modes on one graph, for every derivative of the outputs by the inputs."""

    forward: Cost
    reverse: Cost
    stored: Stored

    @property
    def cheaper(self) -> Cheaper:
        return cheaper(self.forward, self.reverse)


def compare(tape: Tape, outputs: Sequence[int]) -> Comparison:
    """`outputs` are the rows of the Jacobian, the tape's inputs its columns."""
    tapes = [replace(tape, output=output) for output in outputs]
    back = [reverse_cost(each) for each in tapes]
    kept = [stored(each) for each in tapes]
    return Comparison(
        forward_cost(tape),
        Cost(*map(sum, zip(*back, strict=True))),
        Stored(*map(max, zip(*kept, strict=True))),
    )


def cheaper(forward: Cost, reverse: Cost) -> Cheaper:
    """By the arithmetic: multiplications and additions together."""
    there = forward.multiplications + forward.additions
    back = reverse.multiplications + reverse.additions
    if there == back:
        return "neither"
    return "forward" if there < back else "reverse"
