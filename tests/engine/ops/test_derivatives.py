"""Every row's derivatives: the same by sympy, by differences, forwards and backwards."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.op import elements
from engine.ops import OPS
from tests.engine import oracle
from tests.engine.samples import (
    Trial,
    cases_of,
    condition_ports,
    every_row,
    filled_cases_of,
    plain,
    trial_of,
    trials,
)

SEEDS = (1,)
LARGEST = 50.0  # beyond this a difference quotient of float64 numbers says little


@every_row
def test_derivatives_are_those_of_the_sympy_meaning(name: str) -> None:
    op = OPS[name]
    for case in filled_cases_of(op):
        for seed in SEEDS:
            trial = trial_of(op, case, seed)
            for port in trial.open_ports:
                exact = oracle.jacobian(trial, port)
                same(trial.jacobian_by_pull(port), exact, 1e-9, trial)
                same(trial.jacobian_by_push(port), exact, 1e-9, trial)


@every_row
@given(data=st.data())
@settings(max_examples=30)
def test_derivatives_are_those_of_a_small_nudge(name: str, data: st.DataObject) -> None:
    trial = data.draw(trials(OPS[name], min_side=0))
    for port in trial.open_ports:
        nudged = trial.jacobian_by_difference(port)
        assume(np.max(np.abs(nudged), initial=0.0) < LARGEST)
        same(trial.jacobian_by_pull(port), nudged, 1e-5, trial)
        same(trial.jacobian_by_push(port), nudged, 1e-5, trial)


@every_row
@given(data=st.data(), seed=st.integers(0, 2**32 - 1))
@settings(max_examples=30)
def test_reverse_is_the_transpose_of_forward_mode(
    name: str, data: st.DataObject, seed: int
) -> None:
    trial = data.draw(trials(OPS[name], min_side=0))
    rng = np.random.default_rng(seed)
    g = plain(rng.normal(size=np.shape(trial.out)))
    for port in trial.open_ports:
        t = plain(rng.normal(size=trial.shapes[port]))
        forwards = np.sum(g * np.asarray(trial.push(port, t)))
        backwards = np.sum(t * np.asarray(trial.pull(port, g)))
        np.testing.assert_allclose(forwards, backwards, rtol=1e-9, atol=1e-10, err_msg=str(trial))


@every_row
@given(data=st.data())
@settings(max_examples=20)
def test_a_rows_pattern_is_how_gradients_travel(name: str, data: st.DataObject) -> None:
    op = OPS[name]
    trial = data.draw(trials(op))
    ways = [trial.jacobian_by_pull(port) for port in trial.open_ports]
    slopes = np.concatenate([np.zeros((elements(np.shape(trial.out)), 1)), *ways], axis=1)
    match op.pattern:
        case "source":
            assert not trial.xs
        case "blocker":
            assert trial.xs
            assert not np.any(slopes)
        case "mover":
            assert np.all((slopes == 0) | (slopes == 1))
            assert np.all(np.sum(slopes, axis=1) <= 1)
            others = trial._replace(xs=tuple(plain(1 - np.asarray(x)) for x in trial.xs))
            for port, way in zip(trial.open_ports, ways, strict=True):
                assert np.array_equal(others.jacobian_by_pull(port), way), "it looks at the numbers"
        case "router":
            assert np.all(slopes >= 0)
            np.testing.assert_allclose(np.sum(slopes, axis=1), 1.0)
        case "distributor":
            assert np.all(np.isin(np.abs(ways[0]), (0.0, 1.0)))
        case _:
            assert trial.open_ports


@pytest.mark.parametrize("name", [name for name, op in OPS.items() if op.pattern == "router"])
def test_a_router_looks_at_the_numbers(name: str) -> None:
    op = OPS[name]
    ways = [
        {trial.jacobian_by_pull(trial.open_ports[0]).tobytes() for trial in tried}
        for tried in ([trial_of(op, case, seed) for seed in range(9)] for case in cases_of(op))
    ]
    assert any(len(different) > 1 for different in ways)


@every_row
@given(data=st.data())
@settings(max_examples=20)
def test_a_blind_port_moves_nothing(name: str, data: st.DataObject) -> None:
    trial = data.draw(trials(OPS[name]))
    for port in set(trial.op.blind) - set(condition_ports(trial.op)):
        assert not np.any(trial.jacobian_by_difference(port))


@every_row
def test_only_a_blocker_or_a_source_passes_no_derivative_at_all(name: str) -> None:
    op = OPS[name]
    seen = [
        np.any(trial.jacobian_by_pull(port))
        for case in filled_cases_of(op)
        for trial in (trial_of(op, case, seed) for seed in SEEDS)
        for port in trial.open_ports
    ]
    assert any(seen) == (op.pattern not in ("blocker", "source"))


def same(got: np.ndarray, wanted: np.ndarray, tolerance: float, trial: Trial) -> None:
    scale = max(1.0, float(np.max(np.abs(wanted), initial=0.0)))
    np.testing.assert_allclose(got, wanted, rtol=0, atol=tolerance * scale, err_msg=str(trial))
