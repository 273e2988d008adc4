"""An ONNX file that is torn, lies or asks for too much is refused in words, at little cost."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from onnx import TensorProto, helper

from engine import EngineError, from_onnx
from engine.brought.onnx.file import MOST_BYTES, NEWEST, OLDEST
from engine.brought.onnx.parts import parts
from engine.limits import Limits
from tests.engine.brought.onnx_files import SEED, TABLE, file, network, one


def _reason(letters: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(EngineError) as refused:
        from_onnx(letters, limits=limits)
    assert "{" not in refused.value.message("en") + refused.value.message("zh")
    return refused.value.reason


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


def test_a_constant_that_is_a_text_is_listed() -> None:
    for said in ({"value_string": "SAME"}, {"value_strings": ["SAME", "VALID"]}):
        text = helper.make_node("Constant", [], ["k"], **said)
        used = helper.make_node("Add", ["x", "k"], ["y"])
        brought = from_onnx(file([text, used], {"x": TABLE}).letters)
        assert [each.step for each in brought.missing] == ["Constant"]
        alone = from_onnx(file([text], {"x": TABLE}, outputs=["k"]).letters)
        assert [each.step for each in alone.missing] == ["Constant"]


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


def test_a_hostile_name_stays_in_its_sentence() -> None:
    hostile = "Sort\nx = 1\x1b[2J" + "!" * 900
    brought = from_onnx(file([helper.make_node(hostile, ["x"], ["y"])], {"x": TABLE}).letters)
    step = brought.missing[0].step
    assert step.isprintable()
    assert len(step) == 60
    with pytest.raises(EngineError) as refused:
        from_onnx(file([helper.make_node("Relu", [hostile], ["y"])], {"x": TABLE}).letters)
    assert refused.value.message().isprintable()
