"""A model falls into layers, and each tells how its numbers are spread."""

from __future__ import annotations

import numpy as np
import pytest

from engine import parse
from engine.train.data import drawn
from engine.train.layers import BINS, Layer, layers_of, spread_of
from engine.train.layout import Layout
from engine.train.models import MODELS, Sketch, model

LAYERS = {
    "2-2-2": [
        (("net_h1", "net_h2"), ("w1", "w2", "w3", "w4")),
        (("net_o1", "net_o2"), ("w5", "w6", "w7", "w8")),
    ],
    "softmax": [(("z",), ("W", "b"))],
    "mlp": [(("H1",), ("W1", "b1")), (("H2",), ("W2", "b2")), (("z",), ("W3", "b3"))],
    "cnn": [
        (("F1_1", "F1_2"), ("K1_1", "c1_1", "K1_2", "c1_2")),
        (("F2_1",), ("K2_1_1", "K2_1_2", "c2_1")),
        (("z",), ("W", "b")),
    ],
    "rnn": [(("h",), ("h0", "u", "W", "b")), (("z",), ("W_out", "b_out"))],
    "autoencoder": [(("H1",), ("W1", "b1")), (("p",), ("W2", "b2"))],
}


@pytest.mark.parametrize("name", LAYERS)
def test_lines_that_stand_side_by_side_are_one_layer(name: str) -> None:
    data = MODELS[name].data
    sketch = Sketch(name, (2, 1) if name == "cnn" else None, l2=0.1)
    made = model(sketch, None if data is None else drawn(data, 0, 10))
    assert layers_of(parse(made.source), made.parameters) == tuple(
        Layer(*each) for each in LAYERS[name]
    )


def test_what_has_no_name_is_called_by_its_text() -> None:
    assert layers_of(parse("(w*x - y)^2"), ["w"]) == (Layer(("out",), ("w",)),)
    assert layers_of(parse("c = a*b\nb"), ["a"]) == (Layer(("c",), ("a",)),)
    assert layers_of(parse("a"), ["a"]) == (Layer(("out",), ("a",)),)


def test_the_bins_reach_as_far_below_zero_as_above() -> None:
    layout = Layout({"W": (2, 2), "b": ()})
    found = spread_of(Layer(("z",), ("W", "b")), layout, np.array([-2.0, 0.0, 0.0, 1.0, 2.0]))
    assert (found.norm, found.most) == (3.0, 2.0)
    assert (len(found.counts), sum(found.counts)) == (BINS, 5)
    assert (found.counts[0], found.counts[BINS // 2], found.counts[-1]) == (1, 2, 1)


def test_zeros_stand_in_the_middle_and_what_is_not_finite_nowhere() -> None:
    layout, layer = Layout({"a": (), "b": ()}), Layer(("z",), ("a", "b"))
    zeros = spread_of(layer, layout, np.zeros(2))
    assert (zeros.most, zeros.counts[BINS // 2]) == (0.0, 2)
    broken = spread_of(layer, layout, np.array([np.inf, 3.0]))
    assert (broken.norm, broken.most, sum(broken.counts)) == (np.inf, 3.0, 1)
