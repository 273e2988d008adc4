"""/operations and /examples: what can be looked up is what the engine has."""

from __future__ import annotations

import httpx
import pytest

from engine.examples import EXAMPLES
from engine.ops import OPS
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio


async def test_every_row_of_the_table_is_listed(client: httpx.AsyncClient) -> None:
    found = (await client.get(f"{API}/operations")).json()["operations"]
    assert [each["name"] for each in found] == list(OPS)
    for each in found:
        assert each["words"]["en"]
        assert each["words"]["zh"]


async def test_one_operation_has_its_formula_and_its_derivatives(client: httpx.AsyncClient) -> None:
    product = (await client.get(f"{API}/operations/mul")).json()
    assert (product["latex"], product["partials"]) == ("a b", ["b", "a"])
    assert (product["typed"], product["glyph"]) == ("a * b", "×")
    matrices = (await client.get(f"{API}/operations/matmul")).json()
    assert matrices["partials"] == [r"\bar{Z}\,B^\top", r"A^\top \bar{Z}"]


async def test_another_name_finds_the_same_operation(client: httpx.AsyncClient) -> None:
    assert (await client.get(f"{API}/operations/ln")).json()["name"] == "log"


async def test_an_operation_says_where_it_has_a_value_and_where_a_corner(
    client: httpx.AsyncClient,
) -> None:
    logarithm = (await client.get(f"{API}/operations/log")).json()
    assert "positive" in logarithm["domain"]["en"] or "0" in logarithm["domain"]["en"]
    assert (await client.get(f"{API}/operations/relu")).json()["corners"] == ["x"]


async def test_what_an_operation_is_typed_like_can_be_read(
    client: httpx.AsyncClient, ask: Ask
) -> None:
    found = (await client.get(f"{API}/operations")).json()["operations"]
    comparisons = {"lt", "le", "gt", "ge", "eq", "ne"}  # typed only inside a choice
    for each in found:
        answer = await ask("graph", source=each["typed"], tolerant=True)
        known = [told["code"] for told in answer.json()["diagnostics"]]
        assert (each["name"] in comparisons) == ("syntax" in known), each["typed"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
async def test_every_example_runs_with_its_values(
    client: httpx.AsyncClient, ask: Ask, example: object
) -> None:
    name = getattr(example, "id", "")
    found = (await client.get(f"{API}/examples/{name}")).json()
    answer = await ask("trace", source=found["source"], values=found["values"], strict=True)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["defaulted"] == []


async def test_the_examples_have_the_published_numbers(ask: Ask) -> None:
    values = {example.id: example for example in EXAMPLES}

    async def evaluated(name: str) -> tuple[float, dict[str, float]]:
        example = values[name]
        answer = (await ask("evaluate", source=example.source, values=example.values)).json()
        return answer["output"]["value"], answer["gradients"]

    assert await evaluated("seed") == (6.0, {"a": 2.0, "b": 5.0})
    error, gradients = await evaluated("network")
    assert error == pytest.approx(0.2983711087600027, rel=1e-12)
    assert gradients["w5"] == pytest.approx(0.08216704056423078, rel=1e-12)
    same, matrices = await evaluated("network-matrices")
    assert same == pytest.approx(error, rel=1e-12)
    assert matrices["W2"][0][0] == pytest.approx(gradients["w5"], rel=1e-12)
    neuron, _ = await evaluated("sigmoid-neuron")
    assert neuron == pytest.approx(0.7310585786300049, rel=1e-12)
    exploded, _ = await evaluated("exploding")
    assert exploded == pytest.approx(13780.6123398222, rel=1e-12)
    _, paths = await evaluated("paths")
    assert paths["X"] == 6 * 15
