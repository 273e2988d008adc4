"""What PyTorch and JAX recorded becomes a program that comes to the same numbers.

The records are the libraries' own: `python -m tests.witness.brought` makes them anew, and runs
each program in both.
"""

from __future__ import annotations

import sys
from copy import deepcopy
from subprocess import run
from typing import Any

import numpy as np
import pytest

from engine import Brought, EngineError, evaluate, from_jaxpr, from_torch
from tests.engine.brought.kept import Tensor, jaxpr_of, kept, loss_of

PYTORCH, JAX = kept("torch")["trials"], kept("jax")["trials"]
WHOLE = {"torch": PYTORCH.keys() - {"cut", "lost"}, "jax": JAX.keys() - {"cut"}}


def _brought(library: str, name: str) -> Brought:
    if library == "torch":
        loss, named = loss_of(PYTORCH[name])
        return from_torch(loss, **named)
    trial = JAX[name]
    return from_jaxpr(jaxpr_of(trial), *trial["given"].values(), names=list(trial["given"]))


@pytest.mark.parametrize(
    ("library", "name"), [(library, name) for library in WHOLE for name in sorted(WHOLE[library])]
)
def test_a_program_that_is_brought_in_comes_to_the_same_numbers(library: str, name: str) -> None:
    trial: dict[str, Any] = {"torch": PYTORCH, "jax": JAX}[library][name]
    brought = _brought(library, name)
    assert brought.missing == ()
    found = evaluate(brought.graph, brought.values)
    assert np.isclose(found.value, trial["value"], rtol=1e-9)
    for each, slope in trial["gradients"].items():
        assert np.allclose(found.gradients[each], slope, rtol=1e-9, atol=1e-12), each


def test_the_seed_reads_as_it_would_be_typed() -> None:
    assert _brought("torch", "seed").source.split("\n")[-1] == "v3 = v1 * v2"
    assert "b + 1" in _brought("torch", "seed").source
    assert _brought("jax", "seed").source == "v1 = a + b\nv2 = b + 1\nv3 = v1 * v2"


def test_the_gradients_that_pytorch_holds_come_along() -> None:
    brought = _brought("torch", "seed")
    assert brought.gradients == {"a": 2.0, "b": 5.0}
    assert brought.values == {"a": 2.0, "b": 1.0}


def test_an_axis_that_pytorch_counted_from_the_end_and_kept_without_its_sign_is_the_same() -> None:
    trial = deepcopy(PYTORCH["shapes"])
    for step in trial["steps"]:
        if step["name"] in ("CatBackward0", "StackBackward0"):
            step["saved"]["dim"] += 2**64 - len(step["shape"])
    loss, named = loss_of(trial)
    brought = from_torch(loss, **named)
    assert "axis=-" in brought.source
    assert np.isclose(evaluate(brought.graph, brought.values).value, trial["value"])


def test_what_has_no_counterpart_is_listed_and_keeps_its_value() -> None:
    brought = _brought("torch", "cut")
    ((step, name),) = brought.missing
    assert step == "SortBackward0"
    assert np.isclose(evaluate(brought.graph, brought.values).value, PYTORCH["cut"]["value"])
    assert name in brought.values
    assert {each.step for each in _brought("jax", "cut").missing} == {"sort", "iota"}


def test_a_number_of_which_nothing_was_kept_is_not_made_up() -> None:
    brought = _brought("torch", "lost")
    assert [each.step for each in brought.missing] == ["RsubBackward1"]
    assert brought.missing[0].name not in brought.values


def test_inputs_without_a_name_get_one() -> None:
    loss, _ = loss_of(PYTORCH["seed"])
    assert set(from_torch(loss).values) == {"x1", "x2"}
    assert set(from_jaxpr(jaxpr_of(JAX["seed"]), 2.0).values) == {"x1"}


def test_a_tensor_without_a_record_is_refused() -> None:
    with pytest.raises(EngineError, match="no record"):
        from_torch(Tensor(1.0))


def test_no_library_is_loaded_before_it_is_needed() -> None:
    code = "import sys, engine; print({'torch', 'jax', 'onnx'} & {*sys.modules})"
    done = run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
