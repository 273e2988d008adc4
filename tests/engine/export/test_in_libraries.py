"""Files for PyTorch and JAX are well-formed for every program, and were run where these exist.

`python -m tests.witness.exports` runs them in an environment that has both libraries, and keeps
what came of it beside this file; the digest tells whether that was this very text.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from engine.export.in_jax import jax_file
from engine.export.in_pytorch import pytorch_file
from tests import corpora
from tests.engine.export.exported import exported, hostile, of_row
from tests.witness.exports import KEPT, WRITERS, chosen, digest

HELD = json.loads(KEPT.read_text(encoding="utf-8"))


@pytest.mark.parametrize("library", WRITERS)
def test_sixty_programs_ran_and_agreed_with_the_library(library: str) -> None:
    ran = HELD[library]
    assert len(ran["programs"]) >= 60
    assert ran["failed"] == []


@pytest.mark.parametrize("library", WRITERS)
def test_what_ran_is_what_is_written_today(library: str) -> None:
    known = {row["id"]: row for row in corpora.programs()}
    ran = HELD[library]["programs"]
    for name in ran.keys() & known.keys():
        assert digest(WRITERS[library](of_row(known[name]))) == ran[name], (
            f"{name} is written otherwise now: run python -m tests.witness.exports again"
        )


def test_the_witness_takes_programs_from_every_set_of_the_corpus() -> None:
    rows = corpora.programs()
    small = {row["set"] for row in rows if "inputs_gen" not in row}
    assert {row["set"] for row in chosen(rows)} == small


@pytest.mark.parametrize("library", WRITERS)
def test_no_text_can_leave_its_comment(library: str) -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr, ast.FunctionDef)
    for program in hostile():
        body = ast.parse(WRITERS[library](program)).body
        assert all(isinstance(statement, allowed) for statement in body)
        assert not any(
            isinstance(each, ast.Call) and ast.unparse(each.func) in ("os.system", "exec", "eval")
            for statement in body
            for each in ast.walk(statement)
        )


def test_at_a_corner_the_gradients_are_shown_and_not_asserted() -> None:
    program = exported("y = hypot(x, z)", {"x": 0.0, "z": 0.0})
    for text in (jax_file(program), pytorch_file(program)):
        assert "check('∂/∂x'" not in text
        assert "print('∂/∂x'" in text


def test_an_input_that_leads_nowhere_has_gradient_0_in_pytorch() -> None:
    text = pytorch_file(exported("z = b\ny = a*a", {"a": 1.0, "b": [1.0, 2.0]}))
    assert "b.grad = torch.zeros([2])" in text


def test_the_kept_answers_name_their_versions() -> None:
    assert set(HELD) == set(WRITERS)
    assert all(ran["version"] for ran in HELD.values())
    assert Path(KEPT).parent == Path(__file__).parent
