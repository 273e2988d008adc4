"""Weights are drawn as wide as the theory says, the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from engine.train.initializers import INITIALIZERS, fans, initial

WIDTHS = {
    "normal": 0.1,
    "xavier": np.sqrt(2 / 700),
    "xavier_uniform": np.sqrt(2 / 700),
    "he": np.sqrt(2 / 400),
    "he_uniform": np.sqrt(2 / 400),
}


@pytest.mark.parametrize("name", INITIALIZERS)
def test_the_seed_settles_every_number(name: str) -> None:
    drawn = [initial(name, (6, 5), seed) for seed in (3, 3, 4)]
    assert np.array_equal(drawn[0], drawn[1])
    assert drawn[0].shape == (6, 5)
    assert (name in ("zeros", "constant")) == np.array_equal(drawn[0], drawn[2])


@pytest.mark.parametrize("name", WIDTHS)
def test_the_spread_is_what_the_theory_says(name: str) -> None:
    drawn = initial(name, (400, 300), 0)
    assert drawn.std() == pytest.approx(WIDTHS[name], rel=0.01)
    assert abs(drawn.mean()) < 0.01 * WIDTHS[name] + 1e-3


@pytest.mark.parametrize("shape", [(5, 5), (8, 3), (3, 8)])
def test_orthogonal_weights_keep_lengths(shape: tuple[int, int]) -> None:
    drawn = initial("orthogonal", shape, 1)
    tall = drawn if shape[0] >= shape[1] else drawn.T
    np.testing.assert_allclose(tall.T @ tall, np.eye(min(shape)), atol=1e-12)


def test_a_gain_widens() -> None:
    narrow, wide = (initial("he", (9, 9), 0, gain) for gain in (1.0, 3.0))
    np.testing.assert_allclose(wide, 3 * narrow, rtol=1e-15)
    assert initial("constant", (2,), 0, 0.0).tolist() == [0.0, 0.0]


def test_fans_count_what_goes_in_and_out() -> None:
    assert fans((784, 100)) == (784, 100)
    assert fans((3, 3, 8, 16)) == (72, 144)
    assert fans((7,)) == (7, 1)
    assert fans(()) == (1, 1)
