"""Value and gradients in one call, in either mode, and what is worth knowing about them."""

from __future__ import annotations

import numpy as np
import pytest

from engine import evaluate, parse
from engine.errors import MissingValue, NotScalar
from engine.function import Mode

both_modes = pytest.mark.parametrize("mode", ["reverse", "forward"])


@both_modes
def test_the_seed_has_its_value_and_gradients(mode: Mode) -> None:
    found = evaluate(parse("c = a + b\nd = b + 1\ne = c * d"), {"a": 2, "b": 1}, mode=mode)
    assert found.value == 6.0
    assert found.gradients == {"a": 2.0, "b": 5.0}
    assert found.notices == ()


@both_modes
def test_a_jacobian_has_the_axes_of_the_output_first(mode: Mode) -> None:
    graph, values = parse("W @ x"), {"W": [[1, 2], [3, 4], [5, 6]], "x": [1, 1]}
    with pytest.raises(NotScalar):
        evaluate(graph, values, mode=mode)
    found = evaluate(graph, values, mode=mode, jacobian=True, wrt=["x"])
    assert np.array_equal(found.gradients["x"], np.array(values["W"], dtype=float))


def test_another_node_may_be_the_output() -> None:
    graph = parse("c = a * b\nd = c * c")
    assert evaluate(graph, {"a": 2, "b": 3}, output="c").gradients == {"a": 3.0, "b": 2.0}


def test_an_input_needs_a_value() -> None:
    with pytest.raises(MissingValue):
        evaluate(parse("a * b"), {"a": 1})


@both_modes
def test_a_gradient_that_vanished_on_its_way_is_remarked_upon(mode: Mode) -> None:
    found = evaluate(parse("exp(-700*a) * exp(-700*a)"), {"a": 1}, mode=mode)
    assert found.gradients == {"a": 0.0}
    assert [notice.code for notice in found.notices] == ["underflow"]


def test_so_is_one_among_tensors() -> None:
    source = "sum(W) * exp(-700*a) * exp(-700*a)"
    found = evaluate(parse(source), {"a": 1, "W": [1, 2]})
    assert "underflow" in [notice.code for notice in found.notices]


def test_a_gradient_that_is_zero_by_rule_is_not() -> None:
    assert evaluate(parse("a * b"), {"a": 1, "b": 0}).notices == ()


def test_a_value_for_a_name_that_is_not_there_is_remarked_upon() -> None:
    found = evaluate(parse("a"), {"a": 1, "z": 2})
    assert [notice.code for notice in found.notices] == ["unused-value"]


@both_modes
@pytest.mark.parametrize("source", ["v @ v", "sum(outer(v, v))", "sum(v/v[0])"])
def test_what_overflows_is_told_in_the_answer_and_not_by_numpy(source: str, mode: Mode) -> None:
    """A warning of numpy's would be raised here, and be written down by a server."""
    for large in ([1e308, -1e308, 1e308], [1e-300, 1e300, -1e300]):
        evaluate(parse(source), {"v": large}, mode=mode)
