"""/paths: a derivative as a sum over paths, exact at any size."""

from __future__ import annotations

from typing import Any

import pytest

from server.limits import LOOPBACK
from tests import corpora
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
SEED = "c = a + b\nd = b + 1\ne = c * d"
AT = {"a": 2, "b": 1}
LADDER = "\n".join(f"h{at + 1} = h{at} + h{at}*2 + h{at}*0.3" for at in range(200))
STAGES = "\n".join(f"h{at + 1} = α*h{at} + β*h{at} + γ*h{at}" for at in range(10))
(NINE,) = (row for row in corpora.programs() if row["id"] == "seed/path_sum_3x3")


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("paths", **body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_the_seed_has_two_paths_that_add_up_to_five(ask: Ask) -> None:
    answer = await found(ask, source=SEED, values=AT, **{"from": "b", "to": "e"})
    assert answer["count"] == "2"
    assert answer["sum"] == 5.0
    assert answer["items"] == [
        {
            "nodes": [1, 4, 5],
            "edges": [2, 5],
            "factors": [1.0, 3.0],
            "product": 3.0,
            "running": 3.0,
        },
        {
            "nodes": [1, 2, 5],
            "edges": [1, 4],
            "factors": [1.0, 2.0],
            "product": 2.0,
            "running": 5.0,
        },
    ]
    assert answer["next_cursor"] is None
    assert answer["factored"]["text"] == "∂c/∂b·∂e/∂c + ∂d/∂b·∂e/∂d"
    assert answer["factored"]["value"] == 5.0
    assert answer["cost"]["listed"] == {"multiplications": 2, "additions": 1}
    assert answer["cost"]["factored"] == {"multiplications": 2, "additions": 1}


async def test_nine_products_fold_to_one_step_by_step(ask: Ask) -> None:
    answer = await found(ask, source=NINE["program"], values=NINE["inputs"], **{"from": "X"})
    assert answer["count"] == str(NINE["paths"]["count"])
    products = sorted(item["product"] for item in answer["items"])
    assert products == sorted(NINE["paths"]["products"])
    assert answer["sum"] == answer["items"][-1]["running"] == NINE["paths"]["sum"]
    assert answer["factored"]["slopes"] == "(alpha + beta + gamma)·(delta + epsilon + zeta)"
    short = answer["cost"]["without_ones"]
    assert short["listed"] == {"multiplications": 9, "additions": 8}
    assert short["factored"] == {"multiplications": 1, "additions": 4}
    folds = answer["factored"]["folds"]
    assert [fold["paths"] for fold in folds if fold["kind"] == "parallel"] == ["6", "3", "2", "1"]
    assert folds[-1]["value"] == 310
    assert folds[-1]["work"] == answer["cost"]["factored"]
    assert folds[-1]["without_ones"] == {"multiplications": 1, "additions": 4}


async def test_ten_stages_of_three_are_half_a_million_products_or_nine(ask: Ask) -> None:
    answer = await found(ask, source=STAGES, values={"α": 2, "β": 3}, **{"from": "h0"})
    assert answer["count"] == "59049"
    short = answer["cost"]["without_ones"]
    assert short["listed"]["multiplications"] == 531_441
    assert short["factored"]["multiplications"] == 9


async def test_counts_beyond_every_float_are_exact(ask: Ask) -> None:
    answer = await found(ask, source=LADDER, **{"from": "h0"})
    assert answer["count"] == str(3**200)
    assert answer["cost"]["listed"]["additions"] == str(3**200 - 1)
    assert len(answer["items"]) == 50
    assert answer["next_cursor"] == "50"
    assert answer["factored"]["text"] is None
    assert answer["factored"]["value"] == pytest.approx(3.3**200)


async def test_a_count_may_have_thousands_of_digits(ask: Ask) -> None:
    squares = "\n".join(f"h{at + 1} = h{at}*h{at}" for at in range(15_000))
    answer = await found(ask, source=squares, **{"from": "h0", "limit": 0})
    assert len(answer["count"]) == 4516
    assert answer["items"] == []


async def test_pages_follow_one_another_and_go_on_adding(ask: Ask) -> None:
    whole = await found(ask, source=STAGES, **{"from": "h0", "limit": 6})
    first = await found(ask, source=STAGES, **{"from": "h0", "limit": 4})
    second = await found(
        ask, source=STAGES, **{"from": "h0", "limit": 2, "cursor": first["next_cursor"]}
    )
    assert first["items"] + second["items"] == whole["items"]
    assert second["next_cursor"] == "6"


async def test_paths_that_are_not_there_add_up_to_nothing(ask: Ask) -> None:
    answer = await found(ask, source="u = a*2\nv = b*u", **{"from": "b", "to": "u"})
    assert (answer["count"], answer["sum"], answer["items"]) == ("0", 0.0, [])
    assert answer["factored"]["text"] == "0"
    assert answer["defaulted"] == ["a", "b"]


async def test_nodes_are_named_or_numbered(ask: Ask) -> None:
    named = await found(ask, source=SEED, values=AT, **{"from": "b", "to": "e"})
    assert await found(ask, source=SEED, values=AT, **{"from": 1, "to": 5}) == named
    assert await found(ask, source=SEED, values=AT, output="e", **{"from": 1}) == named


async def test_tensors_are_counted_and_written_in_matrix_form(ask: Ask) -> None:
    program = "z = W @ x + b\nL = sum(z*z)"
    values = {"W": [[1, 2], [3, 4]], "x": [1, 1], "b": [0, 0]}
    answer = await found(ask, source=program, values=values, **{"from": "x"})
    assert answer["count"] == "2"
    assert [item["product"] for item in answer["items"]] == [None, None]
    assert answer["items"][0]["latex"].startswith(r"W^\top")
    assert answer["sum"] == [48.0, 68.0]
    assert answer["factored"]["lines"][-1]["text"] == "∂L/∂(W @ x)·∂(W @ x)/∂x"
    assert answer["factored"]["latex"].startswith(r"\begin{aligned}")


async def test_folded_groups_are_one_stride(ask: Ask) -> None:
    program = "f(p, q, r) = α*p + β*q + γ*r\nY = f(X, X, X)\nZ = f(Y, Y, Y)"
    answer = await found(ask, source=program, **{"from": "X", "folded": [0, 1]})
    assert {len(item["edges"]) for item in answer["items"]} == {2}
    assert answer["cost"]["listed"] == {"multiplications": 9, "additions": 8}
    assert set(answer["factored"]["folds"][0]["edges"]) < set(range(20))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"from": "nobody"}, "unknown-name"),
        ({"from": "b", "to": "nobody"}, "unknown-name"),
        ({}, "bad-field"),
        ({"from": "b", "cursor": "later"}, "bad-field"),
        ({"from": "b", "limit": -1}, "bad-field"),
        ({"from": "b", "limit": LOOPBACK.paths + 1}, "too-costly"),
    ],
)
async def test_what_cannot_be_meant_is_refused(ask: Ask, body: dict[str, Any], code: str) -> None:
    answer = await ask("paths", source=SEED, values=AT, **body)
    assert answer.status_code == 422
    assert answer.json()["code"] == code


async def test_a_page_of_long_paths_ends_before_it_is_too_long(ask: Ask) -> None:
    answer = await found(ask, source="x = x*x\n" * 20_000, **{"from": 0})
    assert 1 <= len(answer["items"]) < 50
    assert answer["next_cursor"] == str(len(answer["items"]))


@pytest.mark.parametrize("source", ["0/0", "x/0", "sqrt(0)*x", "10^1000000", "sum([x, 1]/0)"])
async def test_paths_lead_through_slopes_without_a_number(ask: Ask, source: str) -> None:
    assert (await found(ask, source=source, **{"from": 0}))["count"] == "1"
