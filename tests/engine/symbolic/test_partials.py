"""The local derivative of each row as a formula is worth what the row's rule answers."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from engine import parse
from engine.mathematics import array
from engine.op import Op
from engine.ops import OPS, ROWS
from engine.symbolic.closed import digits, worked_out
from engine.symbolic.partials import operands, partial, plain_slope
from engine.symbolic.typed import text_of

ELEMENTWISE = [row for row in ROWS if row.rule is not None]
every_row = pytest.mark.parametrize("row", ELEMENTWISE, ids=lambda row: row.name)


@every_row
@given(data=st.data())
def test_a_partial_agrees_with_the_rule(row: Op, data: st.DataObject) -> None:
    bounds = (row.sample * 3)[: len(row.parameters)]
    xs = [data.draw(st.floats(low, high).filter(lambda x: abs(x) > 1e-3)) for low, high in bounds]
    at_a_corner = any(np.any(corner.at(*xs)) for corner in row.corners)
    if at_a_corner or len(set(xs)) < len(xs):
        return
    assert row.rule is not None
    _, *slopes = row.rule(array, *map(np.float64, xs))
    point = dict(zip(operands(row), map(digits, xs), strict=True))
    for symbol, parameter in zip(operands(row), row.parameters, strict=True):
        if parameter.takes == "condition":
            point[symbol] = sp.true  # no number here is 0
    for port, slope in enumerate(slopes):
        found = worked_out(partial(row, port), point)
        assert found == pytest.approx(float(slope), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("add", ("1", "1")),
        ("sub", ("1", "-1")),
        ("mul", ("b", "a")),
        ("div", ("1/b", "-a/b^2")),
        ("pow", ("b*a^(b - 1)", "a^b*log(a)")),
        ("mod", ("1", "-floor(a/b)")),
        ("tanh", ("1 - tanh(x)^2",)),
        ("sigmoid", ("sigmoid(x)*(1 - sigmoid(x))",)),
        ("log_sigmoid", ("1 - sigmoid(x)",)),
        ("softplus", ("sigmoid(x)",)),
        ("silu", ("x*sigmoid(x)*(1 - sigmoid(x)) + sigmoid(x)",)),
        ("relu", ("step(x)",)),
        ("abs", ("sign(x)",)),
        ("sqrt", ("1/(2*sqrt(x))",)),
        ("cbrt", ("1/(3*abs(x)^(2/3))",)),
        ("maximum", ("(1 + sign(a - b))/2", "(1 + sign(b - a))/2")),
        ("where", ("0", "where(condition, 1, 0)", "where(condition, 0, 1)")),
        ("floor", ("0",)),
        ("lt", ("0", "0")),
        ("matmul", ()),
    ],
)
def test_a_partial_is_written_as_a_textbook_has_it(name: str, texts: tuple[str, ...]) -> None:
    assert tuple(typed_partials(OPS[name])) == texts


def typed_partials(row: Op) -> list[str]:
    ports = range(len(row.parameters)) if row.rule is not None else ()
    return [text_of(partial(row, port)) for port in ports]


@every_row
def test_every_partial_can_be_typed(row: Op) -> None:
    for text in typed_partials(row):
        parse(text)


def test_rows_for_whole_tensors_have_no_partial() -> None:
    assert partial(OPS["matmul"], 0) is None


def test_what_is_flat_almost_everywhere_has_no_spikes() -> None:
    x = sp.Symbol("x", real=True)
    assert plain_slope(sp.sign(x) * sp.floor(x), x) == 0
