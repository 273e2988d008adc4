"""How numbers are spread."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.health.histogram import BARS, Histogram, histogram

LARGEST = float(np.finfo(float).max)


@given(st.lists(st.floats(), max_size=60))
def test_every_number_stands_in_one_bar_or_is_not_finite(numbers: list[float]) -> None:
    found = histogram([np.array(numbers)])
    assert sum(found.counts) + found.others == len(numbers)
    assert len(found.counts) in (0, 1, BARS)
    if found.counts:
        assert found.counts[0] > 0
        assert found.counts[-1] > 0


def test_bars_are_those_of_numpy() -> None:
    numbers = np.random.default_rng(0).normal(size=5_000)
    counts, edges = np.histogram(numbers, BARS)
    assert histogram([numbers]) == Histogram(edges[0], edges[-1], tuple(counts.tolist()), 0)


def test_several_tensors_are_counted_together() -> None:
    found = histogram([np.array([[0.0, 1.0]]), 24.0])
    assert (found.low, found.high) == (0.0, 24.0)
    assert (found.counts[0], found.counts[1], found.counts[-1]) == (1, 1, 1)


@pytest.mark.parametrize("number", [0.0, -3.5, 5e-324, LARGEST])
def test_equal_numbers_stand_in_one_bar(number: float) -> None:
    assert histogram([np.full(7, number)]) == Histogram(number, number, (7,), 0)


@pytest.mark.parametrize("ends", [(-LARGEST, LARGEST), (0.0, 5e-324), (1.0, 1.0 + 2**-52)])
def test_the_widest_and_the_narrowest_range_have_bars(ends: tuple[float, float]) -> None:
    found = histogram([np.array(ends)])
    assert (found.counts[0], found.counts[-1]) == (1, 1)


def test_what_is_not_finite_is_counted_apart() -> None:
    assert histogram([np.array([np.nan, np.inf, 2.0])]) == Histogram(2.0, 2.0, (1,), 2)
    assert histogram([]) == Histogram(0.0, 0.0, (), 0)
