"""A graph one can imagine at any size: layers in which every node uses the whole layer before.

n inputs, a few layers of the same width, m outputs. What the two modes take on it is counted edge
by edge, layer by layer, so that a million inputs need no graph of a million nodes.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from engine.cost import Cost
from engine.modes import Cheaper, cheaper


class Dense(NamedTuple):
    """The sizes of such a graph."""

    inputs: int
    outputs: int
    width: int = 4
    depth: int = 2  # layers between the inputs and the outputs

    @property
    def nodes(self) -> int:
        return self.inputs + self.depth * self.width + self.outputs

    @property
    def edges(self) -> int:
        return self.width * (self.inputs + self.outputs) + _between(self)

    @property
    def forward(self) -> Cost:
        """One pass for each input."""
        return _swept(self, self.inputs, self.outputs)

    @property
    def reverse(self) -> Cost:
        """One pass for each output: the same, seen from the other end."""
        return _swept(self, self.outputs, self.inputs)

    @property
    def cheaper(self) -> Cheaper:
        return cheaper(self.forward, self.reverse)


def _between(dense: Dense) -> int:
    """Edges between the layers in the middle."""
    return dense.width**2 * (dense.depth - 1)


def _swept(dense: Dense, starts: int, ends: int) -> Cost:
    """A pass begins at one node: its edges to the first layer, then all there are on the way on."""
    crossed = dense.width + _between(dense) + dense.width * ends
    arrived = dense.width * dense.depth + ends
    return Cost(starts, starts * crossed, starts * (crossed - arrived))


def crossing(dense: Dense, most: int) -> int | None:
    """The least number of inputs at which reverse mode is not dearer than forward mode."""

    def is_reached(inputs: int) -> bool:
        return dense._replace(inputs=inputs).cheaper != "forward"

    if not is_reached(most):
        return None
    return bisect_left(range(1, most + 1), True, key=is_reached) + 1


def sizes(most: int) -> list[int]:
    """Numbers of inputs at which a curve is drawn: 1, 2, 5, 10, 20 … up to `most`."""
    steps = (lead * 10**power for power in range(len(str(most))) for lead in (1, 2, 5))
    return [size for size in steps if size <= most]
