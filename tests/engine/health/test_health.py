"""The gradient's size at every layer, against what is known about it, and what is made of it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import parse
from engine.errors import BadArgument
from engine.health import Health, gradient_health
from engine.values import Given

LAYERS = 12


def chain(factor: str, rounds: int = 100) -> str:
    return f"repeat {rounds} as t:\n  h = {factor}*h\nL = h + 0"


def network(activation: str, layers: int = LAYERS) -> str:
    """Fully connected layers, each one call of the same function."""
    lines = [f"layer(W, h) = {activation}(W @ h)"]
    lines += [f"h_{k + 1} = layer(W_{k + 1}, h_{k})" for k in range(layers)]
    return "\n".join([*lines, f"L = sum(h_{layers}^2)"])


def weights(scale: float, width: int, layers: int = LAYERS, seed: int = 0) -> dict[str, Given]:
    """Normal weights; `scale` is their variance times the width."""
    dice = np.random.default_rng(seed)
    found: dict[str, Given] = {
        f"W_{k + 1}": dice.normal(0, math.sqrt(scale / width), (width, width))
        for k in range(layers)
    }
    return found | {"h_0": dice.normal(size=width)}


def examined(source: str, **values: Given) -> Health:
    return gradient_health(parse(source), values)


def codes(health: Health) -> list[str]:
    return [found.code for found in health.diagnoses]


@pytest.mark.parametrize(
    ("factor", "known", "code"),
    [("1.1", 13780.6123398222, "exploding"), ("0.9", 2.65613988875875e-05, "vanishing")],
)
def test_a_chain_of_a_hundred_is_as_the_origin_has_it(factor: str, known: float, code: str) -> None:
    health = examined(chain(factor), h=1.0)
    assert len(health.layers) == 100
    assert health.inputs[0].gradient.norm == pytest.approx(known, rel=1e-12)
    assert health.layers[0].gradient.norm == pytest.approx(known / float(factor), rel=1e-12)
    assert codes(health) == [code]
    assert health.diagnoses[0].evidence["factor"] == pytest.approx(float(factor))


def test_the_first_layer_outside_the_band_is_named() -> None:
    health = examined(chain("0.5", 20), h=1.0)
    (found,) = health.diagnoses
    sick = [layer for layer in health.layers if layer.gradient.norm < 1e-3]
    assert found.evidence["layer"] == sick[-1].layer.name
    assert found.node == sick[-1].layer.outputs[-1]
    assert found.evidence["n"] == len(sick) == 10  # 0.5^10 is just below a thousandth


def test_a_chain_of_1_1_overflows_only_after_seven_thousand_rounds() -> None:
    rounds = math.ceil(math.log(1.7976931348623157e308) / math.log(1.1))
    assert rounds == 7448
    assert codes(examined(chain("1.1", rounds - 1), h=1.0)) == ["exploding"]
    health = examined(chain("1.1", rounds), h=1.0)
    assert codes(health) == ["not-finite"]


@pytest.mark.parametrize("start", [-3.0, 0.0, 0.6, 5.0])
def test_a_sigmoid_chain_is_bounded_by_a_quarter_a_layer(start: float) -> None:
    source = "repeat 10 as t:\n  h = sigmoid(h)\nL = h + 0"
    health = examined(source, h=start)
    norms = [layer.gradient.norm for layer in health.layers]
    for steps, norm in enumerate(reversed(norms)):
        assert norm <= 0.25**steps
    assert health.inputs[0].gradient.norm < 0.25**10


def test_he_weights_keep_a_relu_networks_gradient_and_small_ones_lose_it() -> None:
    kept = examined(network("relu"), **weights(2.0, 128))
    assert codes(kept) == ["healthy"]
    assert "vanishing" in codes(examined(network("relu"), **weights(0.2, 128)))
    assert "exploding" in codes(examined(network("relu"), **weights(12.0, 128)))


def test_zero_weights_give_exactly_zero_hidden_gradients() -> None:
    values = weights(1.0, 4)
    for name in values:
        if name != "h_0":
            values[name] = np.zeros((4, 4))
    health = examined(network("tanh"), **values)
    assert all(layer.gradient.norm == 0.0 for layer in health.layers[:-1])
    assert all(layer.gradient.zeros == 1.0 for layer in health.layers[:-1])
    assert "vanishing" in codes(health)


def test_equal_weights_make_many_units_one() -> None:
    source = "h = sigmoid(W @ x)\nL = (v @ h)^2"
    equal: dict[str, Given] = {"W": np.full((100, 3), 0.5), "x": [1.0, 2.0, 3.0]}
    health = examined(source, **equal, v=np.ones(100))
    (found,) = (each for each in health.diagnoses if each.code == "symmetric")
    assert found.evidence == {"x": "W", "n": 100, "weights": 1}
    assert "100 units" in found.message("en")
    assert "100 个单元" in found.message("zh")
    gradient = np.asarray(health.totals[health.inputs[0].node])
    assert health.inputs[0].name == "W"
    assert np.all(gradient == gradient[0])
    assert np.any(gradient)
    uneven = examined(source, **equal, v=np.arange(100.0))
    assert "symmetric" not in codes(uneven)


def test_the_columns_are_the_units_where_the_weights_stand_behind() -> None:
    values: dict[str, Given] = {"W": np.full((3, 5), 0.5), "x": [1.0, 2.0, 3.0], "v": np.ones(5)}
    assert "symmetric" in codes(examined("L = sum(tanh(x @ W) * v)", **values))


def test_a_relu_that_is_off_for_all_is_called_dead() -> None:
    health = examined("h = relu(W @ x - 100)\nL = sum(h)", W=np.eye(4), x=np.ones(4))
    assert "dead-relu" in codes(health)
    assert health.layers[0].blocked.dead == 1.0
    assert health.layers[0].blocked.saturated is None


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "erf", "atan"])
def test_a_curve_that_is_pressed_flat_is_called_saturated(activation: str) -> None:
    health = examined(f"h = {activation}(W @ x)\nL = sum(h)", W=30 * np.eye(4), x=np.ones(4))
    assert "saturated" in codes(health)
    assert "saturated" not in codes(
        examined(f"h = {activation}(W @ x)\nL = sum(h)", W=0.1 * np.eye(4), x=np.ones(4))
    )


@pytest.mark.parametrize("function", ["log1p", "cbrt", "asinh", "sin", "exp", "softplus"])
def test_what_never_levels_off_is_never_called_saturated(function: str) -> None:
    health = examined(f"h = {function}(x)\nL = sum(h)", x=[1.0, 30.0])
    assert health.layers[0].blocked == (None, None)


CAUSES = [  # a program, its input, the node that breaks, what it was given
    ("y = log(x)\nz = y * 2", -1.0, "y", {"x": "-1"}),
    ("y = sqrt(x)\nz = y + 1", -4.0, "y", {"x": "-4"}),
    ("y = 1 / x\nz = y - y", 0.0, "y", {"1": "1", "x": "0"}),
    ("y = exp(x)\nz = y - y", 1000.0, "y", {"x": "1000"}),
    ("y = asin(x)\nz = 3 * y", 2.0, "y", {"x": "2"}),
    ("y = x ^ 0.5\nz = 3 * y", -1.0, "y", {"x": "-1", "0.5": "0.5"}),
    ("A = [[x, 1], [1, x]]\ny = sum(inv(A))", 1.0, "inv(A)", {"A": "[1 … 1]"}),
    ("y = atanh(x)\nz = y / y", 1.0, "y", {"x": "1"}),
    ("y = log(x)\nz = exp(y)", 0.0, "y", {"x": "0"}),
    ("y = sqrt(x)\nz = y + 1", 0.0, "y", {"x": "0"}),
    ("y = x * 1e200\nz = y * y", 1e200, "y", {"x": "1.000e+200", "1e200": "1.000e+200"}),
    ("y = x + 1\nz = 2 * y", math.nan, "x", {}),
    ("y = x % 0\nz = y + 1", 3.0, "y", {"x": "3", "0": "0"}),
    ("y = acosh(x)\nz = y * y", 0.5, "y", {"x": "0.5"}),
]


@pytest.mark.parametrize(("source", "x", "node", "inputs"), CAUSES)
def test_the_first_number_that_is_not_finite_is_named_with_its_inputs_and_its_reason(
    source: str, x: float, node: str, inputs: dict[str, str]
) -> None:
    graph = parse(source)
    (found,) = gradient_health(graph, {"x": x}).diagnoses
    assert found.code == "not-finite"
    assert found.node is not None
    assert graph.names[found.node] == node
    assert found.evidence["inputs"] == inputs
    for language in ("en", "zh"):
        assert len(found.message(language)) > 15
        assert "{" not in found.message(language)
        assert all(f"{name} = {value}" in found.message(language) for name, value in inputs.items())
        assert found.remedy(language)


def test_slopes_that_multiply_past_every_number_are_told_apart_from_values_that_do() -> None:
    source = "a = x * 1e200\nb = a * 1e200\nL = b * 1e200"
    (found,) = examined(source, x=0.0).diagnoses
    assert found.code == "not-finite"
    assert "the gradient" in found.message("en")
    assert found.evidence["inputs"] == {"∂L/∂b": "1.000e+200", "∂b/∂a": "1.000e+200"}


def test_a_layer_is_looked_at_closely() -> None:
    health = examined(network("relu"), **weights(2.0, 16))
    found = health.closer(3)
    assert (found.place, found.name) == (3, "h_4")
    assert found.value.sizes == health.layers[3].value
    assert sum(found.value.bars.counts) == sum(found.gradient.bars.counts) == 16
    assert found.value.bars.low == 0.0
    for place in (-1, LAYERS):
        with pytest.raises(BadArgument):
            health.closer(place)


def test_an_ordinary_program_is_healthy() -> None:
    health = examined("c = a + b\nd = b + 1\ne = c * d", a=2.0, b=1.0)
    assert codes(health) == ["healthy"]
    assert [reading.layer.name for reading in health.layers] == ["c", "d"]
    assert [weight.name for weight in health.inputs] == ["a", "b"]
    assert [weight.gradient.norm for weight in health.inputs] == [2.0, 5.0]


def test_a_call_inside_a_call_belongs_to_the_outer_layer() -> None:
    source = "g(x) = x * x\nf(x) = g(x) + 1\ny = f(a)\nz = f(y)\nL = 2 * z"
    health = examined(source, a=1.0)
    assert [reading.layer.name for reading in health.layers] == ["y", "z"]


def test_a_program_of_one_operation_has_one_layer() -> None:
    assert [reading.layer.name for reading in examined("y = a * b", a=1.0, b=2.0).layers] == ["y"]


def test_a_program_without_anything_to_differentiate_is_answered() -> None:
    assert examined("y = 2 * 3").layers == ()
