"""A step, as one sentence with its numbers, in English and Chinese."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import NamedTuple

import numpy as np

from engine.figures import figure
from engine.local import Local
from engine.mathematics import Value
from engine.ops import OPS, row_of
from engine.trace import Step, Trace
from engine.words import STEPS, Language, Words, both, say
from engine.writing.phrases import Phrases, brief, signed

MOST_GRADIENTS = 12  # named in the closing sentence; a table shows the others


class Arrival(NamedTuple):
    """Where a contribution stands among those of its node."""

    nth: int  # 1 for the first
    before: Value | None  # the sum it is added to


class Narration:
    """The sentences of one run in one language; what several steps share is found once."""

    def __init__(self, trace: Trace, language: Language = "en") -> None:
        self.trace = trace
        self.language: Language = language
        self.phrases = Phrases(trace.graph)

    @cached_property
    def arrivals(self) -> dict[int, Arrival]:
        """For each step that carries a derivative, what had arrived at its node before."""
        last: dict[tuple[str, int], tuple[int, Value]] = {}
        found: dict[int, Arrival] = {}
        for step in self.trace.steps:
            if step.edge is not None:
                count, before = last.get((step.phase, step.node), (0, None))
                found[step.number] = Arrival(count + 1, before)
                last[step.phase, step.node] = count + 1, step.total
        return found

    def sentence(self, step: Step) -> str:
        if step.kind in ("pull", "push"):
            return self._carried(step)
        if step.kind == "seed":
            return self._say("step_seed", x=self.phrases.bracketed(step.node), v=_value(step.value))
        return self._computed(step)

    def closing(self) -> str:
        """What the whole run has found: every gradient, one derivative onward, or the value."""
        tape, label = self.trace.tape, self.phrases.derivative
        if tape.wrt and self.trace.gradients[tape.wrt[0]] is None:
            moving = [of for of in tape.wrt if np.any(self.trace.tangents[of])]
            return self._moved(moving[0]) if moving else self._valued()
        found = [
            f"{label(tape.output, of)} = {_value(self.trace.gradients[of])}"
            for of in islice(tape.wrt, MOST_GRADIENTS)
        ]
        more = ["…"] if len(tape.wrt) > MOST_GRADIENTS else []
        comma = Words(", ", "，").in_language(self.language)
        return self._say("step_done" if found else "step_nothing", list=comma.join(found + more))

    def _valued(self) -> str:
        """The values alone: no derivative was asked for."""
        output = self.trace.tape.output
        value = _value(self.trace.values[output])
        return self._say("step_valued", y=self.phrases.name(output), v=value)

    def _moved(self, of: int) -> str:
        """Forward mode alone: how the output moves with the one input that does."""
        output = self.trace.tape.output
        slope, moved = self.phrases.derivative(output, of), _value(self.trace.tangents[output])
        x, y = self.phrases.name(of), self.phrases.name(output)
        return self._say("step_moved", x=x, y=y, slope=slope, v=moved)

    def _computed(self, step: Step) -> str:
        node, name = self.trace.graph.nodes[step.node], self.phrases.name(step.node)
        if node.op is None:
            return self._say("step_value", equation=f"{name} = {_value(step.value)}")
        numbers = self.phrases.numbers(node, self.trace.values)
        if numbers and OPS[node.op].blind == (0, 1) and isinstance(step.value, float):
            truth = STEPS["truth_holds" if step.value else "truth_fails"]
            return self._say("step_compared", x=name, numbers=numbers, truth=truth)
        value = _value(step.value)
        if numbers.replace("−", "-") == value:
            numbers = ""  # y = −x = -3 needs no −3 between
        parts = dict.fromkeys([name, self.phrases.formula(node), numbers, value])
        return self._say("step_value", equation=" = ".join(filter(None, parts)))

    def _carried(self, step: Step) -> str:
        source, target = self._ends(step)
        giver, taker = (target, source) if step.kind == "pull" else (source, target)
        told = self._say(
            f"step_{step.kind}",
            y=self.phrases.name(giver),
            x=self.phrases.name(taker),
            g=_value(step.upstream),
            slope=self._slope(step, source, target),
            c=_value(step.contribution),
        )
        arrival = self.arrivals[step.number]
        return told if arrival.nth == 1 else told + self._summed(step, arrival)

    def _summed(self, step: Step, arrival: Arrival) -> str:
        ordinal = STEPS.get(f"ordinal_{arrival.nth}", STEPS["ordinal_n"])
        return self._say(
            "step_sum",
            x=self.phrases.name(step.node),
            nth=Words(*(word.format(n=arrival.nth) for word in ordinal)),
            before=_value(arrival.before),
            c=signed(step.contribution),
            total=_value(step.total),
        )

    def _slope(self, step: Step, source: int, target: int) -> Words:
        """What the derivative is multiplied by on its way along this edge."""
        local, label = step.local, self.phrases.derivative(target, source)
        if isinstance(local, float):
            if self.trace.graph.nodes[target].inputs.count(source) == 1:
                return Words(*(f"{label} = {figure(local)}",) * 2)
            port = self.trace.graph.edges[step.edge or 0].port + 1
            owner = self.phrases.name(target)
            return both("slope_of_port", {"port": port, "v": figure(local), "y": owner})
        if isinstance(local, Local) and local.kind == "diagonal" and local.data is not None:
            return both("slope_diagonal", {"label": label, "v": brief(local.data)})
        elementwise = row_of(self.trace.graph.nodes[target]).rule is not None
        return both("slope_spread" if elementwise else "slope_rule", {"label": label})

    def _ends(self, step: Step) -> tuple[int, int]:
        edge = self.trace.graph.edges[step.edge or 0]
        return edge.source, edge.target

    def _say(self, key: str, **fields: object) -> str:
        return say(key, self.language, fields)


def sentence(trace: Trace, step: Step, language: Language = "en") -> str:
    """One step in words; for many steps of one run, a `Narration` is the fast way."""
    return Narration(trace, language).sentence(step)


def _value(value: Value | None) -> str:
    return "–" if value is None else brief(value)
