"""The jobs of the heavy lane: they run in a process of their own, which may be killed."""

from __future__ import annotations

from engine.limits import Limits
from engine.parse import parse
from engine.symbolic import Arrangement, ClosedForms, symbolic


def closed_forms(
    source: str,
    limits: Limits,
    form: Arrangement,
    wrt: list[str] | None,
    output: str | int | None,
) -> ClosedForms:
    """The output and its derivatives as formulas."""
    return symbolic(parse(source, limits), form, wrt=wrt, output=output)
