"""Closed forms: the output and each derivative as a formula, as typed or rearranged.

How large a rearrangement would grow is counted before it is begun. What is too large, or has no
formula of single numbers, is said so; the formula as typed stands all the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import sympy as sp

from engine.errors import BadArgument, EngineError
from engine.function import wanted_inputs
from engine.graph import Graph
from engine.node import Node
from engine.op import Shape
from engine.ops import left_out
from engine.ops.entries import Expression
from engine.parse import parse
from engine.remark import Remark
from engine.shapes import infer
from engine.symbolic.algebra import meanings
from engine.symbolic.arrangement import UNREAL, Arrangement, arranged
from engine.symbolic.chain import derivatives
from engine.symbolic.rules import Rule, rules
from engine.symbolic.typed import text_of
from engine.writing import formula
from engine.writing.mathml import mathml

ALTOGETHER = 400  # signs of all formulas of one program that are rearranged


class Form(NamedTuple):
    """One formula in three notations."""

    text: str
    latex: str
    mathml: str


@dataclass(frozen=True)
class ClosedForms:
    """What one program means; a formula is None where there is none, and `remark` says why."""

    output: Form | None
    derivatives: dict[str, Form | None]
    simplified: bool  # every formula is arranged as asked
    remark: Remark | None = None
    rules: tuple[Rule, ...] = ()  # how gradients flow through whole tensors


def symbolic(
    graph: Graph,
    form: Arrangement = "simplified",
    *,
    wrt: Iterable[str | int] | None = None,
    output: str | int | None = None,
    shapes: Mapping[str, Shape] | None = None,
) -> ClosedForms:
    """The output and its derivatives as formulas of the inputs; `shapes` says which are tensors."""
    node = graph.output if output is None else graph.find(output)
    inputs = wanted_inputs(graph, wrt)
    names = [graph.nodes[of].name or "" for of in inputs]
    try:
        _require_numbers(graph, shapes or {})
        found = meanings(graph, node, real=True, by_name=True)
        if np.ndim(found[node]):
            raise BadArgument("no_formula_of_tensors")
        slopes = derivatives(graph, node, inputs, found)
        desk = _Desk(graph, form)
        shown = [desk.form(slopes[of]) for of in inputs]
        main = typed(graph, node) if form == "as_typed" else desk.form(found[node])
    except EngineError as error:
        remark = Remark(error.reason, error.fields)
        way = rules(graph, node) if error.reason == "no_formula_of_tensors" else ()
        return ClosedForms(typed(graph, node), dict.fromkeys(names), False, remark, way)
    done = desk.left_alone is None and form != "as_typed"
    return ClosedForms(main, dict(zip(names, shown, strict=True)), done, desk.left_alone)


def _require_numbers(graph: Graph, shapes: Mapping[str, Shape]) -> None:
    """Formulas are of single numbers: refuse inputs that are tensors, or must be."""
    known = {name: shape for name, shape in shapes.items() if shape}
    try:
        infer(graph, known)
    except EngineError:
        raise BadArgument("no_formula_of_tensors") from None
    if known or any(isinstance(node.value, tuple) for node in graph.inputs):
        raise BadArgument("no_formula_of_tensors")


def typed(graph: Graph, node: int) -> Form | None:
    """A node's formula as it was typed; nothing where it is too long to be read."""
    text, latex = formula.text(graph, node), formula.latex(graph, node)
    return None if text is None or latex is None else Form(text, latex, mathml(latex))


class _Desk:
    """Where formulas are rearranged, and what was too large to be."""

    def __init__(self, graph: Graph, form: Arrangement) -> None:
        self.arrangement = form
        self.decimals = any(map(_is_decimal, graph.nodes))
        self.left_alone: Remark | None = None
        self._signs = 0
        self._known: dict[Expression, Form | None] = {}  # 0 is the derivative of many

    def form(self, expression: Expression) -> Form | None:
        if expression not in self._known:
            self._known[expression] = self._form(expression)
        return self._known[expression]

    def _form(self, expression: Expression) -> Form | None:
        if expression.has(*UNREAL):
            raise BadArgument("no_finite_formula")
        graph = parse(text_of(self._arranged(expression), decimals=self.decimals))
        found = typed(graph, graph.output)
        if found is None:
            parts = formula.size(graph, graph.output)
            self.left_alone = Remark("formula_too_large", {"n": parts, "max": formula.LARGEST})
        return found

    def _arranged(self, expression: Expression) -> Expression:
        self._signs += int(sp.count_ops(expression))
        enough = self._signs > ALTOGETHER and self.arrangement != "as_typed"
        found = None if enough else arranged(expression, self.arrangement)
        if found is None and self.left_alone is None:
            self.left_alone = Remark(f"too_large_{self.arrangement}", {})
        return expression if found is None else found


def _is_decimal(node: Node) -> bool:
    """Was a decimal written here, or a default used that is one?"""
    if node.op is not None:
        return any("." in (each.default or "") for each in left_out(node))
    value = node.value if node.kind == "constant" else None
    return isinstance(value, float) and math.isfinite(value) and value != int(value)
