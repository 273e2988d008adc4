"""Shapes are known before anything is computed, and what does not fit is refused in words."""

from __future__ import annotations

from typing import Any

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.figures import shape_text
from engine.op import Case, Op, Shape, broadcast, elements, unbroadcast
from engine.ops import OPS
from engine.words.language import LANGUAGES
from tests.engine.samples import Trial, arities, cases_of, every_row, plain, trial_of

SIDES = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)


@every_row
def test_the_shape_is_that_of_the_value(name: str) -> None:
    for case in cases_of(OPS[name]):
        check_shapes(trial_of(OPS[name], case, seed=1), case)


@every_row
@given(data=st.data())
@settings(max_examples=25)
def test_whatever_shapes_come_they_are_either_computed_or_refused_in_words(
    name: str, data: st.DataObject
) -> None:
    op = OPS[name]
    like = data.draw(st.sampled_from(cases_of(op)))
    shapes = tuple(data.draw(SIDES) for _ in like.shapes)
    case = Case(shapes, like.settings)
    refusal = refusal_of(op, case)
    if refusal is None:
        check_shapes(trial_of(op, case, seed=1), case)
    else:
        assert all(in_words(refusal, language) for language in LANGUAGES)


def refusal_of(op: Op, case: Case) -> EngineError | None:
    try:
        op.shape(*case.shapes, **case.settings)
    except EngineError as refusal:
        return refusal
    return None


def check_shapes(trial: Trial, case: Case) -> None:
    out = trial.op.shape(*case.shapes, **case.settings)
    assert np.shape(trial.out) == out
    g = plain(np.ones(out))
    for port in trial.open_ports:
        assert np.shape(trial.pull(port, g)) == trial.shapes[port]
        assert np.shape(trial.push(port, plain(np.ones(trial.shapes[port])))) == out


def in_words(refusal: EngineError, language: Any) -> str:
    """The sentence, once the operands' names are filled in as `engine.shapes` does."""
    refusal.fields |= {"a": "x", "b": "y", "c": "z"}
    return refusal.message(language)


@given(data=st.data())
def test_what_was_stretched_is_summed_back(data: st.DataObject) -> None:
    shapes = data.draw(
        hnp.mutually_broadcastable_shapes(num_shapes=2, min_side=0, max_side=3, max_dims=4)
    )
    for shape in shapes.input_shapes:
        ones = np.ones(shapes.result_shape)
        back = unbroadcast(ones, shape)
        assert np.shape(back) == shape
        if elements(shape):
            assert np.all(np.equal(back, elements(shapes.result_shape) / elements(shape)))


def test_operands_that_cannot_be_stretched_are_named() -> None:
    with pytest.raises(EngineError) as caught:
        broadcast((2, 3), (1, 3), (2, 2))
    assert caught.value.ports == (0, 2)
    assert (caught.value.fields["s1"], caught.value.fields["s2"]) == ("2 × 3", "2 × 2")


