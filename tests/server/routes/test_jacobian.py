"""/jacobian: the full local derivatives of one node."""

from __future__ import annotations

import pytest

from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
PROGRAM = "a = sigmoid(z)\nL = sum(W @ a)"
VALUES = {"z": [0, 0], "W": [[1, 2], [3, 4]]}


async def test_a_node_is_named_and_its_edges_are_answered(ask: Ask) -> None:
    answer = await ask("jacobian", source=PROGRAM, values=VALUES, node="a")
    (table,) = answer.json()["jacobians"]
    assert table["kind"] == "diagonal"
    assert table["shape"] == [2, 2]
    assert table["data"] == [[0.25, 0.0], [0.0, 0.25]]
    assert r"\odot" in table["contribution"]


async def test_without_a_node_it_is_the_output(ask: Ask) -> None:
    found = (await ask("jacobian", source=PROGRAM, values=VALUES)).json()
    (table,) = found["jacobians"]
    assert (table["kind"], table["shape"], table["data"]) == ("dense", [2], [1.0, 1.0])


async def test_a_large_one_has_no_numbers(ask: Ask) -> None:
    answer = await ask(
        "jacobian", source="a = sigmoid(z)\nsum(a)", values={"z": [0] * 65}, node="a"
    )
    (table,) = answer.json()["jacobians"]
    assert table["kind"] == "rule"
    assert "data" not in table


async def test_a_node_that_is_not_there_is_refused(ask: Ask) -> None:
    answer = await ask("jacobian", source="a*b", node="c")
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown-name")


async def test_infinity_is_spelt_out(ask: Ask) -> None:
    answer = await ask("jacobian", source="sum(sqrt(z))", values={"z": [0, 1]}, node="sqrt(z)")
    assert answer.json()["jacobians"][0]["data"][0][0] == "Infinity"
