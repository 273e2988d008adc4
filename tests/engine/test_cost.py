"""Costs are what the sweeps really do: here every multiplication and addition is counted."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

import pytest

from engine import compile, parse
from engine.cost import (
    Cost,
    computing,
    costs_of,
    effort,
    forward_cost,
    onward,
    reverse_cost,
    stored,
)
from engine.sweeps import downstream, reverse, tangent, totals_of
from engine.tape import Record, Tape
from engine.values import resolve, shapes_of
from tests import corpora

PROGRAMS: dict[str, dict[str, Any]] = {
    "c = a + b\nd = b + 1\ne = c * d": {"a": 2, "b": 1},
    "h = x*w + y\nk = tanh(h)*w\nk*k + x*y + z": {"x": 0.3, "w": -0.7, "y": 1.1, "z": 2.0},
    "y = x*x*x": {"x": 3},
    "s = a*a\nunused = s*b\ns + a": {"a": 1, "b": 2},
    **{
        row["program"]: row["inputs"]
        for row in corpora.programs()
        if row["set"] in ("seed", "feynman")
        and all(isinstance(given, float) for given in row["inputs"].values())
    },
}
every_program = pytest.mark.parametrize("program", PROGRAMS)


class Tallied(float):
    """A number that notes what is done to it; what comes of it is such a number too."""

    tally: Counter[str]

    def __new__(cls, value: float, tally: Counter[str]) -> Tallied:
        made = super().__new__(cls, value)
        made.tally = tally
        return made

    def __mul__(self, other: float) -> Tallied:
        self.tally["multiplications"] += 1
        return Tallied(float(self) * float(other), self.tally)

    __rmul__ = __mul__

    def __add__(self, other: float) -> Tallied:
        self.tally["additions"] += 1
        return Tallied(float(self) + float(other), self.tally)

    __radd__ = __add__


def run(program: str) -> tuple[Tape, Record]:
    graph = parse(program)
    known = resolve(graph, PROGRAMS[program])
    tape = compile(graph).tape(shapes_of(known))
    return tape, tape.forward(known)


@every_program
def test_reverse_mode_does_what_its_cost_says(program: str) -> None:
    tape, record = run(program)
    tally: Counter[str] = Counter()
    totals_of(reverse(tape, record, Tallied(1.0, tally)))
    assert reverse_cost(tape) == (1, tally["multiplications"], tally["additions"])


@every_program
def test_forward_mode_does_what_its_cost_says(program: str) -> None:
    tape, record = run(program)
    tally: Counter[str] = Counter()
    for of in tape.wrt:
        totals_of(tangent(tape, record, {of: Tallied(1.0, tally)}))
    assert forward_cost(tape) == (len(tape.wrt), tally["multiplications"], tally["additions"])


def test_both_costs_are_counted_once_for_a_program() -> None:
    tape, _ = run("y = x*x*x")
    assert costs_of(tape) == {"reverse": reverse_cost(tape), "forward": forward_cost(tape)}
    assert costs_of(tape) is costs_of(tape)


def test_nobody_changes_the_costs_that_others_read() -> None:
    tape, _ = run("y = x*x*x")
    with pytest.raises(TypeError):
        cast("dict[str, Cost]", costs_of(tape))["reverse"] = Cost(0, 0, 0)


def test_a_tensor_takes_a_pass_for_each_of_its_numbers() -> None:
    tape = compile(parse("y = W @ x")).tape({"W": (2, 3), "x": (3,)})
    assert reverse_cost(tape) == Cost(passes=2, multiplications=4, additions=0)
    assert forward_cost(tape) == Cost(passes=9, multiplications=9, additions=0)


def test_reverse_mode_keeps_all_values_and_the_partials_it_will_need() -> None:
    tape, _ = run("c = a + b\nd = b + 1\ne = c * d")
    assert stored(tape).reverse == 5 + 5


def test_forward_mode_forgets_what_nobody_will_ask_for_again() -> None:
    chain = "h = x\nrepeat {n} as t:\n    h = w * h"
    kept = {
        rounds: stored(compile(parse(chain.format(n=rounds))).tape({"x": (), "w": ()}))
        for rounds in (10, 100)
    }
    assert kept[10].forward == kept[100].forward == 6, "w, and two neighbours, with their tangents"
    assert (kept[10].reverse, kept[100].reverse) == (12 + 20, 102 + 200)


def test_a_value_that_does_not_move_has_no_tangent_to_keep() -> None:
    tape = compile(parse("a * b"), wrt=["a"]).tape({"a": (), "b": ()})
    assert stored(tape).forward == 2 + 1 + 2


def test_an_operation_on_whole_tensors_keeps_no_partials() -> None:
    tape = compile(parse("sum(tanh(x))")).tape({"x": (5,)})
    assert stored(tape).reverse == (5 + 5 + 1) + 5


def joined(count: int) -> Tape:
    """So many inputs that meet in one vector."""
    numbers = [f"x{n}" for n in range(count)]
    return compile(parse(f"sum([{', '.join(numbers)}])")).tape(dict.fromkeys(numbers, ()))


def test_a_pass_of_forward_mode_is_counted_along_the_edges_that_it_crosses() -> None:
    tape = joined(500)
    assert [len(downstream(tape, [of])) for of in tape.wrt] == [2] * 500
    each = onward(tape, dict.fromkeys(tape.wrt, 1), 1)
    assert each < effort(tape, len(tape.wrt)) / 50, "not the whole graph for each"
    assert 3 < each / onward(joined(250), dict.fromkeys(joined(250).wrt, 1), 1) < 5


def test_what_really_takes_long_in_forward_mode_is_counted_in_full() -> None:
    tape = compile(parse("sum(A @ A @ A)")).tape({"A": (50, 50)})
    passes = dict.fromkeys(tape.wrt, 2_500)
    assert onward(tape, passes, 1) > 2_500 * 4 * 50**3, "four edges lead into two products"


def test_joining_numbers_is_counted_once_when_nothing_is_differentiated() -> None:
    assert computing(joined(1_000)) < 3 * computing(joined(500))
