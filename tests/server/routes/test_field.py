"""/field: value and gradient over many places, for curves, contours and arrows."""

from __future__ import annotations

from typing import Any

import pytest

from engine import compile, parse
from server.schemas.field import FieldAnswer
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
SEED = "c = a + b\nd = b + 1\ne = c * d"
A = {"name": "a", "from": 0, "to": 4, "points": 3}
B = {"name": "b", "from": 0, "to": 1, "points": 2}
X = {"name": "x", "from": -1, "to": 1, "points": 3}
Y = {"name": "y", "from": 0, "to": 1, "points": 2}


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("field", **body)
    assert answer.status_code == 200, answer.json()
    read = FieldAnswer.model_validate(answer.json())
    assert read.model_dump(exclude_unset=True) == answer.json()
    return answer.json()


async def test_two_inputs_give_rows_by_y(ask: Ask) -> None:
    answer = await found(ask, source=SEED, values={"a": 2, "b": 1}, x=A, y=B)
    assert answer["x"] == [0, 2, 4]
    assert answer["y"] == [0, 1]
    assert answer["value"] == [[0, 2, 4], [2, 6, 10]]
    assert answer["gradient"] == {"x": [[1, 1, 1], [2, 2, 2]], "y": [[1, 3, 5], [3, 5, 7]]}
    assert answer["here"] == {"x": 2, "y": 1, "value": 6, "gradient": {"x": 2, "y": 5}}


async def test_one_input_gives_a_curve_and_its_tangent(ask: Ask) -> None:
    body = {"name": "x", "from": 0, "to": 4, "points": 5}
    answer = await found(ask, source="x^2 + c", values={"x": 1, "c": 3}, x=body)
    assert answer["value"] == [3, 4, 7, 12, 19]
    assert answer["gradient"] == {"x": [0, 2, 4, 6, 8]}
    assert "y" not in answer
    assert answer["here"]["tangent"] == {"x": [0, 4], "value": [2, 10]}


@pytest.mark.parametrize(("source", "name"), [("x = y\nx*x", "x"), ("x₁*x₁", "x₁")])
async def test_an_input_may_be_called_by_any_name_that_it_has(
    ask: Ask, source: str, name: str
) -> None:
    answer = await found(ask, source=source, x={**X, "name": name}, values={name: 3})
    assert answer["value"] == [1.0, 0.0, 1.0]
    assert answer["gradient"]["x"] == [-2.0, 0.0, 2.0]


@pytest.mark.parametrize("program", ["sin(x)*y", "norm(stack([x, y, 2]))", "x/y", "max(x, y)"])
async def test_every_gradient_is_the_one_of_the_compiled_function(ask: Ask, program: str) -> None:
    answer = await found(ask, source=program, x=X, y=Y)
    function = compile(parse(program))
    for row, y in enumerate(answer["y"]):
        for column, x in enumerate(answer["x"]):
            value, gradients = function({"x": x, "y": y})
            got = [answer["value"], *(answer["gradient"][letter] for letter in "xy")]
            for table, wanted in zip(got, (value, gradients["x"], gradients["y"]), strict=True):
                assert float(table[row][column]) == pytest.approx(wanted, rel=1e-12, nan_ok=True)


async def test_numbers_that_json_lacks_are_texts(ask: Ask) -> None:
    answer = await found(ask, source="log(x)", x=X)
    assert answer["value"] == ["NaN", "-Infinity", 0.0]
    assert answer["gradient"]["x"][1:] == ["Infinity", 1.0]


async def test_places_may_be_listed_and_taken_in_pairs(ask: Ask) -> None:
    x, y = {"name": "x", "points": [1, 2, 4]}, {"name": "y", "points": [3, 5, 6]}
    answer = await found(ask, source="x*y", x=x, y=y, grid=False)
    assert answer["value"] == [3, 10, 24]
    assert answer["gradient"] == {"x": [3, 5, 6], "y": [1, 2, 4]}
    assert (await found(ask, source="x*y", x=x, y=y))["value"][2] == [6, 12, 24]


async def test_other_inputs_rest_where_they_are_even_tensors(ask: Ask) -> None:
    answer = await found(ask, source="sum(W*x) + b", values={"W": [1, 2], "q": 0}, x=X)
    assert answer["value"] == [-2, 1, 4]
    assert answer["defaulted"] == ["b"]
    assert [each["code"] for each in answer["warnings"]] == ["unused-value"]


