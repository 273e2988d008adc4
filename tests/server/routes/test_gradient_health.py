"""/gradient-health: every layer's gradient, and what is made of it."""

from __future__ import annotations

import pytest

from tests.server.conftest import Ask

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
