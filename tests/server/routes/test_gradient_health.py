"""/gradient-health: every layer's gradient, and what is made of it."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from engine.health.setups import Setup
from engine.health.sweep import Wish, wished
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio
CHAIN = "repeat 100 as t:\n  h = 0.9*h\nL = h + 0"


async def test_layers_stand_from_the_inputs_side_to_the_outputs(ask: Ask) -> None:
    answer = (await ask("gradient-health", source=CHAIN, values={"h": 1})).json()
    norms = [layer["gradient"]["norm"] for layer in answer["layers"]]
    assert len(norms) == 100
    assert norms == sorted(norms)
    assert norms[-1] == 1.0
    assert answer["inputs"][0]["gradient"]["norm"] == pytest.approx(2.65613988875875e-05)
    assert answer["layers"][0]["group"] == 0
    assert answer["output"] == {
        "name": "L",
        "value": pytest.approx(2.65613988875875e-05),
        "shape": [],
    }


async def test_a_diagnosis_says_what_where_and_what_to_try(ask: Ask) -> None:
    answer = (await ask("gradient-health", source=CHAIN, values={"h": 1})).json()
    (found,) = answer["diagnoses"]
    assert found["code"] == "vanishing"
    assert found["evidence"]["factor"] == pytest.approx(0.9)
    assert answer["layers"][found["evidence"]["n"] - 1]["node"] == found["node"]
    assert "0.9 a layer" in found["message"]
    assert "ReLU" in found["remedy"]
    chinese = (await ask("gradient-health", lang="zh", source=CHAIN, values={"h": 1})).json()
    assert "梯度消失" in chinese["diagnoses"][0]["message"]


async def test_what_is_not_finite_is_spelt_out(ask: Ask) -> None:
    answer = (await ask("gradient-health", source="y = log(x)", values={"x": -1})).json()
    assert answer["layers"][0]["value"]["norm"] == "NaN"
    assert answer["layers"][0]["value"]["quantiles"] == []
    assert answer["diagnoses"][0]["code"] == "not-finite"
    assert "log(-1)" in answer["diagnoses"][0]["evidence"]["why"]


async def test_several_outputs_at_once_are_refused(ask: Ask) -> None:
    answer = await ask("gradient-health", source="y = [x, x]", values={"x": 1})
    assert (answer.status_code, answer.json()["code"]) == (422, "not-scalar")


async def test_what_nobody_gave_is_listed(ask: Ask) -> None:
    answer = (await ask("gradient-health", source="y = a*b", values={"a": 2, "q": 1})).json()
    assert answer["defaulted"] == ["b"]
    assert [warning["code"] for warning in answer["warnings"]] == ["unused-value"]


def events(text: str) -> list[tuple[str, Any]]:
    """The names and the data of a stream's events."""
    found = []
    for block in text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines())
        found.append((fields["event"], json.loads(fields["data"])))
    return found


async def streamed(client: httpx.AsyncClient, **sweep: Any) -> httpx.Response:
    wants = {"accept": "text/event-stream"}
    return await client.post(f"{API}/gradient-health", json={"sweep": sweep}, headers=wants)


async def test_a_sweep_has_a_row_for_every_combination_in_order(ask: Ask) -> None:
    sweep = {"depth": [2, 4], "width": 8, "activation": ["relu", "tanh"], "seeds": 2}
    rows = (await ask("gradient-health", sweep=sweep)).json()["rows"]
    assert [each["index"] for each in rows] == list(range(8))
    assert [each["setup"]["depth"] for each in rows] == [2] * 4 + [4] * 4
    first = wished(Wish(Setup(depth=2, width=8, activation="relu")))
    assert rows[0]["gradients"] == list(first.gradients)
    assert rows[0]["values"] == list(first.values)
    assert rows[0]["update"] == rows[0]["clipped"] == first.update
    assert rows[0]["diagnoses"][0]["code"] == "healthy"


async def test_a_sweep_is_told_row_by_row_to_who_asks_for_events(
    client: httpx.AsyncClient, ask: Ask
) -> None:
    sweep = {"depth": [3, 5], "width": 4, "seeds": 3}
    answer = await streamed(client, **sweep)
    assert answer.headers["content-type"].startswith("text/event-stream")
    *rows, (last, counted) = events(answer.text)
    assert (last, counted["rows"]) == ("done", 6)
    assert {"tanh", "relu", "linear"} < set(counted["choices"]["activation"])
    assert {name for name, _ in rows} == {"row"}
    plain = (await ask("gradient-health", sweep=sweep)).json()["rows"]
    told = sorted((data for _, data in rows), key=lambda data: data["index"])
    assert told == [each | {"of": 6} for each in plain]


async def test_what_goes_wrong_within_a_stream_is_an_event(client: httpx.AsyncClient) -> None:
    answer = await streamed(client, activation="swish9")
    ((name, problem),) = events(answer.text)
    assert (name, problem["code"]) == ("problem", "bad-argument")
    assert "swish9" in problem["detail"]