AXIS = {"axis": 2}
REFUSED: list[tuple[str, tuple[Shape, ...], dict[str, Any], str, str]] = [
    ("add", ((2,), (3,)), {}, "shape-mismatch", "shapes_differ"),
    ("matmul", ((2, 3), (4, 2)), {}, "shape-mismatch", "shape_mismatch"),
    ("matmul", ((), (2,)), {}, "shape-mismatch", "matmul_of_number"),
    ("matmul", ((2, 2, 3), (3, 3, 2)), {}, "shape-mismatch", "stacks_differ"),
    ("dot", ((3,), (2,)), {}, "shape-mismatch", "shape_mismatch"),
    ("mse", ((2,), (3,)), {}, "shape-mismatch", "shapes_differ"),
    ("cross_entropy", ((3, 3), (3,)), {}, "shape-mismatch", "same_shape_of_both"),
    ("cross_entropy", ((3,), (3,)), AXIS, "bad-argument", "no_such_axis"),
    ("sum", ((2, 3),), AXIS, "bad-argument", "no_such_axis"),
    ("sum", ((2, 3),), {"axis": (0, -2)}, "bad-argument", "axis_twice"),
    ("softmax", ((),), {"axis": 1}, "bad-argument", "no_such_axis"),
    ("cumsum", ((2, 3),), {"axis": (0, 1)}, "bad-argument", "one_axis"),
    ("max", ((0,),), {}, "bad-argument", "nothing_to_choose"),
    ("min", ((2, 0),), {"axis": 1}, "bad-argument", "nothing_to_choose"),
    ("trace", ((3,),), {}, "shape-mismatch", "shape_needed"),
    ("diag", ((),), {}, "shape-mismatch", "shape_needed"),
    ("det", ((2, 3),), {}, "shape-mismatch", "shape_needed"),
    ("inv", ((4,),), {}, "shape-mismatch", "shape_needed"),
    ("solve", ((2, 2), ()), {}, "shape-mismatch", "solve_number"),
    ("solve", ((2, 2), (3,)), {}, "shape-mismatch", "solve_rows"),
    ("solve", ((2, 2, 2), (3, 2, 1)), {}, "shape-mismatch", "stacks_differ"),
    ("reshape", ((2, 3),), {"shape": (4, -1)}, "shape-mismatch", "reshape_count"),
    ("reshape", ((2, 3),), {"shape": (-1, -1)}, "bad-argument", "bad_shape"),
    ("reshape", ((0,),), {"shape": (0, -1)}, "shape-mismatch", "reshape_count"),
    ("zeros", (), {"shape": -1}, "bad-argument", "bad_shape"),
    ("eye", (), {"n": -2}, "bad-argument", "bad_shape"),
    ("concatenate", ((2, 3), (2, 2)), {}, "shape-mismatch", "parts_differ"),
    ("concatenate", ((), ()), {}, "bad-argument", "concatenate_numbers"),
    ("concatenate", (), {}, "bad-argument", "no_parts"),
    ("stack", ((2,), (2,), (3,)), {}, "shape-mismatch", "same_shapes"),
    ("stack", ((2,), (2,)), AXIS, "bad-argument", "no_such_axis"),
    ("index", ((2,),), {"index": (0, 0)}, "bad-index", "index_too_long"),
    ("index", ((2,),), {"index": (-3,)}, "bad-index", "index_out_of_range"),
    ("index", ((2,),), {"index": ((0, 2, 0),)}, "bad-index", "index_step"),
    ("conv2d", ((3,), (2, 2)), {}, "shape-mismatch", "shape_needed"),
    ("conv2d", ((3, 3), (2,)), {}, "shape-mismatch", "kernel_needed"),
    ("conv2d", ((3, 3), (4, 1)), {}, "shape-mismatch", "kernel_too_large"),
    ("conv2d", ((3, 3), (0, 1)), {}, "shape-mismatch", "kernel_too_large"),
    ("maxpool2d", ((3, 3),), {"size": 4}, "shape-mismatch", "window_too_large"),
    ("avgpool2d", ((3, 3),), {"size": 0}, "bad-argument", "bad_size"),
    ("layernorm", ((), (), ()), {}, "shape-mismatch", "shape_needed"),
]


@pytest.mark.parametrize(("name", "shapes", "given_settings", "code", "reason"), REFUSED)
def test_what_does_not_fit_is_refused_and_the_shapes_are_named(
    name: str, shapes: tuple[Shape, ...], given_settings: dict[str, Any], code: str, reason: str
) -> None:
    with pytest.raises(EngineError) as caught:
        OPS[name].shape(*shapes, **given_settings)
    assert (caught.value.code, caught.value.reason) == (code, reason)
    said = in_words(caught.value, "en")
    if code == "shape-mismatch":
        assert any(shape_text(shape) in said for shape in shapes)
    assert in_words(caught.value, "zh") != said


def test_the_two_parts_that_clash_are_named() -> None:
    with pytest.raises(EngineError) as caught:
        OPS["stack"].shape((2,), (2,), (3,))
    assert caught.value.ports == (0, 2)


def test_a_source_has_no_port() -> None:
    trial = Trial(OPS["zeros"], (), {"shape": 2})
    assert trial.open_ports == []
    assert arities(OPS["zeros"]) == [1]
    with pytest.raises(IndexError):
        trial.pull(0, np.ones(2))
