"""Corners, domains and infinities are told, with the node and the place in the text."""

from __future__ import annotations

import pytest

from engine import parse, trace

CASES = [
    ("sqrt(a)", {"a": -1}, "domain"),
    ("log(a)", {"a": 0}, "domain"),
    ("1/a", {"a": 0}, "division-by-zero"),
    ("a/a", {"a": 0}, "division-by-zero"),
    ("exp(a)", {"a": 1000}, "overflow"),
    ("a*a", {"a": 1e200}, "overflow"),
    ("a - a", {"a": float("inf")}, "domain"),
    ("relu(a)", {"a": 0}, "kink"),
    ("abs(a)", {"a": 0}, "kink"),
    ("max(a, b)", {"a": 1, "b": 1}, "kink"),
    ("clip(a, 0, 1)", {"a": 1}, "kink"),
    ("clip(0, a, 1)", {"a": 1}, "kink"),
    ("clip(a, 1, 1)", {"a": 1}, "kink"),
    ("floor(a)", {"a": 1.5}, "not-differentiable"),
    ("sqrt(a)", {"a": 0}, "not-differentiable"),
    ("b = a*1e-200\nb*1e-200*a", {"a": 1}, "underflow"),
    ("a", {"a": 1, "q": 2}, "unused-value"),
    ("sum(relu(a))", {"a": [1, 0, 2]}, "kink"),
    ("sum(eye(2) % a)", {"a": [0]}, "division-by-zero"),  # the divisor alone is to blame
    ("sum(log(a))", {"a": [1, -3]}, "domain"),
    ("inv(A)[0, 0]", {"A": [[1, 2], [2, 4]]}, "singular-matrix"),
    ("inv(A)[0, 0, 0]", {"A": [[[1, 2], [2, 4]], [[1, 0], [0, 1]]]}, "singular-matrix"),
    ("solve(A, b)[0]", {"A": [[1, 2], [2, 4]], "b": [1, 1]}, "singular-matrix"),
    ("logdet(A)", {"A": [[0, 0], [0, 0]]}, "singular-matrix"),
    ("det(A)", {"A": [[float("inf"), 0], [0, 1]]}, "domain"),
    ("max(x)", {"x": [1, 1, 0]}, "kink"),
    ("min(x, axis=0)[1]", {"x": [[1, 2], [3, 2]]}, "kink"),
    ("std(x)", {"x": [0.1, 0.1, 0.1]}, "kink"),
    ("norm(x)", {"x": [0, 0]}, "kink"),
    ("hinge(p, 1)", {"p": [1, 3]}, "kink"),
    ("maxpool2d(X, 2)[0, 0]", {"X": [[1, 1], [0, 0]]}, "kink"),
    ("bce(p, 1)", {"p": 0}, "domain"),
    ("mean(x[0:0])", {"x": [1, 2]}, "domain"),
]


@pytest.mark.parametrize(("program", "values", "code"), CASES)
def test_what_happened_is_told(program: str, values: dict[str, object], code: str) -> None:
    found = trace(parse(program), values).notices
    assert [notice.code for notice in found] == [code]
    assert found[0].message("en") != found[0].message("zh")


@pytest.mark.parametrize(
    ("program", "x", "told"),
    [
        ("max(x)", [1, 1, 0], "jumps from 0 to 1. Using 0.5."),
        ("sum(min(x, axis=0))", [[1, 2], [3, 2], [4, 2]], "jumps from 1 to 0. Using 0.3333."),
        ("std(x)", [2, 2], "Using 0."),
        ("norm(x)", [0, 0], "jumps from -1 to 1. Using 0."),
        ("sum(maxpool2d(x, 2))", [[1, 1], [0, 0]], "jumps from 0 to 1. Using 1."),
        ("hinge(x, 1)", [3, 1], "jumps from -0.5 to 0. Using 0."),
        ("hinge(x, [1, -1])", 1, "jumps from -0.5 to 0. Using 0."),
    ],
)
def test_a_corner_of_a_tensor_is_told_with_the_slope_that_was_used(
    program: str, x: float | list[object], told: str
) -> None:
    (notice,) = trace(parse(program), {"x": x}).notices
    assert str(notice.message("en")).endswith(told)


@pytest.mark.parametrize(
    ("program", "values"),
    [
        ("relu(a)", {"a": 1}),
        ("where(a > 0, sqrt(abs(a)), 0)", {"a": 4}),
        ("x^2", {"x": 0}),
        ("(-2)^3*a", {"a": 1}),
        ("floor(2.5)*a", {"a": 1}),
        ("a*0", {"a": 1}),
        ("det(A)", {"A": [[1, 2], [2, 4]]}),
        ("prod(x)", {"x": [0, 0, 2]}),
        ("huber(x, 0)", {"x": 1}),
        ("sum(x[1:] % [0])", {"x": [1]}),
        ("sum(x[1:] / [0])", {"x": [1]}),
        ("sum(abs(x[1:] * [0]))", {"x": [1]}),
    ],
)
def test_ordinary_programs_are_not_remarked_upon(program: str, values: dict[str, object]) -> None:
    assert trace(parse(program), values).notices == ()


def test_a_domain_names_the_value_and_the_need() -> None:
    (notice,) = trace(parse("sqrt(a)"), {"a": -1}).notices
    assert notice.message() == (
        "sqrt(-1) has no real value: sqrt needs a number that is not negative."
    )
    assert notice.span == (1, 0, 7, 1)


def test_trouble_is_told_where_it_began_only() -> None:
    found = trace(parse("b = log(a)\nc = b*2\nc + 1"), {"a": -1}).notices
    assert [notice.node for notice in found] == [1]


def test_a_corner_tells_both_slopes_and_the_one_used() -> None:
    (notice,) = trace(parse("relu(a)"), {"a": 0}).notices
    assert "from 0 to 1. Using 0." in notice.message()


def test_a_corner_of_a_tensor_tells_the_slopes_of_its_entry() -> None:
    (notice,) = trace(parse("std(x)"), {"x": [2, 2, 2, 2]}).notices
    assert "from -0.433 to 0.433" in notice.message()
    assert notice.span == (1, 0, 6, 1)
