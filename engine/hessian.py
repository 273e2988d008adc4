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
from engine.op import Array, Op, elements, unbroadcast
from engine.ops import row_of
from engine.sweeps import tangent, totals_of
from engine.tape import Crossing, Record, Tape

MOST_ENTRIES = 64  # a larger table is not read by anyone; its product with a vector is


def hessian_vector(tape: Tape, record: Record, direction: Mapping[int, Value]) -> dict[int, Value]:
    """How fast each input's gradient changes when the inputs move along `direction`."""
    require_scalar(tape)
    with np.errstate(all="ignore"):
        moving = _moving(tape, record, direction)
        totals = _reverse(tape, moving)
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


def _reverse(tape: Tape, moving: list[Any]) -> dict[int, Any]:
    """The reverse sweep on moving numbers."""
    totals: dict[int, Any] = {tape.output: 1.0}
    partials: dict[int, tuple[Any, ...]] = {}
    for pull in tape.pulls:
        share = _pull(tape, pull, totals[pull.target], moving, partials)
        totals[pull.source] = totals[pull.source] + share if pull.source in totals else share
    return totals


def _pull(
    tape: Tape, pull: Crossing, upstream: Any, moving: list[Any], known: dict[int, tuple[Any, ...]]
) -> Any:
    node = tape.graph.nodes[pull.target]
    row = row_of(node)
    if tape.plain:
        return _pull_number(row, pull, upstream, moving, node.inputs, known)
    xs = [moving[source] for source in node.inputs]
    if row.whole is not None:
        return row.whole.pull(pull.port, upstream, moving[node.id], *xs, **dict(node.settings))
    if node.id not in known:
        assert row.rule is not None
        known[node.id] = row.rule(
            second, *(x if isinstance(x, Dual) else np.asarray(x) for x in xs)
        )
    partial = known[node.id][1 + pull.port]
    shut = np.equal(partial, 0.0) if row.stops else False
    return unbroadcast(np.where(shut, 0.0, upstream * partial), tape.shapes[pull.source])


def _pull_number(
    row: Op,
    pull: Crossing,
    upstream: Any,
    moving: list[Any],
    sources: Sequence[int],
    known: dict[int, Any],
) -> Any:
    if pull.target not in known:
        known[pull.target] = partials_of(row.name, [moving[source] for source in sources])
    partial = known[pull.target][pull.port]
    return 0.0 if row.stops and partial == 0.0 else upstream * partial
