"""The shared corpora: programs with reference values, and hostile texts with what must happen.

Beside this checkout they are read from ../shared/corpus; elsewhere a small copy of facts in
tests/corpus stands in for them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "corpus"
SCALAR_TOLERANCE = 1e-15

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """The rows of `correctness` or `hostile`."""
    folder = SHARED if SHARED.is_dir() else HERE / "corpus"
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def programs() -> list[Row]:
    """Programs with value and gradients; inputs that a row describes by formula are filled in."""
    return [row | {"inputs": row["inputs"] | _generated(row)} for row in rows("correctness")]


def agrees(row: Row, value: float, gradients: Mapping[str, Any]) -> list[str]:
    """The pass rule of the corpus; what falls short, in words."""
    if row.get("class") in ("kink", "float-limit", "singular"):
        return _agrees_at_the_edge(row, value, gradients)
    short = [] if _near(row, "value", value, row["value"]) else [f"value {value}"]
    for name, expected in row["grads"].items():
        if name in gradients and not _near(row, name, gradients[name], expected):
            short.append(f"∂/∂{name} {gradients[name]}, expected {expected}")
    return short + _agrees_in_summary(row, gradients)


def _agrees_in_summary(row: Row, gradients: Mapping[str, Any]) -> list[str]:
    short = []
    for name, summary in row.get("grads_summary", {}).items():
        got = np.asarray(gradients[name], dtype=float)
        facts = {
            "shape": list(got.shape),
            "sum": got.sum(),
            "norm": np.linalg.norm(got),
            "first": got.flat[0],
            "last": got.flat[-1],
        }
        for fact, found in facts.items():
            if not np.allclose(found, summary[fact], rtol=row["tol"], atol=1e-13):
                short.append(f"{fact} of ∂/∂{name} is {found}, expected {summary[fact]}")
    return short


def _agrees_at_the_edge(row: Row, value: float, gradients: Mapping[str, Any]) -> list[str]:
    """Any framework's answer will do, or the true one, or a slope between the two sides."""
    answers = [row, *row["frameworks"].values()]
    short = []
    if not any(_near(row, "value", value, answer["value"]) for answer in answers):
        short.append(f"value {value}")
    for name in row["grads"]:
        fits = any(_near(row, name, gradients[name], answer["grads"][name]) for answer in answers)
        if not fits and not _between(row, name, gradients[name]):
            short.append(f"∂/∂{name} {gradients[name]}")
    return short


def _between(row: Row, name: str, got: Any) -> bool:
    sides = np.asarray(_numbers(row.get("one_sided_derivatives", {}).get(name, [])), dtype=float)
    if sides.size == 0 or row["class"] != "kink":
        return False
    low, high = sides.min(axis=-1), sides.max(axis=-1)
    return bool(np.all((low <= np.asarray(got)) & (np.asarray(got) <= high)))


def _near(row: Row, name: str, got: Any, expected: Any) -> bool:
    got = np.asarray(_numbers(got), dtype=float)
    wanted = np.asarray(_numbers(expected), dtype=float)
    absolute = row.get("atol", 0.0) if name == "value" else _absolute(row, name)
    with np.errstate(all="ignore"):
        close = np.abs(got - wanted) <= absolute + row["tol"] * np.abs(wanted)
    same = (got == wanted) | (np.isnan(got) & np.isnan(wanted))
    return got.shape == wanted.shape and bool(np.all(close | same))


def _absolute(row: Row, name: str) -> float:
    return float(row.get("atol_grads", {}).get(name, row.get("atol", SCALAR_TOLERANCE)))


def _numbers(value: Any) -> Any:
    if isinstance(value, list):
        return [_numbers(entry) for entry in value]
    return float(value) if isinstance(value, str) else value


def _generated(row: Row) -> Row:
    """The inputs of the [784,100,10] network, which the corpus gives as formulas."""
    if "inputs_gen" not in row:
        return {}
    i, j = np.indices((100, 784))
    k, m = np.indices((10, 100))
    p, q = np.indices((784, 2))
    labels = np.zeros((10, 2))
    labels[3, 0] = labels[7, 1] = 1.0
    return {
        "W1": 0.05 * np.sin(0.37 * i + 0.11 * j),
        "b1": np.zeros((100, 1)),
        "W2": 0.1 * np.cos(0.23 * k + 0.07 * m),
        "b2": np.zeros((10, 1)),
        "X": ((7 * p + 13 * q) % 256) / 255,
        "Y": labels,
    }
