"""Networks beside each other: what is known about them holds."""

from __future__ import annotations

from statistics import median

import numpy as np
import pytest

from engine import parse
from engine.errors import BadArgument
from engine.health import gradient_health
from engine.health.setups import CELLS, NORMALIZATIONS, Network, Setup, activations, network
from engine.health.summary import Summary
from engine.health.sweep import Wish, setups, wished
from engine.train.initializers import INITIALIZERS


def shrink(setup: Setup) -> float:
    """The gradient at the input, measured against the one at the last layer."""
    found = wished(Wish(setup))
    return found.gradients[0] / found.gradients[-1]


def test_every_combination_is_made_the_last_field_fastest() -> None:
    made = list(setups({"depth": [2, 3], "activation": ["relu", "tanh"], "seed": [0, 1]}))
    assert len(made) == 8
    assert made[0] == Setup(depth=2, activation="relu", seed=0)
    assert made[1] == Setup(depth=2, activation="relu", seed=1)
    assert made[-1] == Setup(depth=3, activation="tanh", seed=1)


def test_the_same_setup_gives_the_same_row() -> None:
    first, second = wished(Wish(Setup(depth=5, width=8))), wished(Wish(Setup(depth=5, width=8)))
    assert first.gradients == second.gradients
    assert first.gradients != wished(Wish(Setup(depth=5, width=8, seed=1))).gradients


def test_a_row_has_a_size_for_the_input_and_for_each_layer() -> None:
    found = wished(Wish(Setup(depth=7, width=4)))
    assert len(found.values) == len(found.gradients) == 8


@pytest.mark.parametrize("activation", activations())
def test_every_activation_makes_a_program_that_runs(activation: str) -> None:
    found = wished(Wish(Setup(depth=3, width=4, activation=activation)))
    assert len(found.gradients) == 4


