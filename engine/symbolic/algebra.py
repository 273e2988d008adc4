"""A graph as sympy expressions, through the rows: what each node means, with symbols for inputs.

sympy computes with exact numbers and would never finish 9^9^9. So every exact number is kept small
here: what is built of constants alone and grows too long is worth its float, and a power that would
spell out thousands of digits is refused before sympy sees it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import numpy as np
import sympy as sp

from engine.elementwise import as_value
from engine.errors import BadArgument, TooDeep, TooLong
from engine.function import compile
from engine.graph import Graph
from engine.mathematics import Value
from engine.node import Node
from engine.op import Op, Shape, elements
from engine.ops import OPS
from engine.ops.entries import Expression
from engine.parse.ranks import ADDS, MULTIPLIES, RANKS
from engine.writing.formula import nodes_of, size

LARGEST = 1_000  # names, numbers and signs; sympy's work grows faster than the expression
DEEPEST = 40  # sympy works on the deepest part first, on our own stack
LONGEST_NUMBER = 256  # bits of an exact number
ON_THE_WAY = 20_000  # bits of a number that is worked with, and then divided away
SHORT_NUMBER = 16  # bits of a number inside a function of constants
EXACT = range(-15, 16)  # powers of ten between which a decimal is kept as a fraction
NUMBERS: Mapping[str, Shape] = MappingProxyType({})  # no input has a shape of its own
KEPT = ("activations", "two or more values")  # families that keep their names on request


def to_sympy(
    graph: Graph, output: str | int | None = None, shapes: Mapping[str, Shape] = NUMBERS
) -> Expression:
    """The output as one expression of plain symbols, as sympy writes it.

    Each entry of an input that has a shape is a symbol of its own: `W[0, 1]` is `W_{0,1}`. What
    sympy has no name for is spelt out, so that a way back may meet other corners: relu(x) becomes
    max(0, x), which shares a tie, hypot and log_sigmoid lose their safety from overflow, and a
    root of a choice becomes a choice between roots.
    """
    node = graph.output if output is None else graph.find(output)
    return meanings(graph, node, shapes=_typed_shapes(graph) | dict(shapes))[node]


def _typed_shapes(graph: Graph) -> dict[str, Shape]:
    """The shapes of literals that a program begins with."""
    return {
        node.name or "": np.shape(node.value)
        for node in graph.inputs
        if isinstance(node.value, tuple)
    }


def meanings(
    graph: Graph,
    output: int,
    *,
    real: bool = False,
    by_name: bool = False,
    shapes: Mapping[str, Shape] = NUMBERS,
) -> dict[int, Expression]:
    """Every node that the output needs, as an expression.

    With `real`, symbols stand for real numbers; with `by_name`, activations and choices stay
    functions with a name, instead of being spelt out. Inputs without a shape are single numbers.
    """
    parts = size(graph, output)
    if parts > LARGEST:
        raise TooLong("formula_too_large", n=parts, max=LARGEST)
    depth = _depth(graph, output)
    if depth > DEEPEST:
        raise TooDeep("formula_too_deep", n=depth, max=DEEPEST)
    numbers = constants(graph, output, shapes)
    found: dict[int, Expression] = {
        node.id: _symbols(node, shape)
        for node in graph.inputs
        if (shape := shapes.get(node.name or "", ()))
    }
    for node in nodes_of(graph, output):
        if node.id not in found:
            found[node.id] = _meaning(graph, node, found, numbers, real=real, by_name=by_name)
    return found


def _depth(graph: Graph, output: int) -> int:
    """How deep the expression nests; a sum within a sum, or a product within one, does not."""
    depths, ranks = [0] * len(graph.nodes), [-1] * len(graph.nodes)
    for node in graph.nodes[: output + 1]:
        if node.op is not None:
            rank = ranks[node.id] = _level(OPS[node.op])
            depths[node.id] = max(
                (depths[each] + (rank != ranks[each] or rank < 0) for each in node.inputs),
                default=0,
            )
    return depths[output]


def _level(row: Op) -> int:
    """The rank of the signs that sympy gathers into one sum or product; -1 for all else."""
    rank = RANKS.get(row.signs[0], -1) if row.signs else -1
    return rank if rank in (ADDS, MULTIPLIES) else -1


def constants(graph: Graph, output: int, shapes: Mapping[str, Shape] = NUMBERS) -> dict[int, Value]:
    """The numbers of all nodes that no input moves."""
    sizes = {node.name or "": shapes.get(node.name or "", ()) for node in graph.inputs}
    ones = {name: as_value(np.ones(shape)) for name, shape in sizes.items()}
    moves: set[int] = set()
    for node in graph.nodes:
        if node.kind == "input" or not moves.isdisjoint(node.inputs):
            moves.add(node.id)
    tape = compile(graph, output=output).tape(sizes)
    if max(map(elements, tape.shapes), default=0) > LARGEST:  # formulas of tensors name each entry
        raise BadArgument("no_formula_of_tensors")
    values = tape.forward(ones).values
    return {node.id: values[node.id] for node in graph.nodes if node.id not in moves}


def _meaning(
    graph: Graph,
    node: Node,
    found: Mapping[int, Expression],
    numbers: Mapping[int, Value],
    *,
    real: bool,
    by_name: bool,
) -> Expression:
    if node.kind == "input":
        return _symbol(node, real=real)
    if node.op is None:
        named = graph.names[node.id].partition("#")[0]
        return sp.pi if named in ("pi", "π") else exact(node.value)
    row, operands = OPS[node.op], [found[source] for source in node.inputs]
    if node.id in numbers and not _stays_exact(row, operands, numbers[node.id]):
        return exact(numbers[node.id])
    if by_name and row.family in KEPT:
        chooses = row.parameters[0].takes == "condition"  # which sympy takes for no number
        return sp.Function(row.name, real=True if chooses else None)(*operands)
    meaning = _applied(row, operands, dict(node.settings))
    bits = _bits([meaning])
    if node.id in numbers and bits > LONGEST_NUMBER:
        return exact(numbers[node.id])
    _require_short(bits, LARGEST)
    return meaning


def _symbol(node: Node, *, real: bool) -> Expression:
    if isinstance(node.value, tuple):
        raise BadArgument("no_closed_form", x=node.name)
    # plain symbols outside: what somebody else calls Symbol("a") is the same
    return sp.Symbol(node.name, real=True) if real else sp.Symbol(node.name)


def _symbols(node: Node, shape: Shape) -> Any:
    """A symbol for each entry of a tensor, in its shape."""
    found = np.empty(shape, dtype=object)
    for place in np.ndindex(shape):
        found[place] = sp.Symbol(f"{node.name}_{{{','.join(map(str, place))}}}")
    return found


def exact(value: Any) -> Expression:
    """A number as sympy's: whole ones and short decimals exactly, others as floats."""
    if isinstance(value, tuple | np.ndarray):
        entries = np.array(value, dtype=float)
        return np.vectorize(exact, otypes=[object])(entries)
    if math.isnan(value):
        return sp.nan
    if math.isinf(value):
        return sp.oo if value > 0 else -sp.oo
    if value == int(value) and abs(value) < 2**53:
        return sp.Integer(int(value))
    decimal = Decimal(repr(value))
    return sp.Rational(str(decimal)) if decimal.adjusted() in EXACT else sp.Float(value)


