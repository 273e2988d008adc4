"""A few words become an ordinary program with its weights: what the workspace opens, and trains.

The inputs are a table `X` with one example in each row; `y` holds the targets, `Y` one-hot ones.
Every model names what it predicts `p`, and its last line is the loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from engine.errors import BadArgument
from engine.examples import BY_ID
from engine.mathematics import Value
from engine.op import Array, Shape
from engine.train.data import Examples
from engine.train.initializers import initial
from engine.train.windows import convolved
from engine.words import Words

ACTIVATIONS = ("tanh", "sigmoid", "relu", "leaky_relu", "elu", "gelu", "silu", "softplus")
WIDEST, DEEPEST = 4_096, 100


class Sketch(NamedTuple):
    """The few words."""

    model: str
    widths: tuple[int, ...] | None = None  # of the hidden layers; the model's own if absent
    activation: str = "tanh"
    initializer: str = "xavier"
    gain: float | None = None
    seed: int = 0
    l2: float = 0.0


class Model(NamedTuple):
    """A program that can be trained."""

    source: str
    values: dict[str, Value]
    parameters: tuple[str, ...]
    reads: str | None  # the input that is a table of examples
    truth: str | None  # the input that is their targets
    predicts: str  # the node to ask for a prediction

    def tables(self, examples: Examples) -> dict[str, Array]:
        """The examples as this program reads them."""
        if self.reads is None:
            return {}
        inputs = self.shaped(examples.inputs)
        if self.truth is None:
            return {self.reads: inputs}
        targets = examples.targets
        if self.truth == "Y":
            targets = np.eye(examples.classes)[targets.astype(int)]
        return {self.reads: inputs, self.truth: targets}

    def shaped(self, inputs: Array) -> Array:
        """Pictures stay pictures where there are windows to look through; else they are rows."""
        return inputs if "conv2d" in self.source else inputs.reshape(len(inputs), -1)


class Drawer:
    """Draws the weights of one model, each with a seed of its own."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch
        self.values: dict[str, Value] = {}

    def weights(self, name: str, shape: Shape) -> str:
        draws = np.random.default_rng((self.sketch.seed, len(self.values)))
        self.values[name] = initial(self.sketch.initializer, shape, draws, self.sketch.gain)
        return name

    def zeros(self, name: str, shape: Shape) -> str:
        self.values[name] = np.zeros(shape) if shape else 0.0
        return name


Lines = Iterator[str]
Writer = Callable[[Sketch, Examples, Drawer], Lines]


class Kind(NamedTuple):
    """One sort of model."""

    name: str
    words: Words
    write: Writer | None
    widths: tuple[int, ...] = ()  # usual hidden layers
    data: str | None = "moons"  # a set that shows it well


def _logistic(_sketch: Sketch, examples: Examples, drawer: Drawer) -> Lines:
    """One layer, two classes."""
    yield from _output("X", _features(examples), examples, drawer, "")


def _mlp(sketch: Sketch, examples: Examples, drawer: Drawer) -> Lines:
    """Layer after layer."""
    last, width = "X", _features(examples)
    for layer, wide in enumerate(_widths(sketch), 1):
        w, b = drawer.weights(f"W{layer}", (width, wide)), drawer.zeros(f"b{layer}", (wide,))
        yield f"H{layer} = {sketch.activation}({last} @ {w} + {b})"
        last, width = f"H{layer}", wide
    yield from _output(last, width, examples, drawer, str(len(_widths(sketch)) + 1))


def _cnn(sketch: Sketch, examples: Examples, drawer: Drawer) -> Lines:
    """Windows that slide over a picture, layer after layer; then one layer that looks at all."""
    sides = examples.inputs.shape[1:]
    if len(sides) != 2:
        raise BadArgument("no_pictures")
    pictures, sides = yield from convolved(
        _widths(sketch), sides, sketch.activation, drawer.weights, drawer.zeros
    )
    size = int(np.prod(sides, dtype=int))
    flat = ", ".join(f"reshape({name}, (-1, {size}))" for name in pictures)
    yield f"F = concatenate([{flat}], axis=1)"
    yield from _output("F", len(pictures) * size, examples, drawer, "")


def _rnn(sketch: Sketch, examples: Examples, drawer: Drawer) -> Lines:
    """The same weights at every place of a sequence."""
    wide, length = _widths(sketch)[0], _features(examples)
    h, u = drawer.zeros("h0", (wide,)), drawer.weights("u", (1, wide))
    w, b = drawer.weights("W", (wide, wide)), drawer.zeros("b", (wide,))
    yield f"h = {h}"
    yield f"repeat {length} as t:"
    yield f"    h = {sketch.activation}(reshape(X[:, t], (-1, 1)) @ {u} + h @ {w} + {b})"
    yield from _output("h", wide, examples, drawer, "_out")


