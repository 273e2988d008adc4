"""A quick look finds every node that a long look has something to tell about."""

from __future__ import annotations

import numpy as np
import pytest

from engine import compile, notices, parse
from engine.notices import notices_of
from engine.suspects import suspects
from engine.tape import Record, Tape
from tests import corpora

PROGRAMS = {
    row["id"]: row
    for row in corpora.programs()
    if not any(map(np.ndim, row["inputs"].values())) and len(row["program"]) < 5_000
}
AT_CORNERS = (
    "x = 0\ny = 2\nz = inf\nabs(x) + max(x, y - 2) + sqrt(x) + floor(y) + z - z + log(x - y)"
)


def run(program: str, values: dict[str, float], output: str | None = None) -> tuple[Tape, Record]:
    tape = compile(parse(program), output=output)
    laid = tape.tape(dict.fromkeys(tape.inputs, ()))
    known = {node.name or "": node.value for node in laid.graph.inputs} | values
    return laid, laid.forward(known)


def told_by_all(tape: Tape, record: Record, monkeypatch: pytest.MonkeyPatch) -> object:
    everyone = [node for node in tape.graph.nodes if node.op is not None]
    with monkeypatch.context() as patched:
        patched.setattr(notices, "suspects", lambda *_: everyone)
        return notices_of(tape, record)


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_worth_telling_is_missed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = PROGRAMS[name]
    tape, record = run(row["program"], row["inputs"], row["output"])
    assert notices_of(tape, record) == told_by_all(tape, record, monkeypatch)


def test_corners_domains_and_infinities_are_suspect(monkeypatch: pytest.MonkeyPatch) -> None:
    tape, record = run(AT_CORNERS, {})
    told = notices_of(tape, record)
    assert told == told_by_all(tape, record, monkeypatch)
    assert {"kink", "domain", "not-differentiable"} <= {notice.code for notice in told}


def test_ordinary_nodes_are_not_asked() -> None:
    assert list(suspects(*run("tanh(x)*y + exp(y)", {"x": 0.5, "y": 1.0}))) == []


@pytest.mark.parametrize(
    "program", ["sum(x + inf)", "sum(sqrt(x))", "sum(x.T @ x)", "sum(1/x)", "sum(x*x*1e200*1e200)"]
)
def test_of_tensors_too(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = compile(parse(program))
    tape = asked.tape({"x": (2, 2)})
    record = tape.forward({"x": np.array([[0.0, 1.0], [2.0, -3.0]])})
    assert notices_of(tape, record) == told_by_all(tape, record, monkeypatch)
    assert len(list(suspects(tape, record))) < len(tape.graph.nodes)