def _stays_exact(row: Op, operands: Sequence[Expression], value: Value) -> bool:
    """May sympy keep this constant exactly, as the root of 2, or is its float all we want?"""
    if np.ndim(value) or any(np.ndim(operand) for operand in operands):
        return True
    if row.pattern in ("blocker", "router", "gate") or "%" in row.signs:
        return False  # to choose, sympy would have to compute both sides to many digits
    if not math.isfinite(value) or (value and not 1e-30 < abs(value) < 1e30):
        return False
    if row.family != "operators" and _bits(operands) > SHORT_NUMBER:
        return False  # exp(1000000*log(1.000001)) is a power in disguise
    return _bits(operands) * _growth(row, operands) <= LONGEST_NUMBER


def _applied(row: Op, operands: Sequence[Expression], settings: dict[str, Any]) -> Expression:
    if row.symbolic is None:
        raise BadArgument("no_closed_form", x=row.name)
    if row.parameters and row.parameters[0].takes == "condition":
        operands = [_condition(operands[0]), *operands[1:]]
    _require_short(_bits(operands[:1]) * _growth(row, operands), ON_THE_WAY)
    if row.rule is not None and any(np.ndim(operand) for operand in operands):
        return np.vectorize(row.symbolic, otypes=[object])(*operands)
    return row.symbolic(*operands, **settings)


def _condition(operand: Expression) -> Expression:
    """A value chooses as NumPy does: everything but 0 is true."""
    asks = getattr(operand, "is_Relational", False) or operand in (sp.true, sp.false)
    return operand if asks else sp.Ne(operand, 0)


def _require_short(bits: int, most: int) -> None:
    if bits > most:
        raise TooLong("number_too_long", n=bits, max=most)


def _growth(row: Op, operands: Sequence[Expression]) -> int:
    """How many times longer an operation makes its numbers, or those it needs on the way."""
    if "^" in row.signs and np.ndim(operands[1]) == 0 and operands[1].is_Rational:
        return 1 + abs(int(operands[1].p))
    return 1


def _bits(operands: Sequence[Expression]) -> int:
    """The longest exact number among the constant factors of these expressions."""
    return max(
        (
            (max(abs(number.p), number.q) - 1).bit_length()
            for operand in operands
            if np.ndim(operand) == 0
            for factor in sp.Mul.make_args(operand)
            if factor.is_number
            for number in factor.atoms(sp.Rational)
        ),
        default=0,
    )
