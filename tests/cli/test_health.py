"""`chainlight health`: a line for each layer, then what is the matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.cli import main
from tests.cli.test_cli import Output, rest

CHAIN = "repeat 30 as t:\n  h = 0.5*h\nL = h + 0"


def test_each_layer_has_a_line_and_each_finding_a_sentence(capsys: Output) -> None:
    assert main(["health", CHAIN, "h=1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t") == ["layer", "|value|", "|gradient|", "dead", "saturated"]
    assert len(lines) == 1 + 30 + 1
    assert lines[30].split("\t")[2] == "1"
    assert lines[-1].startswith("The gradient vanishes: from 1 at the last layer")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_json_is_what_the_api_answers(capsys: Output, lang: str) -> None:
    main(["health", CHAIN, "h=1", "--json", "--lang", lang])
    asked = {"source": CHAIN, "values": {"h": 1}}
    assert capsys.readouterr().out.encode() == rest("gradient-health", asked, lang) + b"\n"


def test_a_program_may_stand_in_a_file(capsys: Output, tmp_path: Path) -> None:
    (tmp_path / "chain.txt").write_text(CHAIN, encoding="utf-8")
    assert main(["health", f"@{tmp_path / 'chain.txt'}", "h=1"]) == 0
    assert "The gradient vanishes" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_named(capsys: Output, tmp_path: Path) -> None:
    assert main(["health", f"@{tmp_path / 'none.txt'}"]) == 2
    assert "none.txt cannot be read" in capsys.readouterr().err


def test_a_sweep_has_a_line_for_each_network(capsys: Output) -> None:
    asked = ["--sweep", "depth=3,6", "width=4", "activation=relu,tanh", "initializer=he"]
    assert main(["health", *asked]) == 0
    heads, *lines = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert heads[:3] == ["depth", "activation", "initializer"]
    assert [line[:3] for line in lines] == [
        [depth, activation, "he"] for depth in ("3", "6") for activation in ("relu", "tanh")
    ]
    assert all(line[-1] == "healthy" for line in lines)


def test_a_sweep_as_json_is_what_the_api_answers(capsys: Output) -> None:
    assert main(["health", "--sweep", "depth=3", "width=4", "seeds=2", "--json"]) == 0
    asked = {"sweep": {"depth": 3, "width": 4, "seeds": 2}}
    assert capsys.readouterr().out.encode() == rest("gradient-health", asked) + b"\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["depth=none"], "`sweep.depth.0` must be a whole number."),
        (["layers=3"], "There is no field `sweep.layers` here."),
        (["layers=3", "--lang", "zh"], "这里没有字段 `sweep.layers`。"),
    ],
)
def test_a_sweep_that_does_not_fit_says_why(capsys: Output, words: list[str], told: str) -> None:
    assert main(["health", "--sweep", *words]) == 2
    assert told in capsys.readouterr().err


def test_a_choice_without_its_field_is_not_understood(capsys: Output) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["health", "--sweep", "depth"])
    assert "as in depth=10,50" in capsys.readouterr().err


def test_a_table_for_a_spreadsheet_is_the_one_that_the_api_sends(capsys: Output) -> None:
    assert main(["health", CHAIN, "h=1", "--csv"]) == 0
    heads, *lines = capsys.readouterr().out.splitlines()
    assert heads.startswith("layer,name,node,value_norm")
    assert len(lines) == 30
    assert main(["health", "--sweep", "depth=2,3", "width=4", "--csv"]) == 0
    heads, *lines = capsys.readouterr().out.splitlines()
    assert heads.startswith("network,depth,width")
    assert len(lines) == 3 + 4
