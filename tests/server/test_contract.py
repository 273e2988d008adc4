"""The examples of the API's contract, number for number and word for word."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio

SEED = "c = a + b\nd = b + 1\ne = c * d"
AT = {"a": 2, "b": 1}


async def test_evaluate_answers_the_seed(ask: Ask) -> None:
    answer = await ask("evaluate", source="(a+b)*(b+1)", values=AT)
    assert answer.status_code == 200
    assert answer.json() == {
        "output": {"name": "out", "value": 6.0, "shape": []},
        "gradients": {"a": 2.0, "b": 5.0},
        "mode": "reverse",
        "defaulted": [],
        "warnings": [],
    }


async def test_trace_draws_the_seed(ask: Ask) -> None:
    graph = (await ask("trace", source=SEED, values=AT)).json()["graph"]
    assert graph["output"] == 5
    assert graph["groups"] == []
    assert [(n["kind"], n["op"], n["name"], n["glyph"]) for n in graph["nodes"]] == [
        ("input", None, "a", ""),
        ("input", None, "b", ""),
        ("op", "add", "c", "+"),
        ("constant", None, "1", ""),
        ("op", "add", "d", "+"),
        ("op", "mul", "e", "×"),
    ]
    assert graph["nodes"][0] == {
        "id": 0,
        "kind": "input",
        "op": None,
        "name": "a",
        "glyph": "",
        "shape": [],
        "span": {"line": 1, "start": 4, "end": 5},
        "group": None,
    }
    ends = [(0, 2, 0), (1, 2, 1), (1, 4, 0), (3, 4, 1), (2, 5, 0), (4, 5, 1)]
    assert graph["edges"] == [
        {"id": number, "source": source, "target": target, "port": port}
        for number, (source, target, port) in enumerate(ends)
    ]


async def test_trace_has_the_numbers_of_the_seed(ask: Ask) -> None:
    found = (await ask("trace", source=SEED, values=AT, modes=["forward", "reverse"])).json()
    assert found["values"] == [2, 1, 3, 1, 2, 6]
    assert found["local"] == [1, 1, 1, None, 2, 3]
    assert found["gradients"] == [2, 5, 2, None, 3, 1]
    assert found["cost"] == {
        "reverse": {"passes": 1, "multiplications": 5, "additions": 1},
        "forward": {"passes": 2, "multiplications": 6, "additions": 1},
    }
    assert found["warnings"] == []


STEPS: dict[int, dict[str, Any]] = {
    1: {"phase": "forward", "kind": "input", "node": 0, "value": 2, "words": "a = 2"},
    3: {
        "phase": "forward",
        "kind": "compute",
        "node": 2,
        "value": 3,
        "words": "c = a + b = 2 + 1 = 3",
    },
    6: {
        "phase": "reverse",
        "kind": "seed",
        "node": 5,
        "gradient": 1,
        "words": "start at the output: ∂e/∂e = 1",
    },
    7: {
        "phase": "reverse",
        "kind": "pull",
        "edge": 4,
        "node": 2,
        "upstream": 1,
        "local": 2,
        "contribution": 2,
        "total": 2,
        "complete": True,
    },
    8: {"edge": 5, "node": 4, "contribution": 3},
    9: {
        "edge": 2,
        "node": 1,
        "upstream": 3,
        "local": 1,
        "contribution": 3,
        "total": 3,
        "complete": False,
        "words": "d passes its gradient 3 to b, times ∂d/∂b = 1: it adds 3",
    },
    10: {"edge": 0, "node": 0},
    11: {"edge": 1, "node": 1, "contribution": 2, "total": 5, "complete": True},
}


@pytest.mark.parametrize("index", STEPS)
async def test_a_step_of_the_seed_is_as_the_contract_shows_it(ask: Ask, index: int) -> None:
    steps = (await ask("trace", source=SEED, values=AT)).json()["steps"]
    assert len(steps) == 11
    assert {"index": index, **STEPS[index]}.items() <= steps[index - 1].items()


async def test_an_open_bracket_is_refused_with_its_place_and_its_repair(ask: Ask) -> None:
    answer = await ask("evaluate", source="log(a", values={"a": 2})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "/problems/syntax",
        "title": "This cannot be read",
        "status": 422,
        "code": "syntax",
        "reason": "unclosed_paren",
        "detail": "This ( at column 4 has no matching ).",
        "span": {"line": 1, "start": 3, "end": 4},
        "suggestion": {"label": "Add )", "source": "log(a)"},
    }


async def test_a_number_that_is_not_real_is_an_answer_with_a_warning(ask: Ask) -> None:
    answer = await ask("evaluate", source="sqrt(a)", values={"a": -1})
    assert answer.status_code == 200
    found = answer.json()
    assert found["output"] == {"name": "out", "value": "NaN", "shape": []}
    assert found["gradients"] == {"a": "NaN"}
    wanted = {
        "code": "domain",
        "node": 1,
        "span": {"line": 1, "start": 0, "end": 7},
        "message": "sqrt(-1) has no real value: sqrt needs a number that is not negative.",
    }
    assert len(found["warnings"]) == 1
    assert wanted.items() <= found["warnings"][0].items()
