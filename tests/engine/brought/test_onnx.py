"""An ONNX file becomes a program that comes to what ONNX's own reference evaluator says."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run
from typing import Any

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from engine import EngineError, compile, evaluate, from_onnx
from engine.brought.onnx.tensors import SORTS, numbers_of
from engine.brought.onnx.walk import ROWS
from engine.limits import Limits
from tests.engine.brought.onnx_files import (
    CASES,
    CUBE,
    KERNELS,
    PICTURES,
    SEED,
    TABLE,
    File,
    example,
    file,
    network,
    one,
)
from tests.markdown import ROOT

# where the evaluator itself, or a number in its table, is float32
ROUGH = ("Erf", "Gelu", "HardSwish", "HardSigmoid", "LayerNormalization", "Clip of old")


def _first(of: File) -> Any:
    return np.asarray(ReferenceEvaluator(of.model).run(None, of.given)[0], dtype=float)


def test_every_row_has_a_case() -> None:
    written = {node.op_type for case in CASES.values() for node in case.model.graph.node}
    assert set(ROWS) == written & set(ROWS)


@pytest.mark.parametrize("name", CASES)
def test_a_node_comes_to_what_the_reference_evaluator_says(name: str) -> None:
    case = CASES[name]
    brought = from_onnx(case.letters, case.given)
    assert brought.missing == ()
    found = compile(brought.graph).forward(dict(brought.values))
    wanted = _first(case)
    assert np.shape(found) == wanted.shape
    small = 1e-7 if name in ROUGH else 1e-12
    assert np.allclose(found, wanted, rtol=small, atol=small)


def test_the_seed_reads_as_it_would_be_typed_and_has_its_gradients() -> None:
    brought = from_onnx(SEED.letters, SEED.given)
    assert brought.source == "v1 = a + b\nv2 = b + 1\ne = v1 * v2"
    found = evaluate(brought.graph, brought.values)
    assert (found.value, found.gradients) == (6.0, {"a": 2.0, "b": 5.0})


def test_a_network_keeps_its_names_its_weights_and_its_other_output() -> None:
    net = network()
    brought = from_onnx(net.letters)
    assert brought.missing == ()
    assert {*brought.values} == {"conv1_weight", "conv1_bias", "fc_weight", "fc_bias"}
    assert brought.source.splitlines()[-1] == "probabilities = softmax(logits, axis=1)"
    known = {**brought.values, "input": net.given["input"]}
    wanted = ReferenceEvaluator(net.model).run(None, net.given)
    for output, truth in zip(("probabilities", "logits"), wanted, strict=True):
        found = compile(brought.graph, output=output).forward(known)
        assert np.allclose(found, truth, rtol=1e-12, atol=1e-12)


def test_a_path_is_read_like_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "seed.onnx"
    path.write_bytes(SEED.letters)
    assert from_onnx(path).source == from_onnx(SEED.letters).source
    with pytest.raises(EngineError, match=r"absent\.onnx cannot be read"):
        from_onnx(tmp_path / "absent.onnx")


def test_the_file_of_the_page_about_it_is_what_it_is_here() -> None:
    shown, made = from_onnx(ROOT / "docs/examples/layer.onnx"), from_onnx(example().letters)
    assert shown.source == made.source
    assert {name: np.ravel(worth).tolist() for name, worth in shown.values.items()} == {
        "fc_weight": [0.5, -1.0, 2.0, 0.25], "fc_bias": [0.5, 1.0]
    }  # fmt: skip


def test_all_that_has_no_counterpart_is_listed_at_once_and_becomes_an_input() -> None:
    nodes = [
        helper.make_node("Hardmax", ["x"], ["h"]),
        helper.make_node("Binarizer", ["h"], ["z"], domain="ai.onnx.ml", threshold=0.5),
        helper.make_node("MaxPool", ["z"], ["p"], kernel_shape=[3, 3], strides=[1, 1]),
        helper.make_node("Add", ["p", "h"], ["y"]),
    ]
    brought = from_onnx(file(nodes, {"x": TABLE}).letters)
    assert [each.step for each in brought.missing] == ["Hardmax", "ai.onnx.ml.Binarizer", "MaxPool"]
    assert brought.source == "y = cut3 + cut1"


@pytest.mark.parametrize(
    "case",
    [
        one("Div", np.array([7, 5]), np.array([2, 2])),
        one("Cast", TABLE, to=TensorProto.INT64),
        one("Softmax", CUBE, version=11),
        one("Gelu", TABLE, approximate="tanh"),
        one("ReduceSum", CUBE, np.array([0])),
        one("Reshape", TABLE, np.array([4, 3])),
        one("Transpose", CUBE, perm=[0, 2, 1]),
        one("Relu", TABLE, TABLE),  # the second input has no meaning, and is not asked for
        one("LeakyRelu", TABLE, alpha=[1, 2]),
        one("Unsqueeze", TABLE, weights=[np.array([1, 1])]),
        one("Gather", TABLE, weights=[np.array(0)], axis=2**40),
        one("Gather", TABLE, weights=[np.array(0)], axis=3),
        one("ReduceSum", TABLE, weights=[np.array([2])]),
        one("Slice", TABLE, version=9, starts=[0], ends=[1], axes=[2**40]),
        one("Conv", PICTURES, weights=[KERNELS], group=3),
    ],
    ids=lambda case: case.model.graph.node[0].op_type,
)
def test_what_would_come_to_other_numbers_is_never_written(case: File) -> None:
    brought = from_onnx(case.letters, case.given)
    if brought.missing:
        assert brought.missing[0].step == case.model.graph.node[0].op_type
    else:
        found = compile(brought.graph).forward(dict(brought.values))
        assert np.allclose(found, np.maximum(TABLE, 0))


def test_names_that_are_no_names_here_are_made_fit_and_kept_apart() -> None:
    names = ["sum", "x.1", "x_1", "1", "lambda", "pi", "é", "重み", "\u202e", "", "w" * 90]
    nodes = [
        helper.make_node("Add", ["x", name], [f"/{at}"]) for at, name in enumerate(names) if name
    ]
    nodes.append(helper.make_node("Sum", [node.output[0] for node in nodes], ["y"]))
    case = file(nodes, {"x": TABLE, **{name: TABLE for name in names if name}})
    brought = from_onnx(case.letters, case.given)
    assert brought.missing == ()
    inputs = [node.name or "" for node in brought.graph.inputs]
    assert len({*inputs}) == len(inputs) == len(names)
    assert np.allclose(compile(brought.graph).forward(dict(brought.values)), _first(case))


def test_a_shape_that_is_left_open_comes_with_the_value() -> None:
    case = one("Flatten", CUBE)
    case.model.graph.input[0].type.tensor_type.shape.dim[0].dim_param = "batch"
    assert [each.step for each in from_onnx(case.letters).missing] == ["Flatten"]
    assert from_onnx(case.letters, case.given).source == "y = reshape(x0, (2, 12))"


def test_a_comparison_at_the_end_is_one_or_zero() -> None:
    case = one("Less", TABLE, CUBE)
    brought = from_onnx(case.letters, case.given)
    assert np.allclose(compile(brought.graph).forward(dict(brought.values)), _first(case))


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize("sort", SORTS)
def test_weights_of_every_sort_are_read_packed_or_one_by_one(sort: int, raw: bool) -> None:
    kept = helper.tensor_dtype_to_np_dtype(sort)
    given = np.array([1, 0, 1, 1]).astype(kept)
    tensor = (
        numpy_helper.from_array(given, "w")
        if raw
        else helper.make_tensor("w", sort, [4], given.tolist())
    )
    assert tensor.HasField("raw_data") == raw
    assert tensor.data_type == sort
    assert numbers_of(tensor, Limits()).tolist() == [1, 0, 1, 1]


def test_constants_are_numbers_of_the_program() -> None:
    pair = numpy_helper.from_array(np.array([1.0, 2.0]))
    nodes = [
        helper.make_node("Constant", [], ["k"], value=pair),
        helper.make_node("Constant", [], ["m"], value_float=-0.5),
        helper.make_node("Mul", ["k", "x"], ["h"]),
        helper.make_node("Add", ["h", "m"], ["y"]),
    ]
    brought = from_onnx(file(nodes, {"x": np.array([3.0, 4.0])}).letters)
    assert brought.source == "v1 = k * x\ny = v1 + (-0.5)"
    assert np.array_equal(brought.values["k"], [1.0, 2.0])


def test_without_the_extra_the_repair_is_told() -> None:
    code = (
        "import sys; sys.modules['onnx'] = None\n"
        "import engine\n"
        "try: engine.from_onnx(b'')\n"
        "except engine.EngineError as error: print(error)"
    )
    done = run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "pip install 'chainlight[onnx]'" in done.stdout
