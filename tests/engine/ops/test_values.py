"""Every row's value: the same by sympy, by NumPy, for single numbers and for tensors."""

from __future__ import annotations

import itertools
import math
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import compile, from_latex, parse
from engine.mathematics import array, number
from engine.op import Op
from engine.ops import OPS
from engine.spelling import spell
from engine.writing.formula import latex
from tests.engine import oracle
from tests.engine.samples import (
    Trial,
    arities,
    call_of,
    cases_of,
    condition_ports,
    every_row,
    filled_cases_of,
    plain,
    trial_of,
    trials,
)

SEEDS = (1, 2, 3)
NOT_ORDINARY = (ZeroDivisionError, OverflowError, ValueError)
NUMBERS = [0.0, -0.0, 0.5, 1.0, -1.0, 2.0, -2.0, 3.7, 40.0, -40.0, 800.0, -800.0, 1e-200, 1e200]
ODD = [*NUMBERS, math.inf, -math.inf, math.nan]

elementwise = pytest.mark.parametrize("name", [name for name, op in OPS.items() if op.rule])
# in LaTeX `\bmod` is not read, and = as a definition
READABLE = [name for name, op in OPS.items() if op.rule and name not in ("mod", "eq")]
counted = pytest.mark.parametrize("name", [name for name, op in OPS.items() if op.work])


@every_row
def test_a_value_is_that_of_the_sympy_meaning(name: str) -> None:
    op = OPS[name]
    for case, seed in itertools.product(filled_cases_of(op), SEEDS):
        trial = trial_of(op, case, seed)
        np.testing.assert_allclose(
            trial.out, oracle.value(trial), rtol=1e-12, atol=1e-13, err_msg=str(trial)
        )


@every_row
def test_operands_may_change_places_where_the_row_says_so_and_nowhere_else(name: str) -> None:
    op = OPS[name]
    trials = [trial_of(op, case, seed) for case in filled_cases_of(op) for seed in SEEDS]
    pairs = [trial for trial in trials if len(trial.xs) == 2]
    assert op.commutes == (bool(pairs) and all(map(_alike_both_ways, pairs)))


def _alike_both_ways(trial: Trial) -> bool:
    try:
        other = trial._replace(xs=trial.xs[::-1]).out
    except ValueError:  # shapes that fit one way only
        return False
    return trial.out.shape == other.shape and np.allclose(trial.out, other, rtol=1e-12)


@every_row
def test_a_value_is_that_of_the_numpy_line(name: str) -> None:
    op = OPS[name]
    for case, seed in itertools.product(filled_cases_of(op), SEEDS):
        trial = trial_of(op, case, seed)
        inputs = [f"x{port}" for port in range(len(trial.xs))]
        line = spell(op, "numpy", inputs, case.settings)
        known = {
            "np": np,
            "math": math,
            **dict(zip(inputs, map(np.asarray, trial.xs), strict=True)),
        }
        by_numpy = eval(line, known)  # noqa: S307 - our own table's text, run as its reader will
        assert np.shape(by_numpy) == np.shape(trial.out)
        np.testing.assert_allclose(trial.out, by_numpy, rtol=1e-12, atol=1e-13, err_msg=line)


@pytest.mark.parametrize("name", READABLE)
def test_a_formula_reads_back_as_what_it_shows(name: str) -> None:
    op = OPS[name]
    for case in cases_of(op):
        letters = "xyz"[: len(case.shapes)]
        typed = call_of(op, case, letters)
        graph = parse(typed if op.blind != (0, 1) else f"where({typed}, x, y)")
        back = from_latex(latex(graph, graph.output) or "")
        at = dict(zip(letters, trial_of(op, case, seed=1).xs, strict=True))
        assert compile(back).forward(at) == pytest.approx(compile(graph).forward(at), rel=1e-12)


@elementwise
@given(data=st.data())
@settings(max_examples=50)
def test_single_numbers_and_arrays_agree(name: str, data: st.DataObject) -> None:
    op = OPS[name]
    for arity in arities(op):
        trial = data.draw(trials(op, max_dims=0))
        same_by_both(op, trial.xs[:arity])


@elementwise
def test_single_numbers_and_arrays_agree_where_numbers_are_odd(name: str) -> None:
    op = OPS[name]
    for arity in arities(op):
        for xs in itertools.product(ODD, repeat=arity):
            if all(map(math.isfinite, xs)) or inside(Trial(op, xs, {})):
                same_by_both(op, xs)


def same_by_both(op: Op, xs: tuple[float, ...]) -> None:
    """Python's floats raise where IEEE arithmetic answers inf or nan; else they must agree."""
    assert op.rule is not None
    with np.errstate(all="ignore"):
        by_array = [float(entry) for entry in op.rule(array, *map(np.asarray, xs))]
    try:
        by_number = op.rule(number, *xs)
    except NOT_ORDINARY:
        return
    np.testing.assert_allclose(by_number, by_array, rtol=1e-13, atol=0, err_msg=f"{op.name}{xs}")


@every_row
@given(data=st.data())
@settings(max_examples=30)
def test_a_row_never_raises_and_never_warns_for_numbers(name: str, data: st.DataObject) -> None:
    op = OPS[name]
    case = data.draw(st.sampled_from(cases_of(op)))
    seed = data.draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    xs = tuple(plain(rng.choice(ODD, size=shape)) for shape in case.shapes)
    trial = Trial(op, xs, case.settings)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        g = plain(rng.normal(size=np.shape(trial.out)))
        for port in trial.open_ports:
            assert np.shape(trial.pull(port, g)) == trial.shapes[port]
            t = plain(rng.normal(size=trial.shapes[port]))
            assert np.shape(trial.push(port, t)) == np.shape(trial.out)


@every_row
def test_the_domain_is_where_the_value_is_finite(name: str) -> None:
    op = OPS[name]
    grid = [-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0]
    for case in cases_of(op):
        for seed in range(20):
            rng = np.random.default_rng(seed)
            xs = tuple(plain(rng.choice(grid, size=shape)) for shape in case.shapes)
            trial = Trial(op, xs, case.settings)
            finite = bool(np.all(np.isfinite(trial.out)))
            assert inside(trial) == finite or not np.size(trial.out), trial


def inside(trial: Trial) -> bool:
    domain = trial.op.domain
    return domain is None or bool(np.all(domain.holds(*trial.xs, **trial.settings)))


def test_a_nearly_singular_matrix_is_outside_too() -> None:
    magic = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    for name in ("inv", "logdet"):
        assert not inside(Trial(OPS[name], (magic,), {}))
    assert not inside(Trial(OPS["solve"], (magic, np.ones(3)), {}))


@counted
def test_work_is_counted_from_shapes(name: str) -> None:
    op = OPS[name]
    assert op.work is not None
    for case in cases_of(op):
        out = op.shape(*case.shapes, **case.settings)
        assert op.work(out, *case.shapes, **case.settings) >= 0


def test_a_matrix_product_takes_a_multiplication_for_each_pair() -> None:
    assert OPS["matmul"].work is not None
    assert OPS["matmul"].work((2, 4), (2, 3), (3, 4)) == 24
    assert condition_ports(OPS["where"]) == [0]
