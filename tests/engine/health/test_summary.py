"""Many numbers in a few."""

from __future__ import annotations

import numpy as np
import pytest

from engine.health.summary import summary


def test_several_tensors_are_one_list_of_numbers() -> None:
    found = summary([np.array([[3.0, 0.0], [0.0, 0.0]]), -4.0])
    assert found.entries == 5
    assert found.norm == pytest.approx(5.0)
    assert found.mean_abs == pytest.approx(1.4)
    assert found.zeros == pytest.approx(0.6)
    assert found.quantiles[0] == 0.0
    assert found.quantiles[-1] == 4.0


def test_squares_neither_overflow_nor_vanish() -> None:
    assert summary([np.array([3e200, 4e200])]).norm == pytest.approx(5e200)
    assert summary([np.array([3e-200, 4e-200])]).norm == pytest.approx(5e-200)


def test_what_is_not_finite_is_not_hidden() -> None:
    found = summary([np.array([1.0, np.inf, 0.0])])
    assert found.norm == np.inf
    assert found.quantiles == ()
    assert np.isnan(summary([np.array([np.nan, 1.0])]).norm)


def test_nothing_has_the_size_0() -> None:
    assert summary([np.zeros((0, 3))])[:4] == (0, 0.0, 0.0, 0.0)
    assert summary([])[:4] == (0, 0.0, 0.0, 0.0)