@pytest.mark.parametrize(
    ("sweep", "code", "field"),
    [
        ({"depth": 0}, "bad-field", "sweep.depth.0"),
        ({"depth": []}, "bad-field", "sweep.depth"),
        ({"depth": "deep"}, "bad-field", "sweep.depth.0"),
        ({"radius": [0.5, -1]}, "bad-field", "sweep.radius.1"),
        ({"layers": 3}, "bad-field", "sweep.layers"),
        ({"depth": [1] * 11, "seeds": 100}, "too-many-steps", None),
        ({"depth": 1000, "width": [1024] * 9}, "too-costly", None),
        ({"initializer": "best"}, "bad-argument", None),
        ({"depth": 3, "width": 0}, "bad-field", "sweep.width.0"),
    ],
)
async def test_a_sweep_that_cannot_be_made_is_refused(
    ask: Ask, sweep: dict[str, Any], code: str, field: str | None
) -> None:
    answer = await ask("gradient-health", sweep=sweep)
    assert answer.status_code == 422
    assert answer.json()["code"] == code
    assert answer.json().get("field") == field


async def test_a_sweep_takes_no_program(ask: Ask) -> None:
    answer = await ask("gradient-health", source="a*b", sweep={"depth": 3})
    assert (answer.status_code, answer.json()["reason"]) == (422, "not_with_sweep")
    assert "`source`" in answer.json()["detail"]


async def test_the_same_networks_a_second_time_are_known_from_before(ask: Ask) -> None:
    sweep = {"depth": [3, 4], "width": 8, "activation": ["relu", "tanh"], "seeds": [77]}
    first = (await ask("gradient-health", sweep=sweep)).json()
    again = (await ask("gradient-health", sweep=sweep)).json()
    assert (first["kept"], again["kept"]) == (0, 4)
    assert again["rows"] == first["rows"]
    wider = sweep | {"depth": [3, 4, 5]}
    assert (await ask("gradient-health", sweep=wider)).json()["kept"] == 4


async def test_a_layer_is_looked_at_closely(ask: Ask) -> None:
    answer = (await ask("gradient-health", source=CHAIN, values={"h": 1}, layer=99)).json()
    assert answer["closer"]["node"] == answer["layers"][99]["node"]
    assert answer["closer"]["gradient"]["histogram"] == {
        "low": 1.0,
        "high": 1.0,
        "counts": [1],
        "others": 0,
    }
    sweep = {"depth": 3, "width": 8, "activation": ["relu", "tanh"]}
    for each in (await ask("gradient-health", sweep=sweep, layer=2)).json()["rows"]:
        assert each["closer"]["layer"] == 2
        assert each["closer"]["gradient"]["norm"] == each["gradients"][2]
        assert sum(each["closer"]["value"]["histogram"]["counts"]) == 8 * 16


async def test_a_layer_that_is_not_there_is_refused(ask: Ask) -> None:
    for asked in ({"source": CHAIN, "values": {"h": 1}}, {"sweep": {"depth": 99, "width": 2}}):
        answer = await ask("gradient-health", **asked, layer=100)
        assert (answer.status_code, answer.json()["reason"]) == (422, "no_such_layer")
        assert "from 0 to 99" in answer.json()["detail"]


async def test_a_network_is_told_as_a_program_with_the_same_gradients(ask: Ask) -> None:
    sweep = {"depth": 4, "width": 3, "activation": "sigmoid"}
    (found,) = (await ask("gradient-health", sweep=sweep, network=True)).json()["rows"]
    own = (await ask("gradient-health", **found["network"])).json()
    assert [layer["gradient"]["norm"] for layer in own["layers"]] == found["gradients"][1:]
    assert own["diagnoses"] == found["diagnoses"]


@pytest.mark.parametrize(
    ("asked", "code", "reason"),
    [
        ({"source": "a*b", "network": True}, "bad-field", "only_with_sweep"),
        (
            {"sweep": {"depth": 100, "width": 1024}, "network": True},
            "too-many-elements",
            "too_many_numbers",
        ),
    ],
)
async def test_a_network_that_cannot_be_told_is_refused(
    ask: Ask, asked: dict[str, Any], code: str, reason: str
) -> None:
    answer = await ask("gradient-health", **asked)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["reason"] == reason


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ({"source": CHAIN, "values": {"h": 1}}, 1 + 100),
        ({"sweep": {"depth": [2, 3], "width": 4}}, 1 + 3 + 4),
    ],
)
async def test_a_table_is_sent_to_who_asks_for_one(
    client: httpx.AsyncClient, asked: dict[str, Any], lines: int
) -> None:
    wants = {"accept": "text/csv"}
    answer = await client.post(f"{API}/gradient-health", json=asked, headers=wants)
    assert answer.headers["content-type"].startswith("text/csv")
    assert "gradient-health.csv" in answer.headers["content-disposition"]
    assert len(answer.text.splitlines()) == lines
    assert "gradient_norm" in answer.text.splitlines()[0]


async def test_the_large_sweep_tells_its_progress_and_is_known_the_second_time(
    client: httpx.AsyncClient, whole: bool
) -> None:
    """200 layers of 64 units, five activations, three kinds of weights."""
    sweep = {
        "depth": 200 if whole else 10,
        "width": 64,
        "activation": ["sigmoid", "tanh", "relu", "gelu", "softplus"],
        "initializer": ["normal", "xavier", "he"],
        "seeds": [4711],
    }
    *rows, (last, done) = events((await streamed(client, **sweep)).text)
    assert (last, done["rows"], done["kept"]) == ("done", 15, 0)
    assert {data["of"] for _, data in rows} == {15}
    *again, (_, done) = events((await streamed(client, **sweep)).text)
    assert done["kept"] == 15
    in_order = sorted((data for _, data in rows), key=lambda data: data["index"])
    assert [data for _, data in again] == in_order
