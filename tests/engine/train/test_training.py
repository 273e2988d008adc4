"""Training walks the published walks, can be continued to the last bit, and says where it fails."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from engine import EngineError, parse
from engine.train import Choice, Landscape, Outcome, Plan, stated, train
from engine.train.batches import Batches
from engine.train.plan import beginning, clipped, kept
from engine.train.run import Report, run
from tests import corpora

PUBLISHED = {row["id"]: row for row in corpora.rows("correctness") if "train" in row}
BOWL = parse("f = (a - 3)^2 + a*b + b^2")
LINE = parse("loss = (w*x + b - y)^2")
POINTS = {"x": [0.0, 1.0, 2.0, 3.0, 4.0], "y": [1.0, 3.1, 4.9, 7.2, 9.0]}
NETWORK = parse("H = tanh(X @ W + b)\nloss = bce_logits(H @ v, y)")
XOR = {"X": [[0, 0], [0, 1], [1, 0], [1, 1]], "y": [0, 1, 1, 0]}
WEIGHTS = {
    "W": np.random.default_rng(1).normal(size=(2, 6)),
    "b": np.zeros(6),
    "v": np.random.default_rng(2).normal(size=6),
}


def same(left: Outcome, right: Outcome) -> bool:
    return left.loss == right.loss and np.array_equal(left.state.point, right.state.point)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_2_2_2_network_learns_as_published(name: str) -> None:
    row = PUBLISHED[name]
    its, after = row["train"], row["after"]
    plan = Plan(steps=its["steps"], optimizer=Choice("sgd", {"learning_rate": its["lr"]}))
    found = train(parse(row["program"]), row["inputs"], parameters=tuple(its["params"]), plan=plan)
    assert found.loss == pytest.approx(after[row["output"]], rel=row["tol_after"])
    assert found.history[0] == (0, pytest.approx(row["value"], rel=1e-12))
    for weight, update in found.updates.items():
        assert update.after == pytest.approx(after["params"][weight], rel=row["tol_after"])


def test_an_update_is_the_old_value_minus_rate_times_gradient() -> None:
    row = PUBLISHED["seed/mazur_train_nobias_1"]
    plan = Plan(steps=1, optimizer=Choice("sgd", {"learning_rate": 0.5}))
    parameters = tuple(row["train"]["params"])
    found = train(parse(row["program"]), row["inputs"], parameters=parameters, plan=plan)
    update = found.updates["w5"]
    assert update.before == 0.4
    assert update.gradient == pytest.approx(0.082167040564, abs=1e-12)
    assert update.after == pytest.approx(0.35891648, abs=1e-8)
    assert update.before - 0.5 * update.gradient == update.after


CASES: dict[str, tuple[Any, dict[str, Any], dict[str, Any]]] = {
    "one point": (BOWL, {"a": 1.0, "b": 2.0}, {}),
    "single numbers side by side": (LINE, {"w": 0.0, "b": 0.0}, POINTS),
    "a batch as a matrix": (NETWORK, WEIGHTS, XOR),
    "tensors one by one": (
        parse("loss = sum((W @ x - y)^2)"),
        {"W": [[0.1, 0.2], [0.3, 0.4]]},
        {"x": [[1, 2], [3, 4], [5, 7]], "y": [[1, 0], [0, 1], [1, 1]]},
    ),
}


@pytest.mark.parametrize("optimizer", ["sgd", "nesterov", "rmsprop", "adam", "adamw"])
@pytest.mark.parametrize("size", [None, 2])
@pytest.mark.parametrize("case", CASES)
def test_ten_steps_are_four_and_six_to_the_last_bit(
    case: str, size: int | None, optimizer: str
) -> None:
    graph, values, data = CASES[case]
    walk = {"parameters": tuple(values), "data": data}
    how = Choice(optimizer, {"learning_rate": 0.01})

    def plan(steps: int) -> Plan:
        return Plan(steps=steps, optimizer=how, batch_size=size, seed=5)

    whole = train(graph, values, plan=plan(10), **walk)
    landscape = Landscape(stated(graph, values, tuple(values), data))
    half = run(landscape, plan(4), beginning(landscape.start, plan(4)))
    sent = json.loads(json.dumps(kept(half.state, landscape.layout), default=np.ndarray.tolist))
    assert same(train(graph, values, plan=plan(6), state=sent, **walk), whole)
    assert same(train(graph, values, plan=plan(10), **walk), whole)


def test_another_seed_gives_another_order_and_another_walk() -> None:
    walks = [
        train(
            LINE,
            {"w": 0.0, "b": 0.0},
            parameters=("w", "b"),
            data=POINTS,
            plan=Plan(
                steps=7, batch_size=2, seed=seed, optimizer=Choice("sgd", {"learning_rate": 0.01})
            ),
        )
        for seed in (0, 1)
    ]
    assert not same(*walks)


def test_every_epoch_sees_every_example_once() -> None:
    batches = Batches(10, 4, seed=1)
    epochs = [[batches.at(3 * epoch + k) for k in range(3)] for epoch in range(3)]
    orders = [np.concatenate([batch for batch in epoch if batch is not None]) for epoch in epochs]
    assert all(sorted(order) == [*range(10)] for order in orders)
    assert not np.array_equal(orders[0], orders[1])


def test_a_program_of_one_example_and_one_of_a_batch_learn_the_same() -> None:
    one = parse("loss = mse(tanh(x @ W + b) @ v, y)")
    batch = parse("loss = mse(tanh(X[:, 0:2] @ W + b) @ v, y)")
    alone = {"x": XOR["X"], "y": XOR["y"]}
    plan = Plan(steps=20)
    first = train(one, WEIGHTS, parameters=("W", "b", "v"), plan=plan, data=alone)
    second = train(batch, WEIGHTS, parameters=("W", "b", "v"), plan=plan, data=XOR)
    assert first.loss == pytest.approx(second.loss, rel=1e-12)


def test_one_by_one_is_the_mean_over_the_examples() -> None:
    graph, values, data = CASES["tensors one by one"]
    plan = Plan(steps=1, optimizer=Choice("sgd", {"learning_rate": 1.0}))
    found = train(graph, values, parameters=("W",), plan=plan, data=data)
    weights, x, y = (np.array(each) for each in (values["W"], data["x"], data["y"]))
    slope = np.mean([2 * np.outer(weights @ a - b, a) for a, b in zip(x, y, strict=True)], axis=0)
    np.testing.assert_allclose(found.gradients["W"], slope, rtol=1e-13)


READINGS = {
    "X @ W": ("loss = mse(X @ W, y)", {"X": (4, 3), "y": (4,)}, {"W": (3,)}, True),
    "W @ x": ("loss = mse(W @ x, y)", {"x": (4, 4), "y": (4, 4)}, {"W": (4, 4)}, False),
    "a column against a row": (
        "loss = mse(X @ W, y)",
        {"X": (4, 3), "y": (4,)},
        {"W": (3, 1)},
        False,
    ),
    "the first feature": ("loss = mse(w*x[0], y)", {"x": (4, 3), "y": (4,)}, {"w": ()}, False),
    "a column of the table": (
        "loss = mse(w*X[:, 0], y)",
        {"X": (4, 3), "y": (4,)},
        {"w": ()},
        True,
    ),
    "single numbers": ("loss = (w*x - y)^2", {"x": (4,), "y": (4,)}, {"w": ()}, False),
    "a picture each": ("loss = mean(conv2d(X, K)^2)", {"X": (4, 5, 5)}, {"K": (2, 2)}, True),
}


@pytest.mark.parametrize("name", READINGS)
def test_shapes_tell_whether_a_program_speaks_of_one_example_or_a_batch(name: str) -> None:
    source, data, parameters, batched = READINGS[name]
    tables = {table: np.ones(shape) for table, shape in data.items()}
    values = {weight: np.ones(shape) for weight, shape in parameters.items()}
    problem = stated(parse(source), values, tuple(values), tables)
    assert Landscape(problem).batched is batched


def test_l2_pulls_by_the_weight_and_l1_by_its_sign() -> None:
    flat = parse("f = 0*a")
    for more, expected in (({"l2": 0.5}, 2 - 0.1), ({"l1": 0.5}, 2 - 0.05)):
        plan = Plan(steps=1, optimizer=Choice("sgd", {"learning_rate": 0.1}), **more)
        found = train(flat, {"a": 2.0}, parameters=("a",), plan=plan)
        assert found.updates["a"].after == pytest.approx(expected, rel=1e-15)


def test_clipping_keeps_the_direction_by_norm_and_each_entry_by_value() -> None:
    gradient = np.array([3.0, -4.0])
    np.testing.assert_allclose(clipped(gradient, "norm", 1.0), [0.6, -0.8], rtol=1e-15)
    np.testing.assert_array_equal(clipped(gradient, "norm", 6.0), gradient)
    np.testing.assert_array_equal(clipped(gradient, "value", 3.5), [3.0, -3.5])


def test_a_run_that_explodes_names_the_first_value_that_is_not_finite() -> None:
    graph = parse("s = a*a\nt = exp(s)\nf = t + 1")
    plan = Plan(steps=10, optimizer=Choice("sgd", {"learning_rate": 10.0}))
    found = train(graph, {"a": 1.0}, parameters=("a",), plan=plan)
    assert found.end == "diverged"
    assert found.diverged is not None
    assert found.diverged.name == "t"
    assert not found.diverged.gradient
    assert found.state.step < 10
    assert not np.isfinite(found.loss)


def test_a_gradient_that_is_not_finite_stops_the_run_before_it_spoils_the_parameters() -> None:
    found = train(parse("f = sqrt(a)"), {"a": 0.0}, parameters=("a",), plan=Plan(steps=10))
    assert found.diverged is not None
    assert (found.diverged.name, found.diverged.gradient) == ("a", True)
    assert found.state.point.tolist() == [0.0]


def test_the_example_that_a_run_failed_at_is_told() -> None:
    data = {"x": [1.0, 2.0, -3.0], "y": [0.0, 0.0, 0.0]}
    found = train(
        parse("loss = (w*log(x) - y)^2"),
        {"w": 1.0},
        parameters=("w",),
        plan=Plan(steps=3),
        data=data,
    )
    assert found.diverged is not None
    assert (found.diverged.name, found.diverged.example) == ("log(x)", 2)


def test_a_goal_and_patience_end_a_run() -> None:
    walk: dict[str, Any] = {"parameters": ("a", "b")}
    good = train(BOWL, {"a": 1.0, "b": 2.0}, plan=Plan(steps=1_000, goal=-2.9), **walk)
    assert good.end == "goal"
    assert good.history[-1][1] <= -2.9 < good.history[-2][1]
    flat = train(BOWL, {"a": 4.0, "b": -2.0}, plan=Plan(steps=1_000, patience=5), **walk)
    assert (flat.end, flat.state.step) == ("patience", 5)


def test_a_parameter_may_be_called_by_any_name_that_it_has() -> None:
    graph = parse("b = a\n(b - 1)^2")
    plan = Plan(steps=1, optimizer=Choice("sgd", {"learning_rate": 0.5}))
    found = train(graph, {"a": 3.0}, parameters=("b",), plan=plan)
    assert found.gradients == {"a": 4.0}
    assert found.loss == 0


def test_time_may_run_out_and_the_run_go_on_later() -> None:
    plan = Plan(steps=100)
    landscape = Landscape(stated(BOWL, {"a": 1.0, "b": 2.0}, ("a", "b"), {}))
    clock = iter([False] * 7 + [True])
    part = run(landscape, plan, beginning(landscape.start, plan), late=lambda: next(clock))
    assert (part.end, part.state.step) == ("time", 7)
    rest = run(landscape, Plan(steps=93), part.state)
    assert same(rest, run(landscape, plan, beginning(landscape.start, plan)))


def test_reports_come_as_often_as_asked_and_once_at_the_end() -> None:
    plan, told = Plan(steps=10, report_every=4), []
    landscape = Landscape(stated(BOWL, {"a": 1.0, "b": 2.0}, ("a", "b"), {}))

    def tell(report: Report) -> None:
        told.append(report.step)

    found = run(landscape, plan, beginning(landscape.start, plan), tell)
    assert told == [0, 4, 8, 10] == [step for step, _ in found.history]


def test_no_steps_are_a_look_at_the_start() -> None:
    found = train(BOWL, {"a": 1.0, "b": 2.0}, parameters=("a", "b"), plan=Plan(steps=0))
    assert found.loss == 10.0
    assert found.gradients == {"a": -2.0, "b": 5.0}
    assert found.updates == {}


def test_a_large_table_of_single_numbers_runs_as_machine_code_with_the_same_answer() -> None:
    draws = np.random.default_rng(3)
    x = draws.normal(size=400)
    data = {"x": x, "y": 2 * x + 1}
    walk: dict[str, Any] = {"parameters": ("w", "b"), "data": data}
    found = train(LINE, {"w": 0.0, "b": 0.0}, plan=Plan(steps=200), **walk)
    assert found.loss < 1e-9
    assert found.updates["w"].after == pytest.approx(2, abs=1e-4)


REFUSED = {
    "no_parameters": (BOWL, {"a": 1.0, "b": 1.0}, (), {}),
    "no_such_input": (BOWL, {"a": 1.0, "b": 1.0}, ("c",), {}),
    "parameter_is_data": (LINE, {"w": 1.0, "b": 1.0}, ("x",), POINTS),
    "no_rows": (LINE, {"w": 1.0, "b": 1.0}, ("w",), {"x": [], "y": []}),
    "unequal_rows": (LINE, {"w": 1.0, "b": 1.0}, ("w",), {"x": [1.0], "y": [1.0, 2.0]}),
    "missing_value": (LINE, {"w": 1.0}, ("w",), POINTS),
    "nonscalar_output": (parse("z = W @ x"), {"W": np.eye(2), "x": [1, 2]}, ("W",), {}),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_cannot_be_trained_is_refused(reason: str) -> None:
    graph, values, parameters, data = REFUSED[reason]
    with pytest.raises(EngineError) as refused:
        train(graph, values, parameters=parameters, plan=Plan(steps=1), data=data)
    assert refused.value.reason == reason


def test_a_state_of_another_run_is_refused() -> None:
    walk: dict[str, Any] = {"parameters": ("a", "b")}
    values = {"a": 1.0, "b": 2.0}
    adam = {"step": 1, "parameters": values, "memory": {"mean": values, "square": values}}
    with pytest.raises(EngineError) as refused:
        train(BOWL, values, plan=Plan(steps=1), state=adam, **walk)
    assert refused.value.reason == "state_of_another"
    other = {"step": 1, "parameters": {"a": 1.0}, "memory": {}}
    with pytest.raises(EngineError) as refused:
        train(BOWL, values, plan=Plan(steps=1), state=other, **walk)
    assert refused.value.reason == "state_of_another_program"
