"""Filling a tensor: patterns are what they are called, drawn numbers are settled by their seed."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import BadValue
from engine.train.fills import FILLS, as_axes, filled
from engine.train.initializers import initial


@pytest.mark.parametrize("name", FILLS)
def test_only_what_is_drawn_follows_the_seed(name: str) -> None:
    made = [filled(name, (6, 5), seed) for seed in (3, 3, 4)]
    assert made[0].shape == (6, 5)
    assert np.array_equal(made[0], made[1])
    assert FILLS[name].seeded != np.array_equal(made[0], made[2])


def test_patterns_are_what_they_are_called() -> None:
    assert filled("zeros", (2,), 0).tolist() == [0, 0]
    assert filled("ones", (2, 1), 0).tolist() == [[1], [1]]
    assert filled("identity", (2, 3), 0).tolist() == [[1, 0, 0], [0, 1, 0]]


def test_drawn_numbers_are_as_wide_as_they_say() -> None:
    assert filled("normal", (200, 300), 1).std() == pytest.approx(1, rel=0.02)
    for name in ("xavier", "he"):
        assert np.array_equal(filled(name, (4, 3), 7), initial(name, (4, 3), 7))


def test_an_identity_has_two_axes() -> None:
    with pytest.raises(BadValue) as refused:
        filled("identity", (2, 2, 2), 0)
    assert refused.value.reason == "fill_axes"
    assert {row.name for row in FILLS.values() if row.axes == 2} == {"identity"}


@pytest.mark.parametrize(
    ("shape", "axes", "meant"),
    [
        ((1, 3), 1, (3,)),
        ((3, 1), 1, (3,)),
        ((1, 1), 1, (1,)),
        ((1, 1, 3), 2, (1, 3)),
        ((2, 3), 1, (2, 3)),
        ((3,), 2, (3,)),
        ((1, 3), None, (1, 3)),
    ],
)
def test_axes_of_length_one_go_where_fewer_are_wanted(
    shape: tuple[int, ...], axes: int | None, meant: tuple[int, ...]
) -> None:
    assert as_axes(np.zeros(shape), axes).shape == meant
