"""Shapes that no tensor can have are refused before anything is computed."""

from __future__ import annotations

import pytest

from engine import compile, parse
from engine.errors import BadArgument, TooManyElements


@pytest.mark.parametrize(
    "text",
    [
        "sum(" + "[" * 40 + "x" + "]" * 40 + ")",
        "sum(zeros((" + "1, " * 32 + "1)))",
        "sum(" + "[" * 33 + "1" + "]" * 33 + ")",
    ],
)
def test_a_tensor_of_too_many_axes_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(BadArgument) as refused:
        compile(parse(text))({"x": 1.0})
    assert refused.value.reason == "too_many_axes"
    assert refused.value.span is not None


@pytest.mark.parametrize("sign", ["+", "*"])
def test_more_entries_than_numpy_can_count_are_too_many(sign: str) -> None:
    large = "ones((4000000000, 4000000000))"
    with pytest.raises(TooManyElements):
        compile(parse(f"sum({large} {sign} ones((3, 1, 1)) * {large})"))({})
