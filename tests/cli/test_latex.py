r"""`--latex`: a formula in LaTeX wherever a command takes a program."""

from __future__ import annotations

import json

import pytest

from server.cli import main

SIGMOID = r"\frac{1}{1+e^{-w x}}"


def test_a_formula_is_computed_and_its_link_opens_what_was_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["eval", "--latex", SIGMOID, "w=0", "x=2"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("out = 1 ÷ (1 + exp(-w * x)) = 0.5")
    assert "#e=1/(1%20+%20exp(-w*x))" in told.out
    assert "sympy read this as `1/(1 + exp(-w*x))`" in told.err + told.out


def test_json_is_what_the_api_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--json", "--latex", SIGMOID, "w=0", "x=2"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["gradients"] == {"w": 0.5, "x": 0.0}
    assert found["warnings"][0]["reason"] == "latex_read"


@pytest.mark.parametrize("command", [["trace"], ["check"], ["paths"]])
def test_other_commands_read_it_too(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    names = ["x", "y"] if command == ["paths"] else []
    words = [*command, "--latex", r"y = \frac{x}{2} x", *names, "x=3"]
    assert main(words) == 0
    assert capsys.readouterr().out


def test_an_error_points_into_the_latex(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--latex", r"a + \foo"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].endswith(r"a + \foo")
    assert told[1].index("^") == told[0].index("\\")
