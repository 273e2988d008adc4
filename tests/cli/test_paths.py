"""chainlight paths: the sum over paths, as the API answers it."""

from __future__ import annotations

import json

import pytest

from server.cli import main
from tests.cli.test_cli import rest

SEED = "c = a + b\nd = b + 1\ne = c * d"
STAGES = "Y = α*X + β*X + γ*X\nZ = δ*Y + ε*Y + ζ*Y"
Output = pytest.CaptureFixture[str]


def test_the_paths_are_listed_and_added_up(capsys: Output) -> None:
    assert main(["paths", SEED, "b", "e", "a=2", "b=1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "∂e/∂b: 2 paths",
        "path\tcontribution",
        "b → d → e\t1 · 3 = 3",
        "b → c → e\t1 · 2 = 2",
        "sum\t5",
        "",
        "∂e/∂b = ∂c/∂b·∂e/∂c + ∂d/∂b·∂e/∂d = d + c = 1·2 + 1·3 = 5",
        "written out: 2 ×, 1 +; factored: 2 ×, 1 +",
        "without factors that are always 1: 0 ×, 1 +; factored: 0 ×, 1 +",
    ]


def test_a_bare_expression_may_be_named_by_its_end(capsys: Output) -> None:
    assert main(["paths", "(a+b)*(b+1)", "b", "e", "a=2", "b=1"]) == 0
    assert capsys.readouterr().out.startswith("∂e/∂b: 2 paths")


def test_the_end_may_be_left_out(capsys: Output) -> None:
    assert main(["paths", "y = x*x", "x", "x=3"]) == 0
    assert capsys.readouterr().out.splitlines()[-2] == "∂y/∂x = ∂₁y/∂x + ∂₂y/∂x = x + x = 3 + 3 = 6"


def test_only_the_largest_are_listed_if_so_wished(capsys: Output) -> None:
    main(["paths", STAGES, "X", "Z", "ζ=6", "--limit", "2", "--lang", "zh"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "∂Z/∂X：9 条路径，其中最大的 2 条"
    assert len([line for line in lines if "→" in line]) == 2
    assert lines[-1] == "不计恒为 1 的因子：9 次 ×，8 次 +；提取公因式后：1 次 ×，4 次 +"


def test_tensors_have_no_single_contribution(capsys: Output) -> None:
    assert main(["paths", "y = sum(W @ x)", "x", "W=[[1,2],[3,4]]", "x=[1,2]"]) == 0
    assert "x → W @ x → y\t–" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (
            ["paths", SEED, "b", "e", "a=2", "b=1"],
            {"source": SEED, "values": {"a": 2, "b": 1}, "from": "b", "to": "e"},
        ),
        (
            ["paths", "(a+b)*(b+1)", "b", "e", "a=2", "b=1"],
            {"source": "e = (a+b)*(b+1)", "values": {"a": 2, "b": 1}, "from": "b", "to": "e"},
        ),
        (
            ["paths", STAGES, "X", "--limit", "3", "--cursor", "3"],
            {"source": STAGES, "from": "X", "limit": 3, "cursor": "3"},
        ),
    ],
)
def test_json_is_what_the_api_answers(
    capsys: Output, words: list[str], body: dict[str, object]
) -> None:
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(rest("paths", body))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["paths", "y = x*x"], 2),
        (["paths", "y = x*x", "x", "y", "z"], 2),
        (["paths", SEED, "q"], 1),
    ],
)
def test_what_is_missing_is_said(capsys: Output, words: list[str], code: int) -> None:
    assert main(words) == code
    assert capsys.readouterr().err
