"""A run of training in the heavy lane: a process of its own, which tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import Any, NamedTuple

from engine import Graph, Notice, parse
from engine.limits import Limits as ProgramLimits
from engine.mathematics import Value
from engine.notices import notices_of
from engine.op import Array
from engine.place import Source
from engine.train import Landscape, Outcome, Plan, Problem, Report
from engine.train.batches import Batches
from engine.train.layers import Layer, layers_of
from engine.train.plan import beginning, kept, recalled
from engine.train.run import run
from server import wire
from server.training.layers import spreads

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
    batch: list[int] | None  # the examples of the last update; None for all, or before the first
    layers: list[dict[str, Any]]  # how the weights are spread, and the gradients of the last update


def job(wanted: Wanted, tell: Callable[[dict[str, Any]], None] = lambda _: None) -> Done:
    """Take the steps, for as long as there is time."""
    begun = monotonic()
    landscape = wanted.landscape(parse(wanted.source, wanted.limits))
    plan, layout = wanted.plan, landscape.layout
    start = beginning(landscape.start, plan)
    if wanted.state is not None:
        start = recalled(wanted.state, layout, plan)
    pace, layers = Pace(begun), layers_of(landscape.function.graph, layout.shapes)

    def report(now: Report) -> None:
        if pace.allows(last=now.step == start.step + plan.steps):
            rate = (now.step - start.step) / (monotonic() - begun)
            tell(_report(landscape, now, rate, layers))

    outcome = run(landscape, plan, start, report, lambda: monotonic() - begun > wanted.seconds)
    state = kept(outcome.state, layout) | {"seed": plan.seed}
    notices, batch = _notices(landscape, outcome), _batch(landscape, outcome, plan)
    layered = spreads(layers, layout, outcome.state.point, layout.pack(outcome.gradients))
    return Done(outcome, state, notices, landscape.examples, landscape.batched, batch, layered)


def awake() -> None:
    """Nothing; but the process that is asked for it runs from then on."""


def _batch(landscape: Landscape, outcome: Outcome, plan: Plan) -> list[int] | None:
    """The examples that the last update went by."""
    if not outcome.updates:
        return None
    batches = Batches(landscape.examples, plan.batch_size, plan.seed)
    found = batches.at(outcome.state.step - 1)
    return None if found is None else found.tolist()


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


def _report(
    landscape: Landscape, now: Report, rate: float, layers: Sequence[Layer]
) -> dict[str, Any]:
    """One `step` event."""
    layout = landscape.layout
    norms = {} if now.gradient is None else layout.norms(now.gradient)
    found: dict[str, Any] = {
        "step": now.step,
        "loss": wire.value(now.loss),
        "gradient_norms": {name: wire.value(norm) for name, norm in norms.items()},
        "steps_per_second": float(f"{rate:.3g}"),
        "layers": spreads(layers, layout, now.state.point, now.gradient),
    }
    if layout.size <= SMALL:
        found["parameters"] = wire.values(layout.unpack(now.state.point))
    return found


def _notices(landscape: Landscape, outcome: Outcome) -> tuple[Notice, ...]:
    """About the example at which the run failed, else about the first one."""
    failed = outcome.diverged
    example = 0 if failed is None or failed.example is None else failed.example
    values = landscape.at(outcome.state.point, example)
    return notices_of(landscape.tape, landscape.tape.forward(values))
