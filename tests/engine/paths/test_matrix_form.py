"""Between tensors, paths and gradients are written in matrix form."""

from __future__ import annotations

from engine import parse, paths
from engine.paths.matrix_form import LONGEST, MOST_LINES

LAYER = "z = W @ x + b\na = sigmoid(z)\nL = sum(a)"
AT = {"W": [[1, 2], [3, 4]], "x": [1, 2], "b": [0, 0]}


def test_a_path_is_the_gradient_pulled_back_edge_by_edge() -> None:
    found = paths(parse(LAYER), AT, "W", "L")
    (path,) = found.items()
    pulled = found.matrix_form.path(path.edges)
    slope = r"\sigma\left(z\right) \left(1 - \sigma\left(z\right)\right)"
    assert pulled == rf"\left(\mathbf{{1}} \odot {slope}\right)\,x^\top"


def test_each_node_has_a_line_from_the_target_back() -> None:
    lines = paths(parse(LAYER), AT, "x", "L").matrix_form.lines()
    assert lines is not None
    assert [line.text for line in lines] == [
        "∂L/∂a",
        "∂L/∂a·∂a/∂z",
        "∂L/∂z·∂z/∂(W @ x)",
        "∂L/∂(W @ x)·∂(W @ x)/∂x",
    ]
    assert lines[1].latex.startswith(r"{\frac{\partial L}{\partial a}} \odot \sigma")
    assert lines[3].latex == r"W^\top {\frac{\partial L}{\partial \left(W\,x\right)}}"


def test_a_gradient_that_was_stretched_is_summed_back() -> None:
    lines = paths(parse("L = sum(x - b)"), {"x": [1, 2], "b": 1}, "b", "L").matrix_form.lines()
    assert lines is not None
    assert r"\textstyle\sum\left(-{" in lines[-1].latex


def test_a_tensor_target_begins_with_a_gradient_from_above() -> None:
    found = paths(parse("z = W @ x"), {"W": [[1, 2]], "x": [1, 2]}, "x", "z")
    assert found.matrix_form.path(found.items()[0].edges) == r"W^\top \overline{z}"


def test_what_nobody_would_read_is_not_written() -> None:
    chain = f"h = x\nrepeat {max(LONGEST, MOST_LINES) + 1} as t:\n    h = -h\nsum(h)"
    found = paths(parse(chain), {"x": [1, 2]}, "x", "out")
    assert found.matrix_form.lines() is None
    assert found.matrix_form.path(found.items()[0].edges) is None
