"""A compiled program answers by name, by position, in batches, and in both modes alike."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import EngineError, compile, parse

SEED = "c = a + b\nd = b + 1\ne = c * d"


def test_the_seed_program_has_its_value_and_gradients() -> None:
    assert compile(parse(SEED))({"a": 2.0, "b": 1.0}) == (6.0, {"a": 2.0, "b": 5.0})


@pytest.mark.parametrize(
    ("program", "at", "slope"),
    [
        ("x*x", 3.0, 6.0),
        ("x-x", 3.0, 0.0),
        ("x/x", 3.0, 0.0),
        ("x^x", 2.0, 4 * (np.log(2) + 1)),
        ("x*x*x", 2.0, 12.0),
        ("a = x + 1\na*a*a", 2.0, 27.0),
    ],
)
def test_a_node_used_twice_gets_the_sum_of_both_uses(program: str, at: float, slope: float) -> None:
    for mode in ("reverse", "forward"):
        _, gradients = compile(parse(program), mode=mode)({"x": at})
        assert gradients["x"] == pytest.approx(slope, rel=1e-14)


def test_inputs_stand_in_order_of_first_appearance() -> None:
    assert compile(parse("b*a + c*b")).inputs == ("b", "a", "c")


def test_only_wanted_inputs_get_gradients() -> None:
    value, gradients = compile(parse("a*b"), wrt=["b"])({"a": 3.0, "b": 4.0})
    assert (value, gradients) == (12.0, {"b": 3.0})


def test_names_are_read_as_in_a_program() -> None:
    assert compile(parse("x₁*é"), wrt=["x₁"])({"x₁": 3.0, "e\u0301": 4.0}) == (12.0, {"x_1": 4.0})


def test_an_inner_node_can_be_the_output() -> None:
    assert compile(parse(SEED), output="d")({"a": 2.0, "b": 1.0}) == (2.0, {"a": 0.0, "b": 1.0})


@pytest.mark.parametrize("mode", ["reverse", "forward"])
def test_by_position_by_name_and_in_a_batch_agree(mode: str) -> None:
    program = "h = tanh(a*b) + sigmoid(c)\nrelu(h) * max(a, c) + where(a > b, a^2, b/c)"
    function = compile(parse(program), mode=mode, wrt=["a", "c"])
    points = np.random.default_rng(7).normal(size=(9, 3))
    values, rows = function.batch(points)
    for point, value, row in zip(points, values, rows, strict=True):
        named = dict(zip(function.inputs, point, strict=True))
        expected, gradients = function(named)
        single, vector = function.vector(point)
        assert (single, value) == (pytest.approx(expected), pytest.approx(expected))
        wanted = [gradients.get(name, np.nan) for name in function.inputs]
        np.testing.assert_allclose(row, wanted, rtol=1e-13)
        np.testing.assert_allclose(vector, wanted, rtol=1e-13)


def test_a_batch_may_be_larger_than_one_chunk_or_empty() -> None:
    function = compile(parse("x^2"))
    values, rows = function.batch(np.arange(10_000.0).reshape(-1, 1))
    assert values[9_999] == 9_999.0**2
    assert rows[9_999, 0] == 2 * 9_999.0
    assert function.batch(np.empty((0, 1)))[1].shape == (0, 1)


def test_a_program_with_tensors_inside_takes_numbers_by_position() -> None:
    function = compile(parse("v = [x, 2*x, 3]\nsum(v*v)"))
    assert function.vector([2.0])[0] == 29.0
    assert function.vector([2.0])[1].tolist() == [20.0]
    assert function.batch([[1.0], [2.0]])[1].tolist() == [[10.0], [20.0]]


def test_values_alone_need_no_scalar_output() -> None:
    function = compile(parse("W @ x"))
    answer = function.forward({"W": [[1, 2], [3, 4]], "x": [1, 1]})
    assert answer.tolist() == [3.0, 7.0]


@pytest.mark.parametrize(
    ("program", "values", "code"),
    [
        ("a*b", {"a": 1.0}, "missing-value"),
        ("a", {"a": "one"}, "bad-value"),
        ("a", {"a": True}, "bad-value"),
        ("a", {"a": np.complex128(1 + 2j)}, "bad-value"),
        ("a", {"a": 10**400}, "bad-value"),
        ("a", {"a": [[1, 2], [3]]}, "bad-value"),
        ("a", {"a": [1, 2]}, "not-scalar"),
        ("sum(a + b)", {"a": [1, 2], "b": [1, 2, 3]}, "shape-mismatch"),
    ],
)
def test_what_cannot_be_computed_is_refused_by_code(
    program: str, values: dict[str, object], code: str
) -> None:
    with pytest.raises(EngineError) as refused:
        compile(parse(program))(values)
    assert refused.value.code == code


def test_a_batch_needs_a_column_for_every_input() -> None:
    with pytest.raises(EngineError) as refused:
        compile(parse("a*b")).batch([[1.0]])
    assert refused.value.code == "missing-value"


def test_unknown_names_are_refused() -> None:
    for request in ({"wrt": ["q"]}, {"output": "q"}):
        with pytest.raises(EngineError) as refused:
            compile(parse("a*b"), **request)
        assert refused.value.code == "unknown-name"


def test_what_python_cannot_divide_ieee_can() -> None:
    value, gradients = compile(parse("1/x"))({"x": 0.0})
    assert value == np.inf
    assert gradients["x"] == -np.inf


def test_a_shut_gate_stops_even_an_infinite_gradient() -> None:
    assert compile(parse("sqrt(relu(x))"))({"x": -1.0}) == (0.0, {"x": 0.0})
    assert compile(parse("sqrt(sum(relu(x)))"))({"x": [-1.0, -2.0]})[1]["x"].tolist() == [0, 0]


def test_a_number_of_numpy_is_a_number_like_any_other() -> None:
    value, gradients = compile(parse("1/a"))({"a": np.float64(0.0)})
    assert (value, gradients["a"]) == (math.inf, -math.inf)


@pytest.mark.parametrize(
    ("program", "at"),
    [
        ("x^y", {"x": -2.0, "y": 2.0}),
        ("x/y", {"x": 1.0, "y": 0.0}),
        ("x % y", {"x": 1.0, "y": 0.0}),
        ("sqrt(x)*y + log(z)", {"x": 0.0, "y": 2.0, "z": 0.0}),
    ],
)
def test_a_slope_without_bound_stays_with_the_inputs_it_belongs_to(
    program: str, at: dict[str, float]
) -> None:
    """In forward mode all directions go together; the one that is 0 must not meet infinity."""
    _, back = compile(parse(program))(at)
    _, onward = compile(parse(program), mode="forward")(at)
    np.testing.assert_array_equal([*onward.values()], [*back.values()])
