"""The five steps of training, over and over: forward, loss, backward, gradient, update.

A loop that yields where it stands before each update; whoever runs it may stop at any time, and
continue later from the state that was reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from engine.op import Array
from engine.train.batches import Batches
from engine.train.landscape import Landscape
from engine.train.optimizers import Slope
from engine.train.plan import Plan, State


@dataclass(frozen=True)
class Moment:
    """Where a run stands after some number of steps."""

    landscape: Landscape
    state: State
    came_by: Slope | None  # what the last update went by; None before the first
    ahead: tuple[float, Array] | None  # the loss of the next batch and its gradient; None: the end
    over_all: bool  # the next batch is all there is

    @cached_property
    def loss(self) -> float:
        """The loss over all the examples, here."""
        if self.ahead is not None and self.over_all:
            return self.ahead[0]
        return self.landscape.height(self.state.point)

    @property
    def finite(self) -> bool:
        """Whether a next step makes sense."""
        if self.ahead is None:
            return bool(np.isfinite(self.loss))
        loss, gradient = self.ahead
        return bool(np.isfinite(loss) and np.isfinite(gradient).all())


def walk(landscape: Landscape, plan: Plan, start: State) -> Iterator[Moment]:
    """Each moment from the start to the last step; a run that leaves the finite ends there."""
    batches = Batches(landscape.examples, plan.batch_size, plan.seed)
    state, came_by, last = start, None, start.step + plan.steps
    over_all = batches.per_epoch == 1
    while state.step < last:
        ahead = landscape.slope(state.point, batches.at(state.step))
        moment = Moment(landscape, state, came_by, ahead, over_all)
        yield moment
        if not moment.finite:
            return
        came_by = Slope(state.point, ahead[1], state.step)
        point, memory = plan.advance(came_by, state.memory)
        state = replace(state, step=state.step + 1, point=point, memory=memory)
    yield Moment(landscape, state, came_by, None, over_all)