def _autoencoder(sketch: Sketch, examples: Examples, drawer: Drawer) -> Lines:
    """Through a narrow place and back: what comes out should be what went in."""
    ends = _features(examples)
    widths = (*_widths(sketch), ends)
    last, width = "X", ends
    for layer, wide in enumerate(widths, 1):
        w, b = drawer.weights(f"W{layer}", (width, wide)), drawer.zeros(f"b{layer}", (wide,))
        if layer == len(widths):
            yield f"p = {last} @ {w} + {b}"
        else:
            yield f"H{layer} = {sketch.activation}({last} @ {w} + {b})"
        last, width = f"H{layer}", wide
    yield "loss = mse(p, X)"


def _output(last: str, width: int, examples: Examples, drawer: Drawer, number: str) -> Lines:
    """The last layer, what it predicts, and the loss that fits the targets."""
    many = examples.classes > 2
    shape: Shape = (width, examples.classes) if many else (width,)
    w = drawer.weights(f"W{number}", shape)
    b = drawer.zeros(f"b{number}", shape[1:])
    if not examples.classes:
        yield f"p = {last} @ {w} + {b}"
        yield "loss = mse(p, y)"
        return
    yield f"z = {last} @ {w} + {b}"
    yield "p = softmax(z)" if many else "p = sigmoid(z)"
    yield "loss = cross_entropy(z, Y)" if many else "loss = bce_logits(z, y)"


ROWS = (
    Kind(
        "2-2-2",
        Words("The 2-2-2 network of the worked example", "范例中的 2-2-2 网络"),
        None,
        data=None,
    ),
    Kind("logistic", Words("Logistic regression", "逻辑回归"), _logistic),
    Kind("softmax", Words("Softmax classifier", "softmax 分类器"), _logistic, data="blobs"),
    Kind("mlp", Words("Multilayer perceptron", "多层感知机"), _mlp, (8, 8), "spirals"),
    Kind("cnn", Words("Small convolutional network", "小型卷积网络"), _cnn, (4,), "digits"),
    Kind("rnn", Words("Recurrent network", "循环网络"), _rnn, (8,), "sequences"),
    Kind("autoencoder", Words("Autoencoder", "自编码器"), _autoencoder, (2,), "digits"),
)
MODELS = {row.name: row for row in ROWS}


def model(sketch: Sketch, examples: Examples | None = None) -> Model:
    """The program that these words mean, for these examples."""
    write = MODELS[sketch.model].write
    if examples is None or write is None:
        return worked_example()
    drawer = Drawer(sketch)
    lines = [*_regularized(write(sketch, examples, drawer), sketch, drawer)]
    truth = None if sketch.model == "autoencoder" else "Y" if examples.classes > 2 else "y"
    source = "\n".join(lines)
    return Model(source, drawer.values, tuple(drawer.values), "X", truth, "p")


def weight_count(sketch: Sketch, examples: Examples) -> int:
    """About how many weights these words ask for, told before any is drawn."""
    hidden = MODELS[sketch.model].widths if sketch.widths is None else sketch.widths
    last = _features(examples) if sketch.model == "autoencoder" else max(1, examples.classes)
    widths = (_features(examples), *hidden, last)
    return sum(a * b for a, b in pairwise(widths)) + sum(width**2 for width in hidden[:1])


def worked_example() -> Model:
    """Matt Mazur's network, with his numbers: two inputs, eight weights, fixed biases."""
    example = BY_ID["network"]
    weights = tuple(name for name in example.values if name.startswith("w"))
    return Model(example.source, dict(example.values), weights, None, None, "E_total")


def _regularized(lines: Lines, sketch: Sketch, drawer: Drawer) -> Lines:
    """λ/2 times the squares of all weights, added to the loss; the biases go free."""
    for line in lines:
        if sketch.l2 and line.startswith("loss = "):
            squares = " + ".join(
                f"sum({name}*{name})"
                for name, value in drawer.values.items()
                if np.ndim(value) > 0 and name[0] not in "bch"
            )
            yield f"data_loss = {line.removeprefix('loss = ')}"
            yield f"loss = data_loss + {sketch.l2 / 2!r}*({squares})"
        else:
            yield line


def _widths(sketch: Sketch) -> tuple[int, ...]:
    widths = MODELS[sketch.model].widths if sketch.widths is None else sketch.widths
    if not widths or len(widths) > DEEPEST or not all(1 <= width <= WIDEST for width in widths):
        raise BadArgument("bad_widths", n=DEEPEST, max=WIDEST)
    return widths


def _features(examples: Examples) -> int:
    return int(np.prod(examples.inputs.shape[1:], dtype=int))
