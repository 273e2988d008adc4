"""The layers of a program: its outermost groups, and the named lines that stand outside of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from engine.tape import Tape


class Layer(NamedTuple):
    """Where the signal is looked at, and the nodes that made it out of the layer before."""

    name: str
    group: int | None  # None for a line of its own
    outputs: tuple[int, ...]
    nodes: tuple[int, ...]


def layers_of(tape: Tape) -> tuple[Layer, ...]:
    """From the inputs' side to the output's: every layer that the gradient passes."""
    reached = {pull.source for pull in tape.pulls} | {pull.target for pull in tape.pulls}
    found = sorted((*_groups(tape, reached), *_lines(tape, reached)), key=_last)
    if len(found) > 1 and found[-1].group is None and tape.output in found[-1].outputs:
        found.pop()  # the line of the loss: its own gradient is 1, which says nothing
    return tuple(found)


def _last(layer: Layer) -> int:
    return layer.outputs[-1]


def _groups(tape: Tape, reached: set[int]) -> Iterator[Layer]:
    """Calls and rounds that stand in no other."""
    for group in tape.graph.groups:
        outputs = tuple(node for node in group.outputs if node in reached)
        if group.parent is None and outputs:
            yield Layer(tape.graph.names[outputs[-1]], group.id, outputs, group.nodes)


def _lines(tape: Tape, reached: set[int]) -> Iterator[Layer]:
    """Named operations outside every group; what stands unnamed before one belongs to it."""
    named, members = {binding.node for binding in tape.graph.bindings}, list[int]()
    for node in tape.graph.nodes:
        if node.op is None or node.group is not None:
            continue
        members.append(node.id)
        if node.id in named:
            if node.id in reached:
                yield Layer(tape.graph.names[node.id], None, (node.id,), tuple(members))
            members = []
