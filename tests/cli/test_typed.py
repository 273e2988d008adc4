"""How programs and values are typed on the command line: anywhere, as formulas, from files."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from server.cli import main
from tests.cli.test_cli import Output, rest


def test_a_value_that_was_made_up_is_told(capsys: Output) -> None:
    main(["eval", "a*b", "a=2"])
    assert "No value was given for b" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["a=2", "a*b", "b=1/3"],
        ["a*b", "--mode", "reverse", "a=2", "b=1/3"],
        ["--json", "a*b", "a = 2", "b=1/3"],
    ],
)
def test_values_may_stand_anywhere_and_be_typed_as_formulas(
    capsys: Output, words: list[str]
) -> None:
    assert main(["eval", *words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["output"]["value"] == 2 / 3


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("-Infinity", "-Infinity"),
        ("[[1, -Infinity], [NaN, 2]]", [[1, "-Infinity"], ["NaN", 2]]),
        ('["-Infinity", 1, "NaN"]', ["-Infinity", 1, "NaN"]),
    ],
)
def test_a_value_that_is_not_finite_is_typed_as_the_api_takes_it(
    capsys: Output, typed: str, given: Any
) -> None:
    assert main(["eval", "sum(x*2)", f"x={typed}", "--json"]) == 0
    answer = rest("evaluate", {"source": "sum(x*2)", "values": {"x": given}})
    assert json.loads(capsys.readouterr().out) == json.loads(answer)


def test_a_program_may_begin_with_a_minus(capsys: Output) -> None:
    assert main(["eval", "-x^2", "x=3", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["output"]["value"] == -9.0


def test_a_program_is_read_from_stdin(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("c = a + b\nc * c\n"))
    assert main(["eval", "-", "a=2", "b=1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["output"]["value"] == 9.0


def test_a_tensor_is_read_from_a_file(capsys: Output, tmp_path: Path) -> None:
    np.save(tmp_path / "w.npy", np.array([[1.0, np.inf]]))
    assert main(["eval", "W + 0", f"W=@{tmp_path}/w.npy", "--jacobian", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["output"]["value"] == [[1.0, "Infinity"]]
