"""Programs of published collections, and of networks, have PyTorch's value and gradients.

`more.jsonl` holds its answers in double precision: the formulas of AI Feynman and other sciences,
the models of NIST's nonlinear regressions, functions to optimise, benchmarks of symbolic
regression, systems in motion, derivatives of a calculus book, tensor programs from attention to a
Kalman filter, and corners: ties, kinks, powers of 0, NaN, infinities, huge and tiny numbers.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from engine import parse
from engine.evaluation import evaluate
from tests.markdown import ROOT

FILE = ROOT / "tests" / "corpus" / "more.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
SETS = sorted({row["set"] for row in ROWS})


@pytest.mark.parametrize("mode", ["reverse", "forward"])
@pytest.mark.parametrize("name", SETS)
def test_both_modes_find_the_same_as_pytorch(name: str, mode: Any) -> None:
    for row in ROWS:
        if row["set"] != name:
            continue
        values = {of: np.array(given, dtype=float) for of, given in row["inputs"].items()}
        found = evaluate(parse(row["program"]), values, mode=mode)
        agree(found.value, row["value"], row["program"])
        for of, wanted in row["grads"].items():
            agree(found.gradients[of], wanted, f"{row['program']}, by {of}")


def agree(found: Any, recorded: Any, about: str) -> None:
    """Up to what the largest entry leaves of a small one; NaN and infinities too."""
    wanted = np.array(recorded, dtype=float)
    largest = np.max(np.abs(wanted[np.isfinite(wanted)]), initial=0.0)
    np.testing.assert_allclose(found, wanted, 1e-9, 1e-15 + 1e-13 * largest, err_msg=about)
