"""Slopes of a formula in which activations and choices kept their names: sigmoid(x) as it stands.

sympy knows no slope of such a name. So each gets a letter of its own, sympy differentiates what is
between the letters, and the slope of a letter is that of its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import sympy as sp
from sympy.core.function import AppliedUndef

from engine.errors import BadArgument, TooLong
from engine.op import Op
from engine.ops import OPS
from engine.ops.entries import Expression
from engine.symbolic.algebra import exact
from engine.symbolic.partials import operands, partial, plain_slope

LARGEST = 4_000  # signs of the slope of one letter


class _Lettered(NamedTuple):
    """A formula in letters, and what each letter stands for, innermost first."""

    main: Expression
    calls: dict[Expression, Expression]
    back: dict[Expression, Expression]


def slopes(formula: Expression, wrt: Sequence[Expression]) -> list[Expression]:
    """∂formula/∂symbol for each symbol of `wrt`."""
    main, calls, back = _lettered(formula)
    totals = {leaf: plain_slope(main, leaf) for leaf in (*wrt, *calls)}
    for letter, call in reversed(calls.items()):
        if sp.count_ops(totals[letter]) > LARGEST:
            raise TooLong("formula_too_large", n=sp.count_ops(totals[letter]), max=LARGEST)
        _pull(totals, letter, call)
    return [totals[each].xreplace(back) for each in wrt]


def _lettered(formula: Expression) -> _Lettered:
    letters: dict[Expression, Expression] = {}
    calls: dict[Expression, Expression] = {}
    for part in sp.postorder_traversal(formula):
        if isinstance(part, AppliedUndef) and part not in letters:
            letter = sp.Dummy(real=True)
            calls[letter] = part.xreplace(letters)
            letters[part] = letter
    back = {letter: part for part, letter in letters.items()}
    return _Lettered(formula.xreplace(letters), calls, back)


def _pull(totals: dict[Expression, Expression], letter: Expression, call: Expression) -> None:
    """Hand what a letter has gathered on to all that stands in its call."""
    row = OPS[call.func.__name__]
    names = dict(zip(operands(row), _given(row, call), strict=True))
    for port, operand in enumerate(call.args):
        rule = partial(row, port)
        if rule is None:
            raise BadArgument("no_closed_form", x=row.name)
        share = totals[letter] * rule.xreplace(names)
        for leaf in operand.free_symbols & totals.keys() if share != 0 else ():
            totals[leaf] += share * plain_slope(operand, leaf)


def _given(row: Op, call: Expression) -> list[Expression]:
    """The operands of a call; one that was left out has its default."""
    rest = row.parameters[len(call.args) :]
    return [*call.args, *(exact(float(each.default or "nan")) for each in rest)]
