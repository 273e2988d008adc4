"""However a program is run, its answers are the same: loops, sweeps, batches, machine code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from engine import compile, machine, parse
from engine.derivatives import by_reverse
from engine.mathematics import Value
from engine.sweeps import forward, reverse, totals_of
from engine.tape import Tape
from engine.values import resolve, shapes_of
from tests import corpora

Known = Mapping[str, Value]
Answer = tuple[Value, list[Value]]  # the output's value, the derivative by each input

ROWS = {row["id"]: row for row in corpora.programs() if row.get("class") != "large"}
OF_NUMBERS = {
    name: row for name, row in ROWS.items() if not any(map(np.ndim, row["inputs"].values()))
}


def laid_flat(row: corpora.Row) -> tuple[Tape, Known]:
    graph = parse(row["program"])
    known = resolve(graph, {n: np.asarray(x, float) for n, x in row["inputs"].items()})
    return compile(graph, output=row["output"]).tape(shapes_of(known)), known


PLAIN = {name: row for name, row in OF_NUMBERS.items() if laid_flat(row)[0].plain}


def by_loops(tape: Tape, known: Known) -> Answer:
    record = tape.forward(known)
    found = by_reverse(tape, record)
    return record.values[tape.output], [found[of] for of in tape.wrt]


def by_sweeps(tape: Tape, known: Known) -> Answer:
    """The steps of the animation, run to their end."""
    record = tape.forward(known)
    values = dict(forward(tape, record))
    totals = totals_of(reverse(tape, record))
    return values[tape.output], [totals.get(of, np.zeros(tape.shapes[of])) for of in tape.wrt]


def by_batch(tape: Tape, known: Known) -> Answer:
    points = np.array([[*known.values()]] * 3, float)
    values, rows = compile(tape.graph, output=tape.output).batch(points)
    assert np.array_equal(values[0], values[2], equal_nan=True)
    return values[0], [*rows[0]]


def by_machine_code(tape: Tape, known: Known) -> Answer:
    value, derivatives = tape.program.run([*known.values()])
    return value, [*derivatives]


def by_machine_code_in_blocks(tape: Tape, known: Known) -> Answer:
    values, rows = tape.program.batch(np.array([[*known.values()]] * 200, float))
    assert np.array_equal(values[0], values[199], equal_nan=True)
    return values[199], [*rows[199]]


def joined(answer: Answer) -> list[Value]:
    return [answer[0], *answer[1]]


def assert_same(got: Any, wanted: Any) -> None:
    np.testing.assert_allclose(got, wanted, rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("name", ROWS)
def test_the_loops_say_what_the_steps_show(name: str) -> None:
    tape, known = laid_flat(ROWS[name])
    value, derivatives = by_loops(tape, known)
    shown, arrived = by_sweeps(tape, known)
    assert_same(value, shown)
    for derivative, total in zip(derivatives, arrived, strict=True):
        assert_same(derivative, total)


@pytest.mark.parametrize("name", OF_NUMBERS)
def test_a_batch_says_what_the_loops_say(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(machine.SWITCH, "0")
    tape, known = laid_flat(OF_NUMBERS[name])
    assert_same(joined(by_batch(tape, known)), joined(by_loops(tape, known)))


@pytest.mark.parametrize("name", PLAIN)
def test_machine_code_says_what_the_loops_say(name: str) -> None:
    tape, known = laid_flat(PLAIN[name])
    by_hand = joined(by_loops(tape, known))
    assert_same(joined(by_machine_code(tape, known)), by_hand)
    assert_same(joined(by_machine_code_in_blocks(tape, known)), by_hand)


def test_nearly_all_programs_of_numbers_are_plain() -> None:
    assert len(PLAIN) > 0.9 * len(OF_NUMBERS)
