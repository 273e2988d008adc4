"""Shapes as far as they can be told: an editor shows what is known and what does not fit."""

from __future__ import annotations

import pytest

from engine import parse
from engine.errors import TooManyElements
from engine.shapes import infer, outline


def test_what_fits_has_a_shape_and_nothing_is_wrong() -> None:
    shapes, errors = outline(parse("y = A @ x"), {"A": (3, 2), "x": (2,)})
    assert shapes == ((3, 2), (2,), (3,))
    assert errors == ()


def test_what_does_not_fit_and_what_hangs_on_it_has_none() -> None:
    shapes, errors = outline(parse("y = A @ x\nz = sum(y)\nw = x + 1"), {"A": (3, 4), "x": (2,)})
    assert shapes == ((3, 4), (2,), None, None, (), (2,))
    assert [error.code for error in errors] == ["shape-mismatch"]


def test_every_misfit_is_told_once() -> None:
    _, errors = outline(parse("a + b\nc = (a + b) * 2\nd = a @ b"), {"a": (2,), "b": (3,)})
    assert len(errors) == 3


def test_sizes_that_multiply_in_every_round_are_told_before_they_have_many_digits() -> None:
    graph = parse("x = ones((2, 2))\nrepeat 30 as t:\n x = outer(x, x)\nsum(x)")
    shapes, errors = outline(graph, {})
    with pytest.raises(TooManyElements, match=r"10\^38"):
        infer(graph, {})
    assert [error.code for error in errors] == ["too-many-elements"]
    assert shapes[graph.output] is None
