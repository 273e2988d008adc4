"""Where a slope jumps, the row says so, with the slopes on both sides; and nowhere else."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from engine.mathematics import Value
from engine.op import Case, Op, elements
from engine.ops import OPS
from tests.engine.samples import Trial, every_row, filled_cases_of, plain

STEP = 1e-7
STEEP = 1e3  # a larger rise is a jump, or a slope without end
CLOSE = 1e-4
SEEDS = range(40)


@every_row
def test_slopes_on_both_sides_agree_except_at_the_rows_corners(name: str) -> None:
    for trial in round_trials(OPS[name]):
        for port in trial.open_ports:
            used = np.ravel(trial.pull(port, plain(np.ones(np.shape(trial.out)))))
            for place, (left, right) in enumerate(both_sides(trial, port)):
                if not (abs(left) < STEEP and abs(right) < STEEP):
                    continue  # NaN, a jump, or infinitely steep
                wanted = declared(trial, port, place) or (left, left)
                assert (left, right) == pytest.approx(wanted, abs=CLOSE), (trial, port, place)
                assert min(left, right) - CLOSE <= used[place] <= max(left, right) + CLOSE


@pytest.mark.parametrize("name", [name for name, op in OPS.items() if op.corners])
def test_every_corner_of_a_row_is_met_by_the_test_above(name: str) -> None:
    for corner in OPS[name].corners:
        assert corner.port not in OPS[name].blind
        trials = round_trials(OPS[name])
        assert any(np.any(corner.at(*trial.xs, **trial.settings)) for trial in trials)


def round_trials(op: Op) -> Iterator[Trial]:
    """Operands of halves and wholes within the row's range, so that ties and corners abound."""
    for case in filled_cases_of(op):
        one_number = elements(op.shape(*case.shapes, **case.settings)) == 1
        stretched = bool(op.corners) and len(set(case.shapes)) > 1  # an entry met in many places
        if not one_number or stretched:
            continue
        for seed in SEEDS:
            rng = np.random.default_rng(seed)
            ports = range(len(case.shapes))
            drawn = tuple(rng.choice(halves(op, port), case.shapes[port]) for port in ports)
            yield Trial(op, tuple(map(plain, drawn)), case.settings)
        yield from _alike(op, case)


def _alike(op: Op, case: Case) -> Iterator[Trial]:
    """All entries of an operand equal."""
    for pick in range(5):
        xs = (
            plain(np.full(shape, halves(op, port)[pick % len(halves(op, port))]))
            for port, shape in enumerate(case.shapes)
        )
        yield Trial(op, tuple(xs), case.settings)


def halves(op: Op, port: int) -> list[float]:
    low, high = op.sample[min(port, len(op.sample) - 1)]
    return [half / 2 for half in range(math.ceil(2 * low), math.floor(2 * high) + 1)]


def both_sides(trial: Trial, port: int) -> list[tuple[float, float]]:
    """Per entry: how steeply the value rises up to this point, and from it on."""
    here = value(trial)
    sides = []
    for place in range(elements(trial.shapes[port])):
        nudge = np.zeros(elements(trial.shapes[port]))
        nudge[place] = STEP
        nudge = nudge.reshape(trial.shapes[port])
        before, after = value(trial.moved(port, -nudge)), value(trial.moved(port, nudge))
        sides.append(((here - before) / STEP, (after - here) / STEP))
    return sides


def value(trial: Trial) -> float:
    return float(np.ravel(trial.out)[0])


def declared(trial: Trial, port: int, place: int) -> tuple[float, float] | None:
    """The slopes that the row gives for a corner here."""
    for corner in trial.op.corners:
        if corner.port != port:
            continue
        if entry(corner.at(*trial.xs, **trial.settings), trial, port, place):
            left, right = corner.slopes(*trial.xs, **trial.settings)
            return entry(left, trial, port, place), entry(right, trial, port, place)
    return None


def entry(x: Value, trial: Trial, port: int, place: int) -> Any:
    return np.ravel(np.broadcast_to(x, trial.shapes[port]))[place]
