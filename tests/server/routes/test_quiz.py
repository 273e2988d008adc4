"""/quiz and /quiz/answer: questions about any program, without a memory and without a leak."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from server.settings import Settings
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio
SEED = "c = a + b\nd = b + 1\ne = c * d"
AT = {"a": 2, "b": 1}


async def question(ask: Ask, **more: Any) -> dict[str, Any]:
    answer = await ask("quiz", **{"source": SEED, "values": AT, **more})
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def judged(ask: Ask, asked: dict[str, Any], **more: Any) -> dict[str, Any]:
    answer = await ask("quiz/answer", token=asked["token"], **more)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_the_gradient_at_b_is_asked_and_judged(ask: Ask) -> None:
    asked = await question(ask, about={"node": "b"}, kind="gradient")
    assert asked["kind"] == "gradient"
    assert asked["prompt"] == "What is the gradient ∂e/∂b?"
    assert asked["hints"] == 3
    right = await judged(ask, asked, answer=5)
    assert right["correct"] is True
    assert right["truth"] == 5.0
    assert right["diagnosis"] is None
    assert "= 5" in right["explanation"]


@pytest.mark.parametrize(
    ("answer", "code", "says"),
    [
        (3, "one_path", "Add both"),
        (2, "either", "Which was it?"),
        (6, "paths_multiplied", "add between paths"),
        (1, "forward_value", "not its gradient"),
        (-5, "wrong_sign", "sign"),
        ("12/2", "paths_multiplied", "add between paths"),
    ],
)
async def test_a_wrong_answer_is_diagnosed(ask: Ask, answer: Any, code: str, says: str) -> None:
    asked = await question(ask, about={"node": "b"}, kind="gradient")
    found = await judged(ask, asked, answer=answer)
    assert found["correct"] is False
    assert found["diagnosis"]["code"] == code
    assert says in found["diagnosis"]["message"]


@pytest.mark.parametrize("answer", [10**400, -(10**400), "9" * 300 + ".0"])
async def test_a_number_that_no_float_holds_is_a_wrong_answer(ask: Ask, answer: Any) -> None:
    asked = await question(ask, about={"node": "b"}, kind="gradient")
    assert (await judged(ask, asked, answer=answer))["correct"] is False


async def test_the_same_is_said_in_chinese(ask: Ask) -> None:
    answer = await ask("quiz", lang="zh", source=SEED, values=AT, about={"node": "b"})
    asked = answer.json()
    assert "梯度" in asked["prompt"]
    found = await ask("quiz/answer", lang="zh", token=asked["token"], answer=6)
    assert found.json()["diagnosis"]["message"] == "沿路径相乘，路径之间相加。"


async def test_hints_lead_on_without_showing_the_truth(ask: Ask) -> None:
    asked = await question(ask, about={"node": "b"}, kind="gradient")
    hints = [await judged(ask, asked, hint=level) for level in (1, 2, 3)]
    assert [hint["truth"] for hint in hints] == [None, None, None]
    assert [hint["correct"] for hint in hints] == [None, None, None]
    assert hints[2]["explanation"] == "∂e/∂b = 3·? + 2·?"
    tried = await judged(ask, asked, answer=6, hint=1)
    assert (tried["correct"], tried["truth"]) == (False, None)


async def test_the_question_does_not_hold_the_answer(ask: Ask) -> None:
    values = {"a": 2.125, "b": 1.375}
    asked = await question(ask, values=values, about={"node": "b"}, kind="gradient")
    assert "5.875" not in json.dumps({**asked, "values": None})
    assert (await judged(ask, asked, answer=5.875))["correct"]


async def test_another_server_with_the_same_secret_can_judge(
    settings: Settings, serve: Callable[[Settings], FastAPI], ask: Ask
) -> None:
    asked = await question(ask, about={"node": "b"})
    for secret, status in ((settings.secret, 200), ("another one", 422)):
        transport = httpx.ASGITransport(app=serve(replace(settings, port=8001, secret=secret)))
        async with httpx.AsyncClient(transport=transport, base_url="http://there") as other:
            body = {"token": asked["token"], "answer": 5}
            answer = await other.post(f"{API}/quiz/answer", json=body)
            assert answer.status_code == status


@pytest.mark.parametrize("kind", ["value", "local", "sum", "sign", "next", "mode", "wrong"])
async def test_every_kind_can_be_asked_for(ask: Ask, kind: str) -> None:
    asked = await question(ask, kind=kind, seed=4)
    assert asked["kind"] == kind
    assert (asked["form"] == "choice") == bool(asked["choices"])


async def test_a_seed_asks_the_same_again_and_can_roll_new_values(ask: Ask) -> None:
    assert await question(ask, seed=7) == await question(ask, seed=7)
    rolled = await question(ask, seed=7, reroll=True, about={"node": "b"})
    assert rolled["values"] != AT
    a, b = rolled["values"]["a"], rolled["values"]["b"]
    assert (await judged(ask, rolled, answer=a + 2 * b + 1))["correct"]


async def test_the_whole_way_back_is_judged_edge_by_edge(ask: Ask) -> None:
    asked = await question(ask, kind="backward")
    filled = {"c->e:0": 2, "d->e:1": 3, "b->d:0": 3, "a->c:0": 2, "b->c:1": 1}
    found = await judged(ask, asked, answer=filled)
    assert found["correct"] is False
    assert [part["edge"] for part in found["parts"] if not part["correct"]] == ["b->c:1"]
    assert found["truth"]["b->c:1"] == 2.0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"kind": "riddle"}, "unknown-name"),
        ({"kind": "shape"}, "bad-value"),
        ({"about": {"node": "nobody"}}, "unknown-name"),
        ({"about": {"step": 99}}, "unknown-name"),
        ({"about": {"edge": "a->e"}}, "unknown-name"),
        ({"about": {}}, "bad-field"),
        ({"about": {"node": "a", "step": 2}}, "bad-field"),
        ({"about": {"leaf": "a"}}, "bad-field"),
        ({"seed": -1}, "bad-field"),
        ({"source": "log("}, "syntax"),
    ],
)
async def test_what_cannot_be_asked_is_refused(ask: Ask, body: dict[str, Any], code: str) -> None:
    answer = await ask("quiz", **{"source": SEED, "values": AT, **body})
    assert answer.status_code == 422
    assert answer.json()["code"] == code


@pytest.mark.parametrize(
    ("answer", "code"), [("log(", "syntax"), ("", "bad-value"), ([1], "bad-value")]
)
async def test_an_answer_that_cannot_be_read_is_refused(ask: Ask, answer: Any, code: str) -> None:
    asked = await question(ask, about={"node": "b"}, kind="gradient")
    found = await ask("quiz/answer", token=asked["token"], answer=answer)
    assert found.status_code == 422
    assert found.json()["code"] == code
