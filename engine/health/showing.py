"""Where in the walk through a program a node shows what is the matter with it."""

from __future__ import annotations

from engine.tape import Tape
from engine.trace import Phase


def step_at(tape: Tape, node: int, phase: Phase) -> int:
    """The step that computes the node; or the one after which its gradient is complete."""
    walked = [each.id for each in tape.graph.nodes if each.kind != "constant"]
    if phase == "forward" and node in walked:
        return walked.index(node) + 1
    arrivals = [at for at, pull in enumerate(tape.pulls, start=1) if pull.source == node]
    seed = len(walked) + 1
    return seed + max(arrivals, default=0)
