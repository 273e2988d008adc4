"""An ONNX file becomes a program that comes to what ONNX's own reference evaluator says."""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from engine import EngineError, compile, evaluate, from_onnx
from engine.brought.onnx.file import MOST_BYTES, NEWEST, OLDEST
from engine.brought.onnx.parts import parts
from engine.brought.onnx.walk import ROWS
from engine.limits import Limits
from tests.engine.brought.onnx_files import (
    CASES,
    CUBE,
    KERNELS,
    PICTURES,
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
SEED = file(
    [
        helper.make_node("Add", ["a", "b"], ["c"]),
        helper.make_node("Add", ["b", "one"], ["d"]),
        helper.make_node("Mul", ["c", "d"], ["e"]),
    ],
    {"a": np.array(2.0), "b": np.array(1.0)},
    {"one": np.array(1.0)},
    outputs=["e"],
)


def _reason(letters: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(EngineError) as refused:
        from_onnx(letters, limits=limits)
    assert "{" not in refused.value.message("en") + refused.value.message("zh")
    return refused.value.reason


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


def test_whatever_a_file_breaks_off_at_it_is_refused_in_words() -> None:
    whole = network().letters
    for end in range(0, len(whole), 97):
        assert _reason(whole[:end]) in ("onnx_unreadable", "onnx_version", "onnx_lies")
    assert _reason(b"hello, world") == "onnx_unreadable"
    assert _reason(b"") == "onnx_unreadable"


def test_bytes_that_were_changed_give_a_program_or_a_refusal() -> None:
    whole, draws = bytearray(network().letters), np.random.default_rng(1)
    for _ in range(200):
        changed = bytearray(whole)
        for at in draws.integers(len(whole) // 3, size=3):
            changed[at] = draws.integers(256)
        try:
            from_onnx(bytes(changed))
        except EngineError as error:
            assert error.message("zh")  # noqa: PT017  either is good


def test_a_tensor_that_lies_about_itself_is_refused() -> None:
    for shape in ((5, 5), (-1, 4), (2**40, 2**40)):
        case = one("Add", TABLE, weights=[TABLE])
        case.model.graph.initializer[0].dims[:] = shape
        assert _reason(case.letters) in ("onnx_lies", "too_many_elements")


def test_another_file_is_never_opened() -> None:
    case = one("Add", TABLE, weights=[TABLE])
    weight = case.model.graph.initializer[0]
    weight.ClearField("raw_data")
    weight.data_location = TensorProto.EXTERNAL
    entry = weight.external_data.add()
    entry.key, entry.value = "location", "/etc/passwd"
    assert _reason(case.letters) == "onnx_elsewhere"


def test_a_tensor_of_texts_is_refused() -> None:
    case = one("Add", TABLE, weights=[TABLE])
    case.model.graph.initializer[0].data_type = TensorProto.STRING
    assert _reason(case.letters) == "onnx_sort"


def test_a_few_bytes_cannot_ask_for_much() -> None:
    million = np.array([2**20, 2**20])
    assert _reason(one("Expand", TABLE[:1, :1], weights=[million]).letters) == "too_many_elements"
    nodes = [helper.make_node("Concat", [f"v{k}"] * 2, [f"v{k + 1}"], axis=0) for k in range(40)]
    assert _reason(file(nodes, {"v0": TABLE}, outputs=["v40"]).letters) == "too_many_elements"
    nothing = b"\x0a\x00" * 1_200_000  # nodes without a kind, two bytes each
    assert _reason(b"\x3a" + _length(len(nothing)) + nothing) == "onnx_too_many_parts"
    assert _reason(SEED.letters, Limits(nodes=2)) == "onnx_too_many_nodes"
    assert _reason(bytes(MOST_BYTES + 1)) == "onnx_too_long"


def _length(number: int) -> bytes:
    """As protobuf writes it: seven bits at a time."""
    low, rest = number & 127, number >> 7
    return bytes([low | 128]) + _length(rest) if rest else bytes([low])


def test_messages_too_deep_inside_each_other_are_no_file() -> None:
    nested = b"\x0a\x01x"
    for _ in range(120):  # an attribute with a graph with a node with an attribute …
        attribute = b"\x32" + _length(len(nested)) + nested
        node = b"\x2a" + _length(len(attribute)) + attribute
        nested = b"\x0a" + _length(len(node)) + node
    assert _reason(b"\x3a" + _length(len(nested)) + nested) == "onnx_unreadable"


def test_torn_fields_are_told_from_whole_ones() -> None:
    description = SEED.model.DESCRIPTOR
    assert parts(struct.pack("<Bf", 0x0D, 1) + struct.pack("<Bd", 0x09, 1), description, 9) == 2
    for torn in (b"\x3a\xff", b"\x80" * 12, b"\x0f", b"\x0d\x00", b"\x08"):
        assert parts(torn, description, 9) is None


@pytest.mark.parametrize("version", [OLDEST - 1, NEWEST + 1])
def test_a_version_whose_rules_are_unknown_is_refused(version: int) -> None:
    assert _reason(one("Relu", TABLE, version=version).letters) == "onnx_version"


def test_values_that_are_not_made_or_made_twice_are_refused() -> None:
    unmade = file([helper.make_node("Add", ["x", "nowhere"], ["y"])], {"x": TABLE})
    assert _reason(unmade.letters) == "onnx_unmade"
    twice = [helper.make_node("Relu", ["x"], ["y"]), helper.make_node("Exp", ["x"], ["y"])]
    assert _reason(file(twice, {"x": TABLE}).letters) == "onnx_twice"


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


def test_a_hostile_name_stays_in_its_sentence() -> None:
    hostile = "Sort\nx = 1\x1b[2J" + "!" * 900
    brought = from_onnx(file([helper.make_node(hostile, ["x"], ["y"])], {"x": TABLE}).letters)
    step = brought.missing[0].step
    assert step.isprintable()
    assert len(step) == 60
    with pytest.raises(EngineError) as refused:
        from_onnx(file([helper.make_node("Relu", [hostile], ["y"])], {"x": TABLE}).letters)
    assert refused.value.message().isprintable()


def test_a_shape_that_is_left_open_comes_with_the_value() -> None:
    case = one("Flatten", CUBE)
    case.model.graph.input[0].type.tensor_type.shape.dim[0].dim_param = "batch"
    assert [each.step for each in from_onnx(case.letters).missing] == ["Flatten"]
    assert from_onnx(case.letters, case.given).source == "y = reshape(x0, (2, 12))"


def test_a_comparison_at_the_end_is_one_or_zero() -> None:
    case = one("Less", TABLE, CUBE)
    brought = from_onnx(case.letters, case.given)
    assert np.allclose(compile(brought.graph).forward(dict(brought.values)), _first(case))


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
