"""A whole run: the loop, with its history, its end, and somebody to tell on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np

from engine.mathematics import Value
from engine.op import Array
from engine.train.batches import Batches
from engine.train.blame import Culprit, first_not_finite
from engine.train.landscape import Landscape
from engine.train.loop import Moment, walk
from engine.train.plan import Plan, State

End = Literal["steps", "goal", "patience", "diverged", "time"]
Late = Callable[[], bool]


class Report(NamedTuple):
    """What is told on the way."""

    step: int
    loss: float
    state: State
    gradient: Array | None  # of the update that led here


class Update(NamedTuple):
    """What the last step did to one parameter: after = before + change."""

    before: Value
    gradient: Value
    change: Value
    after: Value


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a run."""

    loss: float
    history: tuple[tuple[int, float], ...]  # step and loss, from before the first step on
    state: State
    gradients: dict[str, Value]  # those that the last update went by
    updates: dict[str, Update]
    diverged: Culprit | None
    end: End


def run(
    landscape: Landscape,
    plan: Plan,
    start: State,
    tell: Callable[[Report], None] = lambda _: None,
    late: Late = lambda: False,
) -> Outcome:
    """Walk until the plan is done, the goal is reached, patience or time is up, or all is lost."""
    every = plan.report_every or usual_reports(landscape, plan)
    history: list[tuple[int, float]] = []
    hope = Hope(start.best, start.waited)
    end: End | None = None
    for moment in walk(landscape, plan, start):
        step, end = moment.state.step, _end(moment, late)
        on_time = step % every == 0
        if on_time or end is not None or step == start.step:
            history.append((step, moment.loss))
            # a state that was kept has been looked at already
            if on_time and (step > start.step or not step):
                hope = hope.after(moment.loss, plan.least_gain)
            end = end or _enough(moment.loss, hope, plan)
            state = replace(moment.state, best=hope.best, waited=hope.waited)
            tell(Report(step, moment.loss, state, moment.came_by and moment.came_by.gradient))
        if end is not None:
            break
    return _outcome(moment, state, tuple(history), end or "steps")


def usual_reports(landscape: Landscape, plan: Plan) -> int:
    """Every step; or every epoch, where a step sees a part of the examples only."""
    return Batches(landscape.examples, plan.batch_size, plan.seed).per_epoch


class Hope(NamedTuple):
    """How long the loss has not become better."""

    best: float | None
    waited: int

    def after(self, loss: float, least: float) -> Hope:
        if self.best is None or loss < self.best - least:
            return Hope(loss, 0)
        return Hope(self.best, self.waited + 1)


def _end(moment: Moment, late: Late) -> End | None:
    """Whether no step can follow, or none should now."""
    if not moment.finite:
        return "diverged"
    if moment.ahead is None:
        return "steps"
    return "time" if late() else None


def _enough(loss: float, hope: Hope, plan: Plan) -> End | None:
    if plan.goal is not None and loss <= plan.goal:
        return "goal"
    return "patience" if plan.patience is not None and hope.waited >= plan.patience else None


def _outcome(
    moment: Moment, state: State, history: tuple[tuple[int, float], ...], end: End
) -> Outcome:
    landscape, came_by = moment.landscape, moment.came_by
    gradient = moment.ahead[1] if moment.ahead else None
    if came_by is not None:
        gradient = came_by.gradient
    elif gradient is None:
        gradient = landscape.slope(state.point, None)[1]
    return Outcome(
        loss=moment.loss,
        history=history,
        state=state,
        gradients=landscape.layout.unpack(gradient),
        updates=_updates(moment),
        diverged=first_not_finite(landscape, state.point) if end == "diverged" else None,
        end=end,
    )


def _updates(moment: Moment) -> dict[str, Update]:
    """The last step, parameter by parameter."""
    if moment.came_by is None:
        return {}
    unpack, now = moment.landscape.layout.unpack, moment.state.point
    before, gradient = unpack(moment.came_by.point), unpack(moment.came_by.gradient)
    with np.errstate(all="ignore"):
        change = unpack(now - moment.came_by.point)
    after = unpack(now)
    return {n: Update(before[n], gradient[n], change[n], after[n]) for n in after}
