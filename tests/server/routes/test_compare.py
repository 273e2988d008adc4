"""/compare and /dense: what the two modes take, here and at any size."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio
SEED = "c = a + b\nd = b + 1\ne = c * d"


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("compare", **body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_the_seed_is_cheaper_in_reverse(ask: Ask) -> None:
    assert await found(ask, source=SEED, values={"a": 2, "b": 1}) == {
        "inputs": [{"name": "a", "numbers": 1}, {"name": "b", "numbers": 1}],
        "outputs": [{"name": "e", "numbers": 1}],
        "forward": {"passes": 2, "multiplications": 6, "additions": 1, "stored": 6},
        "reverse": {"passes": 1, "multiplications": 5, "additions": 1, "stored": 10},
        "cheaper": "reverse",
        "defaulted": [],
    }


async def test_the_costs_are_those_of_the_trace(ask: Ask) -> None:
    traced = (await ask("trace", source=SEED)).json()["cost"]
    compared = await found(ask, source=SEED)
    for mode, cost in traced.items():
        assert cost.items() <= compared[mode].items()


async def test_several_outputs_are_the_rows_of_a_jacobian(ask: Ask) -> None:
    answer = await found(ask, source=SEED, outputs=["c", "d", 5, "e"])
    assert [each["name"] for each in answer["outputs"]] == ["c", "d", "e"]
    assert answer["reverse"]["passes"] == 3
    assert answer["cheaper"] == "forward"


@pytest.mark.parametrize(
    ("body", "code"), [({"outputs": ["nobody"]}, "unknown-name"), ({"outputs": []}, "bad-field")]
)
async def test_an_output_must_be_there(ask: Ask, body: dict[str, Any], code: str) -> None:
    assert (await ask("compare", source=SEED, **body)).json()["code"] == code


async def test_layers_of_any_size_have_a_cost_and_a_curve(client: httpx.AsyncClient) -> None:
    answer = (await client.get(f"{API}/dense?inputs=1000000&outputs=1")).json()
    assert (answer["forward"]["passes"], answer["reverse"]["passes"]) == (1_000_000, 1)
    assert answer["cheaper"] == "reverse"
    assert answer["crossing"] == 1
    at = {point["inputs"]: point for point in answer["curve"]}
    assert at[1_000_000]["forward"] == answer["forward"]["multiplications"]
    assert at[1_000_000]["reverse"] == answer["reverse"]["multiplications"]


@pytest.mark.parametrize("query", ["inputs=0", "outputs=1000001", "inputs=many"])
async def test_sizes_that_cannot_be_drawn_are_refused(
    client: httpx.AsyncClient, query: str
) -> None:
    answer = await client.get(f"{API}/dense?{query}")
    assert answer.status_code == 422
    assert answer.json()["code"] == "bad-field"
