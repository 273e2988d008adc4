"""What is written as LaTeX line by line is read as the same program again."""

from __future__ import annotations

import numpy as np
import pytest

from engine import compile, from_latex, parse
from engine.writing.lines import lines_of

M = [[1.5, -2.0], [0.5, 3.0]]
VALUES = {"A": M, "B": [[2.0, 1.0], [-1.0, 0.25]], "x": [0.5, -1.5], "y": [2.0, 0.75], "θ": 0.25}


@pytest.mark.parametrize(
    "program",
    [
        "sum((A @ B) * B)",
        "sum(A.T * B) + sum(B * A.T)",
        "x @ A @ y - dot(x, y) * 2",
        "sum(inv(A) * B) + trace(inv(B)) + det([[θ, 1], [2, θ]])",
        "sum(solve(A, x)) + sum(outer(x, y) * A)",
        "A[0, 1] * x[-1] + sum(A[:, ::-1][0])",
        "sum(sum(A, axis=0, keepdims=True) * B) + prod(x)",
        "w = [1, 2]\nz = A @ w + x\nsum(z ** 2)",
        "sum(concatenate([x, y], axis=0)) + sum(stack([x, y]) @ x)",
        "[[cos(θ), -sin(θ)], [sin(θ), cos(θ)]] @ x @ y",
        "z = A @ x\n-sum(z)",
        "z = sum(x)\nz = z + 1\nz = z * z\nz",
        "hypot(1e200 * θ, 1e200) + θ % 0.1 * 3",
        "sum(conv2d(A, [[1, 2]])) + exp(θ) / 2 * θ",
    ],
)
def test_a_program_is_read_again_from_its_lines(program: str) -> None:
    graph = parse(program)
    again = from_latex("\n".join(line.latex for line in lines_of(graph)))
    values = {name: VALUES[name] for name in ("A", "B", "x", "y", "θ") if name in program}
    value, gradients = compile(graph)(values)
    found, slopes = compile(again)(values)
    np.testing.assert_allclose(found, value, rtol=1e-12)
    assert slopes.keys() == gradients.keys()
    for name, gradient in gradients.items():
        np.testing.assert_allclose(slopes[name], gradient, rtol=1e-10, atol=1e-14)
