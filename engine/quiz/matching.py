"""Does an answer mean the same as the truth? Numbers, fractions and formulas all count."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from engine.errors import BadValue
from engine.function import compile
from engine.limits import Limits
from engine.parse import parse
from engine.quiz.scene import Scene

TOLERANCE = 1e-3  # relative: three figures are enough
LONGEST_ANSWER = 400
FORMULA = Limits(characters=LONGEST_ANSWER, depth=50, nodes=500, elements=1_000)
# as the API writes numbers that JSON lacks, and as the page shows them
NAMED = {
    "NaN": math.nan,
    "Infinity": math.inf,
    "-Infinity": -math.inf,
    "∞": math.inf,
    "-∞": -math.inf,
}
WHOLE = re.compile(r"\d+")


def close(given: float, truth: float) -> bool:
    """Equal to three figures; not-finite numbers only equal themselves."""
    if math.isnan(given) or math.isnan(truth):
        return math.isnan(given) and math.isnan(truth)
    if math.isinf(given) or math.isinf(truth):
        return given == truth
    return abs(given - truth) <= max(TOLERANCE * abs(truth), 1e-12)


def same(given: Any, truth: Any) -> bool:
    if isinstance(truth, float | int) and isinstance(given, float | int):
        return close(given, truth)
    return bool(given == truth)


def number(scene: Scene, answer: Any) -> float:
    """A number, or a formula of the program's own names: `2*1 + 3*1`, `d`, `a + 2b + 1`."""
    if isinstance(answer, float | int) and not isinstance(answer, bool):
        return _rounded(answer)
    if not isinstance(answer, str) or not answer.strip():
        raise BadValue("quiz_wants_number")
    if answer.strip() in NAMED:
        return NAMED[answer.strip()]
    graph = parse(answer, FORMULA)
    names = {node.name or "": scene.tape.graph.ids.get(node.name or "") for node in graph.inputs}
    known = {name: scene.record.values[node] for name, node in names.items() if node is not None}
    found = compile(graph).forward(known)
    if np.shape(found):
        raise BadValue("quiz_wants_number")
    return float(found)


def _rounded(answer: float) -> float:
    """A whole number may have more digits than any float: then it is as far off as infinity."""
    try:
        return float(answer)
    except OverflowError:
        return math.inf if answer > 0 else -math.inf


def shape(answer: Any) -> tuple[int, ...]:
    """`2 x 3`, `(2, 3)`, `[2, 3]`: the whole numbers in their order."""
    if isinstance(answer, list) and all(type(each) is int for each in answer):
        return tuple(answer)
    if not isinstance(answer, str):
        raise BadValue("quiz_wants_shape")
    return tuple(int(each) for each in WHOLE.findall(answer[:LONGEST_ANSWER])[:8])
