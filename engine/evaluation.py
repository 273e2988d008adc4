"""Value and gradients of one output, and what is worth knowing about them; no steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine.errors import Notice
from engine.function import DERIVATIVES, Mode, require_scalar, tape_of
from engine.graph import Graph
from engine.mathematics import Value
from engine.notices import notices_of, vanished
from engine.sweeps import reverse, totals_of
from engine.tape import Record, Tape
from engine.values import Given, resolve


class Evaluation(NamedTuple):
    """What one program comes to at one point."""

    value: Value
    gradients: dict[str, Value]  # by input; with a Jacobian the output's axes come first
    notices: tuple[Notice, ...]


def evaluate(
    graph: Graph,
    values: Mapping[str, Given],
    *,
    wrt: Iterable[str | int] | None = None,
    output: str | int | None = None,
    mode: Mode = "reverse",
    jacobian: bool = False,
) -> Evaluation:
    """Value and gradients; an output with several entries needs `jacobian`."""
    known = resolve(graph, values)
    tape = tape_of(graph, known, wrt, output)
    return evaluate_tape(tape, known, mode, jacobian=jacobian, given=values)


def evaluate_tape(
    tape: Tape,
    known: Mapping[str, Value],
    mode: Mode,
    *,
    jacobian: bool,
    given: Iterable[str],
) -> Evaluation:
    """The same on a tape that is ready; `known` has a value for every input."""
    if not jacobian:
        require_scalar(tape)
    record = tape.forward(known)
    found = DERIVATIVES[mode](tape, record)
    return Evaluation(
        record.values[tape.output],
        {tape.wanted[of]: gradient for of, gradient in found.items()},
        (*notices_of(tape, record, given), *_vanished(tape, record, found.values())),
    )


def _vanished(tape: Tape, record: Record, gradients: Iterable[Value]) -> Iterable[Notice]:
    """Only where a gradient came out as 0 is it worth asking whether it got lost on the way."""
    if not any(isinstance(gradient, float) and gradient == 0 for gradient in gradients):
        return ()
    if record.cells is None:
        return vanished(tape, record, totals_of(reverse(tape, record)))
    totals = tape.flat.reverse(tape.output, record.cells)
    return vanished(tape, record, {node: totals[cell] for node, cell in enumerate(tape.flat.cells)})
