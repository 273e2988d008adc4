"""The lab's calls: what there is, a model from a few words, and what it says after training."""

from __future__ import annotations

import base64
from typing import Any

import httpx
import pytest

from engine.train.data import DATA_SETS
from engine.train.optimizers import OPTIMIZERS
from server.schemas.lab import LookAnswer, ModelAnswer, PartsAnswer
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio
TRAINED = {"optimizer": {"name": "adam", "learning_rate": 0.05}, "steps": 300}


def file(name: str, content: bytes) -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode()}


async def test_the_parts_are_the_rows_of_the_tables(client: httpx.AsyncClient) -> None:
    found = (await client.get(f"{API}/train/parts")).json()
    assert PartsAnswer.model_validate(found).model_dump(exclude_unset=True) == found
    assert [part["name"] for part in found["optimizers"]] == [*OPTIMIZERS]
    assert found["optimizers"][1]["settings"] == {"learning_rate": 0.1, "momentum": 0.9}
    assert {part["name"] for part in found["data_sets"]} == DATA_SETS.keys()
    assert all(part["words"]["zh"] for part in found["models"])


async def test_a_model_is_made_trained_and_looked_at(ask: Ask) -> None:
    made = (await ask("train/model", model="mlp", data="moons", widths=[8], seed=3)).json()
    assert ModelAnswer.model_validate(made).model_dump() == made
    assert made["described"]["examples"] == 200
    assert (len(made["data"]["X"]), len(made["held_out"]["X"])) == (160, 40)
    kept = {key: made[key] for key in ("source", "values", "parameters", "data")}
    trained = (await ask("train", **kept, **TRAINED)).json()
    assert trained["loss"] < 0.2
    look = {
        "source": made["source"],
        "values": trained["parameters"],
        "data": made["held_out"],
        "output": made["predicts"],
        "reads": made["reads"],
        "truth": made["truth"],
    }
    seen = (await ask("train/look", **look)).json()
    assert LookAnswer.model_validate(seen).model_dump() == seen
    assert seen["right"] > 0.85
    assert seen["examples"] == 40
    survey = seen["map"]
    assert len(survey["value"]) == len(survey["y"]) == len(survey["x"]) == 48
    assert {kind for row in survey["kind"] for kind in row} == {0, 1}
    smaller = (await ask("train/look", **look | {"points": 5})).json()["map"]
    assert smaller["x"][0] == survey["x"][0]
    assert smaller["x"][-1] == pytest.approx(survey["x"][-1])


async def test_a_curve_is_looked_at_along_its_one_input(ask: Ask) -> None:
    made = (await ask("train/model", model="mlp", data="wave")).json()
    look = {"data": made["data"], "output": "p", "reads": "X", "truth": "y"}
    seen = (await ask("train/look", source=made["source"], values=made["values"], **look)).json()
    assert seen["right"] is None
    assert seen["map"]["y"] == []
    assert len(seen["map"]["value"]) == 1


async def test_three_classes_are_mapped_by_the_largest(ask: Ask) -> None:
    made = (await ask("train/model", model="softmax")).json()
    kept = {key: made[key] for key in ("source", "values", "parameters", "data")}
    trained = (await ask("train", **kept, **TRAINED)).json()
    look = {"data": made["data"], "output": "p", "reads": "X", "truth": "Y"}
    source, values = made["source"], trained["parameters"]
    seen = (await ask("train/look", source=source, values=values, **look)).json()
    assert seen["right"] > 0.95
    assert {kind for row in seen["map"]["kind"] for kind in row} == {0, 1, 2}


async def test_pictures_have_no_map_and_need_no_targets_to_be_looked_at(ask: Ask) -> None:
    made = (await ask("train/model", model="cnn", examples=30, widths=[2])).json()
    data = {"X": made["data"]["X"]}
    look = {"data": data, "output": "p", "reads": "X"}
    seen = (await ask("train/look", source=made["source"], values=made["values"], **look)).json()
    assert (seen["map"], seen["right"]) == (None, None)
    assert len(seen["predicted"]) == len(data["X"])


@pytest.mark.parametrize("output", ["w", "b", "outer(w, w)", "sum(w)"])
async def test_what_says_nothing_about_single_examples_has_no_map(ask: Ask, output: str) -> None:
    source = "w = [1, 2, 3]\nb = 4\np = x * sum(w) + b + sum(outer(w, w))"
    body = {"data": {"x": [[1], [2]]}, "output": output, "reads": "x"}
    seen = await ask("train/look", source=source, values={}, **body)
    assert (seen.status_code, seen.json()["map"]) == (200, None)


async def test_the_worked_example_needs_no_examples(ask: Ask) -> None:
    made = (await ask("train/model", model="2-2-2")).json()
    assert made["data"] == {}
    assert made["described"] is None
    assert made["parameters"] == [f"w{k}" for k in range(1, 9)]


async def test_a_persons_own_table_is_read(ask: Ask) -> None:
    table = file("mine.csv", b"a,b,kind\n" + b"0,0,no\n1,1,yes\n" * 20)
    made = (await ask("train/model", model="logistic", files=[table])).json()
    assert made["described"] == {
        "examples": 40,
        "held_out": 8,
        "shape": [2],
        "classes": 2,
        "least": 0.0,
        "most": 1.0,
    }


REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "an unknown model": ({"model": "brain"}, "bad-field", "wrong_choice"),
    "a table with a hole": (
        {"model": "mlp", "files": [file("a.csv", b"1,2\n3\n")]},
        "bad-value",
        "file_ragged",
    ),
    "no base64": (
        {"model": "mlp", "files": [{"name": "a", "content": "?"}]},
        "bad-field",
        "does_not_fit",
    ),
    "too many weights": (
        {"model": "mlp", "widths": [4_096] * 4},
        "too-many-elements",
        "too_many_numbers",
    ),
    "no hidden layers": ({"model": "mlp", "widths": []}, "bad-argument", "bad_widths"),
    "points as pictures": ({"model": "cnn", "data": "moons"}, "bad-argument", "no_pictures"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_model_that_cannot_be_made_is_refused(ask: Ask, name: str) -> None:
    body, code, reason = REFUSED[name]
    answer = await ask("train/model", **body)
    assert answer.status_code == 422
    assert (answer.json()["code"], answer.json()["reason"]) == (code, reason)


LOOK = {"source": "p = w*x", "values": {"w": 2}, "data": {"x": [1, 2]}, "output": "p"}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"reads": "y"}, "bad-field"),
        ({"reads": "x", "output": "q"}, "unknown-name"),
        ({"reads": "x", "values": {}}, "missing-value"),
        ({"reads": "x", "points": 1}, "bad-field"),
    ],
)
async def test_a_look_at_nothing_is_refused(ask: Ask, changed: dict[str, Any], code: str) -> None:
    answer = await ask("train/look", **{**LOOK, **changed})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
