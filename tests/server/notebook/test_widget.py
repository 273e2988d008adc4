"""The widget's side in Python: its properties, its messages, and what it refuses."""

from __future__ import annotations

from typing import Any

import comm
import numpy as np
import pytest
from traitlets import TraitError

import server.notebook
from engine import EngineError, parse
from server.notebook import widget
from tests.server.notebook.wire import Wire

SEED = "e = (a+b)*(b+1)"


@pytest.fixture(autouse=True)
def _wired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comm, "create_comm", Wire)


def test_a_program_or_its_graph_becomes_a_widget_with_its_properties() -> None:
    one = widget(SEED, {"a": 2, "b": 1}, step=9, language="zh")
    other = widget(parse(SEED), {"a": np.float64(2), "b": np.array(1.0)})
    assert (one.source, one.values, one.step, one.language) == (SEED, {"a": 2, "b": 1}, 9, "zh")
    assert (other.source, other.values, other.step, other.mode) == (
        SEED,
        one.values,
        None,
        "reverse",
    )


def test_tensors_travel_as_lists() -> None:
    made = widget("sum(W @ x)", {"W": np.eye(2), "x": [1, np.nan]})
    assert made.values == {"W": [[1.0, 0.0], [0.0, 1.0]], "x": [1.0, "NaN"]}
    made.values = {"W": np.ones((1, 2)), "x": np.array([3, 4])}
    assert made.values == {"W": [[1.0, 1.0]], "x": [3.0, 4.0]}


@pytest.mark.parametrize(
    ("program", "values", "reason"),
    [("log(a", {}, "unclosed_paren"), ("a", {"a": "two"}, "not_a_number"),
     ("A @ B", {"A": np.eye(2), "B": np.eye(3)}, "shape_mismatch")],
)  # fmt: skip
def test_what_cannot_be_computed_is_refused_at_once(
    program: str, values: dict[str, Any], reason: str
) -> None:
    with pytest.raises(EngineError) as refused:
        widget(program, values)
    assert refused.value.reason == reason


def test_a_property_that_there_is_not_is_refused() -> None:
    with pytest.raises(TraitError):
        widget(SEED, mode="sideways")


def test_a_question_is_answered_by_its_number() -> None:
    made = widget(SEED)
    made.comm.taken()
    body = {"source": made.source, "values": {"a": 2, "b": 1}}
    question = {"id": "x 7", "path": "evaluate", "body": body, "language": "en"}
    made._handle_msg(
        {"content": {"data": {"method": "custom", "content": question}}, "buffers": []}
    )
    (said,) = made.comm.taken()
    assert said["content"]["id"] == "x 7"
    assert said["content"]["body"]["gradients"] == {"a": 2.0, "b": 5.0}


def test_without_a_kernel_the_still_picture_is_there() -> None:
    data, _ = widget(SEED, {"a": 2, "b": 1})._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "<svg" in data["image/svg+xml"]
    assert "<td>5</td>" in data["text/html"]


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server.notebook, "find_spec", lambda _name: None)
    with pytest.raises(EngineError, match=r"chainlight\[notebook\]") as refused:
        widget(SEED)
    assert "chainlight[notebook]" in refused.value.message("zh")
