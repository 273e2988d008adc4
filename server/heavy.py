"""The jobs of the heavy lane: they run in a process of their own, which may be killed."""

from __future__ import annotations

from typing import NamedTuple

from engine.limits import Limits
from engine.op import Shape
from engine.parse import parse
from engine.symbolic import Arrangement, ClosedForms, symbolic


class Formulas(NamedTuple):
    """Which formulas are wanted."""

    source: str
    limits: Limits
    form: Arrangement
    wrt: tuple[str, ...] | None
    output: str | int | None
    shapes: tuple[tuple[str, Shape], ...]  # of the inputs whose values were given


def closed_forms(wanted: Formulas) -> ClosedForms:
    """The output and its derivatives as formulas."""
    source, limits, form, wrt, output, shapes = wanted
    graph = parse(source, limits)
    return symbolic(graph, form, wrt=wrt, output=output, shapes=dict(shapes))
