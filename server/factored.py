"""The factored form of a derivative as JSON: its formula, line by line, and fold by fold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from engine.digits import in_full
from engine.paths import Paths
from engine.paths.factoring import Line
from engine.paths.formulas import LONGEST, Writing
from engine.paths.joined import Joined, leaves
from engine.paths.matrix_form import MatrixLine
from engine.paths.path_cost import Work
from engine.paths.shrinking import Stage, stages
from server import wire

EXACT = 2**53  # a larger whole number would lose digits in many a reader of JSON
LONGEST_FOLD = 80  # characters of a fold's formula; a longer one would not be read in passing
NOTATIONS = ("text", "latex", "slopes", "slopes_latex", "numbers", "slopes_numbers")
Shown = dict[str, Any]


def whole(number: int) -> int | str:
    """A count: a number as long as every reader keeps all its digits, else those as text."""
    return number if number < EXACT else in_full(number)


def work(counted: Work) -> Shown:
    """Multiplications and additions."""
    return {name: whole(number) for name, number in counted._asdict().items()}


def factored(found: Paths) -> Shown:
    """Formula and value, the lines from either end, and the folds that led there."""
    if found.factored is None:
        return _unfolded(found)
    back = _lines(found.factored.back, Writing(found.network))
    onward = _lines(found.factored.onward, Writing(found.network, onward=True))
    value = wire.value(found.factored.value)
    return _together(back) | {
        "value": value,
        "lines": back,
        "onward": onward,
        "folds": _folds(found),
    }


def _unfolded(found: Paths) -> Shown:
    """No path at all, a node itself, tensors, or more than can be folded."""
    value = wire.value(found.sum)
    rest: Shown = {"value": value, "lines": [], "onward": [], "folds": []}
    if not found.network.links:
        return dict.fromkeys(NOTATIONS, "1" if found.count else "0") | rest
    lines = None if found.of_numbers else found.matrix_form.lines()
    shown = [_matrix_line(line, found) for line in lines or ()]
    return _together(shown) | rest | {"lines": shown}


def _lines(lines: Iterable[Line], writing: Writing) -> list[Shown]:
    return [_line(line, writing) for line in lines]


def _line(line: Line, writing: Writing) -> Shown:
    formula = writing.formula(line.joined)
    written = dict.fromkeys(NOTATIONS) if formula is None else formula._asdict()
    named = {
        "node": line.node,
        "name": writing.of(line.node),
        "name_latex": writing.of_latex(line.node),
    }
    return named | written | {"value": wire.value(line.joined.value)}


def _matrix_line(line: MatrixLine, found: Paths) -> Shown:
    names = {"name": found.writing.of(line.node), "name_latex": found.writing.of_latex(line.node)}
    return dict.fromkeys(NOTATIONS) | line._asdict() | names | {"value": None}


def _together(lines: Sequence[Shown]) -> Shown:
    """One formula as it is; several as equations below each other."""
    if len(lines) == 1:
        return {notation: lines[0][notation] for notation in NOTATIONS}
    return {notation: _equations(lines, notation) for notation in NOTATIONS}


def _equations(lines: Sequence[Shown], notation: str) -> str | None:
    if not lines or any(line[notation] is None for line in lines):
        return None
    if not notation.endswith("latex"):
        return "\n".join(f"{line['name']} = {line[notation]}" for line in lines)
    rows = r" \\ ".join(rf"{line['name_latex']} &= {line[notation]}" for line in lines)
    return rf"\begin{{aligned}} {rows} \end{{aligned}}"


def _folds(found: Paths) -> list[Shown]:
    """Step by step, for a network of which every step can be followed."""
    if found.factored is None or len(found.network.links) > LONGEST:
        return []
    every = stages(found.network, found.factored, found.writing.is_one)
    return [_fold(stage, found.writing) for stage in every]


def _fold(stage: Stage, writing: Writing) -> Shown:
    kind, source, target, through, joined = stage.fold
    formula = writing.formula(joined)
    slopes = formula.slopes if formula and len(formula.slopes) <= LONGEST_FOLD else None
    return {
        "kind": kind,
        "source": source,
        "target": target,
        "through": through,
        "edges": sorted(_edges(joined)),
        "slopes": slopes,
        "value": wire.value(joined.value),
        "paths": in_full(stage.paths),
        "work": work(stage.work),
        "without_ones": work(stage.without_ones),
    }


def _edges(joined: Joined) -> set[int]:
    """The edges that a joined link is made of, those inside a folded group too."""
    found: set[int] = set()
    for leaf in leaves(joined):
        link = leaf.leaf
        if not isinstance(link, int):
            found |= {each.edge for each in (link, *link.within)}
    return found
