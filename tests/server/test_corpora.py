"""Both corpora through the API: every published value and gradient, every hostile text."""

from __future__ import annotations

import json
from typing import Any

import httpx
import numpy as np
import pytest

from tests.corpora import Row, agrees, programs, rows
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
PROGRAMS = programs()
HOSTILE = rows("hostile")
CLEAR = {400, 413, 422}
MOST_PASSES = 1_000
HANGS = 20  # seconds: python -m tests.load.hostile measures what is answered in 2.5


def sendable(inputs: dict[str, Any]) -> dict[str, Any]:
    return {name: np.asarray(value).tolist() for name, value in inputs.items()}


def numbers(value: Any) -> Any:
    """The API's words for numbers that JSON lacks, as numbers."""
    if isinstance(value, list):
        return [numbers(entry) for entry in value]
    return float(value)


def size(row: Row) -> int:
    """How many numbers there are to differentiate by."""
    return sum(np.size(row["inputs"][name]) for name in row.get("wrt", row["inputs"]))


# forward mode makes one pass for each number: the network of 79,510 takes reverse mode alone
CASES = [
    pytest.param(row, mode, id=f"{row['id']} {mode}")
    for row in PROGRAMS
    for mode in ("reverse", "forward")
    if mode == "reverse" or size(row) <= MOST_PASSES
]


@pytest.mark.parametrize(("row", "mode"), CASES)
async def test_a_published_program_has_its_published_value_and_gradients(
    ask: Ask, row: Row, mode: str
) -> None:
    named = {key: row[key] for key in ("wrt",) if key in row}
    answer = await ask(
        "evaluate",
        source=row["program"],
        values=sendable(row["inputs"]),
        output=row["output"],
        mode=mode,
        **named,
    )
    if row.get("class") == "singular" and answer.status_code == 422:
        return  # a clear message passes there
    found = answer.json()
    assert answer.status_code == 200, found
    gradients = {name: numbers(value) for name, value in found["gradients"].items()}
    assert agrees(row, numbers(found["output"]["value"]), gradients) == []


def strict(answer: httpx.Response) -> Any:
    """The JSON of an answer; a bare NaN or Infinity is no JSON."""
    return json.loads(answer.content, parse_constant=pytest.fail)


# every call that computes, and what it asks for besides the text
CALLS: dict[str, dict[str, Any]] = {
    "evaluate": {},
    "trace": {},
    "graph": {},
    "check": {},
    "paths": {"from": 0},
    "hessian": {},
    "symbolic": {},
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("row", HOSTILE, ids=lambda row: row["id"])
async def test_a_hostile_text_is_answered_as_it_deserves(ask: Ask, row: Row, call: str) -> None:
    answer = await ask(call, source=row["text"], **CALLS[call])
    found = strict(answer)
    assert answer.elapsed.total_seconds() < HANGS
    if row["expect"] == "ok":
        assert answer.status_code == 200, found
    elif row["expect"] == "error":
        assert answer.status_code in CLEAR
    assert answer.status_code == 200 or (found["code"] and found["detail"])


@pytest.mark.parametrize("row", HOSTILE, ids=lambda row: row["id"])
async def test_an_editor_is_always_answered(ask: Ask, row: Row) -> None:
    answer = await ask("graph", source=row["text"], tolerant=True)
    assert answer.status_code == 200
    if row["expect"] == "error":
        assert strict(answer)["diagnostics"]
