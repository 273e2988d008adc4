"""Wrong slopes that people take for one operation: each is computed from what stands on the node.

Nothing here is a rule of the engine. A habit turns the numbers of a node into the slope that
somebody who has the habit would write on the edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from engine.quiz.scene import Scene


class Seen(NamedTuple):
    """What a person has before them when they write a slope on an edge."""

    inputs: list[float]
    out: float
    port: int
    slope: float  # the right one

    @property
    def own(self) -> float:
        """The value that the edge comes from."""
        return self.inputs[self.port]

    @property
    def other(self) -> float:
        return self.inputs[1 - self.port]


Habit = Callable[[Seen], float]


def _value(seen: Seen) -> float:
    return seen.out


def _one(_seen: Seen) -> float:
    return 1.0


def _opposite(seen: Seen) -> float:
    return -seen.slope


def _own(seen: Seen) -> float:
    return seen.own


def _second(seen: Seen) -> float:
    return -seen.slope if seen.port == 1 else seen.slope


def _without_exponent(seen: Seen) -> float:
    return seen.slope / seen.other if seen.port == 0 and seen.other else seen.slope


def _not_lowered(seen: Seen) -> float:
    return seen.other * seen.out if seen.port == 0 else seen.slope


def _divisor(seen: Seen) -> float:
    return seen.inputs[1] if seen.port == 0 else seen.slope


def _rest(seen: Seen) -> float:
    return 1.0 - seen.out


def _as_power(seen: Seen) -> float:
    return seen.own * seen.out


HABITS: dict[str, dict[str, Habit]] = {
    "add": {"add_hands_value": _own},
    "sub": {"lost_minus": _second},
    "neg": {"lost_minus": _opposite},
    "mul": {"not_swapped": _own},
    "div": {"times_divisor": _divisor, "lost_minus": _second},
    "pow": {"missing_factor": _without_exponent, "power_not_lowered": _not_lowered},
    "exp": {"exp_as_power": _as_power, "missing_slope": _one},
    "log": {"slope_is_value": _value, "missing_slope": _one},
    "sqrt": {"slope_is_value": _value, "missing_slope": _one},
    "sin": {"slope_is_value": _value, "missing_slope": _one},
    "cos": {"lost_minus": _opposite, "slope_is_value": _value},
    "sigmoid": {"slope_is_value": _value, "only_one_factor": _rest, "missing_slope": _one},
    "tanh": {"slope_is_value": _value, "not_squared": _rest, "missing_slope": _one},
    "relu": {"gate_ignored": _one},
    "leaky_relu": {"gate_ignored": _one},
    "max": {"gate_ignored": _one},
    "maximum": {"gate_ignored": _one},
    "minimum": {"gate_ignored": _one},
}


class Taken(NamedTuple):
    """A habit at one edge, and the slope it gives there."""

    code: str
    edge: int
    slope: float


def taken(scene: Scene) -> Iterator[Taken]:
    """Every habit at every edge between numbers where it leads astray."""
    for edge, pull in scene.crossings.items():
        node = scene.tape.graph.nodes[pull.target]
        habits = HABITS.get(node.op or "", {})
        if not habits or scene.tape.shapes[pull.target]:
            continue
        if any(scene.tape.shapes[source] for source in node.inputs):
            continue
        slope = scene.local(edge)
        values = [scene.value(source) for source in node.inputs]
        seen = Seen(values, scene.value(pull.target), pull.port, slope)
        for code, habit in habits.items():
            wrong = habit(seen)
            if wrong != slope:
                yield Taken(code, edge, wrong)
