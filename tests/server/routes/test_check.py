"""/check: four ways to one gradient, and the truth where there is none."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from engine.errors import TimedOut
from server.app import API, create_app
from server.limits import Limits
from server.settings import Settings
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("check", **body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_four_ways_agree_on_the_seed(ask: Ask) -> None:
    answer = await found(ask, source="(a+b)*(b+1)", values={"a": 2, "b": 1})
    assert answer["agree"] is True
    for name, gradient in (("a", 2), ("b", 5)):
        entry = answer["inputs"][name]
        assert entry["agree"] is True
        assert entry["step"] > 0
        assert entry["relative_error"] < 1e-9
        for way in ("reverse", "forward", "difference", "symbolic"):
            assert entry[way] == pytest.approx(gradient, rel=1e-9)


async def test_a_corner_is_told_with_the_slopes_on_both_sides(ask: Ask) -> None:
    entry = (await found(ask, source="relu(x)*y", values={"x": 0, "y": 3}))["inputs"]["x"]
    assert entry["sides"] == pytest.approx([0, 3], abs=1e-9)
    assert "corner" in entry["note"]
    assert entry["agree"] is True


async def test_the_note_speaks_the_language_of_the_asker(ask: Ask) -> None:
    answer = (await ask("check", lang="zh", source="relu(x)", values={"x": 0})).json()
    assert "折点" in answer["inputs"]["x"]["note"]


async def test_of_a_tensor_the_entry_that_agrees_least_is_shown(ask: Ask) -> None:
    values = {"W": [[1, 2], [3, 4]], "x": [1, 2]}
    entries = (await found(ask, source="sum(W @ x)", values=values))["inputs"]
    assert len(entries["W"]["place"]) == 2
    assert entries["W"]["symbolic"] is None
    assert entries["W"]["agree"] is True


async def test_only_wanted_inputs_are_checked(ask: Ask) -> None:
    answer = await found(ask, source="a*b*c", wrt=["b"], values={"a": 2, "z": 1})
    assert list(answer["inputs"]) == ["b"]
    assert answer["defaulted"] == ["b", "c"]
    assert [warning["code"] for warning in answer["warnings"]] == ["unused-value"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"source": "log(a"}, "syntax"),
        ({"source": "x", "values": {"x": [1, 2]}}, "not-scalar"),
        ({"source": "x", "wrt": ["y"]}, "unknown-name"),
        ({"source": "x", "strict": True}, "missing-value"),
    ],
)
async def test_what_cannot_be_checked_is_refused(ask: Ask, body: Any, code: str) -> None:
    answer = await ask("check", **body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_a_check_that_would_take_too_long_is_refused() -> None:
    app = create_app(Settings(limits=Limits(work=1_000)))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        body = {"source": "sum(x*x)", "values": {"x": [1.0] * 50}}
        answer = await client.post(f"{API}/check", json=body)
    app.state.compute.close()
    assert answer.json()["code"] == "too-costly"


async def test_a_formula_that_takes_too_long_is_left_out_and_the_rest_stands(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def too_long(*_: object, **__: object) -> None:
        raise TimedOut("time_limit", t=5)

    monkeypatch.setattr("server.compute.Compute.heavy", too_long)
    entry = (await found(ask, source="a*a", values={"a": 3}))["inputs"]["a"]
    assert (entry["symbolic"], entry["reverse"], entry["agree"]) == (None, 6.0, True)


async def test_every_nudge_is_told_with_the_error_it_makes(ask: Ask) -> None:
    entry = (await ask("check", source="exp(x)", values={"x": 1})).json()["inputs"]["x"]
    nudges = [step["h"] for step in entry["steps"]]
    assert nudges == sorted(nudges, reverse=True)
    assert min(step["error"] for step in entry["steps"]) < 1e-9 < entry["steps"][0]["error"]


@pytest.mark.parametrize("sign", [1, -1])
async def test_no_nudge_leaves_the_numbers_that_there_are(ask: Ask, sign: int) -> None:
    """The largest number of all cannot be nudged upwards by a tenth of itself."""
    answer = await ask("check", source="atan(x)", values={"x": sign * 1.7976931348623157e308})
    entry = answer.json()["inputs"]["x"]
    assert (entry["reverse"], entry["agree"]) == (0.0, True)
