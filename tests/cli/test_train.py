"""`chainlight train` trains what it is told to, shows it, and keeps what it is asked to keep."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from server.cli import main
from server.commands.bar import Bar
from server.commands.plot import plotted
from tests.cli.test_cli import rest

Output = pytest.CaptureFixture[str]
LINE = "loss = (w*x + b - y)^2"
ROWS = ["--data", "x=[0,1,2,3]", "--data", "y=[1,3,5,7]"]


def test_the_2_2_2_network_takes_its_published_step(capsys: Output) -> None:
    assert main(["train", "--model", "2-2-2", "--rate", "0.5", "--steps", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "loss 0.2984 → 0.291 at step 1"
    assert "w5\t0.4\t0.3589\t0.08217" in lines


def test_json_is_what_the_api_answers(capsys: Output) -> None:
    asked = ["train", LINE, "w=0", "b=0", *ROWS, "--rate", "0.05", "--steps", "20", "--json"]
    assert main(asked) == 0
    body = {
        "source": LINE,
        "values": {"w": 0, "b": 0},
        "parameters": ["w", "b"],
        "data": {"x": [0, 1, 2, 3], "y": [1, 3, 5, 7]},
        "optimizer": {"name": "sgd", "learning_rate": 0.05},
        "steps": 20,
        "seed": 0,
    }
    assert json.loads(capsys.readouterr().out) == json.loads(rest("train", body))


def test_clipping_and_both_pulls_are_asked_for_as_the_api_has_them(capsys: Output) -> None:
    said = "--rate 0.5 --steps 3 --clip-value 0.1 --decay 0.2 --decay-l1 0.05"
    assert main(["train", "f = 6*a^2", "a=1", *said.split(), "--json"]) == 0
    body = {
        "source": "f = 6*a^2",
        "values": {"a": 1},
        "parameters": ["a"],
        "optimizer": {"name": "sgd", "learning_rate": 0.5},
        "steps": 3,
        "clip": {"value": 0.1},
        "decay": {"l1": 0.05, "l2": 0.2},
    }
    assert json.loads(capsys.readouterr().out) == json.loads(rest("train", body))


def test_a_model_learns_and_tells_how_often_it_is_right(capsys: Output) -> None:
    words = "--model mlp --data moons --optimizer adam:learning_rate=0.02 --steps 200 --lang zh"
    assert main(["train", *words.split()]) == 0
    shown = capsys.readouterr().out
    assert "训练样本正确率：" in shown
    held = re.search(r"留出样本正确率：([\d.]+) %", shown)
    assert held is not None
    assert float(held[1]) > 90


def test_a_persons_own_file_is_learned(capsys: Output, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("a,b,kind\n" + "0,0.2,no\n1,0.9,yes\n" * 15)
    asked = ["train", "--model", "logistic", "--data", str(table), "--rate", "1"]
    assert main(asked) == 0
    assert "right on the examples trained on: 100.0 %" in capsys.readouterr().out


def test_a_run_goes_on_from_the_state_that_was_kept(capsys: Output, tmp_path: Path) -> None:
    state = str(tmp_path / "state.json")
    walk = ["train", LINE, "w=0", "b=0", *ROWS, "--optimizer", "adam", "--batch", "2", "--json"]

    def steps(count: int, *more: str) -> Any:
        assert main([*walk, "--steps", str(count), *more]) == 0
        return json.loads(capsys.readouterr().out)

    whole = steps(10)
    steps(4, "--state", state, "--save", state)
    assert steps(6, "--state", state)["state"] == whole["state"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", ("The text is empty;", "文本为空；")),
        (b"{", ("The text is not JSON:", "文本不是 JSON：")),
        (b"\xff\xfe", ("The text is not UTF-8.", "文本不是 UTF-8 编码。")),
        (b"[" * 200_000, ("Lists and objects are nested too deeply", "列表或对象的嵌套过深")),
        (b'{"a": 1, "a": 2}', ("The key `a` stands twice", "同一个对象里键 `a` 出现了两次")),
        (b'{"a": NaN}', ("`NaN` is not JSON.", "`NaN` 不属于 JSON")),
        (b"9" * 5_000, ("A number in the text has too many digits.", "文本里有位数过多的数。")),
        (b"[]", ("`state` must be an object.", "`state` 必须是对象。")),
        (b'{"step": 1}', ("The field `state.seed` is missing.", "缺少字段 `state.seed`。")),
        (None, ("Is a directory", "Is a directory")),
    ],
)
def test_a_damaged_state_is_told_of_in_a_sentence(
    capsys: Output, tmp_path: Path, content: bytes | None, told: tuple[str, str]
) -> None:
    state = tmp_path / "state.json"
    if content is None:
        state.mkdir()
    else:
        state.write_bytes(content)
    for lang, sentence in zip(("en", "zh"), told, strict=True):
        assert main(["train", LINE, "w=0", *ROWS, "--state", str(state), "--lang", lang]) == 2
        assert sentence in capsys.readouterr().err


def test_tables_come_from_files_and_the_curve_goes_to_one(capsys: Output, tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.arange(4.0))
    picture = tmp_path / "loss.svg"
    tables = ["--data", f"x=@{tmp_path}/x.npy", "--data", "y=[1,3,5,7]"]
    assert main(["train", LINE, "w=0", "b=0", *tables, "--plot", str(picture)]) == 0
    assert capsys.readouterr().out.startswith("loss 21 →")
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.startswith("<svg ")
    assert drawn.count("<path ") == 6  # five lines of the scale, and the curve


def test_a_curve_has_no_place_for_what_is_not_finite() -> None:
    drawn = plotted([0, 1, 2], [1.0, -2.0, float("inf")], "loss", "step")
    assert drawn.count("L") == 1
    assert "inf" not in drawn
    assert "nan" not in plotted([0], [float("nan")], "loss", "step")


def test_a_run_that_explodes_ends_with_1_and_says_where(capsys: Output) -> None:
    assert main(["train", "f = exp(a*a)", "a=2", "--rate", "10", "--steps", "5"]) == 1
    assert "Training stopped at step 1" in capsys.readouterr().err


UNCLEAR = {
    "two sources": ["train", "a*b", "--model", "mlp"],
    "an unknown set": ["train", "--model", "mlp", "--data", "nowhere.csv"],
    "an unknown optimiser": ["train", "a*b", "--optimizer", "magic"],
    "a setting that is no number": ["train", "a*b", "--optimizer", "adam:beta1=x"],
    "a table without rows": ["train", LINE, "--data", "x"],
    "fewer than no steps": ["train", "a*b", "--steps=-1"],
    "widths that are no numbers": ["train", "--model", "mlp", "--widths", "a"],
    "a setting of another optimiser": ["train", "a*b", "--optimizer", "sgd:beta1=0.5"],
    "a state without a place": ["train", "a*b", "--steps", "1", "--save", "/nowhere/at/all.json"],
    "a curve without a place": ["train", "a*b", "--steps", "1", "--plot", "/nowhere/at/all.svg"],
}


@pytest.mark.parametrize("name", UNCLEAR)
def test_what_is_unclear_ends_with_2_and_says_so(name: str, capsys: Output) -> None:
    try:
        code = main(UNCLEAR[name])
    except SystemExit as stopped:  # argparse leaves by itself
        code = int(stopped.code or 0)
    assert code == 2
    assert capsys.readouterr().err


def test_a_program_that_cannot_be_read_is_pointed_at(capsys: Output) -> None:
    assert main(["train", "loss = (w"]) == 1
    assert "^" in capsys.readouterr().err


def test_a_bar_is_drawn_for_a_person_alone(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"loss": 0.5, "steps_per_second": 2.5}
    Bar(10, "en").show(told | {"step": 5})
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("server.commands.bar.is_terminal", lambda _: True)
    bar = Bar(10, "en")
    for step in (0, 5):
        bar.show(told | {"step": step})
    bar.end()
    assert "█" * 12 + "░" * 12 + " 5/10  loss 0.5" in (drawn := capsys.readouterr().err)
    assert "  2 s left" in drawn
