"""What a run does at every step, and when it ends; and what it must know to be continued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import numpy as np

from engine.errors import BadValue
from engine.op import Array
from engine.train.layout import Layout
from engine.train.optimizers import OPTIMIZERS, Memory, Slope
from engine.train.schedules import SCHEDULES
from engine.values import read_value

NONE: Mapping[str, float] = MappingProxyType({})


class Choice(NamedTuple):
    """A row of a table, and what is set otherwise than usual."""

    name: str
    settings: Mapping[str, float] = NONE


DESCENT, CONSTANT = Choice("sgd"), Choice("constant")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How to walk: the same plan from the same state takes the same steps, to the last bit."""

    steps: int
    optimizer: Choice = DESCENT
    schedule: Choice = CONSTANT
    batch_size: int | None = None  # None: all examples at every step
    seed: int = 0
    clip: tuple[Literal["value", "norm"], float] | None = None
    l1: float = 0.0
    l2: float = 0.0
    report_every: int | None = None  # None: every step, or every epoch where there are batches
    goal: float | None = None  # a loss that is good enough
    patience: int | None = None  # reports without a better loss before giving up
    least_gain: float = 0.0  # how much better is better

    @np.errstate(all="ignore")
    def advance(self, at: Slope, memory: Memory) -> tuple[Array, Memory]:
        """One step from here: where it leads, and what the optimiser remembers."""
        row = OPTIMIZERS[self.optimizer.name]
        settings = {**row.defaults, **self.optimizer.settings}
        settings["learning_rate"] *= self.share(at.step)
        change, memory = row.rule(at._replace(gradient=self.tamed(at)), memory, settings)
        return at.point + change, memory

    def share(self, step: int) -> float:
        """What the schedule leaves of the learning rate."""
        row = SCHEDULES[self.schedule.name]
        return row.share(step, {**row.defaults, **self.schedule.settings})

    def tamed(self, at: Slope) -> Array:
        """The gradient, clipped if it is too large; then the pull of each weight towards zero."""
        gradient = at.gradient
        if self.clip is not None:
            gradient = clipped(gradient, *self.clip)
        if self.l2:
            gradient = gradient + self.l2 * at.point
        if self.l1:
            gradient = gradient + self.l1 * np.sign(at.point)
        return gradient


def clipped(gradient: Array, by: str, most: float) -> Array:
    """No entry larger than `most`, or the whole no longer than that."""
    if by == "value":
        return np.clip(gradient, -most, most)
    length = float(np.linalg.norm(gradient))
    return gradient * (most / length) if length > most else gradient


@dataclass(frozen=True, kw_only=True)
class State:
    """All that must be known to continue a run from here."""

    step: int
    point: Array
    memory: Memory = field(default_factory=dict)
    best: float | None = None  # the least loss reported so far
    waited: int = 0  # reports since then


def beginning(point: Array, plan: Plan) -> State:
    """Before the first step an optimiser remembers nothing: zeros."""
    names = OPTIMIZERS[plan.optimizer.name].memory
    return State(step=0, point=point, memory={name: np.zeros_like(point) for name in names})


def kept(state: State, layout: Layout) -> dict[str, Any]:
    """A state by names, as the client keeps it."""
    return {
        "step": state.step,
        "parameters": layout.unpack(state.point),
        "memory": {name: layout.unpack(each) for name, each in state.memory.items()},
        "best": state.best,
        "waited": state.waited,
    }


def recalled(given: Mapping[str, Any], layout: Layout, plan: Plan) -> State:
    """The state that a client kept; one that belongs to another run is refused."""
    names = OPTIMIZERS[plan.optimizer.name].memory
    if {*given["memory"]} != {*names}:
        raise BadValue("state_of_another", optimizer=plan.optimizer.name)
    return State(
        step=given["step"],
        point=_packed(given["parameters"], layout),
        memory={name: _packed(given["memory"][name], layout) for name in names},
        best=given.get("best"),
        waited=given.get("waited", 0),
    )


def _packed(given: Mapping[str, Any], layout: Layout) -> Array:
    """One vector of the values by name, if they are those of this run's parameters."""
    values = {name: read_value(name, each) for name, each in given.items()}
    if {name: np.shape(value) for name, value in values.items()} != layout.shapes:
        raise BadValue("state_of_another_program", names=", ".join(layout.shapes)[:120])
    return layout.pack(values)
