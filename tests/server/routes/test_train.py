"""POST /train walks as the contract shows, and can be continued."""

from __future__ import annotations

from typing import Any

import pytest

from engine.train.optimizers import OPTIMIZERS
from engine.train.schedules import SCHEDULES
from server.schemas.train import Optimizer, Schedule, TrainAnswer
from tests.server.conftest import Ask
from tests.server.routes.runs import BOWL, EXPLODES, LINE, NETWORK, ROW

pytestmark = pytest.mark.anyio


async def test_one_update_of_the_2_2_2_network_is_as_the_contract_says(ask: Ask) -> None:
    answer = await ask("train", **NETWORK, steps=1)
    assert answer.status_code == 200
    found = answer.json()
    assert found["steps"] == 1
    assert found["loss"] == pytest.approx(0.2910277737, abs=5e-11)
    assert found["history"]["step"] == [0, 1]
    assert found["history"]["loss"] == [pytest.approx(0.29837110876), found["loss"]]
    assert found["parameters"]["w5"] == pytest.approx(0.35891648, abs=1e-8)
    assert found["gradients"]["w5"] == pytest.approx(ROW["grads"]["w5"], rel=1e-12)
    assert found["updates"]["w5"]["before"] == 0.4
    assert found["state"]["step"] == 1
    assert found["state"]["parameters"] == found["parameters"]
    assert found["diverged"] is None
    assert found["warnings"] == []
    assert TrainAnswer.model_validate(found).model_dump() == found


async def test_ten_steps_are_four_and_six_that_the_client_carried(ask: Ask) -> None:
    whole = (await ask("train", **BOWL, steps=10)).json()
    half = (await ask("train", **BOWL, steps=4)).json()
    rest = (await ask("train", **BOWL, steps=6, state=half["state"])).json()
    assert rest["state"] == whole["state"]
    assert rest["loss"] == whole["loss"]
    assert rest["history"]["step"] == [4, 5, 6, 7, 8, 9, 10]
    assert half["history"]["loss"] + rest["history"]["loss"][1:] == whole["history"]["loss"]


async def test_batches_go_on_in_the_order_that_the_state_remembers(ask: Ask) -> None:
    asked = {**LINE, "batch_size": 2}
    whole = (await ask("train", **asked, steps=10, seed=7)).json()
    half = (await ask("train", **asked, steps=4, seed=7)).json()
    rest = (await ask("train", **asked, steps=6, state=half["state"])).json()
    assert rest["state"] == whole["state"]
    assert whole["examples"] == 5
    assert whole["history"]["step"] == [0, 3, 6, 9, 10]  # every epoch, and the end
    assert whole["batch"] == rest["batch"]
    assert len(set(whole["batch"])) == 2


@pytest.mark.parametrize(("source", "name"), [("b = a\n(b - 1)^2", "b"), ("(a₁ - 1)^2", "a₁")])
async def test_a_parameter_may_be_called_by_any_name_that_it_has(
    ask: Ask, source: str, name: str
) -> None:
    optimizer = {"name": "sgd", "learning_rate": 0.5}
    body = {"source": source, "parameters": [name], "optimizer": optimizer, "steps": 1}
    answer = await ask("train", **body, values={"a": 3, "a₁": 3})
    assert answer.status_code == 200, answer.text
    assert list(answer.json()["parameters"].values()) == [1.0]


async def test_a_line_is_fitted(ask: Ask) -> None:
    found = (await ask("train", **LINE, steps=1_000)).json()
    assert found["parameters"] == {"w": pytest.approx(2, abs=1e-6), "b": pytest.approx(1, abs=1e-5)}
    assert not found["batched"]


async def test_a_run_that_explodes_says_where_and_in_the_readers_language(ask: Ask) -> None:
    body = {**EXPLODES, "steps": 100}
    found = (await ask("train", **body)).json()
    assert found["end"] == "diverged"
    diverged = found["diverged"]
    assert (diverged["step"], diverged["node"], diverged["name"]) == (1, 2, "t")
    assert "`t`" in diverged["message"]
    assert "10" in diverged["message"]
    assert found["history"]["loss"][-1] == "Infinity"
    assert "overflow" in {warning["code"] for warning in found["warnings"]}
    chinese = (await ask("train", lang="zh", **body)).json()["diverged"]["message"]
    assert "学习率" in chinese


async def test_a_run_stops_in_time_and_hands_over_its_state(ask: Ask) -> None:
    found = (await ask("train", **BOWL, steps=1_000_000, report_every=1_000, seconds=0.2)).json()
    assert found["end"] == "time"
    assert 0 < found["steps"] < 1_000_000
    assert found["state"]["step"] == found["steps"]


async def test_many_examples_that_go_through_a_program_together_are_no_great_cost(ask: Ask) -> None:
    rows = 30_000  # one after the other would be refused
    body = {
        "source": "H = tanh(X @ W + b)\nloss = mse(H @ v + c, y)",
        "values": {"W": [[0.5, 0.1]], "b": [0, 0], "v": [1, 1], "c": 0},
        "parameters": ["W", "b", "v", "c"],
        "data": {"X": [[k / rows] for k in range(rows)], "y": [k / rows for k in range(rows)]},
        "optimizer": {"name": "sgd", "learning_rate": 0.1},
        "batch_size": 1_000,
    }
    found = (await ask("train", **body, steps=60)).json()
    assert found["loss"] < found["history"]["loss"][0]