@pytest.mark.parametrize("cell", ["dense", *CELLS])
@pytest.mark.parametrize("normalization", NORMALIZATIONS)
@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_every_network_is_an_ordinary_program(
    cell: str, normalization: str, initializer: str
) -> None:
    setup = Setup(3, 4, cell=cell, normalization=normalization, initializer=initializer)
    made = network(setup)
    names = {node.name for node in parse(made.source).inputs}
    assert names == made.values.keys()
    assert set(made.weights) < names
    assert np.isfinite(wished(Wish(setup)).update)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("activation", "swish9"),
        ("initializer", "glorious"),
        ("normalization", "group"),
        ("cell", "transformer"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(field: str, value: str) -> None:
    with pytest.raises(BadArgument) as refused:
        wished(Wish(Setup(**{field: value})))
    assert value in refused.value.message("en")
    assert value in refused.value.message("zh")


def test_xavier_keeps_the_variance_of_values_and_gradients_in_linear_layers() -> None:
    found = wished(Wish(Setup(depth=4, width=1024, activation="linear", initializer="xavier")))
    for sizes in (found.values, found.gradients):
        squares = [size**2 for size in sizes]
        assert max(squares) / min(squares) < 1.15  # by theory 1, up to 1/√(16·1024) a draw


def test_he_keeps_the_mean_square_of_values_and_gradients_through_relu() -> None:
    found = wished(Wish(Setup(depth=4, width=1024, activation="relu", initializer="he")))
    for sizes in (found.values, found.gradients):
        squares = [size**2 for size in sizes]
        assert max(squares) / min(squares) < 1.3


@pytest.mark.parametrize("gain", [0.5, 1.0, 2.0])
def test_each_linear_layer_multiplies_the_variance_by_that_of_its_weights(gain: float) -> None:
    """Var(h_l) = (n · Var(W))^l · Var(h_0), and the same backwards."""
    width, depth = 1024, 3
    made = network(Setup(depth=depth, width=width, activation="linear", initializer="xavier"))
    values = {name: value * (gain if name[0] == "W" else 1) for name, value in made.values.items()}
    health = gradient_health(parse(made.source), values)
    for layer, reading in enumerate(health.layers, start=1):
        assert mean_square(reading.value) == pytest.approx(gain ** (2 * layer), rel=0.1)
        assert mean_square(reading.gradient) == pytest.approx(
            gain ** (2 * (depth - layer)), rel=0.1
        )


def mean_square(found: Summary) -> float:
    return found.norm**2 / found.entries


def test_relu_with_he_keeps_the_median_norm_over_many_seeds(whole: bool) -> None:
    shares = [
        shrink(Setup(depth=50, width=512, activation="relu", initializer="he", seed=seed))
        for seed in range(20 if whole else 3)
    ]
    assert 0.5 < median(shares) < 2.0


def test_a_sigmoid_network_loses_more_than_a_quarter_a_layer_allows() -> None:
    orthogonal = Setup(depth=20, activation="sigmoid", initializer="orthogonal")
    assert shrink(orthogonal) < 0.25**20


def test_remedies_work() -> None:
    sick = Setup(depth=40, activation="relu", initializer="normal")
    assert shrink(sick) < 1e-3
    assert shrink(sick._replace(initializer="he")) > 0.1
    assert shrink(sick._replace(normalization="batch")) > 0.1
    assert shrink(sick._replace(residual=True)) > 0.1


@pytest.mark.parametrize(
    "sick",
    [
        Setup(depth=40, activation="relu", initializer="normal"),
        Setup(depth=40, activation="sigmoid"),
        Setup(depth=40, initializer="zeros"),
        Setup(depth=20, initializer="constant"),
        Setup(depth=40, activation="linear", initializer="he"),
        Setup(depth=40, cell="rnn", radius=0.5),
        Setup(depth=40, cell="gru", radius=0.5),
    ],
    ids=str,
)
def test_every_change_that_is_suggested_makes_another_network_that_runs(sick: Setup) -> None:
    looked = wished(Wish(sick))
    assert looked.diagnoses
    for found in looked.diagnoses:
        assert looked.tries(found)
        for change in looked.tries(found):
            tried = sick._replace(**change)
            assert len(wished(Wish(tried)).gradients) == sick.depth + 1
            assert "clip" in change or differ(network(sick), network(tried))


def differ(one: Network, other: Network) -> bool:
    if one.source != other.source:
        return True
    return any(not np.array_equal(one.values[name], other.values[name]) for name in one.weights)


def test_a_cell_that_forgets_is_advised_to_remember() -> None:
    forgets = wished(Wish(Setup(depth=50, cell="rnn", radius=0.9)))
    (found,) = forgets.diagnoses
    assert {"cell": "lstm"} in forgets.tries(found)
    assert not any("residual" in change for change in forgets.tries(found))


def test_the_recurrent_radius_says_what_a_linear_cell_does() -> None:
    rates = {
        radius: shrink(Setup(depth=60, cell="rnn", activation="linear", radius=radius)) ** (1 / 60)
        for radius in (0.5, 1.0, 1.5)
    }
    for radius, rate in rates.items():
        assert rate == pytest.approx(radius, rel=0.05)


def test_an_lstm_keeps_the_gradient_where_a_plain_cell_loses_it() -> None:
    plain = Setup(depth=50, cell="rnn", radius=0.9)
    assert shrink(plain) < 1e-3
    assert shrink(plain._replace(cell="lstm", radius=None)) > 0.05
    assert shrink(plain) < shrink(plain._replace(cell="gru", radius=None))


def test_zero_weights_give_zero_hidden_gradients_and_twins() -> None:
    found = wished(Wish(Setup(depth=5, width=8, initializer="zeros")))
    assert found.gradients[:-1] == (0.0,) * 5
    assert {each.code for each in found.diagnoses} == {"vanishing", "symmetric"}


def test_clipping_keeps_an_update_within_its_bound() -> None:
    found = wished(Wish(Setup(depth=10, clip=1.0)))
    assert found.update > 1.0
    assert found.clipped == 1.0
    assert wished(Wish(Setup(depth=10, clip=1e9))).clipped == pytest.approx(found.update)
    assert wished(Wish(Setup(depth=10))).clipped == found.update


def test_a_layer_of_a_network_is_looked_at_closely_the_input_being_layer_0() -> None:
    setup = Setup(depth=4, width=8)
    plain = wished(Wish(setup))
    for layer in range(5):
        found = wished(Wish(setup, layer)).closer
        assert found is not None
        assert found.name == f"h_{layer}"
        assert found.value.sizes.norm == plain.values[layer]
        assert found.gradient.sizes.norm == plain.gradients[layer]
        assert sum(found.gradient.bars.counts) == 8 * 16
    with pytest.raises(BadArgument):
        wished(Wish(setup, 5))


def test_a_network_is_told_as_the_program_that_was_looked_at() -> None:
    found = wished(Wish(Setup(depth=4, width=8), program=True))
    assert found.network is not None
    health = gradient_health(parse(found.network.source), found.network.values)
    assert [each.gradient.norm for each in health.layers] == list(found.gradients[1:])
