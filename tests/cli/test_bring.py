"""`chainlight bring` prints a program that can be run at once, and tells of all that is missing."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from onnx import helper
from onnx.reference import ReferenceEvaluator

from server.cli import main
from tests.engine.brought.onnx_files import CUBE, TABLE, file, network, one

Output = pytest.CaptureFixture[str]


def _kept(letters: bytes, folder: Path) -> str:
    path = folder / "model.onnx"
    path.write_bytes(letters)
    return str(path)


def test_what_is_printed_can_be_run_at_once(tmp_path: Path, capsys: Output) -> None:
    net, program = network(), tmp_path / "net.txt"
    np.save(tmp_path / "pictures.npy", net.given["input"])
    assert main(["bring", _kept(net.letters, tmp_path)]) == 0
    program.write_text(f"{capsys.readouterr().out}loss = sum(logits^2)", encoding="utf-8")
    assert main(["eval", f"@{program}", f"input=@{tmp_path / 'pictures.npy'}", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    truth = ReferenceEvaluator(net.model).run(["logits"], net.given)[0]
    assert np.isclose(found["output"]["value"], np.sum(truth**2), rtol=1e-12)
    assert np.allclose(found["gradients"]["fc_bias"], np.sum(2 * truth, axis=0), rtol=1e-12)


def test_a_json_file_has_the_keys_that_the_page_opens(tmp_path: Path, capsys: Output) -> None:
    net, to = network(), tmp_path / "net.json"
    assert main(["bring", _kept(net.letters, tmp_path), "-o", str(to)]) == 0
    document = json.loads(to.read_text(encoding="utf-8"))
    assert {*document["v"]} == {"conv1_weight", "conv1_bias", "fc_weight", "fc_bias"}
    assert document["e"].endswith("probabilities = softmax(logits, axis=1)")
    assert f"{to}: {to.stat().st_size} bytes" in capsys.readouterr().err


def test_all_that_is_missing_is_told_and_the_code_says_so(tmp_path: Path, capsys: Output) -> None:
    nodes = [
        helper.make_node("Hardmax", ["x"], ["h"]),
        helper.make_node("OneHotEncoder", ["h"], ["z"], domain="ai.onnx.ml"),
        helper.make_node("Add", ["z", "h"], ["y"]),
    ]
    path = _kept(file(nodes, {"x": TABLE}).letters, tmp_path)
    assert main(["bring", path]) == 1
    told = capsys.readouterr()
    assert "Hardmax has no counterpart" in told.err
    assert "OneHotEncoder" in told.err
    assert told.out.splitlines()[0].startswith("# Hardmax")
    assert main(["bring", path, "--lang", "zh"]) == 1
    assert "没有对应的运算" in capsys.readouterr().err


def test_a_length_that_is_left_open_comes_with_a_value(tmp_path: Path, capsys: Output) -> None:
    case = one("Flatten", CUBE)
    case.model.graph.input[0].type.tensor_type.shape.dim[0].dim_param = "batch"
    np.save(tmp_path / "x.npy", CUBE)
    path = _kept(case.letters, tmp_path)
    assert main(["bring", path]) == 1
    assert main(["bring", path, f"x0=@{tmp_path / 'x.npy'}"]) == 0
    assert capsys.readouterr().out.endswith("y = reshape(x0, (2, 12))\n")


def test_a_number_that_cannot_be_typed_needs_a_file(tmp_path: Path, capsys: Output) -> None:
    path = _kept(one("Add", TABLE, weights=[TABLE * np.inf]).letters, tmp_path)
    assert main(["bring", path]) == 2
    assert "-o" in capsys.readouterr().err
    assert main(["bring", path, "-o", str(tmp_path / "net.json")]) == 0
    assert '"Infinity"' in (tmp_path / "net.json").read_text(encoding="utf-8")


def test_what_cannot_be_brought_is_told(tmp_path: Path, capsys: Output) -> None:
    broken = _kept(network().letters[:-9], tmp_path)
    for words, code in (([broken], 1), (["absent.onnx"], 1), ([], 2), ([broken, "x=y"], 2),
                        ([broken, "-o", "/nowhere/at/all.txt"], 1)):  # fmt: skip
        assert main(["bring", *words]) == code
        assert capsys.readouterr().err
