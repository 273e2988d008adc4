"""/hessian: all second derivatives of a number, or along one direction."""

from __future__ import annotations

import pytest

from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio


async def test_the_table_stands_by_pairs_of_inputs(ask: Ask) -> None:
    answer = (await ask("hessian", source="x*x*y", values={"x": 3, "y": 5})).json()
    assert answer["hessian"] == {"x": {"x": 10.0, "y": 6.0}, "y": {"x": 6.0, "y": 0.0}}
    assert answer["output"] == {"name": "out", "value": 45.0, "shape": []}


async def test_a_direction_asks_for_the_product_only(ask: Ask) -> None:
    body = {"source": "x*x*y", "values": {"x": 3, "y": 5}, "vector": {"x": 1, "y": 2}}
    answer = (await ask("hessian", **body)).json()
    assert answer["product"] == {"x": 22.0, "y": 6.0}
    assert "hessian" not in answer


async def test_blocks_of_tensors_have_the_axes_of_both_inputs(ask: Ask) -> None:
    answer = (await ask("hessian", source="sum(x^3) * y", values={"x": [1, 2], "y": 2})).json()
    assert answer["hessian"]["x"]["x"] == [[12.0, 0.0], [0.0, 24.0]]
    assert answer["hessian"]["x"]["y"] == [3.0, 12.0]


async def test_only_wanted_inputs_take_part(ask: Ask) -> None:
    body = {"source": "x*x*y", "values": {"x": 3, "y": 5}, "wrt": ["x"]}
    assert (await ask("hessian", **body)).json()["hessian"] == {"x": {"x": 10.0}}


async def test_a_program_without_inputs_has_an_empty_table(ask: Ask) -> None:
    answer = await ask("hessian", source="2*3")
    assert answer.status_code == 200
    assert answer.json()["hessian"] == {}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"source": "sum(x^2)", "values": {"x": [1.0] * 65}}, "too-costly"),
        ({"source": "sum(conv2d(ones((1000, 1000)), ones((500, 500))))"}, "too-costly"),
        ({"source": "2*x", "values": {"x": [1, 2]}}, "not-scalar"),
        ({"source": "x", "vector": {"q": 1}}, "unknown-name"),
        ({"source": "x", "vector": {"x": [1, 2]}}, "bad-value"),
    ],
)
async def test_what_cannot_be_asked_is_refused(
    ask: Ask, body: dict[str, object], code: str
) -> None:
    answer = await ask("hessian", **body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
