"""The first number that is not finite: where it arose, from what, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from engine.errors import Notice
from engine.figures import figure
from engine.mathematics import Value
from engine.tape import Record, Tape
from engine.trace import Phase

CAUSES = ("domain", "division-by-zero", "overflow", "singular-matrix", "not-differentiable")
MOST = 8  # inputs that are told; a stack of rows may have hundreds


class Broken(NamedTuple):
    """The node, the reason, and the numbers that went in."""

    notice: Notice
    phase: Phase
    inputs: Mapping[str, str]  # as people read them


def first_broken(
    tape: Tape, record: Record, totals: Mapping[int, Value], notices: tuple[Notice, ...]
) -> Broken | None:
    """The first value that is not finite, or else the first gradient."""
    for node in tape.graph.nodes:
        if not np.all(np.isfinite(record.values[node.id])):
            told = (each for each in notices if each.node == node.id and each.code in CAUSES)
            notice = next(told, None) or _plainly(tape, "not_finite_given", node.id)
            return Broken(notice, "forward", _inputs(tape, record, node.id))
    for reached, total in totals.items():  # in the order of the sweep
        if not np.all(np.isfinite(total)):
            return _broken_gradient(tape, record, totals, notices, reached)
    return None


def _broken_gradient(
    tape: Tape,
    record: Record,
    totals: Mapping[int, Value],
    notices: tuple[Notice, ...],
    reached: int,
) -> Broken:
    """An infinite slope where there is one; else too many slopes were multiplied."""
    for notice in notices:
        if notice.reason == "infinite_slope" and notice.node is not None:
            return Broken(notice, "reverse", _inputs(tape, record, notice.node))
    factors = dict(_factors(tape, record, totals, reached))
    return Broken(_plainly(tape, "not_finite_gradient", reached), "reverse", factors)


def _inputs(tape: Tape, record: Record, node: int) -> dict[str, str]:
    """What an operation was given."""
    sources = tape.graph.nodes[node].inputs[:MOST]
    return {tape.graph.names[source]: _shown(record.values[source]) for source in sources}


def _factors(
    tape: Tape, record: Record, totals: Mapping[int, Value], reached: int
) -> Iterator[tuple[str, str]]:
    """What was multiplied on the way to a node: the gradient that came, and the slope it met."""
    names = tape.graph.names
    pulls = [pull for pull in tape.pulls if pull.source == reached]
    for pull in pulls[:MOST]:
        yield f"∂{names[tape.output]}/∂{names[pull.target]}", _shown(totals[pull.target])
        slope = record.partials[pull.edge]
        if slope is not None:
            yield f"∂{names[pull.target]}/∂{names[reached]}", _shown(slope)


def _shown(value: Value) -> str:
    """A number; of a tensor its two ends."""
    if np.ndim(value) == 0:
        return figure(float(value))
    if np.size(value) == 0:
        return "[]"
    return f"[{figure(float(np.min(value)))} … {figure(float(np.max(value)))}]"


def _plainly(tape: Tape, reason: str, node: int) -> Notice:
    name = tape.graph.names[node]
    return Notice("overflow", reason, node, tape.graph.span(node), {"node": name})
