r"""LaTeX wherever a program is taken: `"notation": "latex"`."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from server.app import API, create_app
from server.limits import Limits
from server.settings import Settings
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
SEED = r"\frac{1}{1+e^{-(w_0 x_0+w_1 x_1+w_2)}}"
VALUES = {"w_0": 2, "x_0": -1, "w_1": -3, "x_1": -2, "w_2": -3}
CALLS: dict[str, dict[str, Any]] = {
    "evaluate": {},
    "graph": {},
    "trace": {},
    "paths": {"from": "a", "to": "y"},
    "check": {},
    "symbolic": {},
    "hessian": {},
    "field": {"x": {"name": "a", "from": 0, "to": 1, "points": 3}},
    "compare": {"outputs": ["y"]},
    "jacobian": {},
    "gradient-health": {},
    "quiz": {},
    "export/csv": {},
    "export/latex": {},
}


async def test_the_seeds_sigmoid_is_evaluated(ask: Ask) -> None:
    answer = await ask("evaluate", source=SEED, notation="latex", values=VALUES)
    found = answer.json()
    assert found["output"]["value"] == pytest.approx(0.7310585786300049, abs=1e-15)
    assert found["gradients"]["w_0"] == pytest.approx(-0.19661193324148185, abs=1e-15)
    (warning,) = found["warnings"]
    assert warning["code"] == "converted-symbol"
    assert "1/(1 + exp(-(w_0*x_0 + w_1*x_1 + w_2)))" in warning["message"]
    assert warning["span"] == {"line": 1, "start": 0, "end": len(SEED)}


@pytest.mark.parametrize("call", CALLS)
async def test_every_call_answers_latex_as_it_answers_the_program(ask: Ask, call: str) -> None:
    body = {"values": {"a": 2, "b": 3}, **CALLS[call]}
    latex = await ask(call, source=r"y = \frac{a}{b} a", notation="latex", **body)
    plain = await ask(call, source="y = a*a/b", **body)
    assert (latex.status_code, plain.status_code) == (200, 200), latex.text
    if "json" not in latex.headers["content-type"]:
        return
    for name in ("output", "gradients", "values", "hessian", "derivatives", "count", "value"):
        assert latex.json().get(name) == plain.json().get(name)


@pytest.mark.parametrize("call", CALLS)
async def test_what_is_not_read_is_refused_with_its_place(ask: Ask, call: str) -> None:
    answer = await ask(call, source=r"y = a + \input{b}", notation="latex", **CALLS[call])
    found = answer.json()
    assert (answer.status_code, found["code"], found["reason"]) == (422, "syntax", "latex_command")
    assert found["span"] == {"line": 1, "start": 8, "end": 14}


async def test_an_editor_is_told_and_no_request_fails(ask: Ask) -> None:
    answer = await ask("graph", source=r"\frac{a}{b", notation="latex", tolerant=True)
    assert answer.status_code == 200
    (told,) = answer.json()["diagnostics"]
    assert told["reason"] == "unclosed_paren"
    assert told["span"] == {"line": 1, "start": 8, "end": 9}


async def test_nodes_lie_in_the_text_as_sent(ask: Ask) -> None:
    answer = await ask("graph", source="z = w x\nz^2", notation="latex")
    spans = [node["span"] for node in answer.json()["graph"]["nodes"]]
    assert spans[0] == {"line": 1, "start": 0, "end": 7}
    assert spans[-1] == {"line": 2, "start": 0, "end": 3}


async def test_a_tower_of_powers_is_not_computed(ask: Ask) -> None:
    answer = await ask("evaluate", source="9^{9^{9^{9}}}", notation="latex")
    assert answer.json()["output"]["value"] == "Infinity"


async def test_the_same_text_means_what_its_notation_says(ask: Ask) -> None:
    latex = await ask("evaluate", source="ab", notation="latex", values={"a": 2, "b": 3})
    plain = await ask("evaluate", source="ab", values={"ab": 7})
    assert latex.json()["output"]["value"] == 6
    assert plain.json()["output"]["value"] == 7


@pytest.mark.parametrize("notation", ["LaTeX", "tex", 1, None])
async def test_another_notation_is_refused(ask: Ask, notation: object) -> None:
    answer = await ask("evaluate", source="a", notation=notation)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-field")


async def test_a_source_that_is_no_text_is_refused_in_latex_too(ask: Ask) -> None:
    answer = await ask("evaluate", source=["a"], notation="latex")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-field")


async def test_an_editor_is_told_that_reading_took_too_long() -> None:
    app = create_app(Settings(limits=Limits(seconds=0.01)))
    transport = httpx.ASGITransport(app=app)
    body = {"source": "x" * 9_000, "notation": "latex", "tolerant": True}
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        answer = await client.post(f"{API}/graph", json=body)
    app.state.compute.close()
    assert answer.status_code == 200
    (told,) = answer.json()["diagnostics"]
    assert (told["code"], told["reason"]) == ("timed-out", "time_limit")
