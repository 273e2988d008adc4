"""The table: every operation of the language, one row each, and the ways to look one up."""

from __future__ import annotations

from collections.abc import Iterable

from engine.node import Node
from engine.op import Op, Parameter
from engine.ops import (
    activations,
    arithmetic,
    choices,
    constants,
    convolution,
    cross_entropy,
    determinants,
    diagonals,
    elementary,
    indexing,
    inverses,
    joining,
    layernorm,
    losses,
    pooling,
    products,
    reductions,
    shape,
    softmax,
    spreads,
    trigonometry,
)

ROWS: tuple[Op, ...] = (
    *arithmetic.ROWS,
    *indexing.ROWS,
    *elementary.ROWS,
    *trigonometry.ROWS,
    *choices.ROWS,
    *activations.ROWS,
    *reductions.ROWS,
    *spreads.ROWS,
    *softmax.ROWS,
    *losses.ROWS,
    *cross_entropy.ROWS,
    *products.ROWS,
    *diagonals.ROWS,
    *determinants.ROWS,
    *inverses.ROWS,
    *shape.ROWS,
    *joining.ROWS,
    *constants.ROWS,
    *convolution.ROWS,
    *layernorm.ROWS,
    *pooling.ROWS,
)

# by the name that nodes and answers carry
OPS: dict[str, Op] = {row.name: row for row in ROWS}

# those whose rule works entry by entry
ELEMENTWISE = frozenset(row.name for row in ROWS if row.rule is not None)

# by what a person types before a bracket
TYPED: dict[str, Op] = {
    typed: row for row in ROWS if row.callable for typed in (row.name, *row.aliases)
}

# by sign and number of operands: ("-", 1) negates, ("-", 2) subtracts
SIGNS: dict[tuple[str, int], Op] = {
    (sign, len(row.parameters)): row for row in ROWS for sign in row.signs
}


def all_elementwise(nodes: Iterable[Node]) -> bool:
    """Does every operation among these nodes work entry by entry?"""
    return {node.op for node in nodes} <= {*ELEMENTWISE, None}


def row_of(node: Node) -> Op:
    """The row of a node that is an operation."""
    return OPS[node.op or ""]


def left_out(node: Node) -> list[Parameter]:
    """The values that nobody typed: they have their defaults."""
    rest = row_of(node).parameters[len(node.inputs) :]
    return [each for each in rest if each.takes == "value" and not each.keyword]
