"""The answers at corners and limits, as the language states them: PyTorch's where it has one."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from engine.mathematics import Value
from engine.ops import OPS
from tests.engine.samples import Trial, plain

INF, NAN = math.inf, math.nan
MAGIC = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]
RANK_ONE = [[1.0, 2.0], [2.0, 4.0]]

# name, operands, settings, value, gradient of each operand (of the sum of the value's entries)
STATED: list[tuple[str, list[Any], dict[str, Any], Any, list[Any]]] = [
    # one number
    ("relu", [0.0], {}, 0.0, [0.0]),
    ("relu", [NAN], {}, NAN, [1.0]),
    ("abs", [0.0], {}, 0.0, [0.0]),
    ("abs", [NAN], {}, NAN, [0.0]),
    ("leaky_relu", [0.0], {}, 0.0, [0.01]),
    ("elu", [0.0], {}, 0.0, [1.0]),
    ("elu", [NAN], {}, NAN, [1.0]),
    ("step", [0.0], {}, 0.0, [0.0]),
    ("sqrt", [0.0], {}, 0.0, [INF]),
    ("log", [0.0], {}, -INF, [INF]),
    ("log", [-1.0], {}, NAN, [-1.0]),
    ("acosh", [-2.0], {}, NAN, [1 / math.sqrt(3.0)]),
    ("cbrt", [-8.0], {}, -2.0, [1 / 12]),
    ("hypot", [0.0, 0.0], {}, 0.0, [0.0, 0.0]),
    ("hypot", [3e200, 4e200], {}, 5e200, [0.6, 0.8]),
    ("atan2", [0.0, 0.0], {}, 0.0, [0.0, 0.0]),
    ("sigmoid", [-800.0], {}, 0.0, [0.0]),
    ("softplus", [800.0], {}, 800.0, [1.0]),
    ("log_sigmoid", [-800.0], {}, -800.0, [1.0]),
    # two or more
    ("div", [1.0, 0.0], {}, INF, [INF, -INF]),
    ("mod", [-7.5, 2.0], {}, 0.5, [1.0, 4.0]),
    ("mod", [7.5, -2.0], {}, -0.5, [1.0, 4.0]),
    ("mod", [1.0, 0.1], {}, 1.0 % 0.1, [1.0, -9.0]),  # the double 0.1 is more than a tenth
    ("pow", [0.0, 0.0], {}, 1.0, [0.0, 0.0]),
    ("pow", [0.0, 2.0], {}, 0.0, [0.0, 0.0]),
    ("pow", [-2.0, 3.0], {}, -8.0, [12.0, NAN]),
    ("pow", [0.0, -1.0], {}, INF, [-INF, -INF]),
    ("maximum", [1.0, 1.0], {}, 1.0, [0.5, 0.5]),
    ("minimum", [1.0, 1.0], {}, 1.0, [0.5, 0.5]),
    ("maximum", [NAN, 1.0], {}, NAN, [1.0, 1.0]),
    ("minimum", [1.0, NAN], {}, NAN, [1.0, 1.0]),
    ("where", [NAN, 1.0, 2.0], {}, 1.0, [None, 1.0, 0.0]),
    ("clip", [1.0, 1.0, 2.0], {}, 1.0, [1.0, 0.0, 0.0]),
    ("clip", [2.0, 1.0, 2.0], {}, 2.0, [1.0, 0.0, 0.0]),
    ("clip", [0.0, 3.0, 2.0], {}, 2.0, [0.0, 0.0, 1.0]),
    ("clip", [1.0, 1.0, 1.0], {}, 1.0, [1.0, 0.0, 0.0]),
    ("clip", [0.0, 1.0, 1.0], {}, 1.0, [0.0, 0.0, 0.0]),
    ("clip", [2.0, 1.0, 1.0], {}, 1.0, [0.0, 0.0, 1.0]),
    ("clip", [NAN, 0.0, 1.0], {}, NAN, [0.0, 0.0, 0.0]),
    ("clip", [0.5, NAN, 1.0], {}, NAN, [0.0, 0.0, 0.0]),
    ("clip", [0.5, 0.0, NAN], {}, NAN, [0.0, 0.0, 0.0]),
    # reductions
    ("sum", [[]], {}, 0.0, [[]]),
    ("prod", [[]], {}, 1.0, [[]]),
    ("mean", [[]], {}, NAN, [[]]),
    ("logsumexp", [[]], {}, -INF, [[]]),
    ("norm", [[]], {}, 0.0, [[]]),
    ("max", [[1.0, 3.0, 3.0]], {}, 3.0, [[0.0, 0.5, 0.5]]),
    ("min", [[[1.0, 2.0], [1.0, 1.0]]], {"axis": 0}, [1.0, 1.0], [[[0.5, 0.0], [0.5, 1.0]]]),
    ("max", [[NAN, 2.0, NAN]], {}, NAN, [[0.5, 0.0, 0.5]]),
    ("prod", [[0.0, 2.0, 3.0]], {}, 0.0, [[6.0, 0.0, 0.0]]),
    ("prod", [[0.0, 0.0, 3.0]], {}, 0.0, [[0.0, 0.0, 0.0]]),
    ("var", [[1.0, 2.0, 3.0, 6.0]], {}, 3.5, [[-1.0, -0.5, 0.0, 1.5]]),
    ("std", [[0.1, 0.1, 0.1]], {}, 0.0, [[0.0, 0.0, 0.0]]),
    ("std", [5.0], {}, 0.0, [0.0]),
    ("std", [[1e308, -1e308]], {}, 1e308, [[0.5, -0.5]]),
    ("std", [[[1e-200, 3e-200], [7.0, 7.0]]], {"axis": 1}, [1e-200, 0.0],
     [[[-0.5, 0.5], [0.0, 0.0]]]),
    ("norm", [[0.0, 0.0]], {}, 0.0, [[0.0, 0.0]]),
    ("norm", [[3e200, -4e200]], {}, 5e200, [[0.6, -0.8]]),
    ("norm", [[3e-200, 4e-200]], {}, 5e-200, [[0.6, 0.8]]),
    ("norm", [-3.0], {}, 3.0, [-1.0]),
    ("norm", [[INF, 1.0]], {}, INF, [[NAN, 0.0]]),
    ("logsumexp", [[1000.0, 1000.0]], {}, 1000.0 + math.log(2), [[0.5, 0.5]]),
    ("logsumexp", [[1e10, 1e10]], {}, 1e10 + math.log(2), [[0.5, 0.5]]),
    ("logsumexp", [[-1000.0, -INF]], {}, -1000.0, [[1.0, 0.0]]),
    ("logsumexp", [[INF, 0.0]], {}, INF, [[NAN, 0.0]]),
    ("cumsum", [3.0], {"axis": 0}, 3.0, [1.0]),
    ("cumsum", [[[1.0, 2.0], [3.0, 4.0]]], {}, [1.0, 3.0, 6.0, 10.0], [[[4.0, 3.0], [2.0, 1.0]]]),
    # shares
    ("softmax", [[1000.0, 0.0]], {}, [1.0, 0.0], [[0.0, 0.0]]),
    ("softmax", [3.0], {}, 1.0, [0.0]),
    ("log_softmax", [[1000.0, 0.0]], {}, [0.0, -1000.0], [[-1.0, 1.0]]),
    ("log_softmax", [[1e200, 1e200]], {}, [-math.log(2.0)] * 2, [[0.0, 0.0]]),
    # losses
    ("mse", [[1.0, 3.0], 1.0], {}, 2.0, [[0.0, 2.0], -2.0]),
    ("bce", [0.0, 0.0], {}, 0.0, [1.0, INF]),
    ("bce", [1.0, 1.0], {}, 0.0, [-1.0, -INF]),
    ("bce", [0.0, 1.0], {}, INF, [-INF, INF]),
    ("bce_logits", [1000.0, 0.0], {}, 1000.0, [1.0, -1000.0]),
    ("bce_logits", [-1000.0, 0.0], {}, 0.0, [0.0, 1000.0]),
    ("cross_entropy", [[1000.0, 0.0], [0.0, 1.0]], {}, 1000.0, [[1.0, -1.0], [0.0, 1000.0]]),
    ("cross_entropy", [[0.0, -INF], [1.0, 0.0]], {}, 0.0, [[0.0, 0.0], [0.0, INF]]),
    ("huber", [[0.5, 3.0, 1.0], 0.0], {}, 3.125 / 3, [[0.5 / 3, 1 / 3, 1 / 3], -2.5 / 3]),
    ("hinge", [[1.0, 0.0, 2.0], [1.0, 1.0, -1.0]], {}, 4 / 3,
     [[0.0, -1 / 3, 1 / 3], [0.0, 0.0, -2 / 3]]),
    ("hinge", [NAN, 2.0], {}, NAN, [-2.0, NAN]),
    # matrices
    ("det", [RANK_ONE], {}, 0.0, [[[4.0, -2.0], [-2.0, 1.0]]]),
    ("det", [[[0.0]]], {}, 0.0, [[[1.0]]]),
    ("det", [[[1e200, 1.0], [0.0, -1e200]]], {}, -INF, [[[-1e200, 0.0], [-1.0, 1e200]]]),
    ("det", [[[INF, 2.0], [3.0, 0.0]]], {}, NAN, [[[NAN, NAN], [NAN, NAN]]]),
    ("logdet", [[[0.0, 1.0], [2.0, 0.0]]], {}, math.log(2), [[[0.0, 1.0], [0.5, 0.0]]]),
    ("logdet", [RANK_ONE], {}, -INF, [[[INF, -INF], [-INF, INF]]]),
    ("inv", [[[0.0]]], {}, [[INF]], [[[-INF]]]),
    ("inv", [[[[0.0]], [[2.0]]]], {}, [[[INF]], [[0.5]]], [[[[-INF]], [[-0.25]]]]),
    ("solve", [[[0.0]], [1.0]], {}, [INF], [[[-INF]], [INF]]),
    ("diag", [[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]], {}, [1.0, 5.0],
     [[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]]),
    # pictures
    ("maxpool2d", [[[1.0, 1.0], [1.0, 1.0]]], {"size": 2}, [[1.0]], [[[1.0, 0.0], [0.0, 0.0]]]),
    ("maxpool2d", [MAGIC], {"size": 2}, [[5.0]], [[[0.0, 0, 0], [0.0, 1.0, 0], [0.0, 0, 0]]]),
    ("avgpool2d", [MAGIC], {"size": 2}, [[3.0]],
     [[[0.25, 0.25, 0], [0.25, 0.25, 0], [0.0, 0, 0]]]),
    ("conv2d", [MAGIC, [[1.0, 0.0], [0.0, -1.0]]], {}, [[-4.0, -4.0], [-4.0, -4.0]],
     [[[1.0, 1, 0], [1.0, 0, -1], [0.0, -1, -1]], [[12.0, 16.0], [24.0, 28.0]]]),
    ("layernorm", [[2.0, 2.0], 3.0, 4.0], {}, [4.0, 4.0], [[0.0, 0.0], 0.0, 2.0]),
    ("layernorm", [[1e308, -1e308], [3.0, 1.0], 0.0], {}, [3.0, -1.0],
     [[0.0, 0.0], [1.0, -1.0], 2.0]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "operands", "settings", "value", "gradients"), STATED)
def test_the_stated_answer_is_given(
    name: str, operands: list[Any], settings: dict[str, Any], value: Any, gradients: list[Any]
) -> None:
    trial = trial_at(name, operands, settings)
    np.testing.assert_allclose(trial.out, value, rtol=1e-12, atol=1e-15)
    assert len(gradients) == len(operands)
    for port in trial.open_ports:
        pulled = trial.pull(port, plain(np.ones(np.shape(trial.out))))
        np.testing.assert_allclose(pulled, gradients[port], rtol=1e-11, atol=1e-15)


@pytest.mark.parametrize(
    ("name", "operands"),
    [("bce", [1.0, 1.0]), ("cross_entropy", [[1000.0, 0.0], [1.0, 0.0]]), ("hinge", [1.0, 1.0])],
)
def test_no_loss_is_less_than_zero(name: str, operands: list[Any]) -> None:
    assert math.copysign(1.0, trial_at(name, operands, {}).out) == 1.0


def trial_at(name: str, operands: list[Any], settings: dict[str, Any]) -> Trial:
    xs: tuple[Value, ...] = tuple(plain(np.asarray(operand, dtype=float)) for operand in operands)
    return Trial(OPS[name], xs, settings)


def test_a_shut_gate_passes_nothing_not_even_infinity() -> None:
    for name, operands, settings in (
        ("max", [[1.0, 2.0]], {}),
        ("maxpool2d", [[[1.0, 2.0]]], {"size": 1}),
        ("hinge", [[2.0], [1.0]], {}),
    ):
        trial = trial_at(name, operands, settings)
        back = trial.pull(0, plain(np.full(np.shape(trial.out), INF)))
        assert not np.any(np.isnan(back))
        assert OPS[name].stops


@pytest.mark.parametrize("n", [5, 12])
def test_a_singular_determinant_has_the_slope_of_its_cofactors(n: int) -> None:
    """Small ones by minors, large ones by singular values."""
    rng = np.random.default_rng(n)
    a = rng.normal(size=(n, n))
    a[-1] = 0.0
    trial = trial_at("det", [a], {})
    minor = np.array([np.linalg.det(np.delete(a[:-1], gone, axis=1)) for gone in range(n)])
    wanted = np.zeros((n, n))
    wanted[-1] = minor * (-1.0) ** (np.arange(n) + n - 1)
    assert float(trial.out) == 0
    np.testing.assert_allclose(trial.pull(0, 1.0), wanted, rtol=1e-10, atol=1e-12)


def test_a_determinant_too_large_to_be_written_has_cofactors_that_can_be() -> None:
    a = np.diag(np.full(12, 1e27))
    a[0, 1] = 2e27
    large, singular = (trial_at("det", [each], {}).pull(0, 1.0) for each in (a, np.ones((12, 12))))
    wanted = np.diag(np.full(12, 1e297))
    wanted[1, 0] = -2e297
    np.testing.assert_allclose(large, wanted, rtol=1e-9)
    both = trial_at("det", [np.stack([a, np.ones((12, 12))])], {})
    assert list(both.out) == [INF, 0.0]
    np.testing.assert_allclose(both.pull(0, np.ones(2)), np.stack([large, singular]), atol=1e-9)


def test_a_large_singular_matrix_with_gaps_answers_nan() -> None:
    a = np.zeros((12, 12))
    a[0, 0] = NAN
    assert np.all(np.isnan(trial_at("det", [a], {}).pull(0, 1.0)))


def test_what_is_outside_a_domain_is_said_to_be() -> None:
    domain = OPS["inv"].domain
    assert domain is not None
    assert domain.code == "singular-matrix"
