"""Every entry of a node by every entry of its operands: what stands behind a rule for tensors.

A sweep never makes such a table: it multiplies by it. The contribution says how that is done,
e.g. that diag(σ′) times a gradient is the product of both, entry by entry.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.local import Kind, Local, jacobian, local_derivative
from engine.symbolic.rules import EdgeFormulas
from engine.tape import Crossing, Record, Tape

MOST_EDGES = 8  # of one node: the parts of a long list are all alike


class Jacobian(NamedTuple):
    """The derivative that stands on one edge, in full."""

    edge: int
    source: int
    local: Local  # its `data` has the value's axes first, then the operand's
    contribution: str  # LaTeX: the transposed table times the gradient, and what that comes to


def jacobians(tape: Tape, record: Record, node: int) -> tuple[Jacobian, ...]:
    """Of every operand that a derivative flows to; without numbers where there are too many."""
    formulas = EdgeFormulas(tape.graph)
    edges = [crossing for crossing in tape.crossings if crossing.target == node]
    return tuple(_full(tape, record, formulas, crossing) for crossing in edges[:MOST_EDGES])


def _full(tape: Tape, record: Record, formulas: EdgeFormulas, crossing: Crossing) -> Jacobian:
    kind = _kind(tape, record, crossing)
    latex = _name(formulas, crossing, kind)
    found = jacobian(tape, record, crossing)
    shape = tape.shapes[crossing.target] + tape.shapes[crossing.source]
    local = Local("rule", shape, latex) if found is None else Local(kind, shape, latex, found.data)
    return Jacobian(crossing.edge, crossing.source, local, _contribution(formulas, crossing, latex))


def _kind(tape: Tape, record: Record, crossing: Crossing) -> Kind:
    """Between single numbers the table has one entry, which is as dense as can be."""
    local = local_derivative(tape, record, crossing)
    if isinstance(local, float) or local.kind == "rule":
        return "dense"
    return local.kind


def _name(formulas: EdgeFormulas, crossing: Crossing, kind: Kind) -> str:
    if kind == "diagonal":
        return formulas.local(crossing.target, crossing.port, diagonal=True)
    return formulas.derivative(crossing.target, crossing.source)


def _contribution(formulas: EdgeFormulas, crossing: Crossing, latex: str) -> str:
    """`\\operatorname{diag}(σ′)^⊤ g = g ⊙ σ′`."""
    gradient = rf"\overline{{{formulas.shown(crossing.target).text}}}"
    share = formulas.share(crossing.target, crossing.port, gradient)
    table = rf"\left({latex}\right)^{{\top}}"
    return rf"{table}\,{gradient} = {share}"
