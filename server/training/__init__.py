"""From a request to a run of training: everything that can be refused before a step is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from engine import EngineError, Graph
from engine.errors import TooManyElements
from engine.mathematics import Value
from engine.op import Array, elements
from engine.train import Choice, Landscape, Plan
from engine.train.optimizers import OPTIMIZERS
from engine.train.schedules import SCHEDULES
from engine.values import shapes_of
from server import wire
from server.compute import Compute
from server.errors import Refused
from server.limits import Limits
from server.prepare import (
    SCALAR,
    blamed,
    completed,
    ids,
    names,
    require_affordable,
    require_sendable,
)
from server.schemas.train import Clip, Decay, Schedule, TrainRequest
from server.training.runs import Wanted
from server.words import WANTED

PASSES = 3  # forward, back, and the update
PUNCTUAL = 0.8  # of the time limit: a run ends by itself before it is ended


class Run(NamedTuple):
    """A run that can be started."""

    wanted: Wanted
    graph: Graph
    defaulted: list[str]


def prepare_run(asked: TrainRequest, compute: Compute) -> Run:
    """Everything that can be said, and refused, before a step is taken."""
    graph = compute.programs.graph(asked.source)
    data = {name: np.asarray(rows) for name, rows in wire.read_values(asked.data).items()}
    given = dict.fromkeys(data, SCALAR) | wire.read_values(asked.values)
    known, made_up = completed(graph, given, strict=asked.strict)
    wanted = _wanted(asked, compute, known, data)
    try:
        landscape = wanted.landscape(graph)
    except EngineError as error:
        raise blamed(graph, error, shapes_of(known), ids(made_up)) from None
    _require_affordable(wanted, landscape, compute.limits)
    return Run(wanted, graph, names(made_up))


def _wanted(
    asked: TrainRequest, compute: Compute, known: Mapping[str, Value], data: Mapping[str, Array]
) -> Wanted:
    """The run as the other process gets it."""
    return Wanted(
        asked.source,
        compute.limits.program,
        {name: value for name, value in known.items() if name not in data},
        tuple(dict.fromkeys(asked.parameters)),
        data,
        asked.loss,
        plan_of(asked),
        state_of(asked),
        min(asked.seconds or np.inf, compute.limits.seconds * PUNCTUAL),
    )


def _require_affordable(wanted: Wanted, landscape: Landscape, limits: Limits) -> None:
    """One step, and one look at all the examples; how many steps there is time for will be seen."""
    plan, rows = wanted.plan, max(1, landscape.examples)
    passes = PASSES * rows
    require_affordable(landscape.tape, passes, limits, passes if landscape.at_once else 1)
    numbers = sum(map(elements, landscape.tape.shapes)) * rows
    if landscape.batched and numbers > limits.elements:
        raise TooManyElements("too_many_elements", n=numbers, max=limits.elements)
    copies = 5 + len(OPTIMIZERS[plan.optimizer.name].memory)
    reports = plan.steps // (plan.report_every or 1)
    require_sendable(copies * landscape.layout.size + 2 * reports, limits)


def plan_of(asked: TrainRequest) -> Plan:
    """How to walk; a setting that the chosen row does not have is refused."""
    chosen = asked.optimizer.model_dump(exclude={"name", "schedule"}, exclude_none=True)
    _require_known("optimizer", chosen, OPTIMIZERS[asked.optimizer.name].defaults)
    schedule = asked.optimizer.schedule or Schedule(name="constant")
    its = schedule.model_dump(exclude={"name"}, exclude_none=True)
    _require_known("optimizer.schedule", its, SCHEDULES[schedule.name].defaults)
    decay = asked.decay if isinstance(asked.decay, Decay) else Decay(l2=asked.decay or 0.0)
    seed = asked.seed if asked.seed is not None else asked.state.seed if asked.state else 0
    return Plan(
        steps=asked.steps,
        optimizer=Choice(asked.optimizer.name, chosen),
        schedule=Choice(schedule.name, its),
        batch_size=asked.batch_size,
        seed=seed,
        clip=_clip(asked.clip),
        l1=decay.l1,
        l2=decay.l2,
        report_every=asked.report_every,
        goal=asked.goal,
        patience=asked.patience,
        least_gain=asked.least_gain,
    )


def _clip(asked: float | Clip | None) -> Any:
    if isinstance(asked, Clip):
        if (asked.norm is None) == (asked.value is None):
            raise Refused("bad-field", "one_clip", field="clip")
        return ("norm", asked.norm) if asked.value is None else ("value", asked.value)
    return None if asked is None else ("norm", asked)


def _require_known(field: str, chosen: Mapping[str, Any], defaults: Mapping[str, float]) -> None:
    for name in chosen:
        if name not in defaults:
            raise Refused("bad-field", "unknown_field", field=f"{field}.{name}")


def _number(field: str, given: Any) -> float:
    found = wire.read_value(field, given)
    if not isinstance(found, float):
        raise Refused("bad-field", "wrong_type", field=field, wanted=WANTED["number"])
    return found


def state_of(asked: TrainRequest) -> dict[str, Any] | None:
    """The state that the client kept, its numbers read."""
    if asked.state is None:
        return None
    best = asked.state.best
    return {
        "step": asked.state.step,
        "parameters": wire.read_values(asked.state.parameters),
        "memory": {name: wire.read_values(each) for name, each in asked.state.memory.items()},
        "best": None if best is None else _number("state.best", best),
        "waited": asked.state.waited,
    }
