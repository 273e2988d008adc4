"""A line as mathematics reads as it was typed."""

from __future__ import annotations

from engine import parse
from engine.latex import from_latex
from engine.writing.lines import LONGEST, MOST, lines_of

LINES = {
    "a = 2\na * b": {1: "a = 2", 2: r"a b"},
    "W = [[1, 2], [3, 4]]\nW @ x": {
        1: r"W = \begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}",
        2: r"W{\,}x",
    },
    "h = x\ny = h + 1": {1: "h = x", 2: "y = x + 1"},
    "c = a + b\nd = b + 1\ne = c * d": {1: "c = a + b", 2: "d = b + 1", 3: "e = c d"},
    "h = x\nrepeat 3 as t:\n  h = tanh(h * t)": {
        1: "h = x",
        3: r"h = \tanh\left(x t\right)",
    },
    "f(u) = u^2\n\ny_1 = f(a) / 2  # half": {3: r"y_{1} = \frac{a^{2}}{2}"},
    "out = a + 1": {1: r"out = a + 1"},
}


def test_each_line_shows_its_own_names() -> None:
    for source, lines in LINES.items():
        found = {line.line: line.latex for line in lines_of(parse(source))}
        assert found == {number: shown(latex) for number, latex in lines.items()}, source


def shown(latex: str) -> str:
    """A name of several letters stands upright."""
    return latex.replace("out", r"\mathrm{out}")


def test_the_same_is_there_for_browsers() -> None:
    (line,) = lines_of(parse("y = a / b"))
    assert line.mathml.startswith("<math")
    assert "<mfrac><mi>a</mi><mi>b</mi></mfrac>" in line.mathml


def test_a_line_too_long_to_be_read_is_left_out() -> None:
    long = " + ".join(["a"] * LONGEST)
    assert [line.line for line in lines_of(parse(f"{long}\nb = a + 1"))] == [2]


def test_a_long_program_shows_its_first_lines() -> None:
    source = "\n".join(f"x{i} = a + {i}" for i in range(MOST + 5))
    assert len([*lines_of(parse(source))]) == MOST


def test_a_line_can_be_typed_again() -> None:
    source = "a = 2\nW = [[1, 2], [3, 4]]\nh = x\ny = (h + 1) / 2 * a\nz = sigmoid(-y)^2\nz * 3"
    lines = [line.text for line in lines_of(parse(source))]
    assert "\n".join(lines) == source.replace("(h + 1) / 2 * a", "(x + 1)/2*a").replace(
        "z * 3", "z*3"
    )


def test_what_latex_meant_can_be_typed() -> None:
    latex = "y = \\frac{a}{1+e^{-x}}\nz = y^2"
    found = [(line.line, line.text) for line in lines_of(from_latex(latex))]
    assert found == [(1, "y = a/(1 + exp(-x))"), (2, "z = y^2")]
