"""chainlight field: a line for each place, as the API answers it."""

from __future__ import annotations

import json

import pytest

from server.cli import main

Output = pytest.CaptureFixture[str]


def test_one_input_gives_a_line_for_each_place(capsys: Output) -> None:
    assert main(["field", "y = x^2", "--over", "x=-1:1:3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["x\ty\t∂y/∂x", "-1\t1\t-2", "0\t0\t0", "1\t1\t2"]


def test_two_inputs_and_the_way_down(capsys: Output) -> None:
    words = ["field", "y = a*a + b", "a=1", "b=3", "--over", "a=0:1:2", "--over", "b=0:2:2"]
    assert main([*words, "--descend", "0.25", "--steps", "2", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "a\tb\ty\t∂y/∂a\t∂y/∂b",
        "0\t0\t0\t0\t1",
        "0\t2\t2\t0\t1",
        "1\t0\t1\t2\t1",
        "1\t2\t3\t2\t1",
        "",
        "沿下坡走到第 2 步：",
        "a\tb\ty",
        "1\t3\t4",
        "0.5\t2.75\t3",
        "0.25\t2.5\t2.562",
    ]


def test_only_wanted_slopes_are_listed(capsys: Output) -> None:
    main(["field", "a*b", "--wrt", "b", "--over", "a=1:2:1", "--over", "b=3:4:1"])
    assert capsys.readouterr().out.splitlines() == ["a\tb\tout\t∂out/∂b", "1\t3\t3\t1"]


def test_the_answer_of_the_api_is_printed_if_so_wished(capsys: Output) -> None:
    assert main(["field", "log(x)", "--json", "--over", "x=0:1:2"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["value"] == ["-Infinity", 0.0]
    assert answer["gradient"] == {"x": ["Infinity", 1.0]}


@pytest.mark.parametrize(
    "words",
    [
        ["x", "--over", "x=1:2", "--over", "x=2:3"],
        ["x", "--over", "x=1:2", "--steps", "0"],
    ],
)
def test_what_cannot_be_understood_is_told(words: list[str], capsys: Output) -> None:
    assert main(["field", *words]) == 2
    assert "chainlight: " in capsys.readouterr().err


@pytest.mark.parametrize("over", ["x", "x=1", "x=1:two", "x=1:inf", "x=0:1:0", "x=0:1:1.5"])
def test_an_axis_that_is_none_is_refused(over: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(["field", "x", "--over", over])
    assert left.value.code == 2
    assert "--over" in capsys.readouterr().err


def test_an_unknown_input_is_refused_with_its_name(capsys: Output) -> None:
    assert main(["field", "x", "--over", "z=0:1"]) == 1
    assert "`z`" in capsys.readouterr().err
