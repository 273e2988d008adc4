"""A few words become a program of our language that trains, for every model and its data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine import EngineError, compile, parse
from engine.ops import OPS
from engine.train import Choice, Landscape, Plan, stated, train
from engine.train.data import DATA_SETS, Examples, drawn, parted
from engine.train.models import ACTIVATIONS, MODELS, Sketch, model

TAUGHT = [row.name for row in MODELS.values() if row.data]


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_seed_settles_the_examples(name: str) -> None:
    first, second, other = (drawn(name, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.inputs, second.inputs)
    assert np.array_equal(first.targets, second.targets)
    assert name == "xor" or not np.array_equal(first.inputs, other.inputs)
    assert len(first.inputs) == len(first.targets) == DATA_SETS[name].examples
    if first.classes:
        assert np.unique(first.targets).tolist() == [*range(first.classes)]


def test_one_in_five_is_held_out() -> None:
    kept, held = parted(drawn("moons", 0, 100))
    assert (len(kept.targets), len(held.targets)) == (80, 20)
    kept, held = parted(drawn("xor", 0))
    assert (len(kept.targets), len(held.targets)) == (4, 0)


@pytest.mark.parametrize("name", TAUGHT)
def test_a_model_is_a_program_that_learns_its_data(name: str) -> None:
    examples = drawn(MODELS[name].data or "", 0, 120)
    made = model(Sketch(name), examples)
    plan = Plan(steps=40, optimizer=Choice("adam", {"learning_rate": 0.02}))
    found = train(
        parse(made.source),
        made.values,
        parameters=made.parameters,
        plan=plan,
        data=made.tables(examples),
    )
    assert found.loss < 0.9 * found.history[0][1]
    assert set(made.parameters) == set(made.values)


@pytest.mark.parametrize("name", TAUGHT)
def test_what_is_added_in_a_model_begins_at_nothing(name: str) -> None:
    made = model(Sketch(name), drawn(MODELS[name].data or "", 0, 20))
    added = [value for key, value in made.values.items() if key.startswith("b")]
    assert added
    assert not any(np.any(value) for value in added)


@pytest.mark.parametrize("name", TAUGHT)
def test_the_tables_go_into_a_model_as_they_are(name: str) -> None:
    examples = drawn(MODELS[name].data or "", 0, 20)
    made = model(Sketch(name), examples)
    graph, tables = parse(made.source), made.tables(examples)
    landscape = Landscape(stated(graph, made.values, made.parameters, tables))
    assert landscape.batched
    predicted = compile(graph, output=made.predicts).forward(made.values | tables)
    assert len(predicted) == 20


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_is_one_of_the_language(activation: str) -> None:
    assert OPS[activation].pattern in ("scaler", "gate")
    made = model(Sketch("mlp", (3,), activation), drawn("moons", 0, 4))
    assert f"{activation}(X @ W1 + b1)" in made.source


def test_the_words_of_an_mlp_are_its_program() -> None:
    made = model(Sketch("mlp", (4, 3), "relu", l2=0.5), drawn("blobs", 0, 6))
    assert made.source.splitlines() == [
        "H1 = relu(X @ W1 + b1)",
        "H2 = relu(H1 @ W2 + b2)",
        "z = H2 @ W3 + b3",
        "p = softmax(z)",
        "data_loss = cross_entropy(z, Y)",
        "loss = data_loss + 0.25*(sum(W1*W1) + sum(W2*W2) + sum(W3*W3))",
    ]
    assert np.shape(made.values["W3"]) == (3, 3)
    assert made.tables(drawn("blobs", 0, 6))["Y"].sum(axis=1).tolist() == [1.0] * 6


def test_a_neuron_adds_up_what_its_kernels_see_in_each_channel() -> None:
    made = model(Sketch("cnn", (2, 1), "relu"), drawn("digits", 0, 20))
    assert made.source.splitlines()[:4] == [
        "F1_1 = maxpool2d(relu(conv2d(X, K1_1) + c1_1), 2)",
        "F1_2 = maxpool2d(relu(conv2d(X, K1_2) + c1_2), 2)",
        "F2_1 = relu(conv2d(F1_1, K2_1_1) + conv2d(F1_2, K2_1_2) + c2_1)",
        "F = concatenate([reshape(F2_1, (-1, 1))], axis=1)",
    ]


def test_two_layers_of_windows_learn_digits() -> None:
    examples = drawn("digits", 0, 100)
    made = model(Sketch("cnn", (3, 8), "relu", "he"), examples)
    plan = Plan(steps=40, batch_size=25, optimizer=Choice("adam", {"learning_rate": 0.01}))
    tables, graph = made.tables(examples), parse(made.source)
    found = train(graph, made.values, parameters=made.parameters, plan=plan, data=tables)
    assert found.loss < 0.5 * found.history[0][1]


def test_the_worked_example_has_its_own_numbers() -> None:
    made = model(Sketch("2-2-2"))
    plan = Plan(steps=1, optimizer=Choice("sgd", {"learning_rate": 0.5}))
    found = train(parse(made.source), made.values, parameters=made.parameters, plan=plan)
    assert found.history[0][1] == pytest.approx(0.29837110876, abs=1e-11)
    assert found.loss == pytest.approx(0.2910277737, abs=1e-10)


@pytest.mark.parametrize(("name", "more"), [("xor", {}), ("spirals", {"batch_size": 20})])
def test_what_no_line_can_part_a_small_network_can(name: str, more: dict[str, Any]) -> None:
    examples = drawn(name, 0)
    made = model(Sketch("mlp", (16, 16), "relu" if more else "tanh"), examples)
    plan = Plan(steps=1_500, optimizer=Choice("adam", {"learning_rate": 0.02}), **more)
    graph, tables = parse(made.source), made.tables(examples)
    found = train(graph, made.values, parameters=made.parameters, plan=plan, data=tables)
    after = {parameter: update.after for parameter, update in found.updates.items()}
    predicted = compile(graph, output="p").forward(after | tables)
    assert np.mean((predicted > 0.5) == examples.targets) > 0.99


def test_digits_that_were_held_out_are_read() -> None:
    kept, held = parted(drawn("digits", 0))
    made = model(Sketch("mlp", (64,), "relu", "he"), kept)
    plan = Plan(steps=1_500, batch_size=32, optimizer=Choice("adam", {"learning_rate": 0.003}))
    graph = parse(made.source)
    tables = made.tables(kept)
    found = train(graph, made.values, parameters=made.parameters, plan=plan, data=tables)
    after = {parameter: update.after for parameter, update in found.updates.items()}
    predicted = compile(graph, output="p").forward(after | made.tables(held))
    assert np.mean(predicted.argmax(axis=1) == held.targets) >= 0.97


REFUSED = {
    "no_pictures": (Sketch("cnn"), drawn("moons", 0, 4)),
    "pictures_too_small": (Sketch("cnn", (2, 2)), Examples(np.zeros((2, 4, 5)), np.zeros(2), 0)),
    "too_many_kernels": (Sketch("cnn", (99, 99)), Examples(np.zeros((2, 9, 9)), np.zeros(2), 0)),
    "bad_widths": (Sketch("mlp", (0,)), drawn("moons", 0, 4)),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_words_that_fit_nothing_are_refused(reason: str) -> None:
    with pytest.raises(EngineError) as refused:
        model(*REFUSED[reason])
    assert refused.value.reason == reason
