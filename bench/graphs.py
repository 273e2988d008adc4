"""Random programs from a seed: the output hears of every node, and no value or slope runs away."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from engine import Graph, parse

INPUTS = 8
# one line of a program: where a strand stands, and a little of something else
STEPS = (
    "{0} + 0.1*tanh({1})",
    "{0} - 0.1*sin({1})",
    "{0} - 0.1*sigmoid({1})",
    "{0}*cos(0.1*{1})",
    "max({0}, 0.1*{1})",
)
PLAINEST = ("{0} + 0.1*relu({1})", "{0} - 0.1*{1}*{1}")  # what the smallest library has
NODES_PER_STEP = 4


def chain(size: int) -> Graph:
    """One operation after another; near 0 these two neither grow nor vanish."""
    turns = ("h = sin(h)" if k % 2 else "h = tanh(h)" for k in range(1, size))
    return parse("\n".join(["h = tanh(x)", *turns]))


def wide(size: int, steps: Sequence[str] = STEPS) -> Graph:
    """Many strands, each short, and operands from everywhere: few, broad levels."""
    return _random(size, steps, strands=max(INPUTS, size // 100), reach=size)


def narrow(size: int, steps: Sequence[str] = STEPS) -> Graph:
    """Few strands, each long, and operands from nearby: many small levels."""
    return _random(size, steps, strands=INPUTS, reach=INPUTS)


def _random(size: int, steps: Sequence[str], strands: int, reach: int) -> Graph:
    random = Random(size)
    names = [f"x{k}" for k in range(INPUTS)]
    ends = [names[k % INPUTS] for k in range(strands)]
    lines = []
    for k in range((size - strands) // NODES_PER_STEP):
        other = random.choice(names[-reach:])
        lines.append(f"v{k} = " + random.choice(steps).format(ends[k % strands], other))
        ends[k % strands] = f"v{k}"
        names.append(f"v{k}")
    return parse("\n".join([*lines, " + ".join(ends)]))
