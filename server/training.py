"""From a request to a run of training, and from what came of it to JSON.

`prepare_run` and `shown` work in the server; `job` runs in the heavy lane, in a process that may
be killed, and tells how far it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, NamedTuple

import numpy as np

from engine import EngineError, Graph, Notice, parse
from engine.errors import TooManyElements
from engine.limits import Limits as ProgramLimits
from engine.mathematics import Value
from engine.notices import notices_of, unused
from engine.op import Array, elements
from engine.train import Choice, Landscape, Outcome, Plan, Problem, Report
from engine.train.optimizers import OPTIMIZERS
from engine.train.plan import beginning, kept, recalled
from engine.train.run import run
from engine.train.schedules import SCHEDULES
from engine.values import resolve
from engine.words import Language
from server import wire
from server.compute import Compute
from server.errors import Refused, sentence
from server.limits import Limits
from server.prepare import SCALAR, blamed, require_affordable, require_sendable
from server.schemas.train import Clip, Decay, Schedule, TrainRequest

PASSES = 3  # forward, back, and the update
PUNCTUAL = 0.8  # of the time limit: a run ends by itself before it is ended
A_SECOND = 20  # reports told: no eye sees more
AT_ONCE = 40  # that many may come faster, so that short runs are told step by step
SMALL = 1_000  # parameters that are sent along with every report


class Wanted(NamedTuple):
    """One run, as it is sent to the process that does it."""

    source: str | Source
    limits: ProgramLimits
    known: Mapping[str, Value]
    parameters: tuple[str, ...]
    data: Mapping[str, Array]
    loss: str | int | None
    plan: Plan
    state: Mapping[str, Any] | None
    seconds: float

    def landscape(self, graph: Graph) -> Landscape:
        return Landscape(Problem(graph, self.known, self.parameters, self.data, self.loss))


class Done(NamedTuple):
    """What came of it, and what is worth knowing about where it ended."""

    outcome: Outcome
    state: dict[str, Any]
    notices: tuple[Notice, ...]
    examples: int
    batched: bool


class Run(NamedTuple):
    """A run that can be started."""

    wanted: Wanted
    graph: Graph
    defaulted: list[str]


def prepare_run(asked: TrainRequest, compute: Compute) -> Run:
    """Everything that can be said, and refused, before a step is taken."""
    graph = compute.programs.graph(asked.source)
    data = {name: np.asarray(rows) for name, rows in wire.read_values(asked.data).items()}
    given = wire.read_values(asked.values)
    lacking = [
        node
        for node in graph.inputs
        if node.value is None and node.name not in given and node.name not in data
    ]
    made_up = [] if asked.strict else lacking
    defaulted = [node.name or "" for node in made_up]
    known = resolve(graph, dict.fromkeys(data, SCALAR) | given | dict.fromkeys(defaulted, SCALAR))
    wanted = Wanted(
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
    try:
        landscape = wanted.landscape(graph)
    except EngineError as error:
        raise blamed(graph, error, {node.id for node in made_up}) from None
    _require_affordable(wanted, landscape, compute.limits)
    return Run(wanted, graph, defaulted)


def _require_affordable(wanted: Wanted, landscape: Landscape, limits: Limits) -> None:
    """One step, and one look at all the examples; how many steps there is time for will be seen."""
    plan, rows = wanted.plan, max(1, landscape.examples)
    require_affordable(landscape.tape, PASSES * rows, limits)
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


def state_of(asked: TrainRequest) -> dict[str, Any] | None:
    """The state that the client kept, its numbers read."""
    if asked.state is None:
        return None
    best = asked.state.best
    return {
        "step": asked.state.step,
        "parameters": wire.read_values(asked.state.parameters),
        "memory": {name: wire.read_values(each) for name, each in asked.state.memory.items()},
        "best": None if best is None else float(wire.read_value("state.best", best)),
        "waited": asked.state.waited,
    }


def job(wanted: Wanted, tell: Callable[[dict[str, Any]], None] = lambda _: None) -> Done:
    """Take the steps, for as long as there is time."""
    begun = monotonic()
    landscape = wanted.landscape(parse(wanted.source, wanted.limits))
    plan, layout = wanted.plan, landscape.layout
    start = beginning(landscape.start, plan)
    if wanted.state is not None:
        start = recalled(wanted.state, layout, plan)
    pace = Pace(begun)

    def report(now: Report) -> None:
        if pace.allows(last=now.step == start.step + plan.steps):
            tell(_report(landscape, now, (now.step - start.step) / (monotonic() - begun)))

    outcome = run(landscape, plan, start, report, lambda: monotonic() - begun > wanted.seconds)
    state = kept(outcome.state, layout) | {"seed": plan.seed}
    return Done(outcome, state, _notices(landscape, outcome), landscape.examples, landscape.batched)


class Pace:
    """A few reports at once, then no more than an eye can follow."""

    def __init__(self, now: float) -> None:
        self._free = float(AT_ONCE)
        self._seen = now

    def allows(self, *, last: bool) -> bool:
        now = monotonic()
        self._free = min(AT_ONCE, self._free + (now - self._seen) * A_SECOND)
        self._seen = now
        if self._free < 1 and not last:
            return False
        self._free -= 1
        return True


def _report(landscape: Landscape, now: Report, rate: float) -> dict[str, Any]:
    """One `step` event."""
    layout = landscape.layout
    norms = {} if now.gradient is None else layout.norms(now.gradient)
    found: dict[str, Any] = {
        "step": now.step,
        "loss": wire.value(now.loss),
        "gradient_norms": {name: wire.value(norm) for name, norm in norms.items()},
        "steps_per_second": round(rate, 1),
    }
    if layout.size <= SMALL:
        found["parameters"] = _values(layout.unpack(now.state.point))
    return found


def _notices(landscape: Landscape, outcome: Outcome) -> tuple[Notice, ...]:
    """About the example at which the run failed, else about the first one."""
    failed = outcome.diverged
    example = 0 if failed is None or failed.example is None else failed.example
    values = landscape.at(outcome.state.point, example)
    return notices_of(landscape.tape, landscape.tape.forward(values))


def shown(asked: TrainRequest, ready: Run, done: Done, language: Language) -> dict[str, Any]:
    """The answer."""
    outcome, state = done.outcome, done.state
    notices = (*done.notices, *unused(ready.graph, [*asked.values, *asked.data]))
    return {
        "steps": outcome.state.step,
        "loss": wire.value(outcome.loss),
        "history": {
            "step": [step for step, _ in outcome.history],
            "loss": [wire.value(loss) for _, loss in outcome.history],
        },
        "parameters": _values(state["parameters"]),
        "gradients": _values(outcome.gradients),
        "updates": {name: _values(each._asdict()) for name, each in outcome.updates.items()},
        "state": _state(state),
        "diverged": _diverged(ready.wanted.plan, outcome, language),
        "end": outcome.end,
        "examples": done.examples,
        "batched": done.batched,
        "defaulted": ready.defaulted,
        "warnings": wire.warnings(notices, language),
    }


def _state(state: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "step": state["step"],
        "seed": state["seed"],
        "parameters": _values(state["parameters"]),
        "memory": {name: _values(each) for name, each in state["memory"].items()},
        "best": wire.value(state["best"]),
        "waited": state["waited"],
    }


def _values(values: Mapping[str, Value]) -> dict[str, Any]:
    return {name: wire.value(value) for name, value in values.items()}


def _diverged(plan: Plan, outcome: Outcome, language: Language) -> dict[str, Any] | None:
    if outcome.end != "diverged":
        return None
    found, step = outcome.diverged, outcome.state.step
    settings = {**OPTIMIZERS[plan.optimizer.name].defaults, **plan.optimizer.settings}
    of_gradient = found is not None and found.gradient
    return {
        "step": step,
        "node": None if found is None else found.node,
        "name": None if found is None else found.name,
        "example": None if found is None else found.example,
        "of": "gradient" if of_gradient else "value",
        "message": sentence(
            "diverged_gradient" if of_gradient else "diverged",
            language,
            {"n": step, "node": "?" if found is None else found.name}
            | {"eta": settings["learning_rate"]},
        ),
    }