async def test_a_goal_ends_a_run(ask: Ask) -> None:
    found = (await ask("train", **LINE, steps=10_000, goal=0.01)).json()
    assert found["end"] == "goal"
    assert found["loss"] <= 0.01


@pytest.mark.parametrize(
    ("clip", "change"),
    [(0.5, 0.05), ({"norm": 0.5}, 0.05), ({"value": 0.25}, 0.025), (None, 1.2)],
)
async def test_a_clipped_gradient_takes_a_smaller_step(ask: Ask, clip: Any, change: float) -> None:
    body = {
        "source": "f = 6*a^2",
        "values": {"a": 1},
        "parameters": ["a"],
        "optimizer": {"name": "sgd", "learning_rate": 0.1},
        "steps": 1,
    }
    found = (await ask("train", **body, clip=clip)).json()
    assert found["updates"]["a"]["change"] == pytest.approx(-change)
    assert found["gradients"]["a"] == 12  # told as it was


async def test_what_a_schedule_and_a_decay_do_arrives(ask: Ask) -> None:
    body: dict[str, Any] = {"source": "f = 0*a", "values": {"a": 1}, "parameters": ["a"]}
    schedule = {"name": "step", "every": 1, "factor": 0.5}
    optimizer = {"name": "sgd", "learning_rate": 0.1, "schedule": schedule}
    found = (await ask("train", **body, optimizer=optimizer, steps=2, decay=1)).json()
    assert found["parameters"]["a"] == pytest.approx(0.9 * 0.95)
    signs = (await ask("train", **body, optimizer=optimizer, steps=1, decay={"l1": 1})).json()
    assert signs["parameters"]["a"] == pytest.approx(0.9)


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown optimiser": ({"optimizer": {"name": "magic"}}, "bad-field"),
    "a setting of another optimiser": ({"optimizer": {"name": "sgd", "beta1": 0.5}}, "bad-field"),
    "a setting of another schedule": (
        {"optimizer": {"name": "sgd", "schedule": {"name": "step", "rate": 1}}},
        "bad-field",
    ),
    "half a step": ({"steps": 0.5}, "bad-field"),
    "fewer than no steps": ({"steps": -1}, "bad-field"),
    "an empty batch": ({"batch_size": 0}, "bad-field"),
    "two sorts of clipping": ({"clip": {"norm": 1, "value": 1}}, "bad-field"),
    "inputs to differentiate by": ({"wrt": ["w"]}, "bad-field"),
    "a parameter that the program lacks": ({"parameters": ["v"]}, "unknown-name"),
    "no parameter": ({"parameters": []}, "bad-argument"),
    "data for a parameter": ({"parameters": ["x"]}, "bad-argument"),
    "a loss that the program lacks": ({"loss": "v"}, "unknown-name"),
    "tables of different lengths": ({"data": {"x": [1], "y": [1, 2]}}, "bad-value"),
    "an empty table": ({"data": {"x": [], "y": []}}, "bad-value"),
    "a table of words": ({"data": {"x": ["one"], "y": [1]}}, "bad-value"),
    "a missing value": ({"values": {"w": 1}, "strict": True}, "missing-value"),
    "a text that cannot be read": ({"source": "f = ("}, "syntax"),
    "a state of another optimiser": (
        {"state": {"step": 1, "seed": 0, "parameters": {"w": 1, "b": 1}, "memory": {"mean": {}}}},
        "bad-value",
    ),
    "more steps than can be sent": ({"steps": 10**9}, "too-many-elements"),
    "a loss of many numbers": ({"loss": "loss", "data": {}, "values": {"x": [1, 2]}}, "not-scalar"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_cannot_be_trained_is_refused(ask: Ask, name: str) -> None:
    changed, code = REFUSED[name]
    answer = await ask("train", **{**LINE, "steps": 1, **changed})
    assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize(("field", "given"), [("clip", -1), ("decay", "much")])
async def test_a_field_is_named_as_it_was_sent(ask: Ask, field: str, given: object) -> None:
    problem = (await ask("train", **{**LINE, "steps": 1, field: given})).json()
    assert (problem["code"], problem["field"]) == ("bad-field", field)


async def test_made_up_and_unused_values_are_told(ask: Ask) -> None:
    body = {**LINE, "values": {"w": 0, "z": 1}, "steps": 1}
    found = (await ask("train", **body)).json()
    assert found["defaulted"] == ["b"]
    assert [warning["code"] for warning in found["warnings"]] == ["unused-value"]


def test_the_fields_of_a_request_are_those_of_the_tables() -> None:
    rows = {**OPTIMIZERS, **SCHEDULES}
    for model, table in ((Optimizer, OPTIMIZERS), (Schedule, SCHEDULES)):
        settings = {name for row in table.values() for name in rows[row.name].defaults}
        assert set(model.model_fields) - {"name", "schedule"} == settings


async def test_a_best_that_is_no_number_is_refused(ask: Ask) -> None:
    state = (await ask("train", **BOWL, steps=1)).json()["state"] | {"best": [0]}
    answer = await ask("train", **BOWL, steps=1, state=state)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-field")
    assert "state.best" in answer.json()["detail"]
