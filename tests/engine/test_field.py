"""Fields: at every place what the function itself says there."""

from __future__ import annotations

import numpy as np
import pytest

from engine import compile, parse
from engine.field import Place, descent, field, grid, place_of, spread, tangent

BOWL = "(x - 1)^2 + 3*(y + 2)^2*c"
PROGRAMS = [
    (BOWL, {"x": 0.0, "y": 0.0, "c": 0.5}),
    ("log(x)/y + c", {"x": 0.0, "y": 0.0, "c": 2.0}),
    ("sum(W*x) + norm(W*y)", {"W": np.array([1.0, -2.0]), "x": 0.0, "y": 0.0}),
    ("max(stack([x, y, c]))", {"x": 0.0, "y": 0.0, "c": 0.5}),
]
PLACES = grid(spread(-1.0, 1.0, 5), spread(-2.0, 2.0, 3))


@pytest.mark.parametrize(("program", "known"), PROGRAMS)
def test_every_place_has_the_value_and_the_gradient_of_the_function(
    program: str, known: dict[str, float]
) -> None:
    function = compile(parse(program), wrt=("x", "y"))
    found = field(function, known, ("x", "y"), PLACES)
    for (x, y), value, slopes in zip(PLACES, found.values, found.slopes, strict=True):
        wanted, gradients = function({**known, "x": x, "y": y})
        np.testing.assert_allclose(value, wanted, rtol=1e-12)
        np.testing.assert_allclose(slopes, [gradients["x"], gradients["y"]], rtol=1e-12)


def test_many_places_go_through_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    function, known = compile(parse(BOWL), wrt=("x", "y")), PROGRAMS[0][1]
    whole = field(function, known, ("x", "y"), PLACES)
    monkeypatch.setattr("engine.field.NUMBERS_AT_ONCE", 12)
    parts = field(function, known, ("x", "y"), PLACES)
    assert parts.values.tolist() == whole.values.tolist()
    assert parts.slopes.tolist() == whole.slopes.tolist()


def test_a_grid_has_every_pair_and_the_first_axis_runs_fastest() -> None:
    assert grid(np.array([1.0, 2.0]), np.array([5.0, 6.0])).tolist() == [
        [1, 5],
        [2, 5],
        [1, 6],
        [2, 6],
    ]


@pytest.mark.parametrize(("start", "stop"), [(0.0, 4.0), (3.0, -1.0), (-1.7e308, 1.7e308)])
def test_a_spread_has_both_ends_and_only_numbers(start: float, stop: float) -> None:
    found = spread(start, stop, 5)
    assert (found[0], found[-1]) == (start, stop)
    assert np.isfinite(found).all()
    assert len({*np.sign(np.diff(found))}) == 1


def test_a_tangent_touches_the_curve_and_has_its_slope() -> None:
    function = compile(parse("x^3"))
    here = place_of(function, {"x": 2.0}, ("x",), (2.0,))
    assert here == Place((2.0,), 8.0, (12.0,))
    assert tangent(here, np.array([1.0, 2.0, 3.0])).tolist() == [-4.0, 8.0, 20.0]


def test_a_descent_takes_a_step_against_the_slope_each_time() -> None:
    function = compile(parse("x^2 + y^2"))
    places = [*descent(function, {"x": 1.0, "y": -2.0}, ("x", "y"), 0.25, 3)]
    assert [place.at for place in places] == [
        (1.0, -2.0),
        (0.5, -1.0),
        (0.25, -0.5),
        (0.125, -0.25),
    ]
    assert [place.value for place in places] == [5.0, 1.25, 0.3125, 0.078125]


def test_a_descent_ends_before_it_leaves_the_numbers() -> None:
    places = [*descent(compile(parse("x^4")), {"x": 10.0}, ("x",), 1.0, 100)]
    assert 1 < len(places) < 10
    assert np.isfinite([place.value for place in places]).all()
