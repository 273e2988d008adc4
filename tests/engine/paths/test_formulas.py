"""The factored form as it is written: in derivatives, in slopes, in numbers, in LaTeX."""

from __future__ import annotations

import pytest

from engine import parse, paths
from engine.paths import Paths
from engine.paths.formulas import LONGEST, Formula, Writing

LETTERS = {"X": 1, "α": 1, "β": 2, "γ": 3, "δ": 4, "ε": 5, "ζ": 6}
THREE_BY_THREE = "Y = α*X + β*X + γ*X\nZ = δ*Y + ε*Y + ζ*Y"


def last(found: Paths, *, onward: bool = False) -> Formula:
    assert found.factored is not None
    lines = found.factored.onward if onward else found.factored.back
    formula = Writing(found.network, onward=onward).formula(lines[-1].joined)
    assert formula is not None
    return formula


def test_the_seed_in_all_notations() -> None:
    found = last(paths(parse("c = a + b\nd = b + 1\ne = c * d"), {"a": 2, "b": 1}, "b", "e"))
    assert found.text == "∂c/∂b·∂e/∂c + ∂d/∂b·∂e/∂d"
    assert found.numbers == "1·2 + 1·3"
    assert found.slopes == "d + c"
    assert found.slopes_numbers == "2 + 3"
    assert found.latex == (
        r"\frac{\partial c}{\partial b} \cdot \frac{\partial e}{\partial c} + "
        r"\frac{\partial d}{\partial b} \cdot \frac{\partial e}{\partial d}"
    )
    assert found.value == 5.0


def test_nine_products_become_a_product_of_two_sums() -> None:
    found = last(paths(parse(THREE_BY_THREE), LETTERS, "X", "Z"))
    assert found.slopes == "(α + β + γ)·(δ + ε + ζ)"
    assert found.slopes_latex == (
        r"\left(\alpha + \beta + \gamma\right) \cdot \left(\delta + \epsilon + \zeta\right)"
    )


def test_folded_calls_are_named_by_their_ends_and_opened_in_slopes() -> None:
    program = (
        "f(p, q, r) = α*p + β*q + γ*r\ng(p, q, r) = δ*p + ε*q + ζ*r\nY = f(X, X, X)\nZ = g(Y, Y, Y)"
    )
    found = last(paths(parse(program), LETTERS, "X", "Z", folded=[0, 1]))
    assert found.text == "(∂₁Y/∂X + ∂₂Y/∂X + ∂₃Y/∂X)·(∂₁Z/∂Y + ∂₂Z/∂Y + ∂₃Z/∂Y)"
    assert found.numbers == "(1 + 2 + 3)·(4 + 5 + 6)"
    assert found.slopes == "(α + β + γ)·(δ + ε + ζ)"


@pytest.mark.parametrize(
    ("program", "slopes"),
    [
        ("y = x*x", "x + x"),
        ("y = x^3", "3*x^2"),
        ("y = 2*x", "2"),
        ("y = x - z", "1"),
        ("y = z - x", "(-1)"),
        ("y = z/x", "(-z/x^2)"),
        ("y = (x + z)*tanh(z)", "tanh(z)"),
        ("y = sin(2*x)", "2·cos(2 * x)"),
        ("y = tanh(x)*z", "(1 - tanh(x)^2)·z"),
        ("y = gelu(x)", "gelu′(x)"),
        ("y = x + x", "1 + 1"),
    ],
)
def test_a_slope_is_what_the_rule_says_in_the_names_of_the_operands(
    program: str, slopes: str
) -> None:
    assert last(paths(parse(program), {"x": 0.5, "z": 2}, "x", "y")).slopes == slopes


def test_two_uses_of_one_node_are_told_apart() -> None:
    found = last(paths(parse("y = x*x"), {"x": 3}, "x", "y"))
    assert found.text == "∂₁y/∂x + ∂₂y/∂x"
    assert found.latex == (r"\frac{\partial_{1} y}{\partial x} + \frac{\partial_{2} y}{\partial x}")


def test_a_line_refers_to_the_lines_before_it() -> None:
    bridge = parse("a = 2*x\nb = 3*x\nc = a*b\nd = a + c\ne = c*d*b")
    found = paths(bridge, {"x": 1.5}, "x", "e")
    assert last(found).text == "∂a/∂x·∂e/∂a + ∂b/∂x·∂e/∂b"
    assert last(found, onward=True).text == "∂b/∂x·∂e/∂b + ∂(c * d)/∂x·∂e/∂(c * d)"


def test_a_formula_that_nobody_would_read_is_not_written() -> None:
    chain = parse(f"h = x\nrepeat {LONGEST + 1} as t:\n    h = 2 * h")
    found = paths(chain, {"x": 1}, "x", "h")
    assert found.factored is not None
    assert found.writing.formula(found.factored.back[-1].joined) is None
    assert found.costs_without_ones == {"listed": (200, 0), "factored": (200, 0)}
