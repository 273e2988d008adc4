"""/symbolic: formulas where there are any, and the reason where there are none."""

from __future__ import annotations

import os
import signal
from typing import Any

import httpx
import pytest

from server.app import API, create_app
from server.limits import Limits
from server.settings import Settings
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
TANGLED = "x^390*y^17 + 3*y^350*z^31 + 5*z^370*x^19 + 7*w^390 + 11"  # sympy needs minutes


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("symbolic", **body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_the_seed_has_closed_forms_in_three_notations(ask: Ask) -> None:
    answer = await found(ask, source="(a+b)*(b+1)")
    assert answer["derivatives"]["b"]["text"] == "a + 2*b + 1"
    assert answer["derivatives"]["b"]["latex"] == "a + 2 b + 1"
    assert answer["derivatives"]["b"]["mathml"].startswith("<math")
    assert answer["simplified"] is True
    assert answer["note"] is None


@pytest.mark.parametrize(
    ("form", "text"),
    [("as_typed", "(a + b)*(b + 1)"), ("expanded", "a*b + a + b^2 + b")],
)
async def test_a_formula_is_arranged_as_asked(ask: Ask, form: str, text: str) -> None:
    assert (await found(ask, source="(a+b)*(b+1)", form=form))["output"]["text"] == text


async def test_only_wanted_derivatives_are_found(ask: Ask) -> None:
    answer = await found(ask, source="c = a*b\nd = c*c", wrt=["a"], output="c")
    assert {name: form["text"] for name, form in answer["derivatives"].items()} == {"a": "b"}


async def test_what_is_too_large_stays_as_typed_and_says_so(ask: Ask) -> None:
    answer = await found(ask, source="(1+x+x**2+x**3)**500", form="expanded")
    assert answer["simplified"] is False
    assert "too large" in answer["note"]


async def test_tensors_have_no_formula_of_single_numbers_and_say_so(ask: Ask) -> None:
    answer = await found(ask, source="sum(W @ x)", values={"W": [[1, 2]], "x": [1, 2]})
    assert answer["derivatives"] == {"W": None, "x": None}
    assert answer["note"]
    assert [rule["node"] for rule in answer["rules"]] == [2, 0, 1]
    assert all(rule["latex"] for rule in answer["rules"])


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("x = x*x\n" * 20_000, id="more parts than a number can count"),
        pytest.param("sum(inv(eye(2000)))", id="a tensor of four million entries"),
        pytest.param("\n".join(f"a{i} = {i}" for i in range(10_000)) + "\na1", id="many inputs"),
    ],
)
async def test_a_program_beyond_all_formulas_is_answered(ask: Ask, source: str) -> None:
    answer = await found(ask, source=source)
    assert answer["note"] is None or len(answer["note"]) < 200


async def test_where_sympy_is_at_a_loss_there_is_no_formula_and_no_failure(ask: Ask) -> None:
    answer = await found(ask, source="a * trace(inv(zeros((3, 3))))")
    assert answer["derivatives"] == {"a": None}
    assert answer["note"]


async def test_a_text_that_cannot_be_read_is_refused_here_too(ask: Ask) -> None:
    answer = await ask("symbolic", source="log(a")
    assert (answer.status_code, answer.json()["code"]) == (422, "syntax")


async def test_what_takes_too_long_to_arrange_is_given_as_typed() -> None:
    app = create_app(Settings(limits=Limits(seconds=3)))  # as typed must be done within it, too
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        body = {"source": TANGLED, "form": "factored"}
        answer = (await client.post(f"{API}/symbolic", json=body)).json()
    app.state.compute.close()
    assert answer["simplified"] is False
    assert answer["note"] == "This took longer than 3 s and was stopped. Nothing was lost."
    assert answer["output"]["text"] == TANGLED


async def test_a_full_lane_says_busy_and_the_fast_lane_goes_on() -> None:
    app = create_app(Settings(limits=Limits(waiting=1, seconds=30)))
    blocking = [app.state.compute.lane.submit(signal.pause)]
    while not blocking[0].running():
        os.sched_yield()
    blocking.append(app.state.compute.lane.submit(signal.pause))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        busy = await client.post(f"{API}/symbolic", json={"source": "a*b"})
        fast = await client.post(f"{API}/evaluate", json={"source": "a*b"})
    app.state.compute.close()
    assert (busy.status_code, busy.json()["code"]) == (503, "busy")
    assert busy.headers["retry-after"] == "2"
    assert fast.status_code == 200
