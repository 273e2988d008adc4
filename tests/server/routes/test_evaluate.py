"""/evaluate: value and gradients, in either mode, of any output."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("evaluate", **body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_forward_mode_finds_the_same_and_says_so(ask: Ask) -> None:
    answer = await found(ask, source="x^3 * y", values={"x": 2, "y": 3}, mode="forward")
    assert answer["gradients"] == {"x": 36.0, "y": 8.0}
    assert answer["mode"] == "forward"


async def test_a_scalar_without_a_value_is_one_and_is_listed(ask: Ask) -> None:
    answer = await found(ask, source="a * b", values={"a": 3})
    assert answer["output"]["value"] == 3.0
    assert answer["defaulted"] == ["b"]


async def test_a_parameter_line_has_its_own_default(ask: Ask) -> None:
    answer = await found(ask, source="a = 4\nb = a * a")
    assert answer["output"]["value"] == 16.0
    assert answer["gradients"] == {"a": 8.0}
    assert answer["defaulted"] == []
    overridden = await found(ask, source="a = 4\nb = a * a", values={"a": 1})
    assert overridden["output"]["value"] == 1.0


@pytest.mark.parametrize("wanted", ["b", 1, "again"])
async def test_only_wanted_inputs_have_gradients(ask: Ask, wanted: str | int) -> None:
    source = "a * b\nagain = b\nc = a * again"
    answer = await found(ask, source=source, values={"a": 2, "b": 3}, wrt=[wanted])
    assert answer["gradients"] == {"b": 2.0}


@pytest.mark.parametrize(("typed", "sent"), [("é*2", "e\u0301"), ("x₁*2", "x₁"), ("ｘ*2", "ｘ")])
async def test_a_name_in_a_request_is_read_as_in_a_program(ask: Ask, typed: str, sent: str) -> None:
    answer = await found(ask, source=typed, values={sent: 3}, wrt=[sent], output=sent)
    assert answer["output"]["value"] == 3.0
    assert [*answer["gradients"].values()] == [1.0]
    assert answer["defaulted"] == []
    assert "unused-value" not in [warning["code"] for warning in answer["warnings"]]


async def test_no_output_at_all_is_no_list_of_outputs(ask: Ask) -> None:
    answer = await ask("evaluate", source="a * b", output=[], jacobian=True)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-field")


@pytest.mark.parametrize("output", ["c", 2, "a + b"])
async def test_any_node_may_be_the_output_by_name_or_number(ask: Ask, output: str | int) -> None:
    source = "(a + b) * d" if output == "a + b" else "c = a + b\ne = c * d"
    answer = await found(ask, source=source, values={"a": 2, "b": 3, "d": 4}, output=output)
    assert answer["output"]["value"] == 5.0
    assert answer["gradients"] == {"a": 1.0, "b": 1.0, "d": 0.0}


async def test_a_value_the_program_lacks_is_remarked_upon(ask: Ask) -> None:
    answer = await found(ask, source="a", values={"a": 1, "z": 2})
    assert [warning["code"] for warning in answer["warnings"]] == ["unused-value"]


async def test_gradients_of_tensors_have_their_shape(ask: Ask) -> None:
    values = {"W": [[1, 2], [3, 4]], "x": [5, 6]}
    answer = await found(ask, source="sum(W @ x)", values=values)
    assert answer["output"]["value"] == 56.0
    assert answer["gradients"] == {"W": [[5.0, 6.0], [5.0, 6.0]], "x": [4.0, 6.0]}


@pytest.mark.parametrize("mode", ["reverse", "forward"])
async def test_a_jacobian_has_the_axes_of_the_output_first(ask: Ask, mode: str) -> None:
    values = {"W": [[1, 2], [3, 4], [5, 6]], "x": [5, 6]}
    answer = await found(ask, source="W @ x", values=values, wrt=["x"], jacobian=True, mode=mode)
    assert answer["output"] == {"name": "out", "value": [17.0, 39.0, 61.0], "shape": [3]}
    assert answer["gradients"] == {"x": [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]}


async def test_several_outputs_are_answered_one_by_one(ask: Ask) -> None:
    answer = await found(
        ask,
        source="c = a * b\nd = a + b",
        values={"a": 2, "b": 3},
        output=["c", "d"],
        jacobian=True,
    )
    assert answer["outputs"] == [
        {"name": "c", "value": 6.0, "shape": [], "gradients": {"a": 3.0, "b": 2.0}},
        {"name": "d", "value": 5.0, "shape": [], "gradients": {"a": 1.0, "b": 1.0}},
    ]


async def test_numbers_that_json_lacks_go_both_ways(ask: Ask) -> None:
    answer = await found(ask, source="x + y", values={"x": "Infinity", "y": "-Infinity"})
    assert answer["output"]["value"] == "NaN"
    answer = await found(ask, source="max(x)", values={"x": [1, "Infinity"]})
    assert answer["output"]["value"] == "Infinity"


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("1/(a - a)", ["division-by-zero"]),
        ("log(0 - a)", ["domain"]),
        ("exp(1000*a)", ["overflow"]),
        ("relu(a - a)", ["kink"]),
        ("sign(a)", ["not-differentiable"]),
        ("a × 2", ["converted-symbol"]),
        ("exp(-700*a) * exp(-700*a)", ["underflow"]),
    ],
)
async def test_what_is_worth_knowing_comes_with_the_answer(
    ask: Ask, source: str, codes: list[str]
) -> None:
    answer = await found(ask, source=source, values={"a": 1})
    assert [warning["code"] for warning in answer["warnings"]] == codes
    assert all(warning["message"] for warning in answer["warnings"])
