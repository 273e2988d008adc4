"""The jobs of the heavy lane: they run in a process of their own, which may be killed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from engine.function import tape_of, wanted_inputs
from engine.limits import Limits
from engine.op import Shape
from engine.parse import parse
from engine.place import Source
from engine.remark import Remark
from engine.symbolic import AT_A_LOSS
from engine.symbolic.arrangement import Arrangement
from engine.symbolic.closed import closed_gradients
from engine.symbolic.closed_forms import ClosedForms, symbolic
from server.watching.journal import log


class Formulas(NamedTuple):
    """Which formulas are wanted."""

    source: str | Source
    limits: Limits
    form: Arrangement
    wrt: tuple[str | int, ...] | None
    output: str | int | None
    shapes: tuple[tuple[str, Shape], ...]  # of the inputs whose values were given


def closed_forms(wanted: Formulas) -> ClosedForms:
    """The output and its derivatives as formulas; without any, where sympy finds no way."""
    source, limits, form, wrt, output, shapes = wanted
    graph = parse(source, limits)
    try:
        return symbolic(graph, form, wrt=wrt, output=output, shapes=dict(shapes))
    except AT_A_LOSS as error:
        log.warning("sympy was at a loss: %s", type(error).__name__)
        names = (graph.nodes[of].name or "" for of in wanted_inputs(graph, wrt))
        return ClosedForms(None, dict.fromkeys(names), False, Remark("no_formula_found", {}))


class Slopes(NamedTuple):
    """Where the formulas of the gradients are to be worked out in numbers."""

    source: str | Source
    limits: Limits
    wrt: tuple[str | int, ...] | None
    output: str | int | None
    values: Mapping[str, float]  # of every input: single numbers


def closed_slopes(wanted: Slopes) -> dict[int, float]:
    """The gradient of each input by its formula, where it has one."""
    source, limits, wrt, output, values = wanted
    tape = tape_of(parse(source, limits), values, wrt, output)
    try:
        return closed_gradients(tape, values)
    except AT_A_LOSS as error:
        log.warning("sympy was at a loss: %s", type(error).__name__)
        return {}
