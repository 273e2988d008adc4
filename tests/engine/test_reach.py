"""Forward mode and reverse mode agree wherever there are corners, zeros and infinities, row by row.

What no path leads to adds nothing, in either mode, even where the slope there is infinite.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest

from engine import compile, parse, reach
from engine.evaluation import evaluate
from engine.mathematics import Value
from engine.op import Case, Op, elements
from engine.ops import OPS
from engine.sweeps import tangent, totals_of
from engine.tape import Crossing
from tests.engine.samples import call_of, cases_of, filled_cases_of

INF, NAN = math.inf, math.nan
WHOLE_NUMBERS = [-2.0, -1.0, 0.0, 0.0, 1.0, 1.0, 2.0]  # zeros and ties abound
CORNERS = [-INF, -2.0, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 2.0, INF]
AROUND = [
    "sum({})",
    "sum(sqrt({}))",
    "sum(log(reshape({}, -1))[0:1])",
    "sum(1/({}))",
    "sum(relu({})*2)",
]
LETTERS = "xyzuvw"
# some libraries for products skip factors 0; and an index stands in the formulas around
UNSETTLED = ("conv2d", "index")
SETTLED = [
    name
    for name, op in OPS.items()
    if name not in UNSETTLED and op.pattern != "source" and op.blind != (0, 1)
]


@pytest.mark.parametrize("name", SETTLED)
def test_both_modes_give_the_same_at_corners(name: str) -> None:
    for trial, around in product(programs(OPS[name]), AROUND):
        formula, values = trial
        graph = parse(around.format(formula))
        back = evaluate(graph, values).gradients
        onward = evaluate(graph, values, mode="forward").gradients
        for of in back:
            told = f"{around.format(formula)} at {values}, by {of}"
            np.testing.assert_allclose(onward[of], back[of], 1e-9, 1e-12, err_msg=told)


def programs(op: Op) -> Iterator[tuple[str, dict[str, Value]]]:
    """A call of the row, and operands full of corners."""
    pool = CORNERS if op.rule is not None else WHOLE_NUMBERS
    for case in _tensors(op):
        names = LETTERS[: len(case.shapes)]
        for seed in range(2):
            drawn = np.random.default_rng(seed)
            values = (drawn.choice(pool, shape) for shape in case.shapes)
            plain = (value if np.ndim(value) else float(value) for value in values)
            yield call_of(op, case, names), dict(zip(names, plain, strict=True))


def _tensors(op: Op) -> list[Case]:
    """The row's own cases; seven numbers side by side for a row that works entry by entry."""
    if op.cases:
        return [case for case in filled_cases_of(op) if sum(map(elements, case.shapes)) < 30]
    return [Case(((7,),) * len(case.shapes)) for case in cases_of(op)]


@pytest.mark.parametrize("mode", ["reverse", "forward"])
@pytest.mark.parametrize(
    ("program", "at", "wanted"),
    [
        # an infinite slope beside an entry that rests
        ("sum(log(x))", [0.0, 2.0], [INF, 0.5]),
        ("sum(x^0.5)", [0.0, 4.0], [INF, 0.25]),
        ("x[1] + log(x)[1]", [0.0, 2.0], [0.0, 1.5]),
        ("sum(x * [inf, 1])", [1.0, 1.0], [INF, 1.0]),
        ("sum([[inf, 1], [1, 1]] @ x)", [1.0, 1.0], [INF, 2.0]),
        # a shut gate before an infinite slope lets nothing through; behind one, 0 · ∞ is NaN
        ("sum(log(relu(x)))", [-1.0, 2.0], [0.0, 0.5]),
        ("sum(sqrt(max(x, 0)))", [-1.0, 4.0], [0.0, 0.25]),
        ("sum(where(x > 0, sqrt(x), 0))", [0.0, 4.0], [NAN, 0.25]),
        ("max(sqrt(x))", [0.0, 4.0], [NAN, 0.25]),
        ("sum(maxpool2d([sqrt(x), x], 2))", [0.0, 4.0], [NAN, 1.0]),
        # an unknown whose gradient is infinite, and what it has to do with each right-hand side
        ("sum(log(solve([[2, 1], [1, 1]], x)))", [1.0, 1.0], [INF, -INF]),
        ("sum(sqrt(solve([[1, 0], [1, 1]], x)))", [0.0, 1.0], [INF, NAN]),
    ],
)
def test_what_rests_adds_nothing(program: str, mode: Any, at: list[float], wanted: Any) -> None:
    found = evaluate(parse(program), {"x": np.array(at)}, mode=mode).gradients["x"]
    np.testing.assert_array_equal(found, wanted)
    if program.startswith("sum(") and "[" not in program:
        single = parse(program[4:-1])
        for entry, slope in zip(at, wanted, strict=True):
            alone = evaluate(single, {"x": entry}, mode=mode).gradients["x"]
            np.testing.assert_array_equal(alone, slope)


@pytest.mark.parametrize("mode", ["reverse", "forward"])
def test_entries_of_a_jacobian_do_not_hear_of_one_another(mode: Any) -> None:
    found = evaluate(parse("log(x)"), {"x": np.array([0.0, 2.0])}, mode=mode, jacobian=True)
    np.testing.assert_array_equal(found.gradients["x"], [[INF, 0.0], [0.0, 0.5]])


def test_only_edges_that_a_pass_crosses_are_asked_what_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Crossing] = []
    through = reach._through

    def counted(rule: Any, tape: Any, record: Any, crossing: Crossing, mark: Any) -> Any:
        asked.append(crossing)
        return through(rule, tape, record, crossing, mark)

    monkeypatch.setattr(reach, "_through", counted)
    names = [f"x{n}" for n in range(40)]
    tape = compile(parse(f"sum(log([{', '.join(names)}]))")).tape(dict.fromkeys(names, ()))
    record = tape.forward(dict.fromkeys(names, 0.0))
    found = totals_of(tangent(tape, record, {tape.wrt[3]: 1.0}))
    assert found[tape.output] == INF
    assert len(asked) == 2, "into the vector, and out of it; not once for each of 40 inputs"
