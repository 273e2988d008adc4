"""Nudging finds the slope of any function, or says that there is none."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from engine.difference import nudge


def safe(function: Callable[[float], float]) -> Callable[[float], float]:
    """What Python raises, the engine answers with not-a-number."""

    def answered(x: float) -> float:
        try:
            return function(x)
        except (ValueError, ZeroDivisionError, OverflowError):
            return math.nan

    return answered


@pytest.mark.parametrize(
    ("function", "at", "slope"),
    [
        (math.sin, 0.3, math.cos(0.3)),
        (math.exp, 20.0, math.exp(20.0)),
        (lambda x: x * x, 0.0, 0.0),
        (lambda x: x * x, 1e200, math.inf),
        (lambda x: x**3, 1e-8, 3e-16),
        (lambda x: math.exp(1e6 * x), 0.0, 1e6),
        (math.sin, 1e10, math.cos(1e10)),  # nudges larger than a wave must not count
        (lambda x: abs(x - 1e-9), 0.0, -1.0),  # a corner close by is not here
        (lambda _: 7.0, 3.0, 0.0),
        (lambda x: 6.674e-11 * x, 5e24, 6.674e-11),
    ],
)
def test_a_smooth_curve_has_its_slope(
    function: Callable[[float], float], at: float, slope: float
) -> None:
    found = nudge(safe(function), at)
    if math.isfinite(slope):
        assert found.middle.settled
        assert not found.corner
        assert found.middle.value == pytest.approx(slope, rel=1e-7, abs=1e-12)
        assert abs(found.middle.value - slope) <= 100 * found.middle.error + 1e-12 * abs(slope)
    else:
        assert not found.middle.settled


@pytest.mark.parametrize(
    ("function", "left", "right"),
    [
        (abs, -1.0, 1.0),
        (lambda x: max(0.0, 3 * x), 0.0, 3.0),
        (lambda x: max(x, 0.5 * x), 0.5, 1.0),
    ],
)
def test_a_corner_has_two_slopes(
    function: Callable[[float], float], left: float, right: float
) -> None:
    found = nudge(function, 0.0)
    assert found.corner
    assert (found.left.value, found.right.value) == pytest.approx((left, right), abs=1e-9)


def test_an_edge_of_the_domain_has_a_slope_on_one_side() -> None:
    found = nudge(safe(lambda x: math.sqrt(x) ** 5), 0.0)
    assert not found.left.settled
    assert found.right.settled
    assert found.right.value == pytest.approx(0.0, abs=1e-5)


def test_a_jump_has_a_slope_only_on_the_side_that_goes_on() -> None:
    found = nudge(math.floor, 2.0)
    assert (found.left.settled, found.middle.settled) == (False, False)
    assert found.right.value == 0.0


@pytest.mark.parametrize("function", [math.sqrt, lambda x: 1 / x])
def test_an_infinite_slope_is_none(function: Callable[[float], float]) -> None:
    found = nudge(safe(function), 0.0)
    assert not any(slope.settled for slope in found[:3])


def test_a_point_too_small_to_be_nudged_has_no_slope() -> None:
    assert not nudge(lambda x: x, 5e-324).middle.settled


def test_the_swing_tells_how_the_slope_changes_nearby() -> None:
    assert nudge(lambda x: x**2, 3.0).swing == pytest.approx(6.0, rel=1e-3)
    assert nudge(lambda _: math.inf, 3.0).swing == 0.0
