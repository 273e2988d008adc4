"""How much of a layer lets no gradient through: units that are off, or pressed flat."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np

from engine.elementwise import apply
from engine.mathematics import array
from engine.op import Array
from engine.ops import OPS
from engine.tape import Record, Tape

FLAT = 0.01  # a slope this small hands on at most a hundredth
FAR = 1e6  # where a curve that levels off has done so


class Blocked(NamedTuple):
    """Shares of the entries of a layer's activations; None where it has none of that sort."""

    dead: float | None  # gates such as relu, where they are shut
    saturated: float | None  # sigmoids and the like, where they are flat


def blocked(tape: Tape, record: Record, nodes: Iterable[int]) -> Blocked:
    """Read off the partials that the forward pass recorded."""
    gates: list[Array] = []
    curves: list[Array] = []
    for node in (tape.graph.nodes[number] for number in nodes):
        if node.op is None:
            continue
        slope = record.partials[tape.first_edge[node.id]]
        if slope is None:
            continue  # a loss such as hinge is a mean of gates, none of which it records
        if OPS[node.op].pattern == "gate":
            gates.append(np.abs(np.ravel(slope)))
        elif _levels_off(node.op):
            curves.append(np.abs(np.ravel(slope)))
    return Blocked(_share(gates, 0.0), _share(curves, FLAT))


@cache
def _levels_off(name: str) -> bool:
    """Does this operation press every number, however large, between two bounds?"""
    row = OPS[name]
    if row.rule is None or len(row.parameters) != 1 or row.domain or row.pattern == "blocker":
        return False
    slopes = (apply(row.rule, array, [np.float64(x)])[1] for x in (-FAR, FAR))
    return all(abs(slope) * FAR < FLAT for slope in slopes)  # a logarithm's would be 1


def _share(slopes: list[Array], most: float) -> float | None:
    return float(np.mean(np.concatenate(slopes) <= most)) if slopes else None