async def test_an_input_that_moves_needs_no_value(ask: Ask) -> None:
    answer = await found(ask, source="x*y", x=X, y=Y, strict=True)
    assert "here" not in answer
    assert answer["defaulted"] == []
    assert (await found(ask, source="x = 3\nx*y", x=X, values={"y": 1}))["here"]["x"] == 3


async def test_only_wanted_gradients_are_sent(ask: Ask) -> None:
    answer = await found(ask, source="x*y", x=X, y=Y, wrt=["y"])
    assert [*answer["gradient"]] == ["y"]


async def test_a_descent_is_computed_here_step_by_step(ask: Ask) -> None:
    values = {"x": 1, "y": -2}
    body = {"source": "x^2 + y^2", "values": values, "x": X, "y": Y}
    answer = await found(ask, **body, descent={"learning_rate": 0.25, "steps": 2})
    path = {"x": [1, 0.5, 0.25], "y": [-2, -1, -0.5], "value": [5, 1.25, 0.3125]}
    assert answer["descent"] == path


@pytest.mark.parametrize("start", ["NaN", "Infinity"])
async def test_where_the_values_are_no_place_there_is_no_way_down(ask: Ask, start: str) -> None:
    body = {"source": "x*y", "x": X, "y": Y, "values": {"x": start, "y": 1}}
    answer = await found(ask, **body, descent={"steps": 2, "learning_rate": 0.1})
    assert answer["here"]["x"] == answer["here"]["value"] == start
    assert answer["descent"] == {"x": [], "y": [], "value": []}


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"x": {**X, "name": "z"}}, "unknown-name", "no_such_input"),
    ({"x": {**X, "name": "z" * 5000}, "descent": {}}, "unknown-name", "no_such_input"),
    ({"x": X, "wrt": ["z"]}, "unknown-name", "no_such_input"),
    ({"x": X, "y": X}, "bad-field", "same_input"),
    ({"x": X, "y": {**X, "name": "z"}, "source": "z = x\nz*x"}, "bad-field", "same_input"),
    ({"x": {**X, "points": 0}}, "bad-field", "wrong_type"),
    ({"x": {**X, "points": []}}, "bad-field", "wrong_type"),
    ({"x": {**X, "points": [10**400]}}, "bad-field", "wrong_type"),
    ({"x": {**X, "points": 2.5}}, "bad-field", "wrong_type"),
    ({"x": {**X, "from": "NaN"}}, "bad-field", "wrong_type"),
    ({"x": {"name": "x", "points": 3, "to": 1}}, "bad-field", "missing_field"),
    ({"x": {"name": "x", "points": 3, "from": 1}}, "bad-field", "missing_field"),
    ({}, "bad-field", "missing_field"),
    ({"x": X, "y": Y, "grid": False}, "bad-field", "unequal_places"),
    ({"x": X, "values": {"x": [1, 2]}}, "bad-value", "moving_tensor"),
    ({"x": X, "values": {"y": [1, 2]}}, "not-scalar", "nonscalar_output"),
    ({"x": X, "descent": {}}, "missing-value", "missing_value"),
    ({"x": {**X, "points": 10**12}}, "too-many-elements", "too_many_places"),
    (
        {"x": X, "values": {"x": 1}, "descent": {"steps": 10**9}},
        "too-many-elements",
        "too_many_places",
    ),
    ({"x": {**X, "points": 9_000_000}, "source": "x*" * 5_000 + "1"}, "too-costly", "too_costly"),
    ({"x": {**X, "points": 9_000_000}, "source": "trace([[x]])"}, "too-costly", "too_costly"),
]


@pytest.mark.parametrize(("lang", "told"), [("en", "Inputs here: none."), ("zh", "现有输入：无。")])
async def test_a_program_without_inputs_is_said_to_have_none(
    ask: Ask, lang: str, told: str
) -> None:
    answer = await ask("field", lang=lang, source="2", x=X)
    assert answer.json()["detail"].endswith(told)


@pytest.mark.parametrize(("body", "code", "reason"), REFUSED)
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_what_cannot_be_asked_is_refused_before_anything_is_computed(
    ask: Ask, body: dict[str, Any], code: str, reason: str, lang: str
) -> None:
    answer = await ask("field", lang=lang, **{"source": "x*y", **body})
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["reason"]) == (422, code, reason)
    assert len(problem["detail"]) < 400
