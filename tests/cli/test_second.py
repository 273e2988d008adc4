"""chainlight jacobian and chainlight hessian: tables of derivatives, as the API answers them."""

from __future__ import annotations

import json

import pytest

from server.cli import main

Output = pytest.CaptureFixture[str]
PROGRAM = "z = W @ x\na = sigmoid(z)\nL = sum(a)"
VALUES = ["W=[[1, 2], [3, 4]]", "x=[0, 0]"]


@pytest.mark.parametrize(
    ("node", "lang", "lines"),
    [
        (
            "z",
            "en",
            [
                "∂z/∂W = [[[0, 0], [0, 0]], [[0, 0], [0, 0]]]   2 × 2 × 2, dense",
                "∂z/∂x = [[1, 2], [3, 4]]   2 × 2, dense",
            ],
        ),
        ("a", "en", ["∂a/∂z = [[0.25, 0], [0, 0.25]]   2 × 2, diagonal"]),
        ("L", "en", ["∂L/∂a = [1, 1]   2, dense"]),
        ("3", "zh", ["∂a/∂z = [[0.25, 0], [0, 0.25]]   2 × 2, 对角"]),
    ],
)
def test_jacobian_has_a_line_for_each_operand(
    capsys: Output, node: str, lang: str, lines: list[str]
) -> None:
    assert main(["jacobian", PROGRAM, *VALUES, "--node", node, "--lang", lang]) == 0
    assert capsys.readouterr().out.splitlines() == lines


def test_jacobian_says_that_a_table_is_too_large(capsys: Output) -> None:
    assert main(["jacobian", "A.T", f"A={[[1.0] * 9] * 9}"]) == 0
    assert capsys.readouterr().out == "∂out/∂A = …   9 × 9 × 9 × 9, too large to list\n"


def test_hessian_has_a_line_for_each_pair(capsys: Output) -> None:
    assert main(["hessian", "L = x*x*y", "x=3", "y=5"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "∂²L/∂x∂x = 10",
        "∂²L/∂x∂y = 6",
        "∂²L/∂y∂x = 6",
        "∂²L/∂y∂y = 0",
    ]


def test_hessian_along_a_direction_is_a_product(capsys: Output) -> None:
    words = ["hessian", "L = x*x*y", "x=3", "y=5", "--vector", "x=1", "--vector", "y=2"]
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines() == ["(∂²L v)[x] = 22", "(∂²L v)[y] = 6"]


def test_hessian_says_what_it_made_up(capsys: Output) -> None:
    assert main(["hessian", "log(a*b)", "a=0"]) == 0
    assert "No value was given for b" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["jacobian", "hessian"])
def test_the_answer_of_the_api_is_printed_if_so_wished(capsys: Output, command: str) -> None:
    assert main([command, "sum(x^3)", "x=[1, 2]", "--json"]) == 0
    assert {"defaulted", "warnings"} < json.loads(capsys.readouterr().out).keys()


def test_a_direction_without_a_value_is_refused() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["hessian", "x*x", "--vector", "x"])
    assert ended.value.code == 2
