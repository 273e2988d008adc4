"""Second derivatives of a single number: forward mode over the reverse sweep.

The inputs move along a direction, every value with them; the same reverse sweep, run on these
moving numbers, answers the gradient and how fast the gradient changes: the Hessian times the
direction. One such sweep for each input gives the whole Hessian.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from engine.dual import Dual, second, slope
from engine.elementwise import as_value
from engine.errors import BadValue, TooCostly, UnknownName
from engine.figures import shape_text
from engine.function import require_scalar
from engine.mathematics import Value
from engine.moving import Moving, partials_of
from engine.names import cited, listed
from engine.node import Node
from engine.op import Array, Op, elements, unbroadcast
from engine.ops import row_of
from engine.sweeps import tangent, totals_of
from engine.tape import Crossing, Record, Tape

MOST_ENTRIES = 64  # a larger table is not read by anyone; its product with a vector is


def hessian_vector(tape: Tape, record: Record, direction: Mapping[int, Value]) -> dict[int, Value]:
    """How fast each input's gradient changes when the inputs move along `direction`."""
    require_scalar(tape)
    with np.errstate(all="ignore"):
        totals = _Sweep(tape, _moving(tape, record, direction)).totals()
    rates = {of: _rate(totals.get(of)) for of in tape.wrt}
    return {of: as_value(np.broadcast_to(rates[of], tape.shapes[of])) for of in tape.wrt}


def hessian(tape: Tape, record: Record) -> Array:
    """The table of all second derivatives; the entries of the inputs follow one another."""
    count = sum(elements(tape.shapes[of]) for of in tape.wrt)
    if count > MOST_ENTRIES:
        raise TooCostly("hessian_too_large", n=count, max=MOST_ENTRIES)
    table = np.zeros((count, count))
    for column, basis in enumerate(np.eye(count)):
        parts = _parts(tape, basis)
        direction = {of: as_value(parts[of].reshape(tape.shapes[of])) for of in tape.wrt}
        rates = hessian_vector(tape, record, direction)
        table[:, column] = np.concatenate([np.ravel(rates[of]) for of in tape.wrt])
    return table


def by_pairs(tape: Tape, table: Array) -> dict[str, dict[str, Value]]:
    """The table cut into one block for each pair of inputs, the first one's axes first."""
    return {
        tape.wanted[one]: {
            tape.wanted[other]: as_value(block.reshape(tape.shapes[one] + tape.shapes[other]))
            for other, block in _parts(tape, rows, axis=1).items()
        }
        for one, rows in _parts(tape, table).items()
    }


def direction_of(tape: Tape, given: Mapping[str, Value]) -> dict[int, Value]:
    """A direction by names; inputs that it leaves out stay where they are."""
    names = {name: of for of, name in tape.wanted.items()}
    found: dict[int, Value] = {of: as_value(np.zeros(tape.shapes[of])) for of in tape.wrt}
    for name, value in given.items():
        if name not in names:
            raise UnknownName("no_such_input", name=cited(name), known=listed(names))
        of = names[name]
        if np.shape(value) != tape.shapes[of]:
            s1, s2 = shape_text(tape.shapes[of]), shape_text(np.shape(value))
            raise BadValue("direction_shape", x=name, s1=s1, s2=s2)
        found[of] = value
    return found


def _parts(tape: Tape, entries: Array, axis: int = 0) -> dict[int, Array]:
    """One axis of a table, cut into the entries of each input."""
    ends = [*accumulate((elements(tape.shapes[of]) for of in tape.wrt), initial=0)]
    parts = (entries.take(range(*pair), axis) for pair in pairwise(ends))
    return dict(zip(tape.wrt, parts, strict=True))


def _rate(total: Any) -> Value:
    return total.tangent if isinstance(total, Moving) else slope(total)


def _moving(tape: Tape, record: Record, direction: Mapping[int, Value]) -> list[Any]:
    """Every value, with its tangent where it has one."""
    tangents = totals_of(tangent(tape, record, direction))
    number = Moving if tape.plain else Dual
    return [
        number(value, tangents.get(node, 0.0)) if tape.varies[node] else value
        for node, value in enumerate(record.values)
    ]


class _Sweep:
    """The reverse sweep on moving numbers; the partials of a node serve all of its edges."""

    def __init__(self, tape: Tape, moving: list[Any]) -> None:
        self.tape, self.moving = tape, moving
        self.partials: dict[int, Sequence[Any]] = {}  # by node

    def totals(self) -> dict[int, Any]:
        """The gradient of every node that the output hears of, and how fast it changes."""
        totals: dict[int, Any] = {self.tape.output: 1.0}
        for pull in self.tape.pulls:
            share = self._share(pull, totals[pull.target])
            totals[pull.source] = totals[pull.source] + share if pull.source in totals else share
        return totals

    def _share(self, pull: Crossing, upstream: Any) -> Any:
        node = self.tape.graph.nodes[pull.target]
        row = row_of(node)
        if row.whole is not None:
            out, xs, settings = self.moving[node.id], self._operands(node), dict(node.settings)
            return row.whole.pull(pull.port, upstream, out, *xs, **settings)
        if node.id not in self.partials:
            self.partials[node.id] = self._partials(row, self._operands(node))
        partial = self.partials[node.id][pull.port]
        if self.tape.plain:
            return 0.0 if row.stops and partial == 0.0 else upstream * partial
        shut = np.equal(partial, 0.0) if row.stops else False
        share = np.where(shut, 0.0, upstream * partial)
        return unbroadcast(share, self.tape.shapes[pull.source])

    def _operands(self, node: Node) -> list[Any]:
        return [self.moving[source] for source in node.inputs]

    def _partials(self, row: Op, xs: list[Any]) -> Sequence[Any]:
        """How fast the slopes of an operation change."""
        if self.tape.plain:
            return partials_of(row.name, xs)
        assert row.rule is not None
        return row.rule(second, *(x if isinstance(x, Dual) else np.asarray(x) for x in xs))[1:]
