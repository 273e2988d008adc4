"""Training: a program's parameters walk downhill, one explained step after another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.graph import Graph
from engine.train.landscape import Landscape, Problem
from engine.train.plan import Choice, Plan, State, beginning, recalled
from engine.train.run import Outcome, Report, run
from engine.values import Given, read_value, resolve

__all__ = [
    "Choice",
    "Landscape",
    "Outcome",
    "Plan",
    "Problem",
    "Report",
    "State",
    "stated",
    "train",
]


def train(
    graph: Graph,
    values: Mapping[str, Given],
    *,
    parameters: tuple[str, ...],
    plan: Plan,
    data: Mapping[str, Given] | None = None,
    loss: str | int | None = None,
    state: Mapping[str, Any] | None = None,
) -> Outcome:
    """Walk from the values given, or on from a state that was kept, as the plan says."""
    landscape = Landscape(stated(graph, values, parameters, data or {}, loss))
    if state is None:
        start = beginning(landscape.start, plan)
    else:
        start = recalled(state, landscape.layout, plan)
    return run(landscape, plan, start)


def stated(
    graph: Graph,
    values: Mapping[str, Given],
    parameters: tuple[str, ...],
    data: Mapping[str, Given],
    loss: str | int | None = None,
) -> Problem:
    """The problem with every number read; examples need no value of their own."""
    tables = {name: np.asarray(read_value(name, rows), dtype=float) for name, rows in data.items()}
    rest = dict.fromkeys(tables, 0.0) | dict(values)
    known = resolve(graph, rest)
    return Problem(
        graph, {n: v for n, v in known.items() if n not in tables}, parameters, tables, loss
    )
